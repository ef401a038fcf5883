"""Drafts that the check never learned from: most that are true pass, few that lie do."""

from __future__ import annotations

import pytest

from evals.judged import FOLDER, read_judged
from evals.score_drafts import TRUTH, score_drafts

EVERY = 12  # the drafts of one question of so many are judged here; all are by `python -m evals.score_drafts`
# Below what is measured on all, as far as chance may go with so few.
LEAST_TRUE = 0.9
MOST_FALSE = {"quote": 0.01, "sum": 0.06, "edition": 0.08, "clause": 0.1, "subtle": 0.25}


@pytest.fixture(scope="module")
def judged(assistant):
    """The drafts on one of every few questions of the reporting half."""
    return list(read_judged(sorted((FOLDER / "test").glob("*.yaml")), assistant, every=EVERY))


@pytest.mark.slow
def test_most_true_drafts_pass_and_few_lies_do(judged) -> None:
    """Wrong sums, other editions, clauses made up, quotes that are none, and finer lies."""
    scores = {one.category: one for one in score_drafts(judged)}
    assert scores[TRUTH].rate >= LEAST_TRUE, scores
    assert {} == {kind: scores[kind] for kind, most in MOST_FALSE.items() if scores[kind].rate > most}
