"""A generation in use is held, and one process builds at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.errors import IndexingError
from assistant.indexing import hold as hold_module
from assistant.indexing import silent
from assistant.indexing.hold import Hold, building_alone, in_use


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file to hold."""
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    return tmp_path / "manifest.json"


def test_in_use_while_held(path: Path) -> None:
    """Held twice, released twice: free after the second."""
    first, second = Hold.take(path), Hold.take(path)
    assert first is not None
    assert second is not None
    first.release()
    first.release()
    assert in_use(path)
    second.release()
    assert not in_use(path)


def test_a_missing_file_cannot_be_held(tmp_path: Path) -> None:
    """No file, no hold."""
    assert None is Hold.take(tmp_path / "manifest.json")


def test_a_forgotten_hold_is_released(path: Path) -> None:
    """A hold that nothing refers to any more is given back."""
    kept = Hold.take(path)
    assert in_use(path)
    del kept
    assert not in_use(path)


def test_a_hold_ends_with_its_process(path: Path) -> None:
    """A process that is killed holds nothing."""
    code = "import sys; from pathlib import Path; from assistant.indexing.hold import Hold; "
    code += "hold = Hold.take(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert b"held\n" == other.stdout.readline()
        assert in_use(path)
        other.kill()
    assert not in_use(path)


def test_what_is_about_to_be_removed_cannot_be_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a file is locked by who removes it, it is not there for others."""
    import fcntl

    descriptor = os.open(path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    assert None is Hold.take(path)
    os.close(descriptor)


@pytest.mark.parametrize("locks", ["no module", "no locks on this disk"])
def test_without_locks_nothing_is_in_use(path: Path, monkeypatch: pytest.MonkeyPatch, locks: str) -> None:
    """Where the system or the disk has no locks, everything still opens."""
    if locks == "no module":
        monkeypatch.setattr(hold_module, "fcntl", None)
    else:
        import fcntl

        def flock(*_: object) -> None:
            raise OSError(37, "No locks available")

        monkeypatch.setattr(fcntl, "flock", flock)
    hold = Hold.take(path)
    assert hold is not None
    assert not in_use(path)
    hold.release()


def test_one_builder_at_a_time(tmp_path: Path) -> None:
    """A second builder is told to wait, and goes on when the first is done."""
    told: list[str] = []
    waiting = threading.Event()

    def note(stage: str, done: int, total: int) -> None:
        told.append(stage)
        waiting.set()

    def build() -> None:
        with building_alone(tmp_path / "index", note):
            told.append("second")

    with building_alone(tmp_path / "index", silent):
        second = threading.Thread(target=build)
        second.start()
        assert waiting.wait(10)
        told.append("first")
    second.join(10)
    assert ["wait", "first", "second"] == told


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    """A file in the place of the index folder is an error naming it, with what to do."""
    (tmp_path / "index").write_text("", encoding="utf-8")
    with (
        pytest.raises(IndexingError, match="ASSISTANT_INDEX") as raised,
        building_alone(tmp_path / "index", silent),
    ):
        pass
    assert str(tmp_path / "index") == raised.value.where
