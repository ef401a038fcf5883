"""Fits, on the development sets, the decision to say that the documents do not answer.

Run `python -m evals.calibrate`: it writes `assistant/answering/relevance.json`.
The same sets and corpus give the same figures.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np

import assistant.answering
from assistant.answering.find import find_sections
from assistant.answering.relevance import probability, signs
from assistant.answering.understand import understand
from assistant.conversation import Assistant
from assistant.settings import read_settings
from evals.datatypes import Example
from evals.sets import DEV, read_sets

TARGET = Path(assistant.answering.__file__).with_name("relevance.json")
REFUSED = 0.03  # share of the answerable questions that may be declined at most
_DEPTH = 20
_ROUNDS = 20_000
_RATE = 0.5
_RIDGE = 1e-3


def read_signs(one: Assistant, examples: Sequence[Example]) -> tuple[list[Mapping[str, float]], list[bool]]:
    """The signs of each question that the decision is taken on, and whether it is answerable."""
    found, answerable = [], []
    for example in examples:
        if len(example.turns) > 1 or example.status not in ("answered", "out_of_scope"):
            continue
        reading = understand(
            example.turns[0], known=None, catalogue=one.sources.catalogue, today=example.today
        )
        if reading.intent in ("money", "greeting", "catalogue", "comparison"):
            continue
        hits = find_sections(reading, one.sources, k=_DEPTH)
        found.append(signs(reading, hits, one.sources))
        answerable.append(example.status == "answered")
    return found, answerable


def fit(found: Sequence[Mapping[str, float]], answerable: Sequence[bool]) -> dict[str, float]:
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


def main() -> None:
    """Fit on the development sets, and write the weights, the threshold and the figures."""
    one = Assistant(read_settings(audience="rep"))
    found, answerable = read_signs(one, read_sets([DEV]))
    weights = fit(found, answerable)
    chances = np.array([probability(row, weights) for row in found])
    truth = np.array(answerable)
    threshold = float(np.quantile(chances[truth], REFUSED))
    figures = {
        "answerable": int(truth.sum()),
        "answerable_declined": round(float((chances[truth] < threshold).mean()), 4),
        "elsewhere": int((~truth).sum()),
        "elsewhere_answered": round(float((chances[~truth] >= threshold).mean()), 4),
    }
    model = {
        "fitted": {"on": "evals/sets/dev", "date": date.today().isoformat()},
        "weights": weights,
        "threshold": {"value": round(threshold, 4)},
        "figures": figures,
    }
    TARGET.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
