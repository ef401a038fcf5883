"""Several rankings of the same things into one: the mean of standardised scores."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt


def fuse(
    scores: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Each id with its fused score, the best first; ids in order where scores are equal.

    A part's scores are brought to mean 0 and deviation 1, so that a cosine and
    a BM25 score can be added; the fused score is their mean, weighted. An id
    that a part does not score is judged by the others. A part that scores
    everything alike says nothing, and one without a weight does not count.

    The keywords below have mean 2 and deviation 2: they become 1 and -1. The
    vectors have mean 0.5 and deviation 0.25: they become -1 and 1. With weights
    3 and 1, « a » has (3 - 1) / 4 and « b » has (-3 + 1) / 4.

    >>> fuse({"words": {"a": 4, "b": 0}, "vectors": {"a": 0.25, "b": 0.75}}, {"words": 3, "vectors": 1})
    (('a', 0.5), ('b', -0.5))
    """
    counted = {name: _standardised(scores.get(name, {})) for name, weight in weights.items() if weight > 0}
    ids = {one for part in scores.values() for one in part}
    fused = {
        one: _mean({name: part[one] for name, part in counted.items() if one in part}, weights) for one in ids
    }
    return tuple(sorted(fused.items(), key=lambda pair: (-pair[1], pair[0])))


def _standardised(part: Mapping[str, float]) -> Mapping[str, float]:
    if not part:
        return {}
    mean = sum(part.values()) / len(part)
    deviation = sqrt(sum((score - mean) ** 2 for score in part.values()) / len(part))
    return {one: (score - mean) / deviation for one, score in part.items()} if deviation else {}


def _mean(scores: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = sum(weights[name] for name in scores)
    return sum(weights[name] * score for name, score in scores.items()) / total if total else 0.0
