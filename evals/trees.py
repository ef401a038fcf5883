"""Trees that tell false parts of drafts from true ones by their traits: fitted, asked, exported."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from assistant.answering.wording.support import Tree
from assistant.answering.wording.traits import TRAITS
from evals.memory import Part

Group = TypeVar("Group", bound=Hashable)

TREES = 300
SKETCH = 100  # trees that are enough to tell which part of a false draft is doubted most


@dataclass(frozen=True, slots=True)
class Rows:
    """The traits of parts and of their clauses, a row each: `part` is the number of its part."""

    numbers: NDArray[np.float64]
    part: NDArray[np.int64]

    def only(self, kept: NDArray[np.bool_]) -> Rows:
        """Some of the rows."""
        return Rows(self.numbers[kept], self.part[kept])

    def beside(self, traits: NDArray[np.float64]) -> Rows:
        """The rows with more numbers after theirs: those of their part, a row each in `traits`."""
        return Rows(np.concatenate([self.numbers, traits[self.part]], axis=1), self.part)

    @property
    def is_clause(self) -> NDArray[np.bool_]:
        """Whether each row is on a clause, and not on a whole part."""
        return self.numbers[:, TRAITS.index("clause")] > 0


def fit_trees(rows: Rows, parts: Sequence[Part], most: int = TREES) -> HistGradientBoostingClassifier:
    """Trees that tell false from true, so many at most.

    Of a false draft, the part and the clause that a sketch doubts most are the false ones.
    """
    labels = np.array([not parts[n].is_true for n in rows.part])
    groups = [(parts[n].draft, bool(each)) for n, each in zip(rows.part, rows.is_clause, strict=True)]
    size = Counter(groups)
    weight = np.array([1.0 / size[one] if false else 1.0 for one, false in zip(groups, labels, strict=True)])
    sketch = _boosting(SKETCH).fit(rows.numbers, labels, sample_weight=weight)
    worst = most_doubted(groups, labels, sketch.decision_function(rows.numbers))
    used = np.array([not labels[n] or worst[groups[n]] == n for n in range(len(labels))])
    return _boosting(most).fit(rows.numbers[used], labels[used])


def _boosting(trees: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=0.06,
        max_leaf_nodes=16,
        min_samples_leaf=20,
        l2_regularization=2.0,
        max_features=0.4,
        early_stopping=False,
        random_state=0,
    )


def most_doubted(
    groups: Sequence[Group], labels: NDArray[np.bool_], votes: NDArray[np.float64]
) -> dict[Group, int]:
    """Of each group of rows, the number of the false one that most votes are against."""
    worst: dict[Group, int] = {}
    for n, group in enumerate(groups):
        if labels[n] and (group not in worst or votes[n] > votes[worst[group]]):
            worst[group] = n
    return worst


def find_doubts(trees: HistGradientBoostingClassifier, rows: Rows) -> dict[int, float]:
    """The doubt on each part, as `Support.doubt` makes it of the votes on the whole and on its clauses."""
    votes = trees.decision_function(rows.numbers)
    whole: dict[int, float] = {}
    clause: dict[int, float] = {}
    for part, vote, is_clause in zip(rows.part, votes, rows.is_clause, strict=True):
        if is_clause:
            clause[part] = max(vote, clause.get(part, vote))
        else:
            whole[part] = vote
    return {part: 1 / (1 + math.exp(-(vote + clause.get(part, vote)) / 2)) for part, vote in whole.items()}


def export_trees(trees: HistGradientBoostingClassifier) -> tuple[tuple[Tree, ...], float]:
    """The trees as they are kept, and where their votes start from.

    scikit-learn gives no other way to them than these two names of its own; a test
    holds that what is kept votes as they do. Limits are values that were met: rounded
    down, they would send these the other way.
    """
    kept = []
    for (one,) in trees._predictors:
        nodes = one.nodes
        kept.append(
            Tree(
                tuple(
                    -1 if leaf else int(n)
                    for n, leaf in zip(nodes["feature_idx"], nodes["is_leaf"], strict=True)
                ),
                tuple(float(n) for n in np.ceil(nodes["num_threshold"] * 1e6) / 1e6),
                tuple(int(n) for n in nodes["left"]),
                tuple(int(n) for n in nodes["right"]),
                tuple(round(float(n), 6) for n in nodes["value"]),
            )
        )
    return tuple(kept), float(np.ravel(trees._baseline_prediction)[0])
