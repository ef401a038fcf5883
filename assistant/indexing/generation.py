"""Generations: each index built stands in a folder of its own, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.datatypes import Chunk, Corpus
from assistant.errors import IndexingError
from assistant.indexing.embed import VectorModel
from assistant.indexing.lexical import Lexical, load_lexical
from assistant.indexing.snapshot import load_chunks, load_corpus
from assistant.indexing.store import Place, Store, drop_collection, open_store

KEPT = 3
UNFINISHED = ".building"
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was built from, when, and what is in it."""

    format: int
    fingerprint: str
    created: str
    corpus: str
    model: str
    chunk_chars: int
    collection: str
    server: bool
    counts: Mapping[str, int]
    documents: Mapping[str, str]
    files: Mapping[str, str]
    merges: tuple[Mapping[str, object], ...] = ()
    problems: tuple[Mapping[str, str], ...] = ()

    def save(self, folder: Path) -> None:
        """Write the manifest; its presence says that the folder is complete."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / _MANIFEST).write_text(text + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Index:
    """An open generation: what was read, and the parts that search it."""

    manifest: Manifest
    corpus: Corpus
    chunks: tuple[Chunk, ...]
    model: VectorModel
    store: Store
    lexical: Lexical


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a generation; `None` when the folder is not a complete one."""
    try:
        kept = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return Manifest(**kept)
    except (OSError, ValueError, TypeError):
        return None


def store_place(folder: Path, manifest: Manifest, *, url: str) -> Place:
    """Where the generation's vectors are."""
    return Place(folder / "vectors", manifest.collection, url if manifest.server else "")


def open_generation(folder: Path, model: VectorModel, *, url: str) -> Index | None:
    """The index in a folder, marked as used; `None` when it is missing or has lost a part."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    with suppress(OSError):
        os.utime(folder / _MANIFEST)
    try:
        corpus, chunks = load_corpus(folder), load_chunks(folder)
        lexical = load_lexical(folder / "keywords", size=len(chunks))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    store = open_store(store_place(folder, manifest, url=url))
    if store is None or store.count() != len(chunks):
        return None
    return Index(manifest, corpus, chunks, model, store, lexical)


def generations(index: Path) -> list[Path]:
    """The complete generations of an index folder, the last used first."""
    folders = [one for one in index.iterdir() if (one / _MANIFEST).is_file() and not one.name.startswith(".")]
    return sorted(folders, key=lambda one: (-(one / _MANIFEST).stat().st_mtime_ns, one.name))


def prune(index: Path, *, url: str) -> None:
    """Remove what interrupted builds left, and all but the generations last used."""
    for left in index.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    for old in generations(index)[KEPT:]:
        manifest = read_manifest(old)
        if manifest is not None and manifest.server and url:
            with suppress(IndexingError):
                drop_collection(store_place(old, manifest, url=url))
        discard(old)


def discard(folder: Path) -> None:
    """Remove a generation; one interrupted half-way is not taken for complete."""
    doomed = folder.with_name(f"{UNFINISHED}-{folder.name}-{os.getpid()}")
    folder.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
