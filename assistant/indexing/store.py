"""The one door of Chroma: the vectors of one generation, inside this process or on a server."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from assistant.datatypes import Chunk, Filters
from assistant.errors import IndexingError
from assistant.indexing.embed import Vectors

_BATCH = 1000
_OPENING = Lock()  # Chroma counts the clients of a folder without a lock of its own


@dataclass(frozen=True, slots=True)
class Place:
    """Where vectors are kept: a folder of their own, or a collection of the server at `url`."""

    folder: Path
    collection: str
    url: str = ""

    @property
    def name(self) -> str:
        """What a person would look at: the server's address, or the folder."""
        return self.url or str(self.folder)


class Store:
    """The vectors of one generation, ready to be searched."""

    def __init__(self, place: Place, client: Any, collection: Any) -> None:
        self._place = place
        self._client = client
        self._collection = collection

    def count(self) -> int:
        """How many vectors are kept."""
        with _reaching(self._place):
            return int(self._collection.count())

    def scores(self, vector: Vectors, *, limit: int, filters: Filters) -> Mapping[str, float]:
        """The cosine of the `limit` nearest chunks that the filters let through, by chunk id."""
        if not vector.any():
            return {}
        with _reaching(self._place):
            found = self._collection.query(
                query_embeddings=[vector], n_results=limit, where=_where(filters), include=["distances"]
            )
        return {
            one: 1.0 - distance for one, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        }

    def vectors(self, ids: Sequence[str]) -> Mapping[str, Vectors]:
        """The vectors kept under these ids."""
        if not ids:
            return {}
        with _reaching(self._place):
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        rows = np.asarray(found["embeddings"], dtype=np.float32)
        return dict(zip(found["ids"], rows, strict=True))

    def add(self, chunks: Sequence[Chunk], vectors: Vectors) -> None:
        """Keep a vector a chunk; one kept before under the same id is replaced."""
        for start in range(0, len(chunks), _BATCH):
            part = chunks[start : start + _BATCH]
            with _reaching(self._place):
                self._collection.upsert(
                    ids=[chunk.id for chunk in part],
                    embeddings=vectors[start : start + _BATCH],
                    metadatas=[_metadata(chunk) for chunk in part],
                )

    def close(self) -> None:
        """Let go of the files, so that the folder can be moved."""
        _close(self._client)


def open_store(place: Place) -> Store | None:
    """The store kept at a place; `None` when nothing is there."""
    import chromadb.errors

    if not place.url and not place.folder.is_dir():
        return None
    with _client(place) as (client, keep):
        try:
            collection = client.get_collection(place.collection, embedding_function=None)
        except chromadb.errors.NotFoundError:
            return None
        keep()
        return Store(place, client, collection)


def create_store(place: Place) -> Store:
    """A store at a place, empty unless an interrupted build began to fill it."""
    with _client(place) as (client, keep):
        collection = client.get_or_create_collection(
            place.collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        keep()
        return Store(place, client, collection)


def drop_collection(place: Place) -> None:
    """Remove a generation's collection from its server; nothing when it is gone already."""
    import chromadb.errors

    with _client(place) as (client, _), suppress(chromadb.errors.NotFoundError):
        client.delete_collection(place.collection)


@contextmanager
def _client(place: Place) -> Iterator[tuple[Any, Callable[[], object]]]:
    """A client of Chroma, closed at the end unless what comes with it is called."""
    with _reaching(place), ExitStack() as stack:
        client = _connect(place)
        stack.callback(_close, client)
        yield client, stack.pop_all


def _connect(place: Place) -> Any:
    import chromadb
    from chromadb.config import Settings as Options

    options = Options(anonymized_telemetry=False)
    if not place.url:
        with _OPENING:
            return chromadb.PersistentClient(_writable(place.folder), settings=options)
    url = urlsplit(place.url)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 8000)
    return chromadb.HttpClient(host=url.hostname or place.url, port=port, ssl=secure, settings=options)


def _close(client: Any) -> None:
    # Chroma leaves its connections to a server open: its own, and that of its administrator.
    sides: list[Any] = [client._server, client._admin_client._server]
    sessions = [side._session for side in sides if hasattr(side, "_session")]
    with _OPENING:
        client.close()
    for session in sessions:
        session.close()


def _writable(folder: Path) -> Path:
    """The folder, or a private copy of one that may only be read: Chroma writes even then."""
    database = folder / "chroma.sqlite3"
    if not database.exists() or (os.access(folder, os.W_OK) and os.access(database, os.W_OK)):
        return folder
    copy = Path(tempfile.mkdtemp(prefix="assistant-"))
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    shutil.copytree(folder, copy, copy_function=shutil.copyfile, dirs_exist_ok=True)
    for path in (copy, *copy.glob("*/")):  # folders come with the rights of the originals
        path.chmod(0o700)
    return copy


@contextmanager
def _reaching(place: Place) -> Iterator[None]:
    """Say what went wrong with the place instead of how Chroma puts it."""
    import chromadb.errors
    import httpx

    try:
        yield
    except (chromadb.errors.ChromaError, httpx.HTTPError, ValueError, OSError, AttributeError) as error:
        # AttributeError: Chroma remembers a database that did not open, and trips over it the next time.
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        todo = (
            "Démarrez le serveur Chroma ou corrigez ASSISTANT_CHROMA_URL."
            if place.url
            else "Supprimez ce dossier et relancez : l'index sera reconstruit."
        )
        raise IndexingError(place.name, f"la base de vecteurs ne répond pas ({reason}).", todo) from error


def _metadata(chunk: Chunk) -> dict[str, str]:
    """What the filters look at."""
    return {"document": chunk.document, "kind": chunk.kind, "audience": chunk.audience}


def _where(filters: Filters) -> dict[str, Any] | None:
    """The filters as Chroma takes them.

    >>> _where(Filters(documents=("CGV-30J",), audience="client"))
    {'$and': [{'document': {'$in': ['CGV-30J']}}, {'audience': {'$eq': 'client'}}]}
    >>> _where(Filters()) is None
    True
    """
    wanted = {"document": filters.documents, "kind": filters.kinds}
    conditions: list[dict[str, Any]] = [
        {field: {"$in": list(values)}} for field, values in wanted.items() if values
    ]
    if filters.audience == "client":
        conditions.append({"audience": {"$eq": "client"}})
    if len(conditions) > 1:
        return {"$and": conditions}
    return conditions[0] if conditions else None
