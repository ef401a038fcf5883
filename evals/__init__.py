"""Scores of the assistant on sets of questions whose right answers are known.

Reading order: `datatypes`, `sets`, `metrics`, `ranking`, `measures`, `run`, `floors`,
`words`, `report`, `results`, `compare`, `page`, `ablation`, `models`, `wording`, `rated`; then what is
fitted: `calibrate` when to decline, and `judged`, `memory`, `trees`, `fit_support`, `score_drafts` the
check of a chat model's drafts.
"""

from evals.datatypes import Example, Failure, Figure, Found, Outcome, Score
from evals.floors import find_falls, read_floors
from evals.measures import MEASURES, measure
from evals.metrics import by_category, find_failures, score
from evals.report import as_json, draw_failures, draw_falls, draw_figures
from evals.run import run_sets, search_of
from evals.sets import DEV, SETS, TEST, read_sets

__all__ = [
    "DEV",
    "MEASURES",
    "SETS",
    "TEST",
    "Example",
    "Failure",
    "Figure",
    "Found",
    "Outcome",
    "Score",
    "as_json",
    "by_category",
    "draw_failures",
    "draw_falls",
    "draw_figures",
    "find_failures",
    "find_falls",
    "measure",
    "read_floors",
    "read_sets",
    "run_sets",
    "score",
    "search_of",
]
