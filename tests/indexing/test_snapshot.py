"""What was read comes back from its JSON as it was."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.datatypes import Chunk, Corpus, Document, Merge
from assistant.indexing.snapshot import load_chunks, load_corpus, save_snapshot

documents = st.builds(Document, facts=st.dictionaries(st.text(), st.text(), max_size=2))
merges = st.builds(Merge, likeness=st.floats(0, 1))
corpora = st.builds(
    Corpus,
    documents=st.lists(documents, max_size=2).map(tuple),
    merges=st.lists(merges, max_size=2).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(corpora, st.lists(st.builds(Chunk), max_size=3).map(tuple))
def test_a_snapshot_comes_back(
    tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, kept: tuple[Chunk, ...]
) -> None:
    """Documents and chunks are equal after being saved and loaded."""
    folder = tmp_path_factory.mktemp("snapshot")
    save_snapshot(folder, corpus, kept)
    assert (corpus, kept) == (load_corpus(folder), load_chunks(folder))
