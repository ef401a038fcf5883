"""The check is fitted on drafts of several authors, and tells their truths from their lies."""

from __future__ import annotations

import io

import numpy as np
import pytest
from rich.console import Console
from sklearn.ensemble import HistGradientBoostingClassifier

from assistant.answering.wording.support import LEARNED
from evals.fit_support import fit, main
from evals.judged import FOLDER, read_judged
from evals.score_drafts import TRUTH, score_drafts
from evals.score_drafts import main as score_main
from evals.trees import export_trees


@pytest.mark.slow
def test_what_is_fitted_finds_truths_less_doubtful_than_lies(assistant) -> None:
    """Two small sets by two authors: each judged by what the other teaches."""
    paths = [FOLDER / "dev" / f"{name}.yaml" for name in ("fourth", "manners", "third")]
    judged = list(read_judged(paths, assistant))
    told = io.StringIO()
    support, meanings = fit(judged, Console(file=told, width=200))
    assert support.trees
    assert len(meanings.vectors) == len(meanings.is_true)
    assert 0 <= support.most <= 1
    assert "truth" in told.getvalue()


def test_scores_count_each_kind(assistant) -> None:
    """True drafts first, then lies by kind; every draft once."""
    judged = list(read_judged([FOLDER / "dev" / "manners.yaml"], assistant))
    scores = score_drafts(judged)
    assert TRUTH == scores[0].category
    assert len(judged) == sum(one.total for one in scores)
    assert all(0 <= one.rate <= 1 for one in scores)


def test_a_corpus_that_is_not_there_is_said(tmp_path) -> None:
    """Before any fitting: the folder is named, nothing is written."""
    before = LEARNED.read_bytes()
    with pytest.raises(SystemExit, match="absent"):
        main([str(tmp_path / "absent")])
    assert before == LEARNED.read_bytes()


def test_scores_are_of_one_of_two_halves(capsys) -> None:
    """Any other name is asked wrongly."""
    with pytest.raises(SystemExit) as refused:
        score_main(["nowhere"])
    assert 2 == refused.value.code
    assert "nowhere" in capsys.readouterr().err


def test_what_is_kept_votes_as_what_was_fitted() -> None:
    """The trees written are those of the library, whatever the numbers."""
    chance = np.random.default_rng(0)
    numbers = chance.normal(size=(400, 6))
    fitted = HistGradientBoostingClassifier(max_iter=20, random_state=0).fit(
        numbers, numbers[:, 0] * numbers[:, 1] > numbers[:, 2]
    )
    trees, start = export_trees(fitted)
    votes = [start + sum(tree.decide(row) for tree in trees) for row in numbers]
    assert votes == pytest.approx(fitted.decision_function(numbers), abs=1e-3)
