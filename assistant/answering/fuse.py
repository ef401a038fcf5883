"""Several rankings of the same things into one: the sum of standardised scores."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt


def fuse(
    scores: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Each id with its fused score, the best first; ids in order where scores are equal.

    A part's scores are brought to mean 0 and deviation 1, so that a cosine and
    a BM25 score can be added; an id that a part does not score has the lowest
    score of that part. A part without a weight does not count, and a part that
    scores everything alike says nothing.

    The keywords below have mean 2 and deviation 2: they become 1 and -1. The
    vectors have mean 0.5 and deviation 0.1: they become -1 and 1. With weights
    2 and 1, « a » has 2 - 1 and « b » has -2 + 1.

    >>> fuse({"words": {"a": 4, "b": 0}, "vectors": {"a": 0.25, "b": 0.75}}, {"words": 2, "vectors": 1})
    (('a', 1.0), ('b', -1.0))
    """
    ids = sorted({one for part in scores.values() for one in part})
    total = dict.fromkeys(ids, 0.0)
    for name, weight in weights.items():
        for one, score in _standardised(scores.get(name, {}), ids).items():
            total[one] += weight * score
    return tuple(sorted(total.items(), key=lambda pair: (-pair[1], pair[0])))


def _standardised(part: Mapping[str, float], ids: list[str]) -> Mapping[str, float]:
    if not part:
        return {}
    lowest = min(part.values())
    filled = {one: part.get(one, lowest) for one in ids}
    mean = sum(filled.values()) / len(ids)
    deviation = sqrt(sum((score - mean) ** 2 for score in filled.values()) / len(ids))
    if deviation == 0:
        return {}
    return {one: (score - mean) / deviation for one, score in filled.items()}
