"""Scores of the assistant on sets of questions whose right answers are known.

Reading order: `datatypes`, `sets`, `metrics`, `run`, `report`.
"""

from evals.datatypes import Example, Failure, Outcome, Score
from evals.metrics import by_category, find_failures, score
from evals.report import as_json, draw_failures, draw_scores
from evals.run import Reply, run_sets
from evals.sets import DEV, SETS, TEST, read_sets

__all__ = [
    "DEV",
    "SETS",
    "TEST",
    "Example",
    "Failure",
    "Outcome",
    "Reply",
    "Score",
    "as_json",
    "by_category",
    "draw_failures",
    "draw_scores",
    "find_failures",
    "read_sets",
    "run_sets",
    "score",
]
