"""A file that someone brings: read apart, compared, then put among the documents."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.conversation import Assistant
from assistant.datatypes import Corpus, Document, Problem
from assistant.errors import ReadingError
from assistant.indexing.build import refresh
from assistant.reading import read_corpus
from assistant.settings import Settings

FOLDER = "ajouts"  # where new documents are put, in the corpus


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file brought, what was read in it, and the path it will have in the corpus.

    `replaced` is the file whose place it takes, under another name when it is of
    another format; `lost` are the documents of that file that it does not hold.
    """

    data: bytes
    path: str
    documents: tuple[Document, ...]
    replaced: str | None = None
    lost: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_incoming(name: str, data: bytes, assistant: Assistant) -> Incoming:
    """What a file holds, and which file of the corpus it takes the place of.

    Raises `ReadingError` when nothing in it can be read.
    """
    corpus = _read_apart(name, data, assistant.settings)
    if corpus.problems and not corpus.editions:  # a sheet alone may only lack the terms it is joined to
        beside = tuple(one.path for one in assistant.index.corpus.editions)
        corpus = _read_apart(name, data, assistant.settings, beside=beside)
    documents = tuple(one for one in corpus.documents if one.sections)
    if not documents:
        raise ReadingError(name, "ce fichier ne contient aucun texte.", "Choisissez-en un autre.")
    known = assistant.index.corpus.document(documents[0].id)
    replaced = known.path if known is not None else None
    in_place = replaced is not None and Path(replaced).suffix == Path(name).suffix
    target = replaced if replaced and in_place else _free_path(name, assistant.settings.corpus)
    held = {one.id for one in documents}
    lost = tuple(
        one for one in assistant.index.corpus.documents if one.path == replaced and one.id not in held
    )
    return Incoming(data, target, documents, replaced, lost, corpus.problems)


def _read_apart(name: str, data: bytes, settings: Settings, *, beside: Sequence[str] = ()) -> Corpus:
    """What is read of a file alone, or with some files of the corpus beside it."""
    with tempfile.TemporaryDirectory() as folder:
        for rank, known in enumerate(beside):
            copy = Path(folder) / f"{rank}" / Path(known).name
            copy.parent.mkdir()
            copy.write_bytes((settings.corpus / known).read_bytes())
        (Path(folder) / name).write_bytes(data)
        found = read_corpus(Path(folder), rules=settings.rules)
    return Corpus(
        tuple(one for one in found.documents if one.path == name),
        problems=tuple(one for one in found.problems if one.path == name),
    )


def _free_path(name: str, corpus: Path) -> str:
    """A path of that name where no file stands yet."""
    stem, suffix, number = Path(name).stem, Path(name).suffix, 1
    path = f"{FOLDER}/{name}"
    while (corpus / path).exists():
        number += 1
        path = f"{FOLDER}/{stem}-{number}{suffix}"
    return path


def index_incoming(
    incoming: Incoming, settings: Settings, *, on_progress: Callable[[str, int, int], None]
) -> None:
    """Nothing, once the file is in its place and the index holds it.

    The file comes into its place whole or not at all; when it cannot be
    indexed, what was there before is put back.
    """
    path = settings.corpus / incoming.path
    old = settings.corpus / incoming.replaced if incoming.replaced else path
    before = old.read_bytes() if old.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, incoming.data)
    if old != path:
        old.unlink(missing_ok=True)
    indexed = False
    try:
        refresh(settings, on_progress=on_progress)
        indexed = True
    finally:
        if not indexed:
            path.unlink()
            if before is not None:
                _replace(old, before)


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)
