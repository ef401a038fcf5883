"""Drafts that the check never learned from: most that are true pass, few that lie do."""

from __future__ import annotations

import pytest

from evals.judged import FOLDER, read_judged
from evals.score_drafts import TRUTH, score_drafts

# A little below what is measured.
LEAST_TRUE = 0.94
MOST_FALSE = {"quote": 0.01, "sum": 0.025, "edition": 0.04, "clause": 0.05, "subtle": 0.15}


@pytest.fixture(scope="module")
def judged(assistant):
    """The drafts of the reporting half."""
    return list(read_judged(sorted((FOLDER / "test").glob("*.yaml")), assistant))


def test_most_true_drafts_pass_and_few_lies_do(judged) -> None:
    """Wrong sums, other editions, clauses made up, quotes that are none, and finer lies."""
    scores = {one.category: one for one in score_drafts(judged)}
    assert scores[TRUTH].rate >= LEAST_TRUE, scores
    assert {} == {kind: scores[kind] for kind, most in MOST_FALSE.items() if scores[kind].rate > most}
