"""What answers are made from, narrowed to who is asking."""

from dataclasses import replace

import pytest

from assistant.datatypes import Corpus, Document
from tests.answering.build import make_course


@pytest.fixture
def mixed(assistant):
    """Sources with a sheet for reps alone and terms that no sheet is joined to."""
    hidden = replace(make_course("ABC-01", "Ranger", fiche="Un jour."), audience="rep", edition="CGV-60J")
    shown = make_course("ABC-02", "Trier", fiche="Deux jours.")
    terms = Document("CGV-15J", "terms", "CGV", "CGV-15J.md", ())
    return replace(assistant.sources, corpus=Corpus(documents=(hidden, shown, terms)))


def test_a_client_sees_no_document_for_reps(mixed):
    """Neither among documents nor among courses."""
    client = replace(mixed, audience="client")
    assert ["ABC-02", "CGV-15J"] == [one.id for one in client.documents]
    assert ["ABC-02"] == [one.id for one in client.courses]
    assert ["ABC-01", "ABC-02"] == [one.id for one in mixed.courses]


def test_editions_joined_to_courses_are_those_that_are_there(mixed):
    """Each once; an edition whose text is missing is left out."""
    assert ("CGV-15J",) == mixed.editions_of(("ABC-01", "ABC-02", "ABC-02"))


def test_the_section_of_a_hit_is_whole(assistant):
    """A hit leads to its section, of the same key."""
    hit = assistant.sources.search("acompte", k=1)[0]
    assert hit.chunk.key == assistant.sources.section(hit).key


def test_a_search_is_narrowed(assistant):
    """To the kinds and documents given."""
    found = assistant.sources.search("acompte", kinds=("course",), documents=("RCL-RCL-05", "CGV-15J"))
    assert {"RCL-RCL-05"} == {hit.chunk.document for hit in found}


def test_what_is_misspelt_is_searched_mended(assistant):
    """A typing error finds what the word finds."""
    mended, typed = (assistant.sources.search(one, k=3) for one in ("retractation", "rétractattion"))
    assert mended == typed
