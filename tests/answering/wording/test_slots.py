"""What a model finds in a person's words."""

from __future__ import annotations

import json

import pytest

from assistant.answering.llm import Chat
from assistant.answering.understand import understand
from assistant.answering.wording.slots import Found, fill_slots, find_in_words
from tests.answering.wording.fakes import Saying
from tests.conftest import TODAY


def _find(said: str, message: str = "Le prix est de 2000 €", missing: tuple[str, ...] = ("price",)) -> Found:
    chat = Chat(lambda: Saying(answers=lambda _: said, asked=[]))
    return find_in_words(chat, message, before=(), missing=missing, seconds=5.0)


def test_a_fact_is_kept_word_for_word():
    """What stands in the person's words and was missing."""
    assert {"price": "2000 €"} == dict(_find('{"facts": {"price": "2000 €"}, "query": "Combien ?"}').facts)


@pytest.mark.parametrize(
    "facts",
    [{"price": "3000 €"}, {"price": "000 €"}, {"basis": "€"}, {"price": ""}, {"price": 2000}, ["price"]],
)
def test_what_was_not_said_or_not_missing_is_left(facts):
    """An invented value, a piece of a figure, a fact already known, nonsense."""
    assert {} == dict(_find(json.dumps({"facts": facts, "query": ""})).facts)


@pytest.mark.parametrize("said", ["", "{", "[]", '"mots"', '{"facts": null, "query": 3}'])
def test_nonsense_finds_nothing(said):
    """A broken answer fills no slot and rewords no question."""
    found = _find(said)
    assert ({}, "") == (dict(found.facts), found.query)


def test_an_endless_rewording_is_left():
    """A question reworded into a page is none."""
    assert "" == _find(json.dumps({"facts": {}, "query": "mot " * 200})).query


def test_only_empty_slots_are_filled(assistant):
    """What the rules read stays as they read it."""
    message = "J'annule 10 jours avant, CGV-30J, prix 2000 € HT, combien ?"
    reading = understand(message, known=None, catalogue=assistant.sources.catalogue, today=TODAY)
    filled = fill_slots(reading, Found({"price": "1 €"}, "", 0), today=TODAY)
    assert reading.money is not None
    assert filled.money is not None
    assert reading.money.case.price == filled.money.case.price
