"""Sentences are read into what they are compared by."""

from __future__ import annotations

import pytest

from assistant.answering.wording.sentences import SIGNS, read_sentence, share_of, signs_of
from assistant.french import fold


def test_a_sentence_holds_its_words_figures_and_signs() -> None:
    """Each in the form in which a statement is compared with it."""
    one = read_sentence("Le client peut annuler par écrit, au moins quinze jours avant.")
    assert {"annul", "client"} <= one.roots
    assert [("15", "day", "more")] == [(q.value, q.unit, q.bound) for q in one.quantities]
    assert {"may", "written", "before", "client"} <= one.signs


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Aucun frais n'est dû.", "no"),
        ("LEXOM est tenue de répondre.", "must"),
        ("Vous avez la faculté d'annuler.", "may"),
        ("Seul l'écrit compte.", "only"),
        ("Sauf accord contraire.", "except"),
        ("À réception de la facture.", "received"),
        ("Même en cas de force majeure.", "even"),
    ],
)
def test_what_a_sentence_turns_on_is_seen(text: str, sign: str) -> None:
    """Whatever the words it is said with."""
    assert sign in signs_of(fold(text))
    assert sign in SIGNS


def test_the_share_of_roots_that_others_hold() -> None:
    """A half when one of two is held."""
    assert 0.5 == share_of(["annul", "report"], frozenset({"annul"}))
    assert 0.0 == share_of([], frozenset({"annul"}))
