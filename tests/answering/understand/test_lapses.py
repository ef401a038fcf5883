"""Dates told by a length of time; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.lapses import read_lapse
from assistant.datatypes import Event

TODAY = date(2026, 11, 20)


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
