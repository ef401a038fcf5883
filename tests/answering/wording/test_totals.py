"""The sum of the answer is in a draft, and its sums go together as the calculator's do."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_certain_faults
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.totals import find_headline_faults, find_total_faults

LATE = "Facture de 2 400 € TTC échue le 28 février 2026, payée par la société le 29 mai 2026 : pénalités ?"
RANGE = (
    "Facture de 4 800 € TTC échue le 30 novembre 2025, payée par la société le 31 janvier 2026 : pénalités ?"
)
PAID = (
    "Facture de 2 400 € TTC échue le 28 février 2026, payée par la société le 25 février 2026 : pénalités ?"
)
OURS = "Si LEXOM annule la formation à 1 450 € HT, combien nous remboursez-vous ?"
CANCEL = "J'annule RCL-RCL-05, 2 000 € HT, début le 15 mars 2027, demande reçue le 20 février 2027. Combien ?"
MOVED = (
    "Report aujourd'hui de RCL-RCL-05 du 2 décembre 2026 au 15 janvier 2027, commande du 20 août 2026, "
    "1 700 € TTC, société : combien au maximum ?"
)
UNSIGNED = "Devis RCL-RCL-05 à 1 900 € HT jamais signé ni accepté, je renonce : combien dois-je ?"
TWO = "J'annule 20 jours avant une formation à 2 000 € HT : combien ?"


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
    evidence, said = evidence_of(question), Statement(false)
    assert [*find_certain_faults(said, evidence), *find_total_faults([said], evidence)]


def test_without_a_calculation_there_is_nothing_to_add(evidence_of) -> None:
    """The sums of passages are checked elsewhere."""
    evidence = evidence_of("Quel est le montant de l'indemnité forfaitaire de recouvrement ?")
    assert [] == list(find_total_faults([Statement("Une indemnité de 40 € s'ajoute.")], evidence))


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        (MOVED, "Au maximum 510 € TTC.", True),
        (MOVED, "510 € TTC.", False),
        (MOVED, "Au maximum 600 € TTC.", False),
        (UNSIGNED, "Vous ne devez rien.", True),
        (UNSIGNED, "Aucuns frais.", True),
        (UNSIGNED, "Vous devez 1 900 € HT.", False),
        (TWO, "Au maximum 2 000 € HT.", False),
    ],
)
def test_the_sum_is_said_and_of_a_range_its_most(evidence_of, question: str, text: str, holds: bool) -> None:
    """The most of one range, said as such, tells enough; that of two editions does not."""
    assert holds is not any(find_headline_faults([Statement(text)], evidence_of(question)))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("600 € HT selon les CGV-15J, ou 2 000 € HT, le prix entier, selon les CGV-30J.", True),
        ("2 000 € HT selon les CGV-15J, ou 600 € HT, l'acompte conservé, selon les CGV-30J.", False),
    ],
)
def test_each_edition_has_its_own_sum(evidence_of, text: str, holds: bool) -> None:
    """Both sums are the calculator's, and each goes with one edition."""
    assert holds is not any(find_total_faults([Statement(text)], evidence_of(TWO)))
