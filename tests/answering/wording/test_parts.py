"""What is said of a numbered part of a programme is what the sheet says of it."""

from __future__ import annotations

import pytest

from assistant.answering.wording.parts import find_carried_faults, find_part_faults
from tests.answering.wording.conftest import marked

QUESTION = "Quel est le programme de RCL-RCL-05 ?"


def _faults(evidence, text: str) -> list[str]:
    proofs = [one for one in evidence.proofs.values() if one.citation.key == "RCL-RCL-05#programme"]
    return list(find_part_faults(text, proofs))


@pytest.mark.parametrize(
    "text",
    [
        "La partie 2, « Identifier les enjeux de cette relation client », a lieu l'après-midi du jour 1.",
        "Dans la deuxième partie, on apprend à faire face à la concurrence.",
        "La première partie a lieu le matin du premier jour.",
        "La formation compte plusieurs parties.",
    ],
)
def test_what_a_part_is_holds(evidence_of, text: str) -> None:
    """Its number in figures or in letters, its title, its half-day, what it lists."""
    assert [] == _faults(evidence_of(QUESTION), text)


@pytest.mark.parametrize(
    "text",
    [
        "La partie 9 porte sur la concurrence.",
        "La partie 2, « Distinguer les stratégies de fidélisation », porte sur les enjeux.",
        "L'après-midi du premier jour traite des parties 3 et 4.",
        "La troisième partie a lieu le matin du premier jour.",
        "Dès la première partie, on apprend à faire face à la concurrence.",
    ],
)
def test_what_another_part_is_does_not(evidence_of, text: str) -> None:
    """No such part, another title, another half-day, what stands elsewhere."""
    assert _faults(evidence_of(QUESTION), text)


@pytest.mark.parametrize(
    ("said", "when", "holds"),
    [
        ("Oui, la formation traite de l'évolution du CA.", "Ce point est vu l'après-midi du jour 1.", True),
        ("Oui, la formation traite de l'évolution du CA.", "C'est au programme du jour 2.", False),
        ("On y apprend à faire face à la concurrence.", "Cette partie occupe le premier matin.", False),
        ("On y apprend à lutter contre la piraterie.", "Cette partie occupe le premier matin.", True),
        ("On y apprend à faire face à la concurrence.", "La hausse du budget est vue le second matin.", True),
    ],
)
def test_what_was_just_said_stands_where_it_is_then_said_to(
    evidence_of, said: str, when: str, holds: bool
) -> None:
    """« Ce point », « cette partie » are what was said before, where a line of the programme says that."""
    evidence = evidence_of(QUESTION)
    statements = [marked(text, "RCL-RCL-05#programme", evidence) for text in (said, when)]
    assert holds == (not list(find_carried_faults(statements, evidence)))
