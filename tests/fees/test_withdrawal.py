"""The last day to withdraw."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fees.withdrawal import last_day_to_withdraw

FRENCH_HOLIDAYS_OF_2027 = {
    date(2027, 1, 1),
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 1),
    date(2027, 5, 6),  # Ascension
    date(2027, 5, 8),
    date(2027, 5, 17),  # Whit Monday
    date(2027, 7, 14),
    date(2027, 8, 15),
    date(2027, 11, 1),
    date(2027, 11, 11),
    date(2027, 12, 25),
}


@pytest.mark.parametrize(
    ("signed", "last"),
    [
        ("2027-03-01", "2027-03-15"),  # a Monday
        ("2027-03-06", "2027-03-22"),  # Saturday 20th -> Monday 22nd
        ("2027-03-07", "2027-03-22"),  # Sunday 21st -> Monday 22nd
        ("2027-03-13", "2027-03-30"),  # Saturday 27th, Sunday, Easter Monday -> Tuesday 30th
        ("2027-04-22", "2027-05-07"),  # Ascension 6th -> Friday 7th
        ("2024-02-15", "2024-02-29"),  # a leap day
        ("2026-12-18", "2027-01-04"),  # 1 January, a Friday -> Monday 4th
    ],
)
def test_a_last_day_that_is_not_a_working_day_moves_to_the_next(signed: str, last: str) -> None:
    """Saturdays, Sundays and public holidays are passed over."""
    assert date.fromisoformat(last) == last_day_to_withdraw(date.fromisoformat(signed), 14)


@given(signed=st.dates(date(2026, 12, 20), date(2027, 12, 10)))
def test_the_last_day_is_the_first_working_day_from_the_fourteenth(signed: date) -> None:
    """It is a working day, and every day skipped is not."""
    last = last_day_to_withdraw(signed, 14)
    day = signed + timedelta(days=14)
    skipped = [day + timedelta(days=more) for more in range((last - day).days)]
    off = [
        one for one in skipped if one.isoweekday() > 5 or one in FRENCH_HOLIDAYS_OF_2027 | {date(2028, 1, 1)}
    ]
    assert skipped == off
    assert last.isoweekday() <= 5
    assert last not in FRENCH_HOLIDAYS_OF_2027
