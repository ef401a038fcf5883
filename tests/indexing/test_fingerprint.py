"""The fingerprint changes with what the index rests on, and with nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.indexing import fingerprint
from assistant.indexing.fingerprint import take_fingerprint
from assistant.settings import Settings


def taken(settings: Settings, model: str = "m") -> str:
    """The fingerprint's digest."""
    return take_fingerprint(model, settings=settings).digest


def add(name: str) -> Callable[[Path], object]:
    """A file written, over another or beside it."""

    def change(corpus: Path) -> object:
        (corpus / name).parent.mkdir(exist_ok=True)
        return (corpus / name).write_text("# Autre\n\nAutre texte.\n", encoding="utf-8")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a document written again": add("loans.md"),
    "a document added": add("new.md"),
    "a document in a folder": add("a/b.md"),
    "a document removed": lambda corpus: (corpus / "rooms.md").unlink(),
    "a document renamed": lambda corpus: (corpus / "rooms.md").rename(corpus / "salles.md"),
    "a question added": add("questions/more.jsonl"),
    "a rule added": add("rules/more.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_the_index_rests_on(library: Settings, change: Callable[[Path], object]) -> None:
    """A document, a question or a rule that changes, changes the fingerprint; undoing it restores it."""
    before = taken(library)
    kept = {path: path.read_bytes() for path in library.corpus.rglob("*") if path.is_file()}
    change(library.corpus)
    assert before != taken(library)
    for path in [one for one in library.corpus.rglob("*") if one.is_file()]:
        path.unlink()
    for path, content in kept.items():
        path.write_bytes(content)
    assert before == taken(library)


@pytest.mark.parametrize("name", ["rates/ecb.yaml", ".cache/x.md", "questions/names.yaml", "README.md"])
def test_what_the_index_does_not_rest_on(library: Settings, name: str) -> None:
    """Rates, hidden files, notes and lists of names change nothing."""
    before = taken(library)
    path = library.corpus / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("n'importe quoi", encoding="utf-8")
    assert before == taken(library)


def test_model_and_settings_count(library: Settings) -> None:
    """Another model, chunk length or vector store is another fingerprint; another audience is not."""
    base = taken(library)
    assert base != taken(library, "n")
    assert base != taken(library.model_copy(update={"chunk_chars": 500}))
    assert base != taken(library.model_copy(update={"chroma_url": "http://localhost:1"}))
    assert base == taken(library.model_copy(update={"audience": "rep"}))


def test_unchanged_files_are_not_read_again(library: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a file is old enough to be trusted, its date and size stand for its content."""
    library.index.mkdir()
    monkeypatch.setattr(fingerprint, "_TOO_YOUNG", 0)
    before = taken(library)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert before == taken(library)


def test_a_young_file_is_read_again(library: Settings) -> None:
    """A file changed within the tick of the clock, with its size and date kept, is noticed."""
    library.index.mkdir()
    path = library.corpus / "loans.md"
    before, stat = taken(library), path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("vingt et un", "vingt-deux "), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert stat.st_size == path.stat().st_size
    assert before != taken(library)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 3}'])
def test_a_spoilt_memory_is_forgotten(library: Settings, text: str) -> None:
    """What was remembered of the files may be lost without harm."""
    before = taken(library)
    library.index.mkdir(exist_ok=True)
    (library.index / ".files.json").write_text(text, encoding="utf-8")
    assert before == taken(library)
