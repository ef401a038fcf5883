"""Generations stand whole or not at all; the last three used are kept, and those in use."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.datatypes import Chunk, Corpus, Document, Filters, Merge
from assistant.indexing.build import open_index, refresh
from assistant.indexing.generation import (
    KEPT,
    MANIFEST,
    UNFINISHED,
    generations,
    load_documents,
    open_generation,
    prune,
    read_manifest,
    save_documents,
)
from assistant.settings import Settings

documents = st.builds(Document, facts=st.dictionaries(st.text(), st.text(), max_size=2))
merges = st.builds(Merge, likeness=st.floats(0, 1))
corpora = st.builds(
    Corpus,
    documents=st.lists(documents, max_size=2).map(tuple),
    merges=st.lists(merges, max_size=2).map(tuple),
)


def age(folder: Path, seconds: int) -> None:
    """Make a generation last used that long ago."""
    path = folder / MANIFEST
    moment = path.stat().st_mtime - seconds
    os.utime(path, (moment, moment))


def fake(index: Path, name: str, seconds: int) -> Path:
    """A generation of which there is but the manifest, used that long ago."""
    (index / name).mkdir(parents=True)
    (index / name / MANIFEST).write_text("{}", encoding="utf-8")
    age(index / name, seconds)
    return index / name


def test_the_last_used_first(tmp_path: Path) -> None:
    """Folders without a manifest and hidden ones are no generations."""
    old, new = fake(tmp_path, "old", 60), fake(tmp_path, "new", 10)
    fake(tmp_path, f"{UNFINISHED}-x", 0)
    (tmp_path / "empty").mkdir()
    assert [new, old] == generations(tmp_path)
    assert [] == generations(tmp_path / "nowhere")


def test_what_interrupted_builds_left_is_removed(library: Settings) -> None:
    """The next build sweeps."""
    refresh(library)
    left = library.index / f"{UNFINISHED}-abc"
    (left / "inside").mkdir(parents=True)
    prune(library.index, url="")
    assert not left.exists()


def test_generations_beyond_the_last_used_are_removed(library: Settings) -> None:
    """Of five versions of the corpus, the last three built are kept."""
    for number in range(KEPT + 2):
        (library.corpus / "new.md").write_text(f"# Neuf\n\n## Suite\n\nPage {number}.\n", encoding="utf-8")
        report = refresh(library)
        for folder in generations(library.index):
            age(folder, 60)
    assert KEPT == len(generations(library.index))
    assert (library.index / report.generation).is_dir()


def test_a_generation_in_use_is_kept(library: Settings) -> None:
    """A reader that opened the index long ago still finds, whatever was built since."""
    reader = open_index(library)
    expected = reader.store.scores(reader.model.encode(["retard"])[0], limit=5, filters=Filters())
    for number in range(KEPT + 2):
        (library.corpus / "new.md").write_text(f"# Neuf\n\n## Suite\n\nPage {number}.\n", encoding="utf-8")
        for folder in generations(library.index):
            age(folder, 60)
        refresh(library)
    kept = library.index / reader.manifest.fingerprint[:16]
    assert kept in generations(library.index)
    assert expected == reader.store.scores(reader.model.encode(["retard"])[0], limit=5, filters=Filters())
    reader.close()
    prune(library.index, url="")
    assert kept not in generations(library.index)


def _drop(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


SPOILS: dict[str, Callable[[Path], object]] = {
    "no manifest": _drop(MANIFEST),
    "a manifest of something else": lambda folder: (folder / MANIFEST).write_text(
        '{"a": 1}', encoding="utf-8"
    ),
    "no corpus": _drop("corpus.json"),
    "no chunks": _drop("chunks.json"),
    "half the chunks": lambda folder: (folder / "chunks.json").write_text("[", encoding="utf-8"),
    "a chunk less": lambda folder: (folder / "chunks.json").write_text("[]", encoding="utf-8"),
    "no keywords": _drop("keywords/words/vocab.index.json"),
    "no vectors": lambda folder: [shutil.rmtree(one) for one in folder.glob("vectors-*")],
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_a_spoilt_generation_is_built_again(library: Settings, spoil: Callable[[Path], object]) -> None:
    """A generation that lost a part is not opened but replaced."""
    folder = library.index / refresh(library).generation
    spoil(folder)
    model = open_index(library).model
    assert (True, folder) == (read_manifest(folder) is not None, generations(library.index)[0])
    index = open_generation(folder, model, url="")
    assert index is not None
    assert 5 == len(index.chunks)


def test_the_manifest_says_what_was_built(library: Settings) -> None:
    """Corpus, model, counts, documents and files, for a person to read."""
    folder = library.index / refresh(library).generation
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert str(library.corpus) == manifest["corpus"]
    assert {"documents": 2, "chunks": 5, "asked": 2, "files": 3} == manifest["counts"]
    assert {"reglement-de-la-bibliotheque", "salles-de-travail"} == set(manifest["documents"])
    assert {"corpus/loans.md", "corpus/rooms.md", "questions/library.jsonl"} == set(manifest["files"])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(corpora, st.lists(st.builds(Chunk), max_size=3).map(tuple))
def test_what_was_read_comes_back(
    tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, kept: tuple[Chunk, ...]
) -> None:
    """Documents and chunks are equal after being saved and loaded."""
    folder = tmp_path_factory.mktemp("documents")
    save_documents(folder, corpus, kept)
    assert (corpus, kept) == load_documents(folder)
