"""Courses that a follow-up points at: « l'autre », « les autres », « la seconde »."""

import pytest

from assistant.answering.understand.names.courses import build_catalogue
from assistant.answering.understand.names.pointed_at import point_out
from assistant.datatypes import Case, MoneyReading, Reading
from tests.answering.build import make_corpus, make_course

FOLD, IRON, WASH = (make_course(f"LIN-GE-0{place}", "Linge", fiche="x") for place in (1, 2, 3))


@pytest.fixture
def catalogue(tmp_path):
    """Three courses."""
    return build_catalogue(make_corpus(FOLD, IRON, WASH), tmp_path / "none.yaml")


def _spoken(*courses: str, last: int = 1) -> Reading:
    return Reading("?", "field", courses=courses[-last:], spoken=courses)


@pytest.mark.parametrize(
    ("message", "known", "courses", "one_of"),
    [
        ("et l'autre ?", _spoken(FOLD.id), (IRON.id, WASH.id), True),
        ("et le programme de l'autre formation ?", _spoken(FOLD.id), (IRON.id, WASH.id), True),
        ("and the other one?", _spoken(FOLD.id, IRON.id), (FOLD.id,), False),
        ("et pour les autres ?", _spoken(FOLD.id), (IRON.id, WASH.id), False),
        ("et des autres ?", _spoken(FOLD.id), (IRON.id, WASH.id), False),
        ("what about the others?", _spoken(FOLD.id, IRON.id), (FOLD.id, WASH.id), False),
        ("la première", _spoken(IRON.id, FOLD.id, last=2), (IRON.id,), False),
        ("commençons par la 2e", _spoken(IRON.id, FOLD.id, last=2), (FOLD.id,), False),
        ("et la dernière ?", _spoken(IRON.id, FOLD.id), (FOLD.id,), False),
        ("et pour la première, qui peut la suivre ?", _spoken(IRON.id, FOLD.id, last=2), (IRON.id,), False),
        ("et pour l'autre, c'est combien de jours ?", _spoken(FOLD.id, IRON.id), (FOLD.id,), False),
        ("la 2e m'intéresse, le programme svp", _spoken(IRON.id, FOLD.id, last=2), (FOLD.id,), False),
        ("la 3e m'intéresse", Reading("?", "catalogue"), (WASH.id,), False),
        ("lequel des deux ?", _spoken(IRON.id, FOLD.id), (IRON.id, FOLD.id), False),
        ("la troisième", _spoken(IRON.id, FOLD.id, last=2), (), False),
        ("la première", _spoken(IRON.id), (), False),
        ("et l'autre édition ?", _spoken(FOLD.id), (), False),
        ("pour les autres participants ?", _spoken(FOLD.id), (), False),
        ("c'est la première fois", _spoken(IRON.id, FOLD.id, last=2), (), False),
    ],
)
def test_a_course_is_pointed_at_among_others(catalogue, message, known, courses, one_of):
    """The one spoken of before, else one of all the others; what is no course is left alone."""
    told, found, meant = point_out(message, known, catalogue)
    assert (courses, one_of) == (found, meant)
    assert courses == catalogue.courses_named(told)


def test_the_others_of_an_absence_are_people(catalogue):
    """« et les autres ? », once some are absent, names no course."""
    known = Reading("?", "money", courses=(FOLD.id,), money=MoneyReading(Case("absence")))
    assert ("et les autres ?", (), False) == point_out("et les autres ?", known, catalogue)
