"""Runs kept as files, one a run, and the history they make."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from assistant.errors import EvaluationError, SetError
from evals.datatypes import Failure, Figure, Outcome, Score
from evals.report import as_json

_NAME = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class FailedQuestion:
    """A question whose last answer was not wholly right, and why."""

    id: str
    category: str
    turns: tuple[str, ...]
    failures: tuple[Failure, ...]
    text: str


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What was answered to a question, and whether it was wholly right."""

    right: bool
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run as kept: when, on what, its scores, and the questions that failed.

    `figures` are all its measures, none for a run older than these; `answers`
    are by question id.
    """

    when: datetime
    version: str
    generation: str
    total: Score
    categories: tuple[Score, ...]
    failed: tuple[FailedQuestion, ...]
    median_seconds: float
    figures: tuple[Figure, ...] = ()
    answers: Mapping[str, KeptAnswer] = field(default_factory=dict)


def save_results(
    outcomes: Sequence[Outcome], folder: Path, *, when: datetime, version: str, generation: str
) -> Path:
    """The file in which a run was kept, named after its moment in UTC.

    Raises `EvaluationError` when the folder cannot be written.
    """
    moment = when.astimezone(UTC)
    path = folder / f"{moment.strftime(_NAME)}.json"
    run = {"when": moment.isoformat(), "version": version, "generation": generation, **as_json(outcomes)}
    unfinished = path.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(run, ensure_ascii=False, indent=1), encoding="utf-8")
        return unfinished.replace(path)
    except OSError as error:
        what = "le résultat ne peut pas y être gardé."
        raise EvaluationError(str(folder), what, "Donner un autre dossier dans ASSISTANT_RESULTS.") from error


def read_history(folder: Path) -> tuple[Run, ...]:
    """The runs kept in a folder, the oldest first; none when there is no folder.

    Raises `EvaluationError`, naming the file, for one that is not a run.
    """
    try:
        return tuple(sorted((read_run(path) for path in folder.glob("*.json")), key=lambda run: run.when))
    except SetError as error:
        raise EvaluationError(error.where, error.what, error.todo) from error


def read_run(path: Path) -> Run:
    """The run kept in a file. Raises `SetError`, naming it, when it is not one."""
    try:
        return _parse_run(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SetError(str(path), "ce fichier ne peut pas être lu.", "Donner un résultat gardé.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise SetError(
            str(path),
            "ce n'est pas le résultat d'une évaluation.",
            "Supprimer ce fichier, ou lancer de nouveau l'évaluation.",
        ) from error


def _parse_run(run: dict[str, Any]) -> Run:
    outcomes = run["outcomes"]
    return Run(
        when=datetime.fromisoformat(run["when"]),
        version=run["version"],
        generation=run["generation"],
        total=_parse_score("", run["total"]),
        categories=tuple(_parse_score(name, one) for name, one in run["categories"].items()),
        failed=tuple(_parse_failed(one) for one in outcomes if not one["right"]),
        median_seconds=median([float(one["seconds"]) for one in outcomes] or [0.0]),
        figures=tuple(_parse_figure(one) for one in run.get("figures", ())),
        answers={one["id"]: KeptAnswer(bool(one["right"]), str(one["answer"]["text"])) for one in outcomes},
    )


def _parse_score(category: str, one: dict[str, Any]) -> Score:
    low, high = one["interval"]
    return Score(category, int(one["right"]), int(one["n"]), float(low), float(high))


def _parse_figure(one: dict[str, Any]) -> Figure:
    low, high = one["interval"]
    return Figure(one["measure"], one["category"], float(one["value"]), int(one["n"]), low, high)


def _parse_failed(one: dict[str, Any]) -> FailedQuestion:
    return FailedQuestion(
        id=one["id"],
        category=one["category"],
        turns=tuple(one["turns"]),
        failures=tuple(
            Failure(failure["check"], failure["expected"], failure["given"]) for failure in one["failures"]
        ),
        text=str(one["answer"]["text"]),
    )


def new_failures(runs: Iterable[Run]) -> frozenset[str]:
    """The ids of the questions that the last run fails and the one before did not.

    Empty when there is only one run.
    """
    last_two = tuple(runs)[-2:]
    if len(last_two) < 2:
        return frozenset()
    before, last = ({one.id for one in run.failed} for run in last_two)
    return frozenset(last - before)
