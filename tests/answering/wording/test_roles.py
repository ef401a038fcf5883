"""Who owes the sums of a calculation, and that they are owed."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_certain_faults, find_draft_faults
from assistant.answering.wording.statements import Statement

KEPT = "RCL-RCL-05 à 2 600 € TTC, acompte payé, notre société annule 18 jours avant. Combien de frais ?"
OPCO = "L'OPCO prend en charge 2 000 € sur 2 730 € TTC pour RCL-RCL-05 : que reste-t-il à notre société ?"
BACK = (
    "LEXOM annule la relance téléphonique, 3 600 € HT, nous avions versé 1 500 €. Combien nous revient-il ?"
)
BOTH = "J'annule ma formation à 2 000 € HT 20 jours avant, combien je dois ?"
GROUP = "RCL-RCL-14 : 6 personnes, 350 € HT par personne, annulation 10 jours avant. Total dû ?"


@pytest.mark.parametrize(
    ("question", "true"),
    [
        (KEPT, "LEXOM garde 780,00 € TTC."),
        (KEPT, "780,00 € TTC, et l'OPCO ne prend pas en charge ces frais."),
        (KEPT, "Vous ne perdez que l'acompte, soit 780,00 € TTC."),
        (KEPT, "Vous ne devez pas toute la formation : les frais sont de 780,00 € TTC."),
        (OPCO, "Votre société paie 730,00 € TTC, l'OPCO 2 000 €."),
        (BACK, "1 500,00 € vous reviennent."),
        (BOTH, "Selon les CGV-15J, l'acompte de 600,00 € HT est perdu."),
    ],
)
def test_a_sum_owed_the_right_way_holds(evidence_of, question: str, true: str) -> None:
    """To us, to the client, or in part by the OPCO."""
    assert () == find_certain_faults(Statement(true), evidence_of(question))


@pytest.mark.parametrize(
    ("question", "false"),
    [
        (KEPT, "Vous ne devez pas 780,00 € TTC."),
        (KEPT, "Les 780,00 € TTC ne sont pas dus."),
        (KEPT, "L'acompte de 780,00 € TTC vous revient."),
        (KEPT, "Le client garde l'acompte de 780,00 € TTC."),
        (KEPT, "Vous devez 780,00 € TTC en plus de l'acompte."),
        (KEPT, "Les frais sont de 780,00 € TTC par mois."),
        (KEPT, "Votre salarié doit 780,00 € TTC."),
        (KEPT, "780,00 € TTC, et l'OPCO qui avait donné son accord règle ces frais à sa place."),
        (OPCO, "L'OPCO paie 730,00 € TTC."),
        (BACK, "Vous devez 1 500,00 € à LEXOM."),
        (BOTH, "720,00 € et 2 400,00 € TTC, respectivement selon les CGV-30J et les CGV-15J."),
        (GROUP, "Vous devez 2 520,00 € TTC par personne."),
    ],
)
def test_a_sum_denied_turned_round_or_multiplied_does_not(evidence_of, question: str, false: str) -> None:
    """Not owed, owed the other way, by another person, on top of the deposit, for each."""
    assert find_certain_faults(Statement(false), evidence_of(question))


def test_a_mark_of_nowhere_breaks_nothing(evidence_of) -> None:
    """Where nothing is computed too, a mark without a passage is a fault and no crash."""
    evidence = evidence_of("Quel est le taux des intérêts de retard, CGV-15J ?")
    assert find_draft_faults([Statement("Le taux est celui de la BCE.", (99,))], evidence)
