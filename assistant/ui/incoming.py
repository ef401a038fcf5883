"""A file that someone brings: read apart, compared, then put among the documents."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.conversation import Assistant
from assistant.datatypes import Document, Problem
from assistant.errors import ReadingError
from assistant.indexing.build import refresh
from assistant.reading import read_corpus
from assistant.settings import Settings

FOLDER = "ajouts"  # where new documents are put, in the corpus


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file brought, what was read in it, and the path it will have in the corpus."""

    data: bytes
    path: str
    replaces: bool
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def read_incoming(name: str, data: bytes, assistant: Assistant) -> Incoming:
    """What a file holds, and which file of the corpus it takes the place of.

    Raises `ReadingError` when nothing in it can be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        corpus = read_corpus(Path(folder), rules=assistant.settings.rules)
    documents = tuple(one for one in corpus.documents if one.sections)
    if not documents:
        raise ReadingError(name, "ce fichier ne contient aucun texte.", "Choisissez-en un autre.")
    known = assistant.index.corpus.document(documents[0].id)
    replaced = known.path if known is not None and Path(known.path).suffix == Path(name).suffix else None
    target = replaced or f"{FOLDER}/{name}"
    return Incoming(data, target, known is not None, documents, corpus.problems)


def index_incoming(
    incoming: Incoming, settings: Settings, *, on_progress: Callable[[str, int, int], None]
) -> None:
    """Nothing, once the file is in its place and the index holds it.

    The file comes into its place whole or not at all; when it cannot be
    indexed, what was there before is put back.
    """
    path = settings.corpus / incoming.path
    before = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, incoming.data)
    indexed = False
    try:
        refresh(settings, on_progress=on_progress)
        indexed = True
    finally:
        if not indexed:
            _put_back(path, before)


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink()
    else:
        _replace(path, before)
