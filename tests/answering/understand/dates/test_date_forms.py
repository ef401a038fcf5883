"""The written forms of a date."""

from __future__ import annotations

from assistant.answering.understand.dates.date_forms import date_forms
from assistant.answering.understand.dates.date_readers import READERS


def test_every_form_has_a_reader() -> None:
    """What is recognised can be read."""
    assert set(READERS) == {name for name, _ in date_forms()}


def test_the_more_particular_form_comes_first() -> None:
    """« fin mars » is met before « mars », a whole date before a day alone."""
    names = [name for name, _ in date_forms()]
    assert names.index("part") < names.index("whole_month") < names.index("day_only")
    assert names.index("numeric") < names.index("short")
