"""Answers and readings come back as they were kept, or as much of them as can be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Answer, Case, MoneyReading, Reading
from assistant.records.replay import read_answer, read_reading, write_answer, write_reading


def test_an_answer_comes_back_equal(answer: Answer) -> None:
    """Sums, dates, citations, lines and flags are what they were."""
    assert answer == read_answer(write_answer(answer))


def test_a_read_only_mapping_is_kept() -> None:
    """What was understood is kept however it is held."""
    told = MappingProxyType({"Prix": "2 000,00 €"})

    assert {"Prix": "2 000,00 €"} == read_answer(
        write_answer(Answer("answered", "", understood=told))
    ).understood


@given(st.decimals(0, 10**9, places=2), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_facts_of_a_case_come_back_equal(price: Decimal, day: date) -> None:
    """No cent and no day is lost."""
    reading = Reading("Combien ?", "money", money=MoneyReading(Case("deposit", price=price, start_date=day)))

    assert reading == read_reading(write_reading(reading))


def test_an_answer_of_another_release_keeps_its_words() -> None:
    """An answer whose form has changed since is still shown by its text; its reading is forgotten."""
    assert "Oui." == read_answer('{"state": "other", "text": "Oui."}').text
    assert read_reading('{"asked": 1}') is None
