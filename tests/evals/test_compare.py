"""What changed since another run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from evals import Outcome
from evals.compare import compare, find_previous
from evals.results import read_history, read_run, save_results

DAYS = [datetime(2026, 11, day, 9, tzinfo=UTC) for day in (20, 21, 22)]


def test_answers_that_changed_are_told_apart(outcome: Callable[..., Outcome], tmp_path: Path) -> None:
    """Worse, better, said otherwise; what is the same or new is no change."""
    first = [outcome("same"), outcome("worse"), outcome("better", right=False), outcome("said")]
    path = save_results(first, tmp_path, when=DAYS[0], version="1.0", generation="g")
    said = replace(outcome("said"), answer={**outcome("said").answer, "text": "Autrement."})
    now = [outcome("same"), outcome("worse", right=False), outcome("better"), said, outcome("new")]

    found = compare(now, read_run(path))

    assert ["worse"] == [one.outcome.example.id for one in found.worse]
    assert ["better"] == [one.outcome.example.id for one in found.better]
    assert [("said", "Réponse said.")] == [
        (one.outcome.example.id, one.before.text) for one in found.reworded
    ]


def test_previous_run_is_the_last_that_asked_these_questions(
    outcome: Callable[..., Outcome], tmp_path: Path
) -> None:
    """Half of the questions are enough; a run of other questions is passed over."""
    asked = ((["a", "b"], "first"), (["a", "x", "y"], "second"), (["x", "y"], "third"))
    for when, (names, version) in zip(DAYS, asked, strict=True):
        save_results([outcome(name) for name in names], tmp_path, when=when, version=version, generation="g")
    history = read_history(tmp_path)

    second = find_previous(history, [outcome("a"), outcome("b")])
    assert second
    assert "second" == second.version
    assert find_previous(history, [outcome("other")]) is None
    assert find_previous(history, []) is None
