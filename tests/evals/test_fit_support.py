"""The check is fitted on drafts of several authors, and tells their truths from their lies."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from evals.fit_support import fit
from evals.judged import FOLDER, read_judged
from evals.score_drafts import TRUTH, score_drafts


@pytest.mark.slow
def test_what_is_fitted_finds_truths_less_doubtful_than_lies(assistant) -> None:
    """Two small sets by two authors: each judged by what the other teaches."""
    paths = [FOLDER / "dev" / f"{name}.yaml" for name in ("fourth", "manners", "third")]
    judged = list(read_judged(paths, assistant))
    told = io.StringIO()
    support = fit(judged, Console(file=told, width=200))
    assert support.trees
    assert 0 <= support.most <= 1
    assert "truth" in told.getvalue()


def test_scores_count_each_kind(assistant) -> None:
    """True drafts first, then lies by kind; every draft once."""
    judged = list(read_judged([FOLDER / "dev" / "manners.yaml"], assistant))
    scores = score_drafts(judged)
    assert TRUTH == scores[0].kind
    assert len(judged) == sum(one.total for one in scores)
    assert all(0 <= one.share <= 1 for one in scores)
