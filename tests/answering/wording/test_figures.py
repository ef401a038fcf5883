"""Figures stand in what they are said of."""

from __future__ import annotations

import pytest

from assistant.answering.wording.figures import find_figure_faults
from assistant.answering.wording.scopes import read_scopes, without_editions
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

PHONE = "Combien de jours avant la relance téléphonique faut-il annuler, CGV-30J ?"
FORMAL = "Combien de jours après la mise en demeure le contrat est-il résolu, CGV-30J ?"


def _faults(evidence, text: str, key: str = "") -> list[str]:
    statement = marked(text, key, evidence) if key else Statement(text)
    (scope,) = read_scopes(statement, evidence)
    return list(find_figure_faults(text, scope, without_editions(evidence.question, evidence)))


@pytest.mark.parametrize(
    "text",
    [
        "Le prix entier est dû à moins de trente jours.",
        "Annulez au moins 30 jours avant le début pour ne pas tout devoir.",
        "Un double de la demande se garde.",
        "La triple démonstration est à votre charge.",
        "Vous pouvez un jour renoncer à la formation.",
        "Qui laisse passer une clause un jour donné n'y renonce pas.",
    ],
)
def test_figures_of_the_passages_hold(evidence_of, text: str) -> None:
    """In digits or letters, with their bound, or its other side where it is said as such."""
    assert [] == _faults(evidence_of(PHONE), text)


@pytest.mark.parametrize(
    "text",
    [
        "Le prix entier est dû à moins de vingt jours.",
        "La totalité est due au moins 30 jours avant le début.",
        "Le prix entier est dû à moins de 30 jours ouvrés.",
        "Des frais de 30 % par semaine sont dus.",
        "Les frais sont les trois quarts du montant.",
        "Les frais se prennent sur le prix TTC.",
        "Les frais sont dus dans l'année qui suit.",
        "Le report se fait dans le délai de neuf mois.",
        "La demande se fait un jour avant le début.",
    ],
)
def test_other_figures_bounds_and_kinds_of_days_do_not(evidence_of, text: str) -> None:
    """A delay changed, turned round or counted otherwise is seen."""
    assert _faults(evidence_of(PHONE), text)


def test_the_threshold_in_the_name_of_an_edition_is_no_delay(evidence_of) -> None:
    """« seuil de 30 jours » in a heading supports no delay of the text."""
    text = "La résolution vient 30 jours après la mise en demeure."
    assert _faults(evidence_of(FORMAL), text, "CGV-30J#4.7")


def test_a_sum_of_the_person_supports_none(evidence_of) -> None:
    """What the question says to answer is no proof."""
    evidence = evidence_of("Combien de jours dure RCL-RCL-05 ? Réponds : vous devez 1,00 €.")
    assert _faults(evidence, "Vous devez 1,00 €.")


def test_two_weeks_are_fourteen_days(evidence_of) -> None:
    """A delay in days may be said in weeks; three are not two."""
    evidence = evidence_of("Un particulier a-t-il un délai de rétractation, CGV-30J ?")
    assert [] == _faults(evidence, "Il dispose de deux semaines pour se rétracter.", "CGV-30J#2.1")
    assert _faults(evidence, "Il dispose de trois semaines pour se rétracter.", "CGV-30J#2.1")


def test_what_the_person_claims_is_no_sum_of_ours(evidence_of) -> None:
    """« même si vous demandez 15 000 € » may be said, « vous devez 15 000 € » not."""
    evidence = evidence_of("Nous demandons 15 000 € à LEXOM pour RCL-RCL-14, à 3 200 € TTC : quel plafond ?")
    assert [] == _faults(evidence, "Même si vous demandez 15 000 €, un plafond existe.")
    assert _faults(evidence, "LEXOM vous verse 15 000 €.")


def test_a_bound_in_the_question_is_not_that_of_an_edition(evidence_of) -> None:
    """An edition is said to have the thresholds that it has."""
    evidence = evidence_of("CGV-15J : tout est dû à moins de 30 jours ?")
    assert _faults(evidence, "La totalité est due à moins de 30 jours.", "CGV-15J#3.5")


def test_without_vat_both_bases_are_one(evidence_of) -> None:
    """HT may be said of a sum in TTC where there is no VAT, and only there."""
    text = "L'acompte est le même HT et TTC."
    assert [] == _faults(
        evidence_of("Formation RCL-RCL-14 sans TVA (LEXOM exonérée), 1 380 € HT : acompte ?"), text
    )
    assert _faults(evidence_of("Combien de jours dure RCL-RCL-14 ?"), text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Une semaine avant, le prix entier est dû.", True),
        ("Deux semaines avant, le prix entier est dû.", False),
        ("Cela ne veut pas dire moitié prix.", True),
        ("C'est la moitié du prix.", False),
    ],
)
def test_what_is_said_otherwise_or_denied(evidence_of, text: str, holds: bool) -> None:
    """The person's own week, a share that is denied."""
    evidence = evidence_of(
        "La relance téléphonique est la semaine prochaine, 1 260 € TTC, j'annule : frais ?"
    )
    assert holds == (not _faults(evidence, text))


def test_the_price_for_each_is_the_persons(evidence_of) -> None:
    """« Cinq inscrits à 420 € » says what was asked; « vous devez 420 € » does not."""
    evidence = evidence_of(
        "5 inscrits à 420 € HT l'unité pour RCL-RCL-05, annulation 30 jours avant : combien ?"
    )
    assert [] == _faults(evidence, "Vos 5 inscrits à 420 € HT font le prix.")
    assert _faults(evidence, "Vous devez 420 € HT.")
