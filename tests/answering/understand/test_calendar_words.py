"""Names and arithmetic of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.understand.calendar_words import (
    count_of,
    day_name,
    month_days,
    month_name,
    months,
    shift,
    shift_working,
    unit_of,
    weekdays,
)

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))


@pytest.mark.parametrize(("name", "number"), [("aout", 8), ("juil", 7), ("juin", 6), ("may", 5), ("dec", 12)])
def test_months_are_known_by_name_and_abbreviation(name: str, number: int) -> None:
    """French and English, whole or cut short."""
    assert number == months()[name]


def test_an_abbreviation_of_two_months_is_of_none() -> None:
    """« jui » may be June or July."""
    assert "jui" not in months()


def test_names_are_said_in_french() -> None:
    """Months and days are said in French."""
    assert ("août", "lundi", 0) == (month_name(8), day_name(0), weekdays()["monday"])


@settings(deadline=None)
@given(DAYS, st.integers(min_value=-500, max_value=500))
def test_days_are_added_one_by_one(day: date, count: int) -> None:
    """A day so many days later is so many days later."""
    assert day + timedelta(days=count) == shift(day, count, "days")


def test_months_are_added_on_the_calendar() -> None:
    """A month before 31 March is 28 February."""
    assert date(2027, 2, 28) == shift(date(2027, 3, 31), -1, "months")


def test_working_days_skip_week_ends_and_holidays() -> None:
    """Christmas 2026 is a Friday."""
    assert date(2026, 12, 28) == shift_working(date(2026, 12, 24), 1)
    assert date(2026, 12, 24) == shift_working(date(2026, 12, 28), -1)


def test_counts_and_units_are_read() -> None:
    """« une quinzaine », « 3 sem »."""
    assert (15, 1, 12) == (count_of("quinzaine"), count_of("une"), count_of("12"))
    assert ("weeks", "hours", "months", "years") == tuple(map(unit_of, ("sem", "h", "mois", "ans")))


def test_a_month_has_a_first_and_a_last_day() -> None:
    """February of a leap year has 29 days."""
    assert (date(2028, 2, 1), date(2028, 2, 29)) == month_days(2028, 2)
    assert (date(2027, 12, 1), date(2027, 12, 31)) == month_days(2027, 12)
