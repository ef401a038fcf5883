"""New facts on a known case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.answering.understand.money.merge import assume_today, check_case, merge_case
from assistant.datatypes import Case, Doubt

TODAY = date(2026, 11, 20)
START = date(2027, 3, 12)
KNOWN = Case("cancellation", price=Decimal(2000), basis="HT", start_date=START, notice_date=date(2027, 3, 1))


def test_the_first_facts_make_a_case() -> None:
    """Without a known case, the facts are the case."""
    assert Case("cancellation", notice_days=20) == merge_case(None, "cancellation", {"notice_days": 20})


@pytest.mark.parametrize(
    ("facts", "gone"),
    [
        ({"notice_days": 20}, ("notice_date", "started")),
        ({"notice_date": TODAY}, ("notice_days", "started")),
        ({"started": True}, ("notice_date", "notice_days")),
    ],
)
def test_a_new_notice_replaces_the_old_one(facts: dict[str, Any], gone: tuple[str, ...]) -> None:
    """A new hypothesis takes the contradictory facts away."""
    case = merge_case(KNOWN, "cancellation", facts)
    assert (None,) * len(gone) == tuple(getattr(case, name) for name in gone)


def test_a_training_not_started_changes_no_notice() -> None:
    """« elle n'a pas commencé » keeps the notice."""
    assert KNOWN.notice_date == merge_case(KNOWN, "cancellation", {"started": False}).notice_date


def test_another_event_keeps_what_makes_sense() -> None:
    """A postponement keeps the notice of a cancellation; a late payment keeps the price."""
    assert (START, KNOWN.notice_date) == (
        merge_case(KNOWN, "postponement", {}).start_date,
        merge_case(KNOWN, "postponement", {}).notice_date,
    )
    invoice = Case("late_payment", price=Decimal(2400), due_date=START)
    assert Case("cancellation", price=Decimal(2400)) == merge_case(invoice, "cancellation", {})


def test_all_paid_follows_the_price() -> None:
    """What was paid in full stays paid in full when the price is corrected."""
    known = Case("cancellation", price=Decimal(2000), paid=Decimal(2000))
    assert Decimal(2500) == merge_case(known, "cancellation", {"price": Decimal(2500)}).paid


@pytest.mark.parametrize(
    ("known", "facts", "deposit", "paid"),
    [
        ({"deposit_paid": Decimal(600)}, {"paid": Decimal(500)}, None, Decimal(500)),
        ({"paid": Decimal(500)}, {"deposit_paid": Decimal(600)}, Decimal(600), None),
        ({"deposit_paid": Decimal(0)}, {"paid": Decimal(2000)}, None, Decimal(2000)),
        ({"deposit_paid": Decimal(300)}, {"paid": Decimal(500)}, Decimal(300), Decimal(500)),
    ],
)
def test_a_deposit_and_all_that_was_paid_agree(
    known: dict[str, Any], facts: dict[str, Any], deposit: Decimal | None, paid: Decimal | None
) -> None:
    """A deposit larger than all that was paid goes, unless it is what was just said."""
    case = merge_case(Case("cancellation", price=Decimal(2000), **known), "cancellation", facts)
    assert (deposit, paid) == (case.deposit_paid, case.paid)


def test_a_notice_is_not_kept_twice() -> None:
    """With the start known, the days before it are kept, and not a date beside them."""
    case = merge_case(
        Case("cancellation", notice_date=TODAY, notice_days=20), "cancellation", {"start_date": START}
    )
    assert (None, 20) == (case.notice_date, case.notice_days)


def test_a_notice_that_nobody_dates_is_today() -> None:
    """A start to come and a cancellation: the notice is taken as given today."""
    assert {"notice_date": TODAY} == assume_today(Case("cancellation", start_date=START), (), TODAY).facts
    signed = Case("withdrawal", signature_date=date(2026, 11, 10))
    assert {"notice_date": TODAY} == assume_today(signed, (), TODAY).facts


@pytest.mark.parametrize(
    ("case", "doubts"),
    [
        (Case("cancellation"), ()),
        (Case("cancellation", start_date=date(2026, 11, 1)), ()),
        (Case("cancellation", start_date=START, notice_days=3), ()),
        (Case("cancellation", start_date=START, started=True), ()),
        (Case("absence", start_date=START), ()),
        (Case("cancellation", start_date=START), (Doubt("notice_date", "?"),)),
    ],
)
def test_a_notice_is_not_assumed_otherwise(case: Case, doubts: tuple[Doubt, ...]) -> None:
    """No start, a past one, a notice known or in doubt: nothing is assumed."""
    assert {} == assume_today(case, doubts, TODAY).facts


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"order_date": date(2027, 4, 1)}, "start_date"),
        ({"signature_date": date(2027, 4, 1)}, "start_date"),
        ({"order_date": date(2027, 3, 5)}, "notice_date"),
        ({"new_start_date": date(2027, 1, 1)}, "new_start_date"),
        ({"deposit_paid": Decimal(3000)}, "deposit_paid"),
        ({"opco_share": Decimal(3000)}, "opco_share"),
        ({"paid": Decimal(3000)}, "paid"),
    ],
)
def test_facts_that_cannot_stand_together_are_asked_about(facts: dict[str, Any], field: str) -> None:
    """Dates in the wrong order and sums above the price have a question."""
    assert [field] == [one.field for one in check_case(merge_case(KNOWN, "cancellation", facts))]


def test_a_notice_in_days_is_checked_too() -> None:
    """Twenty days before the start is before an order of the week before."""
    case = Case("cancellation", start_date=START, notice_days=20, order_date=date(2027, 3, 5))
    assert ["notice_date"] == [one.field for one in check_case(case)]
