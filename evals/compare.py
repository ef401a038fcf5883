"""What changed since another run, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.datatypes import Outcome
from evals.results import KeptAnswer, Run


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose answer is not what it was."""

    outcome: Outcome
    before: KeptAnswer


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers that became wrong, that became right, and that only read otherwise."""

    worse: tuple[Change, ...]
    better: tuple[Change, ...]
    reworded: tuple[Change, ...]


def find_previous(history: Iterable[Run], outcomes: Sequence[Outcome]) -> Run | None:
    """The last run that asked at least half of these questions, or `None`."""
    asked = {outcome.example.id for outcome in outcomes}
    near = [run for run in history if asked and 2 * len(asked & set(run.answers)) >= len(asked)]
    return near[-1] if near else None


def compare(outcomes: Iterable[Outcome], before: Run) -> Comparison:
    """What changed since a run, for the questions that it asked too."""
    changes = [
        Change(outcome, kept) for outcome in outcomes if (kept := before.answers.get(outcome.example.id))
    ]
    return Comparison(
        worse=tuple(one for one in changes if one.before.right and not one.outcome.right),
        better=tuple(one for one in changes if not one.before.right and one.outcome.right),
        reworded=tuple(one for one in changes if _is_reworded(one)),
    )


def _is_reworded(one: Change) -> bool:
    return one.before.right == one.outcome.right and one.before.text != one.outcome.answer["text"]
