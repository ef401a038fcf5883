"""A statement against the sentence it rests on, case by case."""

import pytest

from assistant.answering.wording.entail import find_gaps
from assistant.answering.wording.quantities import name_ours
from assistant.answering.wording.sentences import read_sentence

COMPANIES = ("LEXOM",)
CANCEL = (
    "Si le client annule moins de 15 jours avant la date prévue, il doit le montant total de la prestation."
)
HIRE = "Le client s'engage à ne pas embaucher le personnel de LEXOM."
REFUND = "Si LEXOM annule définitivement la prestation, les sommes versées sont intégralement remboursées."
WRITTEN = "Une demande d'annulation n'est recevable que par écrit."


def _holds(statement: str, *sentences: str) -> bool:
    return not list(
        find_gaps(
            name_ours(statement, COMPANIES), [read_sentence(name_ours(one, COMPANIES)) for one in sentences]
        )
    )


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("À moins de quinze jours, vous devez la totalité du prix.", CANCEL),
        ("Vous ne pouvez pas recruter le personnel de LEXOM.", HIRE),
        ("Si LEXOM annule définitivement, vous êtes intégralement remboursé.", REFUND),
        ("L'annulation se demande uniquement par écrit.", WRITTEN),
    ],
)
def test_other_words_for_the_same_hold(statement, sentence):
    """Synonyms, numbers in words and turned sentences are let through."""
    assert _holds(statement, sentence)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("À plus de quinze jours, vous devez la totalité du prix.", CANCEL),
        ("À moins de 30 jours, vous devez la totalité du prix.", CANCEL),
        ("À moins de 15 jours, LEXOM doit le montant total de la prestation.", CANCEL),
        ("Vous pouvez recruter le personnel de LEXOM.", HIRE),
        ("Si le client annule la prestation, les sommes versées sont remboursées.", REFUND),
        ("Les sommes versées sont intégralement remboursées.", REFUND),
        ("L'annulation se demande par téléphone.", WRITTEN),
        ("L'annulation par écrit est gratuite.", WRITTEN),
    ],
)
def test_a_bound_a_party_a_condition_or_a_promise_changed_does_not(statement, sentence):
    """What the sentence does not say is named as a gap."""
    assert not _holds(statement, sentence)
