"""A statement on an edition rests on that edition."""

from __future__ import annotations

import pytest

from assistant.answering.wording.check import find_draft_faults, find_statement_faults
from assistant.answering.wording.editions import (
    find_contrast_faults,
    find_edition_faults,
    find_opposed_faults,
)
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.statements import Statement

BOTH = "J'annule ma formation à 3000 € HT 20 jours avant, combien je dois ?"


def _marks(evidence, edition: str) -> tuple[int, ...]:
    return tuple(one for one in evidence.proofs if evidence.edition_of(one) == edition)


def test_each_edition_gives_its_own_sum(evidence_of):
    """Both are named, each with the sum of its calculation; swapped, they do not hold."""
    evidence = evidence_of(BOTH)
    sums = ("900,00 € HT", "3 000,00 € HT")
    for said, holds in ((sums, True), (sums[::-1], False)):
        draft = [
            Statement(f"Selon les {edition}, vous devez {amount}.", _marks(evidence, edition))
            for edition, amount in zip(("CGV-15J", "CGV-30J"), said, strict=True)
        ]
        assert holds == (not find_draft_faults(draft, evidence))


def test_two_editions_that_differ_are_not_alike(evidence_of):
    """One edition left out, or both said to be the same, is a fault."""
    evidence = evidence_of(BOTH)
    one = Statement("Selon les CGV-15J, vous devez 900,00 € HT.", _marks(evidence, "CGV-15J"))
    assert find_draft_faults([one], evidence)
    same = Statement("La somme est la même : 900,00 € HT.", _marks(evidence, "CGV-15J"))
    assert find_draft_faults([same], evidence)


def test_two_editions_that_give_the_same_are_alike(evidence_of):
    """One tells the sum in TTC, the other in HT: one sum. « même si » likens nothing."""
    evidence = evidence_of("J'annule ma formation à 1 100 € HT 8 jours avant, combien je dois ?")
    marks = tuple(evidence.proofs)
    for text in (
        "1 100,00 € HT : le résultat est le même selon CGV-15J et CGV-30J.",
        "Les deux sont identiques.",
    ):
        assert not list(find_edition_faults(Statement(text, marks), evidence))
    differ = evidence_of(BOTH)
    for text, holds in (
        ("CGV-30J : 3 000,00 € HT, même si aucun acompte n'a été versé.", True),
        ("CGV-30J : 3 000,00 € HT, comme une annulation à la même date.", True),
        ("CGV-30J : la même somme.", False),
    ):
        said = Statement(text, _marks(differ, "CGV-30J"))
        assert holds == (not list(find_edition_faults(said, differ)))


JOINED = "Quelle édition des CGV s'applique à RCL-RCL-05 et laquelle à la Relance téléphonique ?"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Les CGV-15J sont jointes à RCL-RCL-05 et les CGV-30J à la Relance téléphonique.", True),
        ("À RCL-RCL-05 sont jointes les CGV-15J, à la fiche Relance téléphonique les CGV-30J.", True),
        ("Les CGV-30J sont jointes à RCL-RCL-05 et les CGV-15J à la Relance téléphonique.", False),
        ("RCL-RCL-05 relève des CGV-30J, la Relance téléphonique des CGV-15J.", False),
    ],
)
def test_an_edition_goes_with_the_course_that_it_is_joined_to(evidence_of, text: str, holds: bool) -> None:
    """Whatever the order, each course with its own edition; the other way round is a fault."""
    assert holds == (not find_statement_faults(Statement(text, (1, 2)), evidence_of(JOINED)))


SAME = "Quelle indemnité pour frais de recouvrement en cas de retard de paiement d'une entreprise ?"


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        ("Les CGV-15J prévoient 40 € pour frais de recouvrement.", "Les CGV-30J aussi.", True),
        (
            "Les CGV-15J prévoient 40 € pour recouvrement.",
            "Les CGV-30J prévoient 40 € pour recouvrement.",
            True,
        ),
        (
            "Les CGV-15J prévoient 40 € pour frais de recouvrement.",
            "Les CGV-30J s'en tiennent aux intérêts.",
            False,
        ),
        (
            "Les CGV-15J prévoient 40 € pour frais de recouvrement.",
            "Les CGV-30J ne prévoient aucune indemnité.",
            False,
        ),
        (
            "Les CGV-15J ne prévoient pas plus de 40 € pour frais de recouvrement.",
            "Les CGV-30J ne prévoient rien de plus non plus.",
            True,
        ),
    ],
)
def test_editions_that_say_the_same_are_not_opposed(evidence_of, first, second, holds):
    """What one edition is said to hold and the other not, where both hold it, is a fault."""
    evidence = evidence_of(SAME)
    draft = [
        Statement(text, _marks(evidence, edition))
        for edition, text in (("CGV-15J", first), ("CGV-30J", second))
    ]
    assert holds == (not list(find_opposed_faults(draft, evidence)))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("L'édition CGV-15J prévoit 40 € pour frais de recouvrement.", True),
        ("Seule l'édition CGV-15J prévoit 40 € pour frais de recouvrement.", False),
    ],
)
def test_what_both_editions_say_is_not_of_one_alone(evidence_of, text: str, holds: bool) -> None:
    """« Seule l'édition… » opposes it to the other one, which says it too."""
    evidence = evidence_of(SAME)
    (scope,) = read_scopes(Statement(text, _marks(evidence, "CGV-15J")), evidence)
    assert holds == (not list(find_contrast_faults(scope, text, evidence)))
