"""Q&A sets: YAML files into examples, each row checked.

A set is a list of mappings: `id`, then `q` or `turns`, and any of `facts`, `not`,
`cite`, `status`, `amount`, `amount_max`, `today`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.datatypes import Status
from assistant.errors import EvaluationError, SetError
from assistant.faults import say_system_fault, say_value_fault, say_yaml_fault
from assistant.own_yaml import load_strings
from evals.datatypes import Example

SETS = Path(__file__).parent / "sets"
DEV = SETS / "dev"
TEST = SETS / "test"

_TODAY = date(2026, 11, 20)
_FORMAT = "Voir « Q&A sets » dans README.md."


class _Row(BaseModel):
    """A row as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    q: str | None = Field(None, min_length=1)
    turns: tuple[str, ...] = ()
    facts: tuple[re.Pattern[str], ...] = ()
    forbidden: tuple[re.Pattern[str], ...] = Field((), alias="not")
    cite: tuple[str, ...] = ()
    status: Status = "answered"
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    today: date = _TODAY

    @model_validator(mode="after")
    def _asks_once(self) -> _Row:
        if (self.q is None) == (not self.turns):
            raise ValueError("il faut q, ou turns, et pas les deux")
        return self


def read_sets(paths: Iterable[Path]) -> tuple[Example, ...]:
    """The examples of all these files, in order; a folder stands for its YAML files.

    Raises `SetError`, naming the file and the row, at the first row that does not hold;
    `EvaluationError` for a file that cannot be opened.
    """
    examples: list[Example] = []
    seen: dict[str, Path] = {}
    for path in _files(paths):
        for example in _read_set(path):
            if example.id in seen:
                raise _error(path, example.id, f"cet identifiant sert déjà dans {seen[example.id]}.")
            seen[example.id] = path
            examples.append(example)
    return tuple(examples)


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob("*.yaml"))
        if not found:
            raise SetError(
                str(path),
                "le dossier ne contient aucun fichier .yaml.",
                "Donner un jeu, ou un dossier de jeux.",
            )
        yield from found


def _read_set(path: Path) -> Iterable[Example]:
    try:
        text = path.read_text(encoding="utf-8")
        rows = load_strings(text)
    except (FileNotFoundError, UnicodeDecodeError) as error:
        gone = isinstance(error, FileNotFoundError)
        what = "ce fichier n'existe pas." if gone else "ce n'est pas du texte en UTF-8."
        raise SetError(str(path), what, "Donner le chemin d'un fichier YAML en UTF-8.") from error
    except OSError as error:
        what = f"ce fichier ne s'ouvre pas ({say_system_fault(error)})."
        raise EvaluationError(str(path), what, "Vérifier vos droits.") from error
    except yaml.YAMLError as error:
        raise SetError(str(path), f"{say_yaml_fault(error)}.", _FORMAT) from error
    if not isinstance(rows, list) or not rows:
        raise SetError(str(path), "ce n'est pas une liste de questions.", _FORMAT)
    for number, row in enumerate(rows, start=1):
        yield _parse_row(path, number, row)


def _parse_row(path: Path, number: int, row: object) -> Example:
    name = str(row.get("id", number)) if isinstance(row, dict) else str(number)
    try:
        parsed = _Row.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        said = say_value_fault(first)
        what = f"{field} : {said} (reçu : {first['input']!r})." if field else f"{said}."
        raise _error(path, name, what) from error
    return Example(
        id=parsed.id,
        category=path.stem,
        turns=parsed.turns if parsed.q is None else (parsed.q,),
        today=parsed.today,
        facts=parsed.facts,
        forbidden=parsed.forbidden,
        cite=parsed.cite,
        status=parsed.status,
        amount=parsed.amount,
        amount_max=parsed.amount_max,
    )


def _error(path: Path, row: str, what: str) -> SetError:
    return SetError(f"{path}, ligne {row}", what, _FORMAT)
