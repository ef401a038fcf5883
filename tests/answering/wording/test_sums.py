"""Each sum of a draft is the calculator's, in its role."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_certain_faults
from assistant.answering.wording.statements import Statement

OPCO = "L'OPCO paie 1 500 € sur 2 400 € TTC : combien reste-t-il à notre charge ?"
LATE = "J'annule RCL-RCL-05 9 jours avant, 1 840 € TTC, acompte versé : que reste-t-il à payer ?"
DUE = "Quel acompte dois-je verser pour MRK-OPE-02 si le prix est de 3 000 € TTC ?"
ABSENT = "2 stagiaires absents sur 6 à la relance téléphonique, 2 100 € HT, combien payons-nous ?"
NEAR = "Relance téléphonique du 14 janvier 2027, annulation reçue le 16 décembre 2026, 1 600 € HT. Frais ?"
EACH = "RCL-RCL-14 : 6 personnes, 350 € HT par personne, annulation 10 jours avant. Total dû ?"
DAMAGE = "Le client chiffre son préjudice à 15 000 € après RCL-RCL-14, à 3 200 € TTC : combien au plus ?"
MOVED = "LEXOM reporte RCL-RCL-05, 2 400 € TTC, j'accepte la nouvelle date, 720 € versés : combien revient ?"
FAR = "J'annule la relance téléphonique 33 jours avant, 2 200 € HT. Frais ?"

GIVEN_BACK = "LEXOM annule RCL-RCL-05 faute de formateur, acompte versé, 2 000 € HT : combien me rend-on ?"
PAID = "Relance téléphonique, 1 240 € HT, annulée 17 jours avant, acompte déjà versé : quel solde ?"
REST = "L'acompte est réglé, combien reste-t-il à payer sur RCL-RCL-05 à 2 000 € HT ?"
WITHDRAWN = (
    "Particulier inscrit à la relance téléphonique, 990 € TTC, contrat signé le 2 mars 2026, "
    "rétractation le 9 mars 2026, début le 20 avril 2026 : que doit-il ?"
)


@pytest.mark.parametrize(
    ("question", "true"),
    [
        (OPCO, "Il vous reste 900,00 € TTC à payer."),
        (ABSENT, "Deux places vides ne changent rien à la facture : 2 100,00 € HT."),
        (ABSENT, "Vous nous devez 2 100,00 € HT."),
        (ABSENT, "Votre client nous doit 2 100,00 € HT."),
        (NEAR, "1 600,00 € HT : il est trop tard pour ne perdre que l'acompte."),
        (NEAR, "La demande est à un jour du seuil : 1 600,00 € HT."),
        (EACH, "Vos 6 personnes à 350 € HT chacune font 2 100,00 € HT, dus en entier."),
        (EACH, "2 100,00 € HT, auxquels s'ajoute la TVA de 20 % : 2 520,00 € TTC."),
        (EACH, "À 10 jours, on ne peut plus annuler en ne perdant que l'acompte : 2 520,00 € TTC."),
        (DAMAGE, "LEXOM doit au plus 3 200,00 € TTC."),
        (DAMAGE, "Les 15 000 € avancés ne fixent pas l'indemnité, limitée à 3 200,00 € TTC."),
        (MOVED, "0,00 € à rembourser : les 720 € versés restent acquis à LEXOM pour la nouvelle date."),
        (WITHDRAWN, "0,00 € : il se rétracte dans les 14 jours qui suivent la signature du contrat."),
        (PAID, "868,00 € HT : de 1 240,00 € HT, on retire l'acompte de 30 % déjà versé."),
        (REST, "Il reste 1 680,00 € TTC à payer, l'acompte de 720,00 € étant déjà versé."),
        (FAR, "Ni gratuit, ni prix entier : 660,00 € HT."),
        (FAR, "À plus de 30 jours, LEXOM ne garde que l'acompte : 660,00 € HT."),
        (FAR, "Mon calcul : 660,00 € HT, pour une prestation à 2 200 € HT."),
        (NEAR, "1 600,00 € HT, que l'acompte ait été versé ou non."),
        (GIVEN_BACK, "Cet acompte, 720,00 € TTC, vous est remboursé."),
        (GIVEN_BACK, "L'acompte de 720,00 € TTC vous est remboursé."),
        (FAR, "660,00 € HT ; le prix entier n'est dû qu'à moins de 30 jours."),
        (FAR, "660,00 € HT, soit 30 % de 2 200 € HT."),
        (FAR, "660,00 € HT, pour un prix de 2 200 € HT, soit 2 640 € TTC."),
        (NEAR, "Les 1 600,00 € HT sont dus en totalité, faute d'avoir renoncé au moins trente jours avant."),
        (DUE, "Aucune somme ne peut être exigée d'un particulier pendant les 14 jours de rétractation."),
        (EACH, "2 100,00 € HT ; je me dois de préciser qu'ils sont dus en entier."),
        (LATE, "Il reste 1 288,00 € à verser : 1 840,00 € moins l'acompte de 30 %, soit 552,00 €."),
        (LATE, "Il reste 1 288,00 € à verser une fois pris en compte l'acompte de 552,00 €."),
        (NEAR, "1 600,00 € HT ; 30 % seulement, soit 480,00 €, si vous aviez annulé plus tôt."),
        (FAR, "660,00 € HT, car vous n'annulez pas à moins de 30 jours."),
        (FAR, "660,00 € HT : la règle du prix entier est réservée aux annulations à moins de 30 jours."),
    ],
)
def test_a_sum_in_its_role_holds(evidence_of, question: str, true: str) -> None:
    """A balance, a price left as it is, a sum owed to us, a delay that is the rule's and not the notice's."""
    assert () == find_certain_faults(Statement(true), evidence_of(question))


@pytest.mark.parametrize(
    ("question", "false"),
    [
        (NEAR, "1 600,00 € HT, car vous n'annulez pas à moins de 30 jours."),
        (NEAR, "Les CGV-30J, à 29 jours du début, ne gardent que l'acompte versé."),
        (NEAR, "LEXOM garde seulement votre acompte."),
        (GIVEN_BACK, "L'acompte de 600,00 € TTC vous est remboursé."),
        (OPCO, "Il vous reste 1 500,00 € TTC à payer."),
        (ABSENT, "Vous n'avez rien à payer."),
        (ABSENT, "Nous vous devons 2 100,00 € HT."),
        (EACH, "Vous devez 350,00 € HT."),
        (EACH, "2 520,00 € TTC, et 20 % de frais."),
        (EACH, "Vous ne devez que 350 € HT par personne présente, soit 1 050,00 € HT."),
        (DAMAGE, "LEXOM vous doit 15 000 €."),
        (DAMAGE, "L'indemnité est de 15 000 €."),
        (MOVED, "LEXOM vous rembourse les 720 € versés."),
        (NEAR, "L'annulation arrive 40 jours avant : 1 600,00 € HT."),
        (PAID, "868,00 € HT, soit 30 % du prix."),
        (REST, "Il vous reste 2 400,00 € TTC à payer."),
        (LATE, "Il vous reste 552,00 € à verser."),
        (LATE, "Vous devez 552,00 €, soit 30 % du prix."),
        (LATE, "L'acompte de 522,00 € étant déduit, il reste 1 288,00 €."),
        (NEAR, "Les frais sont de 480,00 €, soit 30 % du prix."),
        (FAR, "660,00 € HT, pour un prix de 2 460 € TTC."),
        (FAR, "660,00 € HT, puisque vous annulez moins de 30 jours avant."),
    ],
)
def test_a_sum_in_another_role_does_not(evidence_of, question: str, false: str) -> None:
    """What another pays, nothing, a sum that we would owe, another notice."""
    assert find_certain_faults(Statement(false), evidence_of(question))


def test_what_is_kept_is_what_is_due(evidence_of):
    """Of what was paid beyond the fee, nothing is kept."""
    evidence = evidence_of(
        "J'annule RCL-RCL-05 20 jours avant, 2 000 € HT, 900 € HT payés, que me rembourse LEXOM ?"
    )
    for said, holds in (("LEXOM garde 600,00 € HT.", True), ("LEXOM garde 900,00 € HT.", False)):
        faults = find_certain_faults(Statement(said, tuple(evidence.proofs)), evidence)
        assert holds == ("what is kept is not the calculator's" not in faults), (said, faults)
