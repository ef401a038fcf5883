"""An index that is up to date: opened when it exists, built beside the others when it does not."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.datatypes import Chunk, Corpus, Document, Merge, Problem
from assistant.errors import CorpusError, IndexingError
from assistant.indexing.embed import VectorModel, Vectors, load_embeddings
from assistant.indexing.fields import embedded_text
from assistant.indexing.fingerprint import FORMAT, Fingerprint, take_fingerprint
from assistant.indexing.generation import (
    UNFINISHED,
    Index,
    Manifest,
    discard,
    generations,
    open_generation,
    prune,
    read_manifest,
    store_place,
)
from assistant.indexing.lexical import build_lexical
from assistant.indexing.questions import read_questions
from assistant.indexing.snapshot import load_chunks, save_snapshot
from assistant.indexing.store import create_store, open_store
from assistant.reading import cut_chunks, read_corpus

if TYPE_CHECKING:
    from assistant.settings import Settings

Progress = Callable[[str, int, int], None]
_ATTEMPTS = 5
_BATCH = 256


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a refresh did: document ids, chunk counts, merges, problems, seconds."""

    generation: str
    built: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    chunks: int
    embedded: int
    reused: int
    merges: tuple[Merge, ...]
    problems: tuple[Problem, ...]
    seconds: float


def open_index(settings: Settings, *, on_progress: Progress | None = None) -> Index:
    """The index of the corpus as it is now, built first when it is missing or older.

    Raises `CorpusError`, `IndexingError` or `EmbeddingError`.
    """
    return _bring_up(settings, on_progress or _silent)[0]


def refresh(settings: Settings, *, on_progress: Progress | None = None) -> BuildReport:
    """What changed since the generation last used, once the index is up to date."""
    start = time.monotonic()
    before = _newest_documents(settings.index)
    index, embedded = _bring_up(settings, on_progress or _silent)
    now = index.manifest.documents
    index.store.close()
    return BuildReport(
        generation=index.manifest.fingerprint[:16],
        built=embedded is not None,
        added=tuple(one for one in now if one not in before),
        changed=tuple(one for one in now if one in before and before[one] != now[one]),
        removed=tuple(one for one in before if one not in now),
        chunks=len(index.chunks),
        embedded=embedded or 0,
        reused=len(index.chunks) - (embedded or 0),
        merges=index.corpus.merges,
        problems=index.corpus.problems,
        seconds=time.monotonic() - start,
    )


def _bring_up(settings: Settings, on_progress: Progress) -> tuple[Index, int | None]:
    """The index, and how many chunks were embedded to build it: `None` when it stood already."""
    if not settings.corpus.is_dir():
        raise CorpusError(str(settings.corpus), "is not a folder.", "Create it or set ASSISTANT_CORPUS.")
    model = load_embeddings(settings=settings)
    state = take_fingerprint(model.id, settings=settings)
    index = _open(state, model, settings)
    if index is not None:
        return index, None
    with _alone(settings.index, on_progress):
        state = take_fingerprint(model.id, settings=settings)
        index = _open(state, model, settings)
        if index is not None:
            return index, None
        return _build(state, model, settings, on_progress)


def _open(state: Fingerprint, model: VectorModel, settings: Settings) -> Index | None:
    return open_generation(settings.index / state.generation, model, url=settings.chroma_url)


def _build(
    state: Fingerprint, model: VectorModel, settings: Settings, on_progress: Progress
) -> tuple[Index, int]:
    for _ in range(_ATTEMPTS):
        corpus = read_corpus(settings.corpus, rules=settings.rules)
        questions = read_questions(settings.questions)
        read_from, state = state, take_fingerprint(model.id, settings=settings)
        if state == read_from:
            break
    else:
        raise IndexingError(
            str(settings.corpus), "changes while it is read.", "Ask again once the files are in place."
        )
    chunks = cut_chunks(corpus, chunk_chars=settings.chunk_chars)
    vectors, embedded = _vectors(chunks, model, settings, on_progress)
    with tempfile.TemporaryDirectory(
        dir=settings.index, prefix=f"{UNFINISHED}-", ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary) / state.generation
        folder.mkdir()
        manifest = _manifest(state, model, settings, corpus, chunks)
        save_snapshot(folder, corpus, chunks)
        build_lexical(chunks, questions).save(folder / "keywords")
        store = create_store(store_place(folder, manifest, url=settings.chroma_url))
        store.add(chunks, vectors)
        store.close()
        manifest.save(folder)
        final = settings.index / state.generation
        if final.exists():
            discard(final)
        folder.rename(final)
    prune(settings.index, url=settings.chroma_url)
    index = _open(state, model, settings)
    if index is None:
        raise IndexingError(str(final), "was built but cannot be opened.", "Free some disk space; ask again.")
    return index, embedded


def _vectors(
    chunks: Sequence[Chunk], model: VectorModel, settings: Settings, on_progress: Progress
) -> tuple[Vectors, int]:
    """A vector a chunk, and how many were computed rather than found in an earlier generation."""
    texts = [embedded_text(chunk) for chunk in chunks]
    known = _known_vectors(set(texts), model, settings)
    new = list(dict.fromkeys(text for text in texts if text not in known))
    for start in range(0, len(new), _BATCH):
        part = new[start : start + _BATCH]
        known.update(zip(part, model.encode(part), strict=True))
        on_progress("embed", min(start + _BATCH, len(new)), len(new))
    return np.asarray([known[text] for text in texts], dtype=np.float32), len(new)


def _known_vectors(texts: set[str], model: VectorModel, settings: Settings) -> dict[str, Vectors]:
    for folder in generations(settings.index):
        manifest = read_manifest(folder)
        if manifest is None or manifest.model != model.id:
            continue
        ids = {embedded_text(one): one.id for one in load_chunks(folder) if embedded_text(one) in texts}
        store = open_store(store_place(folder, manifest, url=settings.chroma_url))
        if store is None:
            continue
        vectors = store.vectors(list(ids.values()))
        store.close()
        return {text: vectors[one] for text, one in ids.items() if one in vectors}
    return {}


def _manifest(
    state: Fingerprint, model: VectorModel, settings: Settings, corpus: Corpus, chunks: Sequence[Chunk]
) -> Manifest:
    return Manifest(
        format=FORMAT,
        fingerprint=state.digest,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        corpus=str(settings.corpus),
        model=model.id,
        chunk_chars=settings.chunk_chars,
        collection=f"assistant-{state.generation}",
        server=bool(settings.chroma_url),
        counts={"documents": len(corpus.documents), "chunks": len(chunks), "files": len(state.files)},
        documents={one.id: _digest(one) for one in corpus.documents},
        files=state.files,
        merges=tuple(asdict(one) for one in corpus.merges),
        problems=tuple(asdict(one) for one in corpus.problems),
    )


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()[:16]


def _newest_documents(index: Path) -> Mapping[str, str]:
    newest = read_manifest(generations(index)[0]) if index.is_dir() and generations(index) else None
    return newest.documents if newest else {}


@contextmanager
def _alone(index: Path, on_progress: Progress) -> Iterator[None]:
    """One builder at a time in an index folder; a second one waits for the first."""
    from filelock import FileLock, Timeout

    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_progress("wait", 0, 1)
            lock.acquire()
    except OSError as error:
        raise IndexingError(
            str(index),
            f"the index has to be built there and cannot be written ({error.strerror}).",
            "Give the right to write in it, or name another folder in ASSISTANT_INDEX.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
