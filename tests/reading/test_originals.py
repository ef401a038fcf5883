"""The company's own five files, read as they are (skipped where they are not at hand)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.datatypes import Corpus, Document
from assistant.reading import cut_chunks, read_corpus, read_text
from assistant.settings import PROJECT

FOLDER = os.environ.get("ASSISTANT_ORIGINALS", "")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="ASSISTANT_ORIGINALS does not name the folder of the originals"
)

RULES = PROJECT / "corpus" / "rules"
EDITIONS = {
    "RELANCE-TELEPHONIQUE": "CGV-30J",
    "RCL-RCL-05": "CGV-15J",
    "RCL-APPL-03": "CGV-15J",
    "MRK-OPE-02": "CGV-15J",
    "RCL-RCL-14": "CGV-15J",
}
FULL = {"fiche", "objectifs", "programme", "prerequis", "public", "methodes", "evaluation"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The five originals, read."""
    return read_corpus(Path(FOLDER), rules=RULES)


def document(corpus: Corpus, name: str) -> Document:
    """A document that must be there."""
    found = corpus.document(name)
    assert found is not None
    return found


def test_documents(corpus: Corpus) -> None:
    """Five courses, two editions, one company, and nothing wrong."""
    assert {*EDITIONS, "CGV-15J", "CGV-30J", "LEXOM"} == {one.id for one in corpus.documents}
    assert () == corpus.problems


def test_courses(corpus: Corpus) -> None:
    """Each course has its edition; the untitled one has four sections and no fact."""
    assert EDITIONS == {one.id: one.edition for one in corpus.courses}
    for course in corpus.courses:
        ids = {section.id for section in course.sections}
        if course.id == "RELANCE-TELEPHONIQUE":
            assert {"programme", "evaluation", "methodes", "financement"} == ids
            assert ("Relance téléphonique", {}) == (course.title, course.facts)
        else:
            assert ids == FULL
            assert (course.id, "2 jours") == (course.facts["reference"], course.facts["duration"])


def test_editions(corpus: Corpus) -> None:
    """22 articles in the older edition, under four sheets; 23 in the other, under one."""
    older, newer = document(corpus, "CGV-15J"), document(corpus, "CGV-30J")
    assert (22, 23) == (len(older.sections), len(newer.sections))
    assert {tuple(name for name, edition in EDITIONS.items() if edition == "CGV-15J")} == {
        section.appears_in for section in older.sections
    }
    assert {("RELANCE-TELEPHONIQUE",)} == {section.appears_in for section in newer.sections}
    assert {3} == {len(one.merged) for one in corpus.merges}
    assert {section.key for section in older.sections} == {one.key for one in corpus.merges}


def test_letterhead(corpus: Corpus) -> None:
    """It is the company's, in both spellings, and in no programme."""
    identity = document(corpus, "LEXOM").section("identite")
    assert identity is not None
    assert 2 == len(identity.passages)
    assert all(
        one.text.startswith("SAS LEXOM") and one.text.endswith("FRANCE CARRIÈRE") for one in identity.passages
    )
    for course in corpus.courses:
        assert not any("SIRET" in section.text or "FILIALES" in section.text for section in course.sections)
    parts = {one.id: len(section.passages) for one in corpus.courses if (section := one.section("programme"))}
    assert {name: 2 if name in ("RCL-RCL-05", "MRK-OPE-02") else 1 for name in EDITIONS} == parts


def test_same_sections_as_the_restatement(corpus: Corpus) -> None:
    """The restated corpus and the originals have the same sections."""
    restated = read_corpus(PROJECT / "corpus", rules=RULES)
    for one in corpus.documents:
        assert {section.id for section in document(restated, one.id).sections} == {
            section.id for section in one.sections
        }


def test_verbatim(corpus: Corpus) -> None:
    """Every chunk is what stands in the file."""
    for chunk in cut_chunks(corpus, chunk_chars=4000):
        path = Path(FOLDER) / chunk.path
        assert chunk.text == path.read_text(encoding="utf-8")[chunk.start : chunk.end]
        assert chunk.text == read_text(path)[chunk.start : chunk.end]
