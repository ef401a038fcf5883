"""Misspelt words are brought to the words they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.correct import OFTENER, correct, sound, without_slips
from assistant.answering.vocabulary import Vocabulary
from assistant.french import words

WORDS = (
    "stagiaire",
    "absent",
    "telephonique",
    "acompte",
    "annule",
    "formation",
    "reseaux",
    "commande",
    "vide",
)
VOCABULARY = Vocabulary(dict.fromkeys(WORDS, 1), {}, {"concert": 1})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stagiere", "stagiaire"),
        ("absant", "absent"),
        ("telefonik", "telephonique"),
        ("l'accompte", "l'acompte"),
        ("foramtion", "formation"),
        ("rezo", "reseaux"),
        ("comande", "commande"),
        ("jannule", "j annule"),
    ],
)
def test_what_sounds_or_looks_alike_is_corrected(typed: str, meant: str) -> None:
    """A word written as it sounds, with a letter too many, or glued to its article is understood."""
    assert meant == correct(typed, VOCABULARY)


@pytest.mark.parametrize(
    "typed",
    ["Les formations ?", "Un concert à Lyon, à 3,50 €", "l'examen", "RCL-RCL-05", "zzzzzz", "où ça"],
)
def test_what_is_known_or_like_nothing_is_left(typed: str) -> None:
    """Other forms of known words, words met elsewhere, references and riddles stay as typed."""
    assert typed == correct(typed, VOCABULARY)


def test_another_letter_in_a_short_word_makes_another_word() -> None:
    """« vite » is not « vide » misspelt."""
    assert "vite" == correct("vite", VOCABULARY)


def test_the_most_frequent_of_two_is_chosen() -> None:
    """Between two words as near, the one met oftener is meant."""
    vocabulary = Vocabulary({"client": 1, "cliente": 1, "clients": 9}, {})
    assert "clients" == correct("cliants", vocabulary)


@pytest.mark.parametrize(
    ("asked", "typed", "meant"),
    [
        ("La formation résaux sociaux ?", "résaux", "reseaux"),
        ("J'annule sans lacompte", "lacompte", "l acompte"),
        ("Le stagiaire asbent", "asbent", "absent"),
        ("Des stagiaires absentes", "absentes", "absentes"),  # another form of it
        ("Is the absant one a client?", "absant", "absant"),  # of a question in English
        ("Quel client ?", "client", "client"),  # like no word of the documents
    ],
)
def test_what_was_misspelt_in_a_question_is_no_word(asked: str, typed: str, meant: str) -> None:
    """A slip that stands in a question asked is corrected all the same; a word of its own is not."""
    met = dict.fromkeys(WORDS, OFTENER) | dict.fromkeys(words(asked), 1)
    known = without_slips(Vocabulary(met, {}), written=WORDS, asked=[asked])
    assert meant == correct(typed, known)


def test_a_word_met_as_often_as_the_one_it_is_like_is_a_word() -> None:
    """People who say « comande » as often as the documents say « commande » mean it."""
    vocabulary = Vocabulary({"commande": OFTENER, "comande": 2}, {})
    known = without_slips(vocabulary, written=["commande"], asked=["comande"])
    assert "comande" == correct("comande", known)


def test_nothing_is_known_without_documents() -> None:
    """An empty vocabulary changes nothing."""
    assert "kel acconte" == correct("kel acconte", Vocabulary({}, {}))


@given(st.text(max_size=80))
def test_a_correction_is_a_text_that_needs_none(typed: str) -> None:
    """Correcting twice is correcting once, and nothing but words changes."""
    once = correct(typed, VOCABULARY)
    assert once == correct(once, VOCABULARY)


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_every_word_has_a_sound(word: str) -> None:
    """A key is never longer than the word."""
    assert len(sound(word)) <= len(word)
