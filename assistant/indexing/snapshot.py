"""What was read, kept as JSON beside the index, so that opening reads no document again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.datatypes import Chunk, Corpus, Document, Merge, Passage, Problem, Section

_CORPUS = "corpus.json"
_CHUNKS = "chunks.json"


def save_snapshot(folder: Path, corpus: Corpus, chunks: Sequence[Chunk]) -> None:
    """Write the corpus and its chunks into a folder."""
    _write(folder / _CORPUS, asdict(corpus))
    _write(folder / _CHUNKS, [asdict(chunk) for chunk in chunks])


def load_corpus(folder: Path) -> Corpus:
    """The corpus that `save_snapshot` wrote."""
    kept = _read(folder / _CORPUS)
    return Corpus(
        documents=tuple(_document(one) for one in kept["documents"]),
        merges=tuple(Merge(**{**one, "merged": tuple(one["merged"])}) for one in kept["merges"]),
        problems=tuple(Problem(**one) for one in kept["problems"]),
    )


def load_chunks(folder: Path) -> tuple[Chunk, ...]:
    """The chunks that `save_snapshot` wrote, in their order."""
    return tuple(
        Chunk(**{**one, "heading_path": tuple(one["heading_path"]), "appears_in": tuple(one["appears_in"])})
        for one in _read(folder / _CHUNKS)
    )


def _document(kept: Mapping[str, Any]) -> Document:
    return Document(**{**kept, "sections": tuple(_section(one) for one in kept["sections"])})


def _section(kept: Mapping[str, Any]) -> Section:
    return Section(
        document=kept["document"],
        id=kept["id"],
        heading_path=tuple(kept["heading_path"]),
        passages=tuple(Passage(**one) for one in kept["passages"]),
        appears_in=tuple(kept["appears_in"]),
    )


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
