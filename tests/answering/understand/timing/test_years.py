"""The year of a date that does not say it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.dates.dates import Mention
from assistant.answering.understand.timing.years import settle_dates
from assistant.datatypes import Case

TODAY = date(2026, 11, 20)


def yearly(month: int, day: int) -> Mention:
    """A day of a month, in any year nearby."""
    return Mention(0, 0, tuple(date(year, month, day) for year in range(2024, 2029)))


@pytest.mark.parametrize(
    ("start", "notice", "text", "expected"),
    [
        ((1, 10), (12, 28), "", ("2027-01-10", "2026-12-28")),
        ((3, 12), (3, 1), "", ("2027-03-12", "2027-03-01")),
        ((12, 16), (11, 26), "", ("2026-12-16", "2026-11-26")),
        ((3, 12), (3, 20), "", ("2027-03-12", "2027-03-20")),
        ((11, 30), (1, 15), "", ("2026-11-30", "2026-01-15")),
        ((11, 15), (11, 2), "j'ai annule", ("2026-11-15", "2026-11-02")),
    ],
)
def test_start_and_notice_are_of_one_season(
    start: tuple[int, int], notice: tuple[int, int], text: str, expected: tuple[str, str]
) -> None:
    """The start is the next one, the notice the last before it, or soon after."""
    days = settle_dates({"start": yearly(*start), "notice": yearly(*notice)}, text, None, TODAY)
    assert expected == (days["start"].isoformat(), days["notice"].isoformat())


def test_a_start_that_has_been_is_in_the_past() -> None:
    """« a commencé le 3 novembre » was this month."""
    days = settle_dates({"start": yearly(11, 3)}, "elle a commence le 3 novembre", None, TODAY)
    assert date(2026, 11, 3) == days["start"]


def test_a_past_notice_far_from_the_start_is_of_another_year() -> None:
    """« j'ai annulé le 26 novembre » of a December session is this year's."""
    roles = {"start": Mention(0, 0, (date(2026, 12, 16),)), "notice": yearly(11, 26)}
    assert date(2026, 11, 26) == settle_dates(roles, "j'ai annule", None, TODAY)["notice"]


def test_the_known_start_dates_a_notice() -> None:
    """A notice is the last before the start that is known."""
    known = Case("cancellation", start_date=date(2027, 1, 10))
    assert date(2026, 12, 28) == settle_dates({"notice": yearly(12, 28)}, "", known, TODAY)["notice"]


def test_an_order_comes_before_the_notice_and_a_new_start_after_the_start() -> None:
    """An order or a signature is the last before; a new start the first after."""
    roles = {"start": yearly(3, 12), "order": yearly(10, 5), "new_start": yearly(2, 1)}
    days = settle_dates(roles, "", None, TODAY)
    assert (date(2026, 10, 5), date(2028, 2, 1)) == (days["order"], days["new_start"])
