"""The numbers of a statement tell what its passages hold from what they do not."""

from __future__ import annotations

import math

from assistant.answering.wording.memory import Example, Memory, example_roots
from assistant.answering.wording.said import Said
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.traits import TRAITS, find_traits

QUESTION = "Que se passe-t-il si j'annule à temps, CGV-15J ?"
KEY = "CGV-15J#3.5"
MEMORY = Memory(
    weights={},
    rarest=2.0,
    says={"acompt": {"avanc": 0.5}},
    alone={"bonjour": 0.5},
    usual={},
    examples={KEY: (Example(example_roots("L'avance reste à LEXOM."), is_true=True),)},
    opposites={"oral": frozenset(["ecrit"]), "mois": frozenset(["jour"])},
)


def _traits(evidence, text: str) -> dict[str, float]:
    marks = tuple(mark for mark, proof in evidence.proofs.items() if proof.citation.key == KEY)
    (scope,) = read_scopes(Statement(text, marks), evidence)
    whole, *_ = find_traits(scope, Said(text), "", MEMORY)
    return dict(zip(TRAITS, whole, strict=True))


def test_a_root_is_likelier_where_the_passage_calls_for_it() -> None:
    """By itself 0,5; for another root as often as it was learned; else the floor."""
    assert math.log((0.5 + 1e-5) / 2e-4) == MEMORY.likely("acompt", ["acompt"])
    assert MEMORY.likely("avanc", ["acompt"]) > MEMORY.likely("avanc", ["client"])
    assert MEMORY.likely("bonjour", []) > MEMORY.likely("assur", [])


def test_what_is_made_up_is_less_likely(evidence_of) -> None:
    """Words that nothing calls for lower the least likely ones and the coverage."""
    evidence = evidence_of(QUESTION)
    true = _traits(evidence, "L'acompte versé reste acquis.")
    false = _traits(evidence, "Une assurance couvre votre hébergement.")
    assert true["likely_1"] > false["likely_1"]
    assert true["cover_1"] > false["cover_1"]
    assert true["unlikely"] < false["unlikely"]


def test_what_is_known_to_be_true_is_recognised(evidence_of) -> None:
    """A statement is likened to those of its own sections."""
    evidence = evidence_of(QUESTION)
    near = _traits(evidence, "L'avance reste à LEXOM.")
    far = _traits(evidence, "Le client annule par écrit.")
    assert near["like_true"] > far["like_true"]
    assert 0.0 == near["like_false"]


def test_what_a_statement_turns_on_and_no_passage_does_is_told(evidence_of) -> None:
    """« oral » is no word of the article on cancellation."""
    found = _traits(evidence_of(QUESTION), "L'annulation peut être orale.")
    assert 1.0 == found["said_oral"]


def test_what_excludes_a_word_of_the_passage_is_seen(evidence_of) -> None:
    """« orale » where the nearest sentence says « écrite », and not beside it."""
    evidence = evidence_of(QUESTION)
    said = "Une demande d'annulation {} est recevable."
    assert 1.0 == _traits(evidence, said.format("orale"))["opposed"]
    assert 0.0 == _traits(evidence, said.format("écrite"))["opposed"]


def test_what_says_nothing_has_no_numbers(evidence_of) -> None:
    """A part made of joining words only."""
    evidence = evidence_of(QUESTION)
    (scope,) = read_scopes(Statement("Oui, et de la."), evidence)
    assert not find_traits(scope, Said("et de la"), "", MEMORY)
