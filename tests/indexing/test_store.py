"""The vector store keeps vectors and finds the nearest that the filters let through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.datatypes import Chunk, Filters
from assistant.errors import IndexingError
from assistant.indexing.embed import Vectors
from assistant.indexing.store import Place, Store, create_store, drop_collection, open_store

MakeChunk = Callable[..., Chunk]


def vector(*numbers: float) -> Vectors:
    """A vector of float32, as the models give them."""
    return np.array(numbers, dtype=np.float32)


@pytest.fixture
def chunks(make_chunk: MakeChunk) -> list[Chunk]:
    """Two editions, a sheet, and a document for reps alone."""
    return [
        make_chunk("CGV-15J#1", "quinze", kind="terms", edition="CGV-15J", appears_in=("A", "B")),
        make_chunk("CGV-30J#1", "trente", kind="terms", edition="CGV-30J"),
        make_chunk("A#fiche", "fiche", kind="course", edition="CGV-15J"),
        make_chunk("NOTES#1", "entre nous", audience="rep"),
    ]


VECTORS = np.array([[1, 0], [0.6, 0.8], [0, 1], [-1, 0]], dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path, chunks: list[Chunk]) -> Iterator[Store]:
    """A store with the four chunks."""
    made = create_store(Place(tmp_path / "vectors", "test-vectors"))
    made.add(chunks, VECTORS)
    yield made
    made.close()


def test_scores_are_cosines(store: Store) -> None:
    """Each chunk with the cosine of its vector and the question's."""
    expected = {"CGV-15J#1": 1, "CGV-30J#1": 0.6, "A#fiche": 0, "NOTES#1": -1}
    assert expected == pytest.approx(store.scores(vector(1, 0), limit=10, filters=Filters()), abs=1e-6)


def test_the_nearest_first(store: Store) -> None:
    """No more than asked for, the nearest."""
    assert ["A#fiche", "CGV-30J#1"] == list(store.scores(vector(0, 1), limit=2, filters=Filters()))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(audience="client"), {"CGV-15J#1", "CGV-30J#1", "A#fiche"}),
        (Filters(documents=("A", "NOTES")), {"A#fiche", "NOTES#1"}),
        (Filters(documents=("A", "NOTES"), audience="client"), {"A#fiche"}),
        (Filters(kinds=("course", "other")), {"A#fiche", "NOTES#1"}),
        (Filters(documents=("NOBODY",)), set()),
    ],
)
def test_filters(store: Store, filters: Filters, expected: set[str]) -> None:
    """Only what the filters let through is found."""
    assert expected == set(store.scores(vector(1, 0), limit=10, filters=filters))


def test_a_question_without_direction_finds_nothing(store: Store) -> None:
    """All zeros are near to nothing."""
    assert {} == store.scores(vector(0, 0), limit=10, filters=Filters())


def test_a_chunk_without_direction_is_kept(tmp_path: Path, make_chunk: MakeChunk) -> None:
    """A chunk of unknown tokens is in the store, at cosine 0."""
    store = create_store(Place(tmp_path / "vectors", "test-vectors"))
    store.add([make_chunk("A#1"), make_chunk("A#2")], np.array([[0, 0], [1, 0]], dtype=np.float32))
    assert {"A#2": 1, "A#1": 0} == pytest.approx(store.scores(vector(1, 0), limit=9, filters=Filters()))
    store.close()


def test_vectors_come_back(store: Store) -> None:
    """Those asked for, by id; unknown ids are passed over."""
    found = store.vectors(["A#fiche", "CGV-30J#1", "NOBODY#1"])
    assert {"A#fiche", "CGV-30J#1"} == set(found)
    assert [0.6, 0.8] == pytest.approx(found["CGV-30J#1"].tolist())
    assert {} == store.vectors([])


def test_adding_again_replaces(store: Store, chunks: list[Chunk]) -> None:
    """An interrupted build that starts again does not double anything."""
    store.add(chunks[:1], vector(0, 1)[None])
    assert 4 == store.count()
    assert [0, 1] == store.vectors(["CGV-15J#1"])["CGV-15J#1"].tolist()


def test_more_chunks_than_one_batch(tmp_path: Path, make_chunk: MakeChunk) -> None:
    """Every chunk is kept and found, however many."""
    many = [make_chunk(f"D#{n}") for n in range(2300)]
    angles = np.linspace(0, np.pi, len(many))
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    store = create_store(Place(tmp_path / "vectors", "test-vectors"))
    store.add(many, vectors)
    scores = store.scores(vector(1, 0), limit=len(many), filters=Filters())
    expected = {f"D#{n}": float(np.cos(angle)) for n, angle in enumerate(angles)}
    assert expected == pytest.approx(scores, abs=1e-5)
    store.close()


def test_a_store_is_opened_where_it_was_moved(store: Store, tmp_path: Path) -> None:
    """A closed store is found again after its folder has been renamed."""
    store.close()
    (tmp_path / "vectors").rename(tmp_path / "moved")
    opened = open_store(Place(tmp_path / "moved", "test-vectors"))
    assert opened is not None
    assert 4 == opened.count()
    opened.close()
    store.close = lambda: None  # type: ignore[method-assign]  # closed above


def test_nothing_there(tmp_path: Path, store: Store) -> None:
    """No folder or no collection is nothing, not an error."""
    assert None is open_store(Place(tmp_path / "elsewhere", "test-vectors"))
    assert None is open_store(Place(tmp_path / "vectors", "another"))


def test_a_spoilt_store_is_told(tmp_path: Path) -> None:
    """A file that is no database is an error naming the folder, the second time as the first."""
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_text("pas une base", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(IndexingError, match="reconstruit") as raised:
            open_store(Place(tmp_path / "vectors", "test-vectors"))
        assert str(tmp_path / "vectors") == raised.value.where


@pytest.mark.parametrize("do", [open_store, create_store, drop_collection])
@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "localhost:9", "nonsense"])
def test_an_unreachable_server_is_told(tmp_path: Path, do: Callable[[Place], object], url: str) -> None:
    """A server that does not answer is an error naming its address and the setting."""
    with pytest.raises(IndexingError, match="ASSISTANT_CHROMA_URL") as raised:
        do(Place(tmp_path, "test-vectors", url))
    assert url == raised.value.where
