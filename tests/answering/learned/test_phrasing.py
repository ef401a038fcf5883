"""How people ask for each section tells which one a new question is on."""

from __future__ import annotations

from math import log

import pytest

from assistant.answering.learned.phrasing import Phrasing, learn_phrasing
from assistant.indexing.questions import Question
from tests.indexing.conftest import make_chunk

__all__ = ["make_chunk"]  # fixtures


@pytest.fixture
def phrasing(make_chunk) -> Phrasing:
    """Two sections that people asked for, and one that nobody did."""
    chunks = [make_chunk(key, text="Rien.") for key in ("cgv#retard", "cgv#acompte", "cgv#divers")]
    questions = [
        Question("si je paie trop tard ?", ("cgv#retard",)),
        Question("combien verser d'avance ?", ("cgv#acompte",)),
        Question("que dit le contrat ?", ("cgv#retard", "cgv#acompte")),
    ]
    return learn_phrasing(chunks, questions, [("prix", "c'est cher ?")], str)


def test_words_met_in_the_questions_of_a_section_bring_it_forward(phrasing):
    """A question that looks like those of one section leads to it."""
    late, early = phrasing.scores("je suis trop tard"), phrasing.scores("verser une avance")
    assert late["cgv#retard"] > late["cgv#acompte"]
    assert early["cgv#acompte"] > early["cgv#retard"]


def test_a_section_nobody_asked_for_has_no_score(phrasing):
    """The other parts of the search judge it alone."""
    assert {"cgv#retard", "cgv#acompte", "?prix"} == set(phrasing.scores("combien d'avance ?"))


def test_words_never_met_say_nothing(phrasing):
    """Nothing is made of a question without a known word."""
    assert {} == phrasing.scores("xylophone")


def test_a_question_of_two_sections_counts_once_among_them(phrasing):
    """Half of it goes to each."""
    assert {"cgv#retard": 0.5, "cgv#acompte": 0.5} == phrasing.seen["=contrat"]


def test_the_score_is_that_of_the_others():
    """The sum, over words met, of how rare each one is outside of the section."""
    model = Phrasing({"=prix": {"a": 3.0}, "=lieu": {"a": 1.0, "b": 2.0}})
    # All that is met, one more for each of the two features: 3 + 1 + 1 + 2 + 1 = 8.
    expected = {"a": log(8 - 4) - log(4 - 3), "b": log(8 - 2) - log(4)}
    assert expected == pytest.approx(dict(model.scores("prix")))


def test_what_has_no_answer_is_told_from_what_has_one(phrasing):
    """A question like those without an answer is above zero, the others below."""
    assert phrasing.unanswered("est-ce cher ?") > 0 > phrasing.unanswered("je paie trop tard")
    assert 0.0 == phrasing.unanswered("xylophone")
