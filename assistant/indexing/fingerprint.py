"""What an index is built from, as one fingerprint; unchanged files are not read again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.files import find_files

if TYPE_CHECKING:
    from assistant.settings import Settings

FORMAT = 7
_REMEMBERED = ".files.json"
_TOO_YOUNG = 3 * 10**9  # nanoseconds: a file may still change without its date changing


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`digest` changes when anything that the index rests on does; `files` has a hash a file."""

    digest: str
    files: Mapping[str, str]

    @property
    def generation(self) -> str:
        """The name of the generation's folder."""
        return self.digest[:16]


def take_fingerprint(model_id: str, *, settings: Settings) -> Fingerprint:
    """The fingerprint of the documents, rules, questions, model and settings as they are now."""
    remembered = _recall(settings.index)
    paths = _files(settings)
    places = {name: str(path.resolve()) for name, path in paths.items()}
    seen = {place: _hash(paths[name], remembered.get(place)) for name, place in places.items()}
    if seen != remembered:
        _remember(settings.index, seen)
    files = {name: seen[place][-1] for name, place in places.items()}
    state = {
        "format": FORMAT,
        "model": model_id,
        "chunk_chars": settings.chunk_chars,
        "chroma_url": settings.chroma_url,
        "files": files,
    }
    return Fingerprint(hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest(), files)


def _files(settings: Settings) -> dict[str, Path]:
    """What an index rests on: the documents, the rules that tell editions apart, the questions."""
    folders = {
        "corpus": (settings.corpus, find_files(settings.corpus)),
        "rules": (settings.rules, settings.rules.glob("*.yaml")),
        "questions": (settings.questions, settings.questions.glob("*.jsonl")),
    }
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path
        for name, (folder, paths) in folders.items()
        for path in sorted(paths)
    }


def _hash(path: Path, known: list[str] | None) -> list[str]:
    """The file's date and size, then its hash: `["size date change inode", "sha256"]`.

    What is no file, or cannot be read, is told when it is read: here it is only what it is.
    """
    try:
        if not path.is_file():
            return ["", "no file"]
        return _hash_file(path, known)
    except OSError as error:
        return ["", f"not read: {error.errno}"]


def _hash_file(path: Path, known: list[str] | None) -> list[str]:
    stat = path.stat()
    dated = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
    if known and known[0] == dated:
        return known
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    young = time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _TOO_YOUNG
    return ["" if young else dated, digest]


def _recall(folder: Path) -> dict[str, list[str]]:
    try:
        known = json.loads((folder / _REMEMBERED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(folder: Path, seen: Mapping[str, list[str]]) -> None:
    """Keep the hashes for the next time; a folder that cannot be written is read again then."""
    with suppress(OSError):
        new = folder / f"{_REMEMBERED}.{os.getpid()}"
        new.write_text(json.dumps(seen), encoding="utf-8")
        new.replace(folder / _REMEMBERED)
