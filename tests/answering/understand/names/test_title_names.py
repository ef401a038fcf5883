"""What titles and domains make people call a course."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.understand.names.courses import build_catalogue
from assistant.answering.understand.names.title_names import names_in_titles
from assistant.datatypes import Document
from tests.answering.build import make_corpus, make_course


def course(title: str, domain: str = "", name: str = "ABC-01") -> Document:
    """A sheet with a title and a domain."""
    return replace(make_course(name, title, fiche="x"), facts={"domain": domain})


@pytest.mark.parametrize(
    ("title", "domain", "names"),
    [
        ("Anglais : téléphoner", "LANGUES", ["formation anglais", "formation langues"]),
        ("Secourir au travail (SST)", "", ["SST", "formation travail"]),
        ("UTILISER UN CHARIOT", "", ["formation chariot"]),
        ("Formation Tableur", "", ["formation tableur"]),
        ("Comprendre les CGV", "", []),
    ],
)
def test_a_title_names_by_its_acronyms_and_its_first_word(title: str, domain: str, names: list[str]) -> None:
    """Infinitives, « formation » and the words of every question are passed over."""
    assert names == [name for _, name in names_in_titles([course(title, domain)])]


def test_a_word_that_two_courses_share_names_none() -> None:
    """Whether it stands in a title or in a domain."""
    courses = [course("Linge fin", "SOIN"), course("Repasser le linge", "SOIN", "ABC-02")]
    assert [] == list(names_in_titles(courses))


def test_usual_names_come_first(tmp_path) -> None:
    """A course that a file gives names to is named by these alone."""
    names = tmp_path / "names.yaml"
    names.write_text("ABC-01: [dactylo]\n", encoding="utf-8")
    catalogue = build_catalogue(make_corpus(course("Tableur"), course("Italien", name="ABC-02")), names)
    found = [catalogue.courses_named(f"la formation {one} ?") for one in ("tableur", "italien", "dactylo")]
    assert [(), ("ABC-02",), ("ABC-01",)] == found
