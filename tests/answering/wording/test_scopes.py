"""A statement is cut where it goes from one edition or course to another."""

from __future__ import annotations

import pytest

from assistant.answering.wording.scopes import cut, editions_named, read_scopes, without_editions
from assistant.answering.wording.statements import Statement

BOTH = "Combien de temps avant puis-je annuler sans devoir tout le prix ?"
COURSES = "Quelle est la durée de RCL-RCL-05 et de RCL-RCL-14 ?"


def _cut(evidence, text: str) -> list[tuple[str, set[str]]]:
    return [(part, set(named)) for part, named in cut(text, evidence)]


@pytest.mark.parametrize(
    ("text", "breaks_before"),
    [
        ("Selon CGV-15J, il faut 15 jours, tandis que CGV-30J en demande 30.", "tandis"),
        ("15 jours selon CGV-15J, ou 30 jours selon CGV-30J.", ", ou 30"),
        ("522 € selon les CGV-15J, ou 435 € HT selon les CGV-30J, si tout est versé.", ", ou 435"),
        ("840 € selon CGV-15J, car le délai est tenu, et 2 800 € selon CGV-30J, car il est passé.", " et 2"),
        ("Tout est dû à moins de 15 jours (CGV-15J) ou de 30 jours (CGV-30J), en entier.", ") ou"),
        ("Les CGV-15J gardent l'acompte ; les CGV-30J prennent des frais.", "les CGV-30J"),
    ],
)
def test_each_edition_has_its_part(evidence_of, text: str, breaks_before: str) -> None:
    """Whether it is named before what is said of it or after."""
    parts = [named for _, named in _cut(evidence_of(BOTH), text)]
    assert [{"CGV-15J"}, {"CGV-30J"}] == parts
    assert breaks_before in text


def test_an_edition_may_be_called_by_its_days(evidence_of) -> None:
    """« celle de 15 jours » is an edition, « celle reçue 15 jours avant » is not."""
    text = "Le CNPM pour celle de 15 jours, un autre pour celle de 30 jours."
    assert [{"CGV-15J"}, {"CGV-30J"}] == [named for _, named in _cut(evidence_of(BOTH), text)]
    text = "Une demande, celle de 15 jours avant, suffit."
    assert [(text, set())] == _cut(evidence_of(BOTH), text)


@pytest.mark.parametrize(
    "text",
    [
        "L'annulation se fait par écrit selon les CGV-15J comme selon les CGV-30J.",
        "Les CGV-30J donnent le même résultat que les CGV-15J.",
    ],
)
def test_editions_named_together_are_not_cut(evidence_of, text: str) -> None:
    """« CGV-15J comme CGV-30J » is said of both."""
    assert [(text, {"CGV-15J", "CGV-30J"})] == _cut(evidence_of(BOTH), text)


def test_courses_are_cut_as_editions_are(evidence_of) -> None:
    """Each course by its reference."""
    text = "RCL-RCL-05 dure 2 jours, alors que RCL-RCL-14 en dure deux aussi."
    assert [{"RCL-RCL-05"}, {"RCL-RCL-14"}] == [named for _, named in _cut(evidence_of(COURSES), text)]


def test_a_part_rests_on_the_edition_it_names(evidence_of) -> None:
    """No sentence of the other edition supports it."""
    evidence = evidence_of(BOTH)
    statement = Statement("CGV-15J garde l'acompte, mais CGV-30J prend des frais.", tuple(evidence.proofs))
    for scope in read_scopes(statement, evidence):
        editions = {proof.citation.edition for proof in scope.proofs} - {None}
        assert editions <= set(scope.named)


def test_a_statement_without_marks_may_rest_on_all_that_is_shown(evidence_of) -> None:
    """What it says is then looked for everywhere."""
    evidence = evidence_of(BOTH)
    (scope,) = read_scopes(Statement("Il faut annuler par écrit."), evidence)
    assert set(scope.marks) == set(evidence.proofs)


def test_names_of_editions_are_taken_out(evidence_of) -> None:
    """Their figures are those of names."""
    left = without_editions("Selon les CGV-15J ou les CGV-30J, par écrit.", evidence_of(BOTH))
    assert not any(digit in left for digit in "0135")


def test_a_part_ends_with_its_last_letter(evidence_of) -> None:
    """The number of an article is not cut in two."""
    text = "Rien ne change : la CGV-15J le dit à l'article 3.7, la CGV-30J à l'article 3.5."
    first, _ = _cut(evidence_of(BOTH), text)
    assert first[0].rstrip(" ,").endswith("3.7")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Selon les CGV-15J, rien.", {"CGV-15J"}),
        ("Selon les CGV à 30 jours, rien.", {"CGV-30J"}),
        ("À moins de 15 jours avant le début, rien.", set()),
    ],
)
def test_an_edition_is_named_by_its_id_or_its_threshold(evidence_of, text, named):
    """A delay by itself names no edition."""
    assert named == editions_named(text, evidence_of(BOTH))
