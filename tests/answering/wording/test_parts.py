"""What is said of a numbered part of a programme is what the sheet says of it."""

from __future__ import annotations

import pytest

from assistant.answering.wording.parts import find_part_faults

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
