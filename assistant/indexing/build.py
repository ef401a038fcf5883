"""An index that is up to date: opened when it exists, built beside the others when it does not."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np

from assistant.datatypes import Chunk, Corpus, Document, Merge, Problem
from assistant.errors import CorpusError, IndexingError
from assistant.faults import say_system_fault
from assistant.indexing import Progress, silent
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
    save_documents,
)
from assistant.indexing.hold import building_alone
from assistant.indexing.lexical import build_lexical
from assistant.indexing.questions import SENTENCES, Question, read_answering, read_questions, read_unknowns
from assistant.indexing.store import create_store
from assistant.reading import cut_chunks, read_corpus

if TYPE_CHECKING:
    from assistant.settings import Settings

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


@dataclass(frozen=True, slots=True)
class _Read:
    """What is to be indexed, and the fingerprint of what it was read from."""

    state: Fingerprint
    corpus: Corpus
    chunks: tuple[Chunk, ...]
    questions: tuple[Question, ...]


def open_index(settings: Settings, *, on_progress: Progress = silent) -> Index:
    """The index of the corpus as it is now, built first when it is missing or older.

    Raises `CorpusError`, `IndexingError` or `EmbeddingError`.
    """
    return _bring_up(settings, on_progress)[0]


def refresh(settings: Settings, *, on_progress: Progress = silent) -> BuildReport:
    """What changed since the generation last used, once the index is up to date."""
    start = time.monotonic()
    newest = next(iter(generations(settings.index)), None)
    last = read_manifest(newest) if newest else None
    before = last.documents if last else {}
    index, embedded = _bring_up(settings, on_progress)
    now = index.manifest.documents
    index.close()
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
        raise CorpusError(
            str(settings.corpus), "ce dossier n'existe pas.", "Indiquez le dossier des documents."
        )
    model = load_embeddings(settings=settings)
    state = take_fingerprint(model.id, settings=settings)
    index = _open(state, model, settings)
    if index is not None:
        return index, None
    with building_alone(settings.index, on_progress):
        state = take_fingerprint(model.id, settings=settings)
        index = _open(state, model, settings)
        if index is not None:
            return index, None
        return _build(model, settings, on_progress)


def _open(state: Fingerprint, model: VectorModel, settings: Settings) -> Index | None:
    return open_generation(settings.index / state.generation, model, url=settings.chroma_url)


def _build(model: VectorModel, settings: Settings, on_progress: Progress) -> tuple[Index, int]:
    read = _read(model, settings)
    vectors, embedded = _vectors(read.chunks, model, settings, on_progress)
    final = settings.index / read.state.generation
    try:
        _write(read, vectors, final, model, settings)
    except OSError as error:
        raise IndexingError(
            str(final),
            f"l'index ne peut pas être écrit ({say_system_fault(error)}).",
            "Vérifiez la place et vos droits.",
        ) from error
    prune(settings.index, url=settings.chroma_url)
    index = _open(read.state, model, settings)
    if index is None:
        raise IndexingError(
            str(final), "l'index vient d'être construit et ne s'ouvre pas.", "Vérifiez le disque et relancez."
        )
    return index, embedded


def _write(read: _Read, vectors: Vectors, final: Path, model: VectorModel, settings: Settings) -> None:
    """Write a generation beside the others, then give it its name at once."""
    with tempfile.TemporaryDirectory(
        dir=settings.index, prefix=f"{UNFINISHED}-", ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary) / final.name
        folder.mkdir()
        manifest = _manifest(read, model, settings)
        save_documents(folder, read.corpus, read.chunks)
        build_lexical(read.chunks, read.questions).save(folder / "keywords")
        with closing(create_store(manifest.place(folder, url=settings.chroma_url))) as store:
            store.add(read.chunks, vectors)
        manifest.save(folder)
        discard(final)
        folder.rename(final)


def _read(model: VectorModel, settings: Settings) -> _Read:
    """What is to be indexed, read while no file changes."""
    for _ in range(_ATTEMPTS):
        state = take_fingerprint(model.id, settings=settings)
        corpus = read_corpus(settings.corpus, rules=settings.rules)
        questions = read_questions(settings.questions)
        read_unknowns(settings.questions)  # these two are learned from later: a fault is said now
        read_answering(settings.questions / SENTENCES)
        if state == take_fingerprint(model.id, settings=settings):
            return _Read(state, corpus, cut_chunks(corpus, chunk_chars=settings.chunk_chars), questions)
    raise IndexingError(
        str(settings.corpus), "des fichiers changent pendant la lecture.", "Relancez quand ils sont en place."
    )


def _vectors(
    chunks: Sequence[Chunk], model: VectorModel, settings: Settings, on_progress: Progress
) -> tuple[Vectors, int]:
    """A vector a chunk, and how many chunks had none in an earlier generation."""
    texts = [embedded_text(chunk) for chunk in chunks]
    known = _known_vectors(set(texts), model, settings)
    embedded = sum(text not in known for text in texts)
    new = list(dict.fromkeys(text for text in texts if text not in known))
    for start in range(0, len(new), _BATCH):
        part = new[start : start + _BATCH]
        known.update(zip(part, model.encode(part), strict=True))
        on_progress("embed", start + len(part), len(new))
    return np.asarray([known[text] for text in texts], dtype=np.float32), embedded


def _known_vectors(texts: set[str], model: VectorModel, settings: Settings) -> dict[str, Vectors]:
    """The vectors of the texts that the last generation of the same model holds."""
    for folder in generations(settings.index):
        manifest = read_manifest(folder)
        if manifest is None or manifest.model != model.id:
            continue
        index = open_generation(folder, model, url=settings.chroma_url)
        if index is None:
            continue
        with closing(index):
            ids = {embedded_text(one): one.id for one in index.chunks}
            vectors = index.store.vectors([ids[text] for text in texts if text in ids])
        return {text: vectors[ids[text]] for text in texts if ids.get(text) in vectors}
    return {}


def _manifest(read: _Read, model: VectorModel, settings: Settings) -> Manifest:
    asked = {key for question in read.questions for key in question.keys}
    return Manifest(
        format=FORMAT,
        fingerprint=read.state.digest,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        corpus=str(settings.corpus),
        model=model.id,
        chunk_chars=settings.chunk_chars,
        vectors=f"vectors-{uuid4().hex[:8]}",
        server=bool(settings.chroma_url),
        counts={
            "documents": len(read.corpus.documents),
            "chunks": len(read.chunks),
            "asked": sum(chunk.key in asked for chunk in read.chunks),
            "files": len(read.state.files),
        },
        documents={one.id: _digest(one) for one in read.corpus.documents},
        files=read.state.files,
        merges=tuple(asdict(one) for one in read.corpus.merges),
        problems=tuple(asdict(one) for one in read.corpus.problems),
    )


def _digest(document: Document) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()[:16]
