"""Generations: each index built stands in a folder of its own, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from assistant.datatypes import Chunk, Corpus
from assistant.errors import IndexingError
from assistant.indexing.embed import VectorModel
from assistant.indexing.hold import Hold, in_use
from assistant.indexing.lexical import Lexical, load_lexical
from assistant.indexing.store import Place, Store, drop_collection, open_store

KEPT = 3
UNFINISHED = ".building"
MANIFEST = "manifest.json"
_CORPUS, _CHUNKS = "corpus.json", "chunks.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was built from, when, and what is in it.

    `vectors` names the folder of the vectors, never used twice, for Chroma
    remembers folders by name. `documents` and `files` hold a hash each.
    """

    format: int
    fingerprint: str
    created: str
    corpus: str
    model: str
    chunk_chars: int
    vectors: str
    server: bool
    counts: Mapping[str, int]
    documents: Mapping[str, str]
    files: Mapping[str, str]
    merges: tuple[Mapping[str, object], ...] = ()
    problems: tuple[Mapping[str, str], ...] = ()

    def save(self, folder: Path) -> None:
        """Write the manifest; its presence says that the folder is complete."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")

    def place(self, folder: Path, *, url: str) -> Place:
        """Where the vectors are; `url` is that of the server, when they are on one."""
        return Place(folder / self.vectors, f"assistant-{self.fingerprint[:16]}", url if self.server else "")


@dataclass(frozen=True)
class Index:
    """An open generation: what was read, and the parts that search it."""

    manifest: Manifest
    corpus: Corpus
    chunks: tuple[Chunk, ...]
    model: VectorModel
    store: Store
    lexical: Lexical
    hold: Hold

    def close(self) -> None:
        """Let go of the generation, which may then be removed."""
        self.store.close()
        self.hold.release()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a generation; `None` when the folder is not a complete one."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def save_documents(folder: Path, corpus: Corpus, chunks: Sequence[Chunk]) -> None:
    """Keep what was read, so that opening reads no document again."""
    (folder / _CORPUS).write_bytes(TypeAdapter(Corpus).dump_json(corpus))
    (folder / _CHUNKS).write_bytes(TypeAdapter(tuple[Chunk, ...]).dump_json(tuple(chunks)))


def load_documents(folder: Path) -> tuple[Corpus, tuple[Chunk, ...]]:
    """The corpus and the chunks, in their order, that `save_documents` wrote."""
    corpus = TypeAdapter(Corpus).validate_json((folder / _CORPUS).read_bytes())
    return corpus, TypeAdapter(tuple[Chunk, ...]).validate_json((folder / _CHUNKS).read_bytes())


def open_generation(folder: Path, model: VectorModel, *, url: str) -> Index | None:
    """The index in a folder, marked as used; `None` when it is missing or has lost a part."""
    hold = Hold.take(folder / MANIFEST)
    if hold is None:
        return None
    index = _open_parts(folder, model, hold, url=url)
    if index is None:
        hold.release()
        return None
    with suppress(OSError):
        os.utime(folder / MANIFEST)
    return index


def _open_parts(folder: Path, model: VectorModel, hold: Hold, *, url: str) -> Index | None:
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    try:
        corpus, chunks = load_documents(folder)
        lexical = load_lexical(folder / "keywords", size=len(chunks))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    store = _open_whole(manifest.place(folder, url=url), size=len(chunks))
    return Index(manifest, corpus, chunks, model, store, lexical, hold) if store else None


def _open_whole(place: Place, *, size: int) -> Store | None:
    """The store, if it has a vector for each chunk.

    A folder that cannot be opened can be built again; a server that does not
    answer cannot, and is told.
    """
    try:
        store = open_store(place)
        if store is None or store.count() == size:
            return store
    except IndexingError:
        if place.url:
            raise
        return None
    store.close()
    return None


def generations(index: Path) -> list[Path]:
    """The complete generations of an index folder, the last used first."""
    if not index.is_dir():
        return []
    manifests = [one for one in index.glob(f"*/{MANIFEST}") if not one.parent.name.startswith(".")]
    used = sorted(manifests, key=lambda one: (-one.stat().st_mtime_ns, one.parent.name))
    return [one.parent for one in used]


def prune(index: Path, *, url: str) -> None:
    """Remove what interrupted builds left, and all but the generations last used or in use."""
    for left in index.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    for old in generations(index)[KEPT:]:
        manifest = read_manifest(old)
        if manifest is None or in_use(old / MANIFEST):
            continue
        if manifest.server and url:
            with suppress(IndexingError):
                drop_collection(manifest.place(old, url=url))
        discard(old)


def discard(folder: Path) -> None:
    """Remove a generation; one half removed is not taken for complete."""
    doomed = folder.with_name(f"{UNFINISHED}-{folder.name}-{os.getpid()}")
    with suppress(OSError):
        folder.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
