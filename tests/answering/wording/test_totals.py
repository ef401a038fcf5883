"""The sums of a draft go together as the calculator's do."""

from __future__ import annotations

import pytest

from assistant.answering.wording.statements import Statement
from assistant.answering.wording.totals import find_total_faults

LATE = "Facture de 2 400 € TTC échue le 28 février 2026, payée par la société le 29 mai 2026 : pénalités ?"
RANGE = (
    "Facture de 4 800 € TTC échue le 30 novembre 2025, payée par la société le 31 janvier 2026 : pénalités ?"
)
PAID = (
    "Facture de 2 400 € TTC échue le 28 février 2026, payée par la société le 25 février 2026 : pénalités ?"
)
OURS = "Si LEXOM annule la formation à 1 450 € HT, combien nous remboursez-vous ?"
CANCEL = "J'annule RCL-RCL-05, 2 000 € HT, début le 15 mars 2027, demande reçue le 20 février 2027. Combien ?"


@pytest.mark.parametrize(
    ("question", "true"),
    [
        (LATE, "Vous devez 111,90 € de pénalités, dont 71,90 € d'intérêts."),
        (LATE, "Les intérêts sont de 71,90 €. S'y ajoute l'indemnité de 40 €."),
        (LATE, "111,90 € : 71,90 € d'intérêts, plus l'indemnité de 40 €."),
        (LATE, "En plus de la facture, il faut ajouter 111,90 €, dont 40 € d'indemnité."),
        (LATE, "Vous devez 111,90 € en tout. Pour une entreprise, 40 € s'ajoutent aux intérêts."),
        (LATE, "71,90 € d'intérêts, et 111,90 € si l'on ajoute les 40 €."),
        (LATE, "Vous devez 111,90 € selon CGV-15J, et aussi 111,90 € selon CGV-30J."),
        (RANGE, "Entre 139,06 € et 143,14 € selon CGV-15J comme selon CGV-30J, indemnité de 40 € comprise."),
        (OURS, "522,00 € TTC selon les CGV-15J, ou 435,00 € HT selon les CGV-30J."),
        (OURS, "CGV-30J : 435,00 € HT. Selon les CGV-15J, 522,00 € TTC (435,00 € HT)."),
        (PAID, "Rien n'est dû : l'indemnité de 40 € ne s'ajoute qu'en cas de retard."),
        (CANCEL, "600,00 € HT aujourd'hui ; à partir du 1er mars 2027, ce serait 2 000,00 €."),
    ],
)
def test_what_adds_up_passes(evidence_of, question: str, true: str) -> None:
    """Parts of the whole, a range, what is not due, and what another day would bring."""
    assert [] == list(find_total_faults([Statement(true)], evidence_of(question)))


@pytest.mark.parametrize(
    ("question", "false"),
    [
        (LATE, "Vous devez 111,90 €. À cette somme s'ajoute l'indemnité de 40 €."),
        (LATE, "Les intérêts seuls sont de 111,90 €."),
        (RANGE, "139,06 € selon CGV-15J et 143,14 € selon CGV-30J."),
        (LATE, "Vous devez 111,90 € selon CGV-15J, mais rien selon CGV-30J."),
        (LATE, "Vous devez 111,90 € selon CGV-15J ; selon CGV-30J, la totalité, soit 2 400 €."),
        (LATE, "Vous devez 111,90 € selon CGV-15J, mais seulement les intérêts selon CGV-30J."),
        (PAID, "0,00 € d'intérêts, mais l'indemnité de 40 € reste due."),
        (CANCEL, "600,00 € HT ; à partir du 1er mars 2027, ce serait 900,00 €."),
        (CANCEL, "600,00 € HT ; à partir du 8 mars 2027, ce serait 2 000,00 €."),
    ],
)
def test_what_does_not_add_up_is_seen(evidence_of, question: str, false: str) -> None:
    """What is counted twice, a part taken for the whole, a sum split between editions, another day."""
    assert list(find_total_faults([Statement(false)], evidence_of(question)))


def test_without_a_calculation_there_is_nothing_to_add(evidence_of) -> None:
    """The sums of passages are checked elsewhere."""
    evidence = evidence_of("Quel est le montant de l'indemnité forfaitaire de recouvrement ?")
    assert [] == list(find_total_faults([Statement("Une indemnité de 40 € s'ajoute.")], evidence))
