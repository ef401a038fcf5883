"""Dates told by a length of time; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.delays import read_lapse, read_shift
from assistant.datatypes import Case, Event

TODAY = date(2026, 11, 20)
IN_DAYS = Case(event="cancellation", notice_days=14)
ON_DATES = Case(event="cancellation", start_date=date(2026, 12, 10), notice_date=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "event", "days", "expected"),
    [
        (
            "20 jours de retard",
            "late_payment",
            {"due": date(2026, 3, 1)},
            {"payment_date": date(2026, 3, 21)},
        ),
        (
            "nous sommes en retard de 10 jours, 10 jours de retard",
            "late_payment",
            {},
            {"payment_date": TODAY, "due_date": date(2026, 11, 10)},
        ),
        ("elle n'est pas payee", "late_payment", {"due": date(2026, 3, 1)}, {"payment_date": TODAY}),
        ("3 jours apres avoir signe", "withdrawal", {}, {"signature_date": date(2026, 11, 17)}),
        ("10 jours avant", "cancellation", {}, {}),
    ],
)
def test_a_length_of_time_tells_a_date(
    text: str, event: Event, days: dict[str, date], expected: dict[str, date]
) -> None:
    """It is counted from the date that is known, or from today."""
    assert expected == dict(read_lapse(text, event, None, days, TODAY).facts)


@pytest.mark.parametrize(
    ("message", "known", "expected"),
    [
        ("et deux jours plus tôt ?", IN_DAYS, {"notice_days": 16}),
        ("et une semaine plus tard ?", IN_DAYS, {"notice_days": 7}),
        ("and two weeks later?", IN_DAYS, {"notice_days": 0}),
        ("et si c'est trois jours plus tard ?", IN_DAYS, {"notice_days": 11}),
        ("et une semaine plus tôt ?", ON_DATES, {"notice_date": date(2026, 11, 24)}),
        ("si elle commence trois jours plus tard ?", ON_DATES, {"start_date": date(2026, 12, 13)}),
        ("si elle commence trois jours plus tard ?", IN_DAYS, {"notice_days": 17}),
    ],
)
def test_what_moves_is_counted_from_what_is_known(
    message: str, known: Case, expected: dict[str, object]
) -> None:
    """An earlier notice or a later start leaves more days between them."""
    found = read_shift(prepare(message), "cancellation", known)
    assert found is not None
    assert expected == dict(found.facts)


@pytest.mark.parametrize("known", [None, Case(event="cancellation"), Case(event="deposit", notice_days=3)])
def test_nothing_moves_without_a_notice_known(known: Case | None) -> None:
    """« 20 jours plus tôt » alone is no change of anything."""
    assert read_shift("20 jours plus tot", "cancellation", known) is None
