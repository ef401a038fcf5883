"""Whether what was found answers a question, or whether to say that nothing does.

The decisions are logistic models over a few signs, fitted on the development
sets by `python -m evals.calibrate` and kept in `relevance.json`. Over documents
that people's questions say nothing about, it rests on the words alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from assistant.answering.bayes import features
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Hit, Reading
from assistant.french import stems

HELD = 0.5  # share of a question's stems that the best sections must hold, without questions to go by
TAUGHT = 0.5  # share of sections with questions from which these say what is ours
LIKELY = 0.5  # probability from which a question that asks for an unknown by name has no answer
_BEST = 3


def is_answered(reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether the best sections are near enough to the question to answer it."""
    if not hits:
        return False
    if sources.taught < TAUGHT:
        return _held(reading, hits) >= HELD
    return _decide("answered", signs(reading, hits, sources))


def find_unknown(reading: Reading, hits: Sequence[Hit], sources: Sources) -> str | None:
    """What a question asks for that our documents are known not to say, or `None`."""
    model, asked = sources.unknowns, reading.unknowns[0] if reading.unknowns else None
    if model is None or sources.taught < TAUGHT or (asked and not reading.subject):
        return asked
    if reading.fields and not reading.subject:
        return None
    seen = model.signs(reading, hits, sources.embeddings)
    if asked:
        return asked if probability(seen, _models()["unknown"]["weights"]) >= LIKELY else None
    return model.nearest(reading, sources.embeddings) if _decide("unknown", seen) else None


def _decide(name: str, seen: Mapping[str, float]) -> bool:
    model = _models()[name]
    return probability(seen, model["weights"]) >= model["threshold"]["value"]


def is_ours(reading: Reading, sources: Sources) -> bool:
    """Whether a question is on our subject: it names a course or an edition, or speaks as ours do."""
    if reading.courses or reading.editions or reading.context:
        return True
    if sources.taught < TAUGHT:
        return bool(set(stems(reading.question)) & field_lexicon().ours)
    return sources.ours.odds(features(reading.question)) > 0


def signs(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Mapping[str, float]:
    """What tells a question that the best section answers from one that it does not."""
    told = features(reading.question)
    known = _known(hits[:_BEST], sources)
    stemmed = frozenset(one for one in told if set(stems(one.strip("="))) <= known)
    best = hits[0].parts
    return {
        "ours": max(-1.0, min(1.0, sources.ours.odds(told, held=stemmed) / 10)),
        "unseen": sources.ours.unseen(told),
        "near": best.get("vectors", 0.0),
        "whole": float(set(stems(reading.wanted)) <= _known(hits[:1], sources)),
        "named": float(bool(reading.courses or reading.editions or reading.context)),
        "one": 1.0,
    }


def probability(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that a question with these signs is answered.

    >>> probability({"near": 0.0, "one": 1.0}, {"near": 3.0, "one": 0.0})
    0.5
    """
    return 1 / (1 + exp(-sum(weights[name] * value for name, value in seen.items())))


def _held(reading: Reading, hits: Sequence[Hit]) -> float:
    """The share of the question's stems that the best sections hold."""
    asked = set(stems(reading.wanted))
    held = set(stems(" ".join(_words_of(hits))))
    return len(asked & held) / len(asked) if asked else 0.0


def _known(hits: Sequence[Hit], sources: Sources) -> frozenset[str]:
    """The stems of some sections and of the questions known to be answered by them."""
    asked = (sources.asked.get(hit.chunk.key, frozenset()) for hit in hits)
    return frozenset(stems(" ".join(_words_of(hits)))).union(*asked)


def _words_of(hits: Sequence[Hit]) -> Iterator[str]:
    for hit in hits[:_BEST]:
        yield from (hit.chunk.text, *hit.chunk.heading_path)


@cache
def _models() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    text = files("assistant.answering").joinpath("relevance.json").read_text(encoding="utf-8")
    models: Mapping[str, Mapping[str, Mapping[str, float]]] = json.loads(text)
    return models
