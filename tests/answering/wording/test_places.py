"""What is said of a half-day stands in that half-day."""

from __future__ import annotations

import pytest

from assistant.answering.wording.places import find_place_faults

QUESTION = "Quel est le programme de RCL-RCL-05 ?"
KEY = "RCL-RCL-05#programme"


def _in_place(evidence, text: str, question: str = QUESTION) -> bool:
    proofs = [one for one in evidence.proofs.values() if one.citation.key == KEY]
    return not list(find_place_faults(text, question, proofs))


@pytest.mark.parametrize(
    "text",
    [
        "L'après-midi du jour 2 porte sur la reconquête des clients perdus.",
        "Le premier jour, on consolide la relation et on fait face à la concurrence.",
        "Jour 2 : programmes de fidélisation le matin, reconquête des clients perdus l'après-midi.",
        "Le premier jour commence par l'accueil, puis passe l'après-midi à la concurrence.",
        "Le matin du deuxième jour va des stratégies à la mise en place de programmes de fidélisation.",
        "Il va de l'accueil, le premier matin, à la reconquête des clients perdus, le second après-midi.",
    ],
)
def test_what_stands_in_its_half_day_holds(evidence_of, text):
    """The day and the half are those of the sheet."""
    assert _in_place(evidence_of(QUESTION), text)


@pytest.mark.parametrize(
    "text",
    [
        "Le matin du jour 2 porte sur la reconquête des clients perdus.",
        "Le deuxième jour porte sur l'accueil et la concurrence.",
        "Reconquête des clients perdus le premier matin, concurrence le second après-midi.",
    ],
)
def test_what_stands_in_another_does_not(evidence_of, text):
    """A subject moved to another half-day is seen."""
    assert not _in_place(evidence_of(QUESTION), text)


def test_the_question_may_say_which_day(evidence_of):
    """« L'après-midi » is that of the day asked about."""
    said = "L'après-midi est consacré à la reconquête des clients perdus."
    assert _in_place(evidence_of(QUESTION), said, "Que fait-on le deuxième jour ?")
    assert not _in_place(evidence_of(QUESTION), said, "Que fait-on le premier jour ?")
