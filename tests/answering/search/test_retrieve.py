"""The search returns the best passage of each of the best sections, within the filters."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.retrievers import BaseRetriever

from assistant.answering.search import retrieve
from assistant.answering.search.retrieve import (
    ASKED,
    TAUGHT_VECTORS,
    UNASKED,
    UNTAUGHT_VECTORS,
    Retriever,
    weights_for,
)
from assistant.datatypes import Filters
from assistant.indexing.build import open_index
from assistant.settings import Settings
from tests.indexing.conftest import LOANS, library, write_library

__all__ = ["library"]  # a fixture

RULES = "reglement-de-la-bibliotheque"
NOTES = "---\naudience: rep\n---\n# Notes internes\n\n## Remises\n\nUne amende de retard peut être remise.\n"


@pytest.fixture
def retriever(library: Settings) -> Retriever:
    """The search over the library, with notes for reps alone."""
    (library.corpus / "notes.md").write_text(NOTES, encoding="utf-8")
    return Retriever(index=open_index(library))


def test_the_section_that_answers_comes_first(retriever: Retriever) -> None:
    """By its own words, by its heading, by a question attached to it, misspelt or not."""
    for question, expected in {
        "combien de temps garder un livre": f"{RULES}#duree-des-prets",
        "retards": f"{RULES}#retards",
        "peut-on téléphoner": "salles-de-travail#bruit",
        "rezerver une sale": "salles-de-travail#reservation",
    }.items():
        assert expected == retriever.search(question, filters=Filters(audience="client"))[0].chunk.key


def test_scores_of_the_parts_are_kept(retriever: Retriever) -> None:
    """A cosine, and the raw scores of the keyword fields that the chunk has."""
    hits = {hit.chunk.key: hit for hit in retriever.search("quelle amende si je rends trop tard ?")}
    asked = hits[f"{RULES}#retards"]
    assert {"vectors", "words", "heading", "grams", "asked"} == set(asked.parts)
    assert {"vectors", "words", "heading", "grams"} == set(hits[f"{RULES}#pertes"].parts)
    vector = retriever.index.model.encode(["quelle amende si je rends trop tard ?"])[0]
    stored = retriever.index.store.vectors([asked.chunk.id])[asked.chunk.id]
    assert asked.parts["vectors"] == pytest.approx(float(vector @ stored), abs=1e-5)


def test_k_hits_at_most(retriever: Retriever) -> None:
    """As many as asked for, fewer when there are fewer sections."""
    assert 2 == len(retriever.search("retard", k=2))
    assert 6 == len(retriever.search("retard", k=100))


def test_one_hit_a_section(tmp_path: Path) -> None:
    """A long section cut in pieces gives its best piece alone."""
    write_library(tmp_path / "corpus")
    long = "\n\n".join(f"Article {n} sur les prêts, sans rien de plus à dire de lui." for n in range(20))
    text = LOANS.replace("Un disque", f"{long}\n\nLe hamster se prête aussi.\n\nUn disque")
    (tmp_path / "corpus" / "loans.md").write_text(text, encoding="utf-8")
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", chunk_chars=200)
    retriever = Retriever(index=open_index(settings))
    hits = retriever.search("hamster", k=100)
    assert len(retriever.index.chunks) > 5
    assert 5 == len({hit.chunk.key for hit in hits}) == len(hits)
    assert "hamster" in hits[0].chunk.text


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(audience="rep"), {RULES, "salles-de-travail", "notes-internes"}),
        (Filters(audience="client"), {RULES, "salles-de-travail"}),
        (Filters(documents=("notes-internes",), audience="client"), set()),
        (Filters(documents=(RULES,)), {RULES}),
        (Filters(kinds=("course",)), set()),
    ],
)
def test_filters(retriever: Retriever, filters: Filters, expected: set[str]) -> None:
    """Nothing outside the filters is ever returned."""
    hits = retriever.search("amende de retard", k=100, filters=filters)
    assert expected == {hit.chunk.document for hit in hits}


def test_the_filters_of_the_retriever_itself(retriever: Retriever) -> None:
    """Filters given when it is made hold for every search that gives none."""
    narrow = Retriever(index=retriever.index, filters=Filters(audience="client"), k=100)
    assert "notes-internes" not in {hit.chunk.document for hit in narrow.search("amende")}
    assert "notes-internes" not in {one.metadata["document"] for one in narrow.invoke("amende")}


def test_the_same_question_twice(retriever: Retriever) -> None:
    """Hits and scores are the same."""
    assert retriever.search("amende", k=100) == retriever.search("amende", k=100)


@pytest.mark.parametrize("question", ["", "   ", "???", "日本語", "x" * 10_000])
def test_any_question_has_an_answer(retriever: Retriever, question: str) -> None:
    """Whatever is typed, hits come back in falling order of score, ties by id."""
    hits = retriever.search(question, k=100)
    assert 6 == len(hits)
    assert sorted(hits, key=lambda hit: (-hit.score, hit.chunk.id)) == list(hits)


def test_of_many_chunks_a_shortlist_is_scored(retriever: Retriever, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a big corpus the best of each part are enough, and scored by all parts."""
    monkeypatch.setattr(retrieve, "_SCORE_ALL", 0)
    monkeypatch.setattr(retrieve, "_SHORTLIST", 2)
    question = "combien coûte un jour de retard ?"
    hits = retriever.search(question, k=100, filters=Filters(audience="client"))
    assert f"{RULES}#retards" == hits[0].chunk.key
    assert 2 <= len(hits) < 5
    assert [] == [hit.chunk.key for hit in hits if "vectors" not in hit.parts or "words" not in hit.parts]


def test_as_langchain_knows_it(retriever: Retriever) -> None:
    """A LangChain retriever, whose documents carry the passage and all that is known of it."""
    assert isinstance(retriever, BaseRetriever)
    hit, document = retriever.search("retards")[0], retriever.invoke("retards")[0]
    assert (hit.chunk.text, hit.chunk.id) == (document.page_content, document.id)
    assert (hit.chunk.key, hit.score) == (document.metadata["key"], document.metadata["score"])
    path, start, end = (document.metadata[name] for name in ("path", "start", "end"))
    assert LOANS[start:end] == document.page_content
    assert "loans.md" == path


def test_weights_by_what_is_known(retriever: Retriever) -> None:
    """The shipped model was taught none of the library; two sections of six have questions."""
    words = {part: ASKED.get(part, 0.0) / 3 + UNASKED.get(part, 0.0) * 2 / 3 for part in {*ASKED, *UNASKED}}
    expected = {"vectors": UNTAUGHT_VECTORS, **words}
    assert expected == pytest.approx(dict(weights_for(retriever.index)))
    assert expected == pytest.approx(dict(retriever.weights))


def test_a_general_model_counts_in_full(retriever: Retriever, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that knows the language needs to be taught no document."""
    monkeypatch.setattr(type(retriever.index.model), "knows", lambda *_: True)
    assert TAUGHT_VECTORS == weights_for(retriever.index)["vectors"]
