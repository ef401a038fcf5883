"""A statement that turns its passage round is found out, one that keeps it is not."""

from __future__ import annotations

import pytest

from assistant.answering.wording.contrast import find_contrast_gaps
from assistant.answering.wording.quantities import spell
from assistant.answering.wording.sentences import read_sentence
from assistant.answering.wording.words import read_words

PASSAGES = (
    "Le client étranger règle la prestation avant son démarrage.",
    "Aucun frais n'est facturé pour un report, hors cas de force majeure.",
    "Tout intervenant extérieur est tenu au secret.",
)


def _gaps(text: str, passage: str) -> list[str]:
    return list(find_contrast_gaps(spell(text), [read_sentence(passage)], read_words()))


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Le client étranger règle la prestation avant le début.", PASSAGES[0]),
        ("Sauf force majeure, aucun frais n'est facturé pour un report.", PASSAGES[1]),
        ("Un intervenant extérieur est tenu au secret.", PASSAGES[2]),
    ],
)
def test_what_keeps_its_passage_holds(text, passage):
    """The same time, the same exception and the same yes or no are let through."""
    assert [] == _gaps(text, passage)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Le client étranger règle la prestation après son démarrage.", PASSAGES[0]),
        ("Aucun frais n'est facturé pour un report, même en cas de force majeure.", PASSAGES[1]),
        ("Un intervenant extérieur n'est pas tenu au secret.", PASSAGES[2]),
    ],
)
def test_what_turns_its_passage_round_does_not(text, passage):
    """Another time, an exception taken in, and a denial are refused."""
    assert _gaps(text, passage)
