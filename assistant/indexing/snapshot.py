"""What was read, kept as JSON beside the index, so that opening reads no document again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from assistant.datatypes import Chunk, Corpus

_CORPUS = "corpus.json"
_CHUNKS = "chunks.json"


@cache
def _corpora() -> TypeAdapter[Corpus]:
    return TypeAdapter(Corpus)


@cache
def _chunks() -> TypeAdapter[tuple[Chunk, ...]]:
    return TypeAdapter(tuple[Chunk, ...])


def save_snapshot(folder: Path, corpus: Corpus, chunks: Sequence[Chunk]) -> None:
    """Write the corpus and its chunks into a folder."""
    (folder / _CORPUS).write_bytes(_corpora().dump_json(corpus))
    (folder / _CHUNKS).write_bytes(_chunks().dump_json(tuple(chunks)))


def load_corpus(folder: Path) -> Corpus:
    """The corpus that `save_snapshot` wrote."""
    return _corpora().validate_json((folder / _CORPUS).read_bytes())


def load_chunks(folder: Path) -> tuple[Chunk, ...]:
    """The chunks that `save_snapshot` wrote, in their order."""
    return _chunks().validate_json((folder / _CHUNKS).read_bytes())
