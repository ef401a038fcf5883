"""Courses that a follow-up calls by a word, a number, or a name that is none of ours."""

import pytest

from assistant.answering.understand.names.courses import build_catalogue
from assistant.answering.understand.names.named_courses import (
    asked_for_more,
    called_both,
    say_stranger,
    titled,
    write_out,
)
from assistant.french import NBSP, stems
from tests.answering.build import make_corpus, make_course

LINEN = make_course("LIN-GE-01", "Plier le linge avec méthode", fiche="x")
IRON = make_course("LIN-GE-14", "Repasser le linge sans faux plis", fiche="x")


@pytest.fixture
def catalogue(tmp_path):
    """Two courses, each with a name that takes « formation » before it."""
    names = tmp_path / "names.yaml"
    names.write_text("LIN-GE-01: [formation e-mails]\nLIN-GE-14: [formation repassage]\n", encoding="utf-8")
    return build_catalogue(make_corpus(LINEN, IRON), names)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("et pour le stage de repassage ?", ("LIN-GE-14",)),
        ("celle sur les emails", ("LIN-GE-01",)),
    ],
)
def test_another_word_stands_for_formation(catalogue, message, expected):
    """« stage », « celle sur » and « e-mail » name a course as « formation » and « email » do."""
    assert catalogue.courses_named(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("et pour les e-mails ?", "et pour les LIN-GE-01 ?"),
        ("Non, je voulais dire le repassage", "Non, je voulais dire le LIN-GE-14"),
        ("et l'e-mail ?", "et l'e-mail ?"),
        ("Non, je voulais dire la formation repassage", "Non, je voulais dire la formation LIN-GE-14"),
        ("et pour le stage repasage, 40 jours avant ?", "et pour le stage LIN-GE-14, 40 jours avant ?"),
        ("what about the emails one?", "what about the LIN-GE-01 one?"),
        ("et de la 14 ?", "et de la LIN-GE-14 ?"),
        ("et la LIN-1 ?", "et la LIN-GE-01 ?"),
        ("et le 14 ?", "et le 14 ?"),
        ("et par e-mail ?", "et par e-mail ?"),
        ("et pour des e-mails reçus 10 jours avant ?", "et pour des e-mails reçus 10 jours avant ?"),
    ],
)
def test_a_follow_up_calls_a_course_by_a_word_or_a_number(catalogue, message, expected):
    """The course is written by its reference; a day, or the way a notice is sent, is no course."""
    assert write_out(message, catalogue, known=()) == (expected, "")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Quel public pour la repassage ?", "Quel public pour la LIN-GE-14 ?"),
        ("La repassage dure combien de temps ?", "La LIN-GE-14 dure combien de temps ?"),
        ("Combien coûte la pièce pour la repassage d'un drap ?", ""),
        ("Qui lit la repassage ?", ""),
    ],
)
def test_la_before_a_word_stands_for_la_formation(catalogue, message, expected):
    """« pour la … » names a course in any message, unless it is of something."""
    assert (expected or message, "") == write_out(message, catalogue)


def test_a_word_alone_names_nothing_where_nothing_was_said_before(catalogue):
    """A first message names a course in full; of the course spoken of, a word is a subject."""
    assert ("et pour les e-mails ?", "") == write_out("et pour les e-mails ?", catalogue)
    assert ("et les e-mails ?", "") == write_out("et les e-mails ?", catalogue, known=("LIN-GE-01",))


@pytest.mark.parametrize(
    ("message", "stranger"),
    [
        ("et pour la formation Excel ?", "Excel"),
        ("non, c'est celle de gestion", "gestion"),
        ("et la 99 ?", "99"),
        ("et pour LIN-GE-99 ?", "LIN-GE-99"),
        ("durée de VTE-NEG-07 ?", "VTE-NEG-07"),
        ("et pour la formation commencée ?", ""),
        ("et pour la formation de mars ?", ""),
        ("la formation coûte 3 000 €", ""),
        ("et pour la formation de mes salariés ?", ""),
        ("et pour nous ?", ""),
    ],
)
def test_a_course_that_is_none_of_ours_is_told_apart(catalogue, message, stranger):
    """What follows « formation » is a name, unless it says something of the course spoken of."""
    assert write_out(message, catalogue, known=("LIN-GE-14",)) == (message, stranger)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("et pour Excel ?", "Excel"),
        ("And for Photoshop?", "Photoshop"),
        ("et sur Python", "Python"),
        ("et pour nous ?", ""),
        ("et pour Mars ?", ""),
        ("et pour AKTO ?", ""),
        ("et pour Excel, 10 jours avant ?", ""),
        ("Excel ?", ""),
    ],
)
def test_a_follow_up_asks_the_same_of_a_capitalised_word(message, expected):
    """A name, which is no month and no acronym, and nothing beside."""
    assert asked_for_more(message) == expected


@pytest.mark.parametrize(
    ("message", "courses"),
    [
        ("Comparez repassage et LIN-GE-01", ("LIN-GE-01", "LIN-GE-14")),
        ("Quelle différence entre repassage et e-mails ?", ()),
        ("le repassage et LIN-GE-01", ()),
    ],
)
def test_a_comparison_calls_courses_by_a_word(catalogue, message, courses):
    """A way to write is no course, and what is not compared must be named in full."""
    assert courses == called_both(message, catalogue)


def test_a_course_that_is_none_of_ours_is_said_to_be_unknown():
    """The name is quoted as it was typed."""
    assert f"Aucune formation de nos documents ne s'appelle «{NBSP}Excel{NBSP}»." == say_stranger("Excel")


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("repasser sans faux plis", ("LIN-GE-14",)),
        ("repassage, faux plis", ("LIN-GE-14",)),
        ("le linge", ()),
        ("repasser une nappe", ()),
        ("", ()),
    ],
)
def test_a_part_of_one_title_alone_names_its_course(catalogue, subject, expected):
    """Every word of the subject is of that title, a slip apart; what two titles hold names none."""
    assert expected == titled(stems(subject), catalogue)
