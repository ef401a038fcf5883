"""With a Chroma server, the vectors are there and everything else works alike."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answering.search.retrieve import Retriever
from assistant.datatypes import Filters
from assistant.errors import IndexingError
from assistant.indexing.build import open_index, refresh
from assistant.indexing.generation import KEPT, MANIFEST, generations
from assistant.indexing.store import Place, _close, drop_collection
from assistant.settings import Settings

pytestmark = pytest.mark.slow


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Chroma server."""
    port, folder = free_port(), tmp_path_factory.mktemp("server")
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    """Return once somebody listens."""
    for _ in range(200):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the Chroma server did not start")


@pytest.fixture
def served(library: Settings, server: str) -> Settings:
    """The library's settings, with its vectors on the server."""
    return library.model_copy(update={"chroma_url": server})


def collections(server: str) -> set[str]:
    """The names of the server's collections."""
    import chromadb

    port = int(server.rpartition(":")[2])
    client = chromadb.HttpClient(host="127.0.0.1", port=port)
    names = {collection.name for collection in client.list_collections()}
    _close(client)
    return names


def test_found_alike(served: Settings, library: Settings) -> None:
    """The same question finds the same passages, on a server and without."""
    with closing(open_index(library)) as embedded, closing(open_index(served)) as distant:
        here = Retriever(index=embedded).search("rendre en retard", k=5)
        there = Retriever(index=distant).search("rendre en retard", k=5)
        assert [hit.chunk for hit in here] == [hit.chunk for hit in there]
        assert [hit.score for hit in here] == pytest.approx([hit.score for hit in there], abs=1e-4)
        filters = Filters(documents=("salles-de-travail",), audience="client")
        found = Retriever(index=distant).search("rendre en retard", filters=filters)
        assert {"salles-de-travail"} == {hit.chunk.document for hit in found}


def test_no_vector_stays_here(served: Settings) -> None:
    """The index folder holds no vectors when the server does."""
    folder = served.index / refresh(served).generation
    assert [] == list(folder.glob("vectors-*"))


def test_vectors_are_taken_over(served: Settings) -> None:
    """A change embeds only what is new."""
    refresh(served)
    (served.corpus / "new.md").write_text("# Horaires\n\n## Été\n\nFermé en août.\n", encoding="utf-8")
    report = refresh(served)
    assert (6, 1, 5) == (report.chunks, report.embedded, report.reused)


def test_old_collections_are_removed(served: Settings, server: str) -> None:
    """The server keeps as many generations as the folder."""
    built = []
    for number in range(KEPT + 2):
        (served.corpus / "old.md").write_text(f"# Vieux\n\n## Un\n\n{number}.\n", encoding="utf-8")
        built.append(f"assistant-{refresh(served).generation}")
    assert set(built[-KEPT:]) == set(built) & collections(server)


def test_a_collection_lost_is_built_again(served: Settings, server: str) -> None:
    """A server that was emptied is filled again."""
    generation = refresh(served).generation
    drop_collection(Place(served.index, f"assistant-{generation}", server))
    drop_collection(Place(served.index, f"assistant-{generation}", server))
    assert refresh(served).built
    with closing(open_index(served)) as index:
        assert 5 == index.store.count()


def test_a_half_filled_collection_is_completed(served: Settings, server: str) -> None:
    """A build that died among the vectors is done again over what it left."""
    generation = refresh(served).generation
    (served.index / generation / MANIFEST).unlink()
    assert [] == generations(served.index)
    with closing(open_index(served)) as index:
        assert 5 == index.store.count()


def test_a_server_gone_is_told(served: Settings) -> None:
    """An address where nobody answers is an error naming it, even with an index at hand."""
    refresh(served)
    gone = served.model_copy(update={"chroma_url": f"http://127.0.0.1:{free_port()}"})
    with pytest.raises(IndexingError, match="ASSISTANT_CHROMA_URL") as raised:
        open_index(gone)
    assert gone.chroma_url == raised.value.where
