"""Fits, on the development sets, the decision to say that the documents do not answer.

Run `python -m evals.calibrate`: it writes `assistant/answering/search/relevance.json`.
The same sets and corpus give the same figures.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

import assistant.answering.search
from assistant.answering.search.find import find_sections
from assistant.answering.search.relevance import probability, see_signs
from assistant.answering.search.signs import find_unknown_signs
from assistant.answering.understand import understand
from assistant.conversation import Assistant
from assistant.settings import read_settings
from evals.datatypes import Example
from evals.sets import DEV, read_sets

TARGET = Path(assistant.answering.search.__file__).with_name("relevance.json")
OURS = 0.012  # share of the questions on our subject that may be taken for another one's
ELSEWHERE = 0.03  # share of the questions on other subjects that may be taken for answerable
UNKNOWN = 0.02  # share of the answerable questions that may be taken for one without an answer
_DEPTH = 20
_ROUNDS = 20_000
_RATE = 0.5
_RIDGE = 1e-3


Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A question of the development sets: its status, and the signs of each decision."""

    status: str
    ours: Signs
    answered: Signs
    unknown: Signs


def read_cases(one: Assistant, examples: Sequence[Example]) -> list[Case]:
    """The first messages that are for the search to answer, or for nothing to."""
    found = []
    for example in examples:
        if len(example.turns) > 1 or example.status == "needs_info":
            continue
        reading = understand(
            example.turns[0],
            known=None,
            catalogue=one.sources.catalogue,
            today=example.today,
            vocabulary=one.sources.learned.vocabulary,
        )
        if reading.intent in ("money", "greeting", "catalogue", "comparison"):
            continue
        hits = find_sections(reading, one.sources, k=_DEPTH)
        found.append(
            Case(
                example.status,
                see_signs(reading, (), one.sources),
                see_signs(reading, hits, one.sources),
                find_unknown_signs(reading, hits, one.sources),
            )
        )
    return found


def fit(found: Sequence[Signs], answerable: Sequence[bool]) -> dict[str, float]:
    """The weight of each sign, by logistic regression; both outcomes count as much."""
    names = list(found[0])
    table = np.array([[row[name] for name in names] for row in found])
    truth = np.array(answerable, dtype=float)
    share = np.where(truth == 1, 0.5 / truth.sum(), 0.5 / (1 - truth).sum())
    weights = np.zeros(len(names))
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-table @ weights))
        weights -= _RATE * (table.T @ (share * (guess - truth)) + _RIDGE * weights)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def decide(found: Sequence[Signs], truth: Sequence[bool], *, lost: float) -> dict[str, object]:
    """The fitted decision that a question is of the kind that is true, and its figures.

    `lost` is the share of that kind that may be taken for the other one, or,
    when negative, the share of the other kind that may be taken for it.
    """
    weights, kind = fit(found, truth), np.array(truth)
    chances = np.array([probability(row, weights) for row in found])
    threshold = float(np.quantile(chances[kind], lost) if lost > 0 else np.quantile(chances[~kind], 1 + lost))
    figures = {
        "of_the_kind": int(kind.sum()),
        "missed": round(float((chances[kind] < threshold).mean()), 4),
        "others": int((~kind).sum()),
        "taken": round(float((chances[~kind] >= threshold).mean()), 4),
    }
    return {"weights": weights, "threshold": {"value": round(threshold, 4)}, "figures": figures}


def main() -> None:
    """Fit the three decisions on the development sets, and write weights, thresholds and figures."""
    ArgumentParser(prog="python -m evals.calibrate", description=__doc__).parse_args()
    assistant = Assistant(read_settings(audience="rep"))
    examples = read_sets([DEV])
    cases = read_cases(assistant, examples)
    answerable = [case for case in cases if case.status in ("answered", "out_of_scope")]
    known = [case for case in cases if case.status in ("answered", "not_found")]
    models = {
        "fitted": {"on": "evals/sets/dev", "date": date.today().isoformat()},
        "ours": decide(
            [one.ours for one in cases], [one.status != "out_of_scope" for one in cases], lost=OURS
        ),
        "answered": decide(
            [one.answered for one in answerable],
            [one.status == "answered" for one in answerable],
            lost=-ELSEWHERE,
        ),
        "unknown": decide(
            [one.unknown for one in known], [one.status == "not_found" for one in known], lost=-UNKNOWN
        ),
    }
    TARGET.write_text(json.dumps(models, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
