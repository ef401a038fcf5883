"""The last day of a notice before its fee changes, and the first day of a termination."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from assistant.datatypes import Case
from assistant.fees import Rates, Rules, last_days, say_termination

SIGNED = date(2026, 11, 1)  # + 14 days is Sunday 15 November
START = date(2027, 1, 18)


@pytest.mark.parametrize(
    ("edition", "case", "days"),
    [
        ("CGV-15J", Case("cancellation", start_date=START), [date(2027, 1, 3)]),
        ("CGV-30J", Case("cancellation", start_date=START), [date(2026, 12, 19)]),
        ("CGV-30J", Case("withdrawal", signature_date=SIGNED), [date(2026, 11, 16)]),
        ("CGV-15J", Case("withdrawal", signature_date=SIGNED, online=True), [date(2026, 11, 16)]),
        ("CGV-15J", Case("withdrawal", signature_date=SIGNED, online=False), []),
        ("CGV-30J", Case("cancellation"), []),
        (
            "CGV-30J",
            Case("cancellation", client="individual", signature_date=SIGNED, start_date=START),
            [date(2026, 11, 16), date(2026, 12, 19)],
        ),
    ],
)
def test_the_last_days(
    edition: str, case: Case, days: list[date], rules: Mapping[str, Rules], rates: Rates
) -> None:
    """Backwards a day is not moved off a week-end; the end of a withdrawal is."""
    assert days == [one.day for one in last_days(case, edition, rules=rules, rates=rates)]


def test_a_contract_may_end_the_day_after_eight_days(rules: Mapping[str, Rules]) -> None:
    """A notice of 4 January runs until the 12th: 4.7 of both editions."""
    for edition, one in rules.items():
        found = say_termination(date(2027, 1, 4), one)
        assert found is not None
        assert "13 janvier 2027" in found.text.replace("\u00a0", " ")
        assert [f"{edition}#4.7"] == [ground.article for ground in found.grounds]
