"""Naming courses and editions."""

import pytest

from assistant.answering.understand.names.courses import build_catalogue
from assistant.datatypes import Document
from assistant.errors import CorpusError
from tests.answering.build import make_corpus, make_course

LINEN = make_course("LIN-GE-01", "Plier le linge avec méthode", fiche="x")
IRON = make_course("LIN-GE-02", "Repasser le linge sans faux plis", fiche="x")
TERMS = [Document(f"CGV-{days}J", "terms", "CGV", "cgv.md", ()) for days in (15, 30)]
CORPUS = make_corpus(LINEN, IRON, *TERMS)


@pytest.fixture
def catalogue(tmp_path):
    """The two courses, one with a usual name."""
    names = tmp_path / "names.yaml"
    names.write_text("LIN-GE-02: [repassage, ironing course, linge clients]\n", encoding="utf-8")
    return build_catalogue(CORPUS, names)


def test_an_id_of_words_hides_no_other_course(tmp_path):
    """« AMIDON-LINGE » is a name like another: the course named beside it is named too."""
    starch = make_course("AMIDON-LINGE", "Amidonner", fiche="x")
    names = tmp_path / "names.yaml"
    names.write_text("LIN-GE-02: [repassage]\n", encoding="utf-8")
    catalogue = build_catalogue(make_corpus(starch, IRON), names)
    assert ("AMIDON-LINGE",) == catalogue.courses_named("amidon linge : quelle durée ?")
    assert ("AMIDON-LINGE", "LIN-GE-02") == catalogue.courses_named("amidon linge ou repassage ?")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("durée de LIN-GE-01 ?", ("LIN-GE-01",)),
        ("lin ge 02 svp", ("LIN-GE-02",)),
        ("la formation « Plier le linge avec méthode »", ("LIN-GE-01",)),
        ("la formation plier son linge avec methode", ("LIN-GE-01",)),
        ("le stage de repasage", ("LIN-GE-02",)),
        ("how long is the ironing course?", ("LIN-GE-02",)),
        ("compare LIN-GE-01 et LIN-GE-02", ("LIN-GE-01", "LIN-GE-02")),
        ("le linge", ()),
        ("le linge de nos clients", ("LIN-GE-02",)),
        ("un client renonce par écrit, son linge reste ici", ()),
        ("le linge, un client par mail", ()),
        ("plier bagage. Il a du linge et suit une méthode de travail", ()),
        ("quel temps fait-il ?", ()),
    ],
)
def test_courses_are_named_by_reference_title_or_usual_name(catalogue, message, expected):
    """A course is recognised however it is named; a word that titles share names none."""
    assert catalogue.courses_named(message) == expected


def test_a_surname_is_no_slip_of_a_longer_name(tmp_path):
    """« Martin » loses three letters of « marketing »; a slip loses one or two."""
    names = tmp_path / "names.yaml"
    names.write_text("LIN-GE-02: [marketing]\n", encoding="utf-8")
    catalogue = build_catalogue(CORPUS, names)
    assert () == catalogue.courses_named("la société Martin annule")
    assert (
        ("LIN-GE-02",) == catalogue.courses_named("le stage marketin") == catalogue.courses_named("markting")
    )


def test_usual_names_must_be_lists(tmp_path):
    """A file of names that is not lists is refused, naming the file."""
    names = tmp_path / "names.yaml"
    names.write_text("LIN-GE-02: repassage\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"names\.yaml"):
        build_catalogue(CORPUS, names)


def test_usual_names_may_be_absent(tmp_path):
    """Without the file, references and titles still name courses."""
    assert build_catalogue(CORPUS, tmp_path / "none.yaml").courses_named("LIN-GE-01") == ("LIN-GE-01",)


def test_courses_under_one_edition_tell_it(catalogue):
    """Courses tell the edition that all of them carry; none tells nothing."""
    assert "CGV-15J" == catalogue.edition_of(("LIN-GE-01", "LIN-GE-02"))
    assert None is catalogue.edition_of(())


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("durée de LIN-GA-01 ?", ("LIN-GA-01", "LIN-GE-01")),
        ("linn ge 02 svp", ("linn ge 02", "LIN-GE-02")),
        ("durée de LIN-GE-01 ?", None),
        ("durée de XYZ-ABC-99 ?", None),
        ("plus de 15 jours", None),
    ],
)
def test_a_mistyped_reference_is_told_with_the_nearest(catalogue, message, expected):
    """What is written, and the course that may be meant; nothing for one that stands, or is far."""
    assert expected == catalogue.unknown_reference(message)
