"""What a notice costs, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from assistant.fees import CostStep, Rates, Rules, cost_by_notice_date, parse_case

VAT = Decimal(20)
CASE = {"event": "cancellation", "price": "1000", "start_date": "2027-03-31"}


@pytest.mark.parametrize(("edition", "turn"), [("CGV-30J", date(2027, 3, 2)), ("CGV-15J", date(2027, 3, 17))])
def test_the_steps_are_the_days_on_which_the_cost_changes(
    edition: str, turn: date, rules: Mapping[str, Rules], rates: Rates
) -> None:
    """30 % of 1 000.00, then the price: from 29 days before, or from 14."""
    case = parse_case({**CASE, "edition": edition})
    found = cost_by_notice_date(case, rules=rules, rates=rates, vat_rate=VAT, days=60)
    expected = [
        (date(2027, 1, 30), Decimal("300.00")),
        (turn, Decimal("1000.00")),
        (date(2027, 3, 31), Decimal("1000.00")),
    ]
    assert tuple(CostStep(day, due, due) for day, due in expected) == found


def test_no_day_before_the_order_is_shown(rules: Mapping[str, Rules], rates: Rates) -> None:
    """The first step is the order's own day."""
    case = parse_case({**CASE, "edition": "CGV-30J", "order_date": "2027-03-10"})
    found = cost_by_notice_date(case, rules=rules, rates=rates, vat_rate=VAT, days=60)
    assert date(2027, 3, 10) == found[0].date


def test_without_a_start_there_is_nothing_to_draw(rules: Mapping[str, Rules], rates: Rates) -> None:
    """No start date, no steps."""
    case = parse_case({"event": "cancellation", "price": "1000"})
    assert () == cost_by_notice_date(case, rules=rules, rates=rates, vat_rate=VAT, days=60)
