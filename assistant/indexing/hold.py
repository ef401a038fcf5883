"""Who uses a generation and who builds one: locks that are gone with their process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import IndexingError
from assistant.faults import say_system_fault
from assistant.indexing import Progress

try:
    import fcntl
except ImportError:  # Windows, which refuses by itself to remove a file in use
    fcntl = None  # type: ignore[assignment]  # the module or nothing


class Hold:
    """A shared lock on a file, kept until it is released or the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> Hold | None:
        """A hold on the file; `None` when it is missing or about to be removed."""
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            return None
        if _lock(descriptor, shared=True):
            return cls(descriptor)
        os.close(descriptor)
        return None

    def release(self) -> None:
        """Give the hold back; once is enough, twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self) -> None:
        self.release()


def in_use(path: Path) -> bool:
    """Whether somebody holds the file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return not _lock(descriptor, shared=False)
    finally:
        os.close(descriptor)


@contextmanager
def building_alone(index: Path, on_progress: Progress) -> Iterator[None]:
    """One builder at a time in an index folder; a second one waits for the first.

    Raises `IndexingError` when the folder cannot be written.
    """
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
            f"l'index s'y construit et ce dossier ne peut pas être écrit ({say_system_fault(error)}).",
            "Donnez le droit d'y écrire ou indiquez un autre dossier dans ASSISTANT_INDEX.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _lock(descriptor: int, *, shared: bool) -> bool:
    """Whether the lock could be had at once; where the disk knows no locks, it always can."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
