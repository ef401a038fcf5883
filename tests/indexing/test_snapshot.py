"""What was read comes back from its JSON as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Chunk, Corpus, Document, Merge, Passage, Problem, Section
from assistant.indexing.snapshot import load_chunks, load_corpus, save_snapshot

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
some_texts = st.lists(texts, max_size=3).map(tuple)
passages = st.builds(Passage, path=texts, start=st.integers(0), end=st.integers(0), text=texts)
sections = st.builds(
    Section,
    document=texts,
    id=texts,
    heading_path=some_texts,
    passages=st.lists(passages, max_size=2).map(tuple),
    appears_in=some_texts,
)
kinds = st.sampled_from(["course", "terms", "company", "other"])
audiences = st.sampled_from(["client", "rep"])
documents = st.builds(
    Document,
    id=texts,
    kind=kinds,
    title=texts,
    path=texts,
    sections=st.lists(sections, max_size=2).map(tuple),
    edition=st.none() | texts,
    audience=audiences,
    facts=st.dictionaries(texts, texts, max_size=2),
)
merges = st.builds(Merge, key=texts, kept=texts, merged=some_texts, likeness=st.floats(0, 1))
corpora = st.builds(
    Corpus,
    documents=st.lists(documents, max_size=2).map(tuple),
    merges=st.lists(merges, max_size=2).map(tuple),
    problems=st.lists(st.builds(Problem, path=texts, what=texts, todo=texts), max_size=2).map(tuple),
)
chunks = st.builds(
    Chunk,
    id=texts,
    document=texts,
    section=texts,
    title=texts,
    heading_path=some_texts,
    kind=kinds,
    edition=st.none() | texts,
    audience=audiences,
    path=texts,
    start=st.integers(0),
    end=st.integers(0),
    text=texts,
    appears_in=some_texts,
)


@given(corpora, st.lists(chunks, max_size=3).map(tuple))
def test_a_snapshot_comes_back(
    tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, kept: tuple[Chunk, ...]
) -> None:
    """Documents and chunks are equal after being saved and loaded."""
    folder = tmp_path_factory.mktemp("snapshot")
    save_snapshot(folder, corpus, kept)
    assert (corpus, kept) == (load_corpus(folder), load_chunks(folder))
