"""Quotes, names and articles are those of the passages."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_certain_faults
from assistant.answering.wording.names import find_placing_faults
from assistant.answering.wording.statements import Statement
from tests.answering.wording.conftest import marked

COURT = "Quel tribunal est compétent, CGV-15J ?"
PAPER = "Que doit contenir la proposition commerciale acceptée, CGV-15J ?"
PEACE = "Qui est le médiateur de la consommation, CGV-30J ?"
PHONE = "Combien coûte l'annulation de la relance téléphonique 20 jours avant, CGV-30J ?"
GROUP = "Quelles sont les filiales de LEXOM ?"


def _holds(evidence_of, question: str, key: str, text: str) -> bool:
    evidence = evidence_of(question)
    return not find_certain_faults(marked(text, key, evidence), evidence)


@pytest.mark.parametrize(
    ("question", "key", "text"),
    [
        (PAPER, "CGV-15J#2.1", "La proposition porte la mention manuscrite « BON POUR ACCORD »."),
        (GROUP, "LEXOM#identite", "La filiale supipgv est présentée avec la mention « école supérieure »."),
        (COURT, "CGV-15J#5.4", "Le Tribunal de commerce d'Aubenas est compétent (article 5.4)."),
        (PEACE, "CGV-30J#5.4", "Le médiateur est joignable en ligne (https://www.medconsodev.eu)."),
    ],
)
def test_what_is_quoted_and_named_as_in_the_passage_holds(evidence_of, question, key, text):
    """Word for word between quotation marks, of the thing it is said of."""
    assert _holds(evidence_of, question, key, text)


@pytest.mark.parametrize(
    ("question", "key", "text"),
    [
        (PAPER, "CGV-15J#2.1", "La proposition porte la mention manuscrite « LU ET APPROUVÉ »."),
        (GROUP, "LEXOM#identite", "Le numéro SIRET est le 510 869 274 00067."),
        (GROUP, "LEXOM#identite", "La filiale Zanorix est une école supérieure."),
        (COURT, "CGV-15J#5.4", "Le Tribunal de commerce d'Annonay est compétent (article 5.4)."),
        (COURT, "CGV-15J#5.4", "Le Tribunal de commerce d'Aubenas est compétent (article 5.7)."),
        (COURT, "CGV-15J#5.4", "Le Tribunal de commerce d'Aubenas est compétent depuis le 3 mars 2024."),
    ],
)
def test_another_quote_name_article_or_date_does_not(evidence_of, question, key, text):
    """A quote made up or moved, a name, an article or a date of nowhere."""
    assert not _holds(evidence_of, question, key, text)


def test_a_title_goes_with_its_own_reference(evidence_of):
    """Swapped, the titles of two courses do not hold; one after the other, they do."""
    question = "RCL-RCL-05 et RCL-RCL-14 ont-elles la même durée ?"
    titles = (
        "Fidéliser ses clients par la satisfaction",
        "Utiliser les réseaux sociaux dans sa relation client",
    )
    evidence = evidence_of(question)
    for (first, second), holds in ((titles, True), (titles[::-1], False)):
        for text in (
            f"« {first} » (RCL-RCL-05) et « {second} » (RCL-RCL-14) durent 2 jours.",
            f"RCL-RCL-05 « {first} », RCL-RCL-14 « {second} » : 2 jours.",
        ):
            assert holds == (not find_certain_faults(Statement(text, tuple(evidence.proofs)), evidence))


def test_the_article_said_to_hold_a_rule_is_the_one_that_does(evidence_of):
    """Of two articles cited, only the one where the rule stands may open the sentence."""
    evidence = evidence_of("Un particulier a-t-il un délai de rétractation, CGV-30J ?")
    marks = tuple(evidence.proofs)
    sections = {one.citation.section for one in evidence.proofs.values()}
    other = next(one for one in sorted(sections) if one[0].isdigit() and one != "2.1")
    for article, holds in (("2.1", True), (other, False)):
        said = f"Selon l'article {article}, le client particulier a 14 jours pour se rétracter."
        faults = find_certain_faults(Statement(said, marks), evidence)
        assert holds == (f"article {article} does not say so" not in faults), faults


def test_where_a_rule_stands_is_where_it_was_read(evidence_of):
    """« Cette règle figure à l'article 3.6 » after a rule of that article, and no other."""
    evidence = evidence_of(PHONE)
    rule = marked("L'annulation se fait par écrit.", "CGV-30J#3.6", evidence)
    assert rule.marks
    right, wrong = (
        marked(f"Cette règle figure à l'article {article} des CGV-30J.", "CGV-30J#3.6", evidence)
        for article in ("3.6", "3.7")
    )
    assert [] == list(find_placing_faults([rule, right], evidence))
    assert list(find_placing_faults([rule, wrong], evidence))
    assert list(find_placing_faults([rule, Statement(wrong.text)], evidence))


def test_an_article_stands_in_the_edition_it_is_named_with(evidence_of):
    """Where two editions are computed, an article of one is none of the other."""
    evidence = evidence_of("J'annule 20 jours avant, 2 000 € HT, combien ?")
    for said, holds in (
        ("Selon l'article 3.6 des CGV-30J, vous devez 2 000,00 € HT.", True),
        ("Selon l'article 3.5 des CGV-30J, vous devez 2 000,00 € HT.", False),
        ("Avec les CGV-15J, vous devez 600,00 € HT (CGV-15J, article 3.6).", False),
    ):
        faults = find_certain_faults(Statement(said, tuple(evidence.proofs)), evidence)
        assert holds == (not any("is not cited" in one for one in faults)), (said, faults)
