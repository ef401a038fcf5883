"""What a notice costs, day by day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from assistant.datatypes import Calculation, Case
from assistant.fees import Rates, Rules, calculate, cost_by_notice_date, parse_case

VAT = Decimal(20)
CASE = {"event": "cancellation", "price": "1000", "start_date": "2027-03-31"}


def computing(rules: Mapping[str, Rules], rates: Rates) -> Callable[[Case], Calculation]:
    """What a case comes to under the rules shipped."""
    return partial(calculate, rules=rules, rates=rates, vat_rate=VAT)


@pytest.mark.parametrize(("edition", "turn"), [("CGV-30J", date(2027, 3, 2)), ("CGV-15J", date(2027, 3, 17))])
def test_the_steps_are_the_days_on_which_the_cost_changes(
    edition: str, turn: date, rules: Mapping[str, Rules], rates: Rates
) -> None:
    """30 % of 1 000.00, then the price: from 29 days before, or from 14."""
    case = parse_case({**CASE, "edition": edition})
    found = cost_by_notice_date(case, computing(rules, rates), days=60)
    expected = [
        (date(2027, 1, 30), Decimal("300.00")),
        (turn, Decimal("1000.00")),
        (date(2027, 3, 31), Decimal("1000.00")),
    ]
    assert expected == [(day, one.due_max) for day, one in found if one.due_min == one.due_max]


def test_no_day_before_the_order_is_shown(rules: Mapping[str, Rules], rates: Rates) -> None:
    """The first step is the order's own day."""
    case = parse_case({**CASE, "edition": "CGV-30J", "order_date": "2027-03-10"})
    found = cost_by_notice_date(case, computing(rules, rates), days=60)
    assert date(2027, 3, 10) == found[0][0]


def test_without_a_start_there_is_nothing_to_draw(rules: Mapping[str, Rules], rates: Rates) -> None:
    """No start date, no steps."""
    case = parse_case({"event": "cancellation", "price": "1000"})
    assert () == cost_by_notice_date(case, computing(rules, rates), days=60)
