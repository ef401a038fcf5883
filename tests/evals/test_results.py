"""Runs are kept as files and read back as a history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.errors import EvaluationError
from evals import Outcome
from evals.results import KeptAnswer, new_failures, read_history, save_results

MORNING = datetime(2026, 11, 20, 9, tzinfo=UTC)
EVENING = datetime(2026, 11, 20, 18, tzinfo=UTC)


def test_a_run_comes_back_with_its_scores_and_failures(
    outcome: Callable[..., Outcome], tmp_path: Path
) -> None:
    """Two right out of three, the failing one with what was expected and given."""
    outcomes = [
        outcome("a", seconds=0.1),
        outcome("b", right=False, seconds=0.3),
        outcome("c", category="courses", seconds=0.2),
    ]

    path = save_results(outcomes, tmp_path / "results", when=MORNING, version="1.0", generation="g1")
    (run,) = read_history(tmp_path / "results")

    assert "2026-11-20T090000Z.json" == path.name
    assert (MORNING, "1.0", "g1") == (run.when, run.version, run.generation)
    assert (2, 3) == (run.total.right, run.total.total)
    assert [("fees", 1, 2), ("courses", 1, 1)] == [
        (one.category, one.right, one.total) for one in run.categories
    ]
    assert 0.2 == run.median_seconds
    assert ("right", "", 0.666667, 3) == next(
        (f.measure, f.category, round(f.value, 6), f.count) for f in run.figures
    )
    assert KeptAnswer(True, "Réponse a.") == run.answers["a"]
    (failed,) = run.failed
    assert ("b", ("Question b ?",), "Réponse b.") == (failed.id, failed.turns, failed.text)
    assert [("status", "answered", "not_found")] == [(f.check, f.expected, f.given) for f in failed.failures]


def test_the_history_goes_from_the_oldest_to_the_latest(
    outcome: Callable[..., Outcome], tmp_path: Path
) -> None:
    """Runs are in the order of their moments, whatever the order they were kept in."""
    for when in (EVENING, MORNING):
        save_results([outcome("a")], tmp_path, when=when, version="1.0", generation="g1")

    assert [MORNING, EVENING] == [run.when for run in read_history(tmp_path)]


def test_there_is_no_history_without_a_run(tmp_path: Path) -> None:
    """No folder yet, or an empty run, is no error."""
    assert () == read_history(tmp_path / "absent")

    save_results([], tmp_path, when=MORNING, version="1.0", generation="g1")
    (run,) = read_history(tmp_path)

    assert (0, 0.0) == (run.total.total, run.median_seconds)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"when": "hier"}'])
def test_a_file_that_is_not_a_run_is_named(text: str, tmp_path: Path) -> None:
    """The message says which file to remove."""
    (tmp_path / "broken.json").write_text(text)

    with pytest.raises(EvaluationError, match=r"broken\.json"):
        read_history(tmp_path)


def test_new_failures_are_those_the_run_before_did_not_have(
    outcome: Callable[..., Outcome], tmp_path: Path
) -> None:
    """`b` failed already; `c` is new; a first run has nothing to compare with."""
    first = [outcome("a"), outcome("b", right=False), outcome("c")]
    second = [outcome("a"), outcome("b", right=False), outcome("c", right=False)]
    for when, outcomes in ((MORNING, first), (EVENING, second)):
        save_results(outcomes, tmp_path, when=when, version="1.0", generation="g1")
    history = read_history(tmp_path)

    assert frozenset({"c"}) == new_failures(history)
    assert frozenset() == new_failures(history[:1])


def test_a_run_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    folder = tmp_path / "results"
    folder.touch()
    with pytest.raises(EvaluationError, match="gardé"):
        save_results([], folder, when=datetime(2026, 11, 20, tzinfo=UTC), version="1", generation="g")
