"""Answers and readings come back as they were kept, or as much of them as can be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation import Assistant, Conversation
from assistant.datatypes import Answer, Case, MoneyReading, Reading
from assistant.records import Records
from assistant.records.replay import read_answer, read_reading, write_answer, write_reading
from tests.conftest import TODAY

from .conftest import save


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


@pytest.mark.parametrize(
    "question",
    [
        "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant le 15 mars 2027 ?",
        "Quelle est la durée de la formation RCL-RCL-05 ?",
        "L'OPCO ne paie pas : qui règle la facture ?",
    ],
)
def test_a_record_replays(assistant: Assistant, records: Records, question: str) -> None:
    """From what was kept alone, the same documents give the same answer again."""
    answer, after = assistant.reply(question, today=TODAY)
    conversation, turn = save(records, "anna", question, answer)
    assert after.known is not None
    records.save_known("anna", turn, after.known)

    (kept,) = records.turns("anna", conversation)
    assert kept.known is not None
    again, _ = assistant.recompute(kept.known, typed=kept.question, conversation=Conversation(), today=TODAY)

    assert (kept.answer.text, kept.answer.headline) == (again.text, again.headline)
    assert kept.answer.citations == again.citations
    assert kept.answer.calculations == again.calculations


def test_an_answer_of_another_release_keeps_its_words() -> None:
    """An answer whose form has changed since is still shown by its text; its reading is forgotten."""
    assert "Oui." == read_answer('{"state": "other", "text": "Oui."}').text
    assert read_reading('{"asked": 1}') is None
