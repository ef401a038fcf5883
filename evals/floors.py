"""What no run may fall below: the floors committed beside this file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.errors import EvaluationError
from assistant.faults import say_value_fault, say_yaml_fault
from assistant.own_yaml import load_yaml
from evals.datatypes import Figure
from evals.measures import MEASURES
from evals.sets import SETS

FLOORS = Path(__file__).with_name("floors.yaml")
ALL = "all"

Floors = Mapping[tuple[str, str], float]
"""The floor of a measure in a category; an empty category is all of them."""

_FILE = TypeAdapter(dict[str, dict[str, dict[str, float]]])


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that does not hold its floor."""

    figure: Figure
    floor: float


def read_floors(paths: Sequence[Path], file: Path | None = None) -> Floors:
    """The floors of what these sets measure; none for sets that are not ours.

    The floors of a half taken whole hold for the half only; one or several of
    its files have those of their categories. Raises `EvaluationError` for a file that
    does not hold.
    """
    half, whole = _half_of(paths)
    return {key: floor for key, floor in _read(file or FLOORS, half) if whole or key[1]}


def _half_of(paths: Sequence[Path]) -> tuple[str, bool]:
    """The half that these paths are of, and whether they are all of it."""
    resolved = {path.resolve() for path in paths}
    folders = {path if path.is_dir() else path.parent for path in resolved}
    folder = folders.pop() if len(folders) == 1 else None
    if folder and folder.parent == SETS.resolve():
        return folder.name, folder in resolved
    return "", False


def _read(file: Path, half: str) -> list[tuple[tuple[str, str], float]]:
    try:
        halves = _FILE.validate_python(load_yaml(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise _error(file, "ce fichier ne peut pas être lu.") from error
    except yaml.YAMLError as error:
        raise _error(file, f"{say_yaml_fault(error)}.") from error
    except ValidationError as error:
        raise _error(file, f"planchers illisibles : {say_value_fault(error.errors()[0])}.") from error
    if unknown := {name for floors in halves.values() for name in floors} - set(MEASURES):
        raise _error(file, f"mesure inconnue : {', '.join(sorted(unknown))}.")
    return [
        ((measure, "" if category == ALL else category), floor)
        for measure, by_category in halves.get(half, {}).items()
        for category, floor in by_category.items()
    ]


def _error(file: Path, what: str) -> EvaluationError:
    return EvaluationError(str(file), what, "Écrire moitié, mesure, catégorie : plancher.")


def find_falls(figures: Iterable[Figure], floors: Floors) -> tuple[Fall, ...]:
    """The figures below their floor; for a time, above it."""
    checked = (
        Fall(figure, floors[key])
        for figure in figures
        if (key := (figure.measure, figure.category)) in floors
    )
    return tuple(fall for fall in checked if _is_below(fall))


def _is_below(fall: Fall) -> bool:
    is_time = MEASURES[fall.figure.measure].unit == "seconds"
    return fall.figure.value > fall.floor if is_time else fall.figure.value < fall.floor
