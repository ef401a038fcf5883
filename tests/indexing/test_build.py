"""The index is opened when it is up to date and built when it is not."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import CorpusError, IndexingError
from assistant.indexing import build
from assistant.indexing.build import open_index, refresh
from assistant.indexing.generation import UNFINISHED, generations
from assistant.settings import Settings
from tests.indexing.conftest import ROOMS, write_library

RULES = "reglement-de-la-bibliotheque"
ROOM = "salles-de-travail"


def test_the_first_time_everything_is_built(library: Settings) -> None:
    """All documents are added and all chunks embedded, and progress is told."""
    told: list[tuple[str, int, int]] = []
    report = refresh(library, on_progress=lambda *step: told.append(step))
    assert (True, {RULES, ROOM}, (), ()) == (report.built, set(report.added), report.changed, report.removed)
    assert (5, 5, 0) == (report.chunks, report.embedded, report.reused)
    assert [("embed", 5, 5)] == told


def test_the_second_time_nothing_is_built(library: Settings) -> None:
    """An index that is up to date is left alone."""
    first, second = refresh(library), refresh(library)
    assert (False, (), (), ()) == (second.built, second.added, second.changed, second.removed)
    assert (first.generation, 0, 5) == (second.generation, second.embedded, second.reused)


def test_what_changed_is_said_and_only_it_is_embedded(library: Settings) -> None:
    """One section rewritten, one document added: two vectors to compute, the others are taken over."""
    refresh(library)
    rooms = library.corpus / "rooms.md"
    rooms.write_text(ROOMS.replace("la veille", "le matin"), encoding="utf-8")
    (library.corpus / "new.md").write_text("# Horaires\n\n## Été\n\nFermé en août.\n", encoding="utf-8")
    report = refresh(library)
    assert (("horaires",), (ROOM,), ()) == (report.added, report.changed, report.removed)
    assert (6, 2, 4) == (report.chunks, report.embedded, report.reused)


def test_a_removed_document_is_gone(library: Settings) -> None:
    """What is no longer in the folder is no longer found."""
    refresh(library)
    (library.corpus / "rooms.md").unlink()
    report = refresh(library)
    assert ((ROOM,), 3, 0) == (report.removed, report.chunks, report.embedded)
    assert {RULES} == {chunk.document for chunk in open_index(library).chunks}


def test_vectors_taken_over_are_those_computed(library: Settings) -> None:
    """An index built on an earlier one holds the vectors that it would have computed."""
    refresh(library)
    (library.corpus / "rooms.md").unlink()
    index = open_index(library)
    alone = open_index(library.model_copy(update={"index": library.index.with_name("other")}))
    ids = [chunk.id for chunk in index.chunks]
    expected = alone.store.vectors(ids)
    for one, vector in index.store.vectors(ids).items():
        assert expected[one].tolist() == pytest.approx(vector.tolist(), abs=1e-6)


def test_an_open_index_knows_what_was_read(library: Settings) -> None:
    """Documents and chunks are those of the files, with their offsets."""
    index = open_index(library)
    assert {RULES, ROOM} == {document.id for document in index.corpus.documents}
    for chunk in index.chunks:
        text = (library.corpus / chunk.path).read_text(encoding="utf-8")
        assert chunk.text == text[chunk.start : chunk.end]


def test_opening_reads_no_document(library: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once built, the index is opened without parsing anything."""
    expected = open_index(library).corpus
    monkeypatch.setattr(build, "read_corpus", lambda *_, **__: pytest.fail("read again"))
    assert expected == open_index(library).corpus


def test_going_back_finds_the_earlier_index(library: Settings) -> None:
    """A change undone costs nothing: the earlier generation serves."""
    first = refresh(library)
    (library.corpus / "rooms.md").unlink()
    refresh(library)
    (library.corpus / "rooms.md").write_text(ROOMS, encoding="utf-8")
    back = refresh(library)
    assert (first.generation, False) == (back.generation, False)
    assert (ROOM,) == back.added


def test_problems_are_reported(library: Settings) -> None:
    """A file that cannot be read is told, and the others are indexed."""
    (library.corpus / "broken.pdf").write_bytes(b"%PDF-1.4 rien")
    report = refresh(library)
    assert ["broken.pdf"] == [problem.path for problem in report.problems]
    assert 5 == report.chunks


def test_what_is_no_file_stops_nothing(library: Settings) -> None:
    """A link to nothing is reported, a folder linked to itself gone through once, the rest is indexed."""
    (library.corpus / "gone.md").symlink_to(library.corpus / "nowhere.md")
    (library.corpus / "again").symlink_to(library.corpus)
    report = refresh(library)
    assert ["gone.md"] == [one.path for one in report.problems]
    assert report.built
    assert not refresh(library).built


def test_a_corpus_without_questions(tmp_path: Path) -> None:
    """Without a question of its own, the shipped ones attach to nothing."""
    write_library(tmp_path / "corpus")
    shutil.rmtree(tmp_path / "corpus" / "questions")
    index = open_index(Settings(corpus=tmp_path / "corpus", index=tmp_path / "index"))
    assert 0 == index.manifest.counts["asked"]
    assert "asked" not in index.lexical.fields


def test_a_missing_corpus_is_told(library: Settings) -> None:
    """Even where an index of it exists."""
    refresh(library)
    shutil.rmtree(library.corpus)
    with pytest.raises(CorpusError) as raised:
        open_index(library)
    assert str(library.corpus) == raised.value.where


def test_files_that_change_while_they_are_read(library: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read twice alike is indexed; what never stands still is an error."""
    read, pages = build.read_corpus, iter(range(100))

    def disturbed(*given: Any, **named: Any) -> Any:
        corpus = read(*given, **named)
        if next(pages) < 2:
            (library.corpus / "new.md").write_text(
                f"# Neuf\n\n## Un\n\nPage {next(pages)}.\n", encoding="utf-8"
            )
        return corpus

    monkeypatch.setattr(build, "read_corpus", disturbed)
    assert {"neuf", RULES, ROOM} == set(open_index(library).manifest.documents)
    pages = iter([0] * 100)
    numbers = iter(range(100))

    def never_still(*given: Any, **named: Any) -> Any:
        (library.corpus / "new.md").write_text(f"# Neuf\n\n## Un\n\n{next(numbers)}.\n", encoding="utf-8")
        return read(*given, **named)

    monkeypatch.setattr(build, "read_corpus", never_still)
    (library.corpus / "rooms.md").unlink()
    with pytest.raises(IndexingError, match="pendant la lecture"):
        open_index(library)
    assert [] == list(library.index.glob(f"{UNFINISHED}*"))


def test_an_index_removed_while_it_is_open(library: Settings) -> None:
    """In one process, an index deleted under an open one is built and opened again."""
    first = open_index(library)
    shutil.rmtree(library.index)
    second = open_index(library)
    assert first.chunks == second.chunks
    assert 5 == second.store.count()


def test_a_failed_build_leaves_nothing(library: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle leaves no generation and no rest."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "save_documents", fail)
    with pytest.raises(IndexingError, match="plein"):
        open_index(library)
    assert [] == generations(library.index)
    assert [] == list(library.index.glob(f"{UNFINISHED}*"))


OPEN = """
import json, sys
from pathlib import Path
from assistant.errors import AssistantError
from assistant.indexing.build import open_index
from assistant.datatypes import Filters
from assistant.settings import Settings
try:
    index = open_index(Settings(corpus=Path(sys.argv[1]), index=Path(sys.argv[2])))
    found = index.store.scores(index.model.encode(["retard"])[0], limit=9, filters=Filters())
    print(json.dumps({"found": len(found)}))
except AssistantError as error:
    print(json.dumps({"error": type(error).__name__, "where": error.where, "todo": error.todo}))
"""


def without_privilege() -> None:
    """Take from this process, when it is root's, the right to write everywhere."""
    for right in (1, 2, 3):  # to pass over permissions for writing, for reading, and as the owner
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)


def open_read_only(settings: Settings) -> dict[str, Any]:
    """What a process gets that may write nothing in the index folder."""
    for path in [settings.index, *settings.index.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = [sys.executable, "-c", OPEN, str(settings.corpus), str(settings.index)]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=without_privilege if os.geteuid() == 0 else None,
    )
    for path in [settings.index, *settings.index.rglob("*")]:
        path.chmod(0o755)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_an_index_that_cannot_be_written_serves(library: Settings) -> None:
    """In a folder where nothing may be written, the index that is up to date is opened and searched."""
    refresh(library)
    assert {"found": 5} == open_read_only(library)


@pytest.mark.slow
def test_an_index_that_should_be_written_and_cannot(library: Settings) -> None:
    """An older index in such a folder is an error naming the folder and the setting."""
    refresh(library)
    (library.corpus / "rooms.md").unlink()
    found = open_read_only(library)
    assert ("IndexingError", str(library.index)) == (found["error"], found["where"])
    assert "ASSISTANT_INDEX" in found["todo"]


@pytest.mark.parametrize("name", ["sentences.yaml", "unknowns.tsv"])
def test_what_is_learned_from_later_is_checked_when_the_index_is_built(library: Settings, name: str) -> None:
    """The file that cannot be read is named at once."""
    questions = library.corpus / "questions"
    questions.mkdir(exist_ok=True)
    (questions / name).write_text("says: Oui.\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=name):
        refresh(library)
