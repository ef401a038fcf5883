"""A figure goes with its own rule, and what a line of a table gives with whom that line is on."""

from __future__ import annotations

import pytest

from assistant.answering.wording.pairs import find_figure_swaps, find_row_swaps
from assistant.answering.wording.quantities import quantities
from assistant.answering.wording.said import Said
from assistant.answering.wording.sentences import read_sentence

FUNDING = "Comment financer la relance téléphonique ?"
RULES = [
    read_sentence("Un devis est valable 30 jours à compter de son émission."),
    read_sentence("Le client particulier dispose d'un délai de rétractation de 14 jours après la signature."),
    read_sentence("La commande est ferme dès que le devis signé est reçu."),
]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Un particulier a 14 jours pour se rétracter après avoir signé.", True),
        ("Un particulier a 30 jours pour se rétracter après avoir signé.", False),
        ("Le devis reste valable 30 jours.", True),
        ("Le devis reste valable 14 jours après son émission.", False),
        ("Le délai de rétractation est de 14 jours, le devis vaut 30 jours.", True),
        ("Il faut compter 14 jours.", True),
    ],
)
def test_a_figure_goes_with_its_rule(text: str, holds: bool) -> None:
    """« 30 jours » is said of the quote, and not of the right to withdraw."""
    assert holds == (not list(find_figure_swaps(Said(text, quantities(text)), RULES)))


@pytest.mark.parametrize(
    ("text", "question", "holds"),
    [
        ("Un artisan peut s'adresser à un FAF, comme l'AGEFICE.", FUNDING, True),
        ("Un artisan peut mobiliser l'AIF ou une POEI.", FUNDING, False),
        ("Vous pouvez mobiliser l'AIF ou une POEI.", "Je suis artisan, qui finance ?", False),
        ("Vous pouvez mobiliser l'AIF ou une POEI.", FUNDING, True),
        ("Un artisan ne relève pas de l'AIF.", FUNDING, True),
        ("Les salariés ont le PDC, les artisans un FAF.", FUNDING, True),
    ],
)
def test_what_a_line_gives_is_for_whom_it_is_on(evidence_of, text: str, question: str, holds: bool) -> None:
    """Whom the text is on, or else the question; several at once, or none, swap nothing."""
    proofs = tuple(evidence_of(FUNDING).proofs.values())
    assert holds == (not list(find_row_swaps(text, question, proofs)))
