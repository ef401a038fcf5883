"""Candidates that a person confirmed, kept: rows of a question set, questions to learn from."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from assistant.errors import SetError
from assistant.indexing.questions import read_questions
from evals.sets import read_sets


def add_rows(rows: str, path: Path) -> int:
    """How many rows of a set, given as YAML, were added to the file of one.

    Nothing is written unless the whole file still holds: raises `SetError`,
    naming the row, when it would not.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{path}.lock"):
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        known = len(read_sets([path])) if before.strip() else 0
        return _replace(path, f"{before.rstrip()}\n{rows.strip()}\n".lstrip()) - known


def _replace(path: Path, text: str) -> int:
    """How many rows the file now has, once the text is found to be a set."""
    with TemporaryDirectory(dir=path.parent) as folder:
        checked = Path(folder) / path.name
        checked.write_text(text, encoding="utf-8")
        try:
            count = len(read_sets([checked]))
        except SetError as error:
            where = error.where.replace(str(checked), str(path))
            raise SetError(where, error.what.replace(str(checked), str(path)), error.todo) from error
        checked.replace(path)
    return count


def add_question(line: str, path: Path) -> None:
    """Add a line `{"q": …, "keys": […]}` to a file of questions to learn from.

    Raises `CorpusError` when it is not one, `SetError` when it is empty.
    """
    line = " ".join(line.split())
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as folder:
        (Path(folder) / path.name).write_text(line, encoding="utf-8")
        if not read_questions(Path(folder)):
            raise SetError(str(path), "la question est vide.", "Écrire la question et ses passages.")
    with FileLock(f"{path}.lock"), path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
