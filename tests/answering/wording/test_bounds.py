"""Figures and names stand in sentences on the same thing."""

from __future__ import annotations

import pytest

from assistant.answering.wording.bounds import find_figure_gaps, find_names_apart
from assistant.answering.wording.quantities import spell
from assistant.answering.wording.sentences import read_sentence
from assistant.answering.wording.words import read_words

CANCEL = "Si le client annule moins de 15 jours avant la date, il doit le montant total de la prestation."
DEPOSIT = "Un acompte de 30 % du prix accompagne la commande."
SENTENCES = [read_sentence(CANCEL), read_sentence(DEPOSIT)]


def _gaps(text: str) -> list[str]:
    return list(find_figure_gaps(text, spell(text), SENTENCES, read_words()))


@pytest.mark.parametrize("text", ["Un acompte de trente pour cent.", "À moins de 15 jours, le total est dû."])
def test_a_figure_said_of_its_own_thing_holds(text):
    """In digits or in words, with its bound."""
    assert [] == _gaps(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un acompte de 40 %.",
        "L'acompte accompagne la commande dans les 15 jours.",
        "À plus de 15 jours, le montant total est dû.",
        "À moins de 15 jours, 30 % sont dus.",
    ],
)
def test_another_figure_thing_or_bound_does_not(text):
    """A figure without support, said of something else, or with a consequence that is not its own."""
    assert _gaps(text)


def test_a_name_said_of_something_else_is_apart():
    """A name must stand in a sentence that speaks of the same thing."""
    sentences = [
        read_sentence("Le médiateur de la consommation est MED CONSO DEV."),
        read_sentence("LEXOM est inscrite au RCS d'Aubenas."),
    ]
    assert [] == list(find_names_apart(["MED CONSO DEV"], "Le médiateur est MED CONSO DEV.", sentences))
    assert list(find_names_apart(["RCS"], "Le médiateur de la consommation est le RCS.", sentences))
