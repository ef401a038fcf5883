"""How well the search ranks the sections that answer: the one door to ir_measures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import ir_measures
from ir_measures import RR, Success, nDCG

# « At least one accepted section » is what a question wants: that is Success, not the share found of them.
_MEASURES = {
    "recall@1": Success @ 1,
    "recall@3": Success @ 3,
    "recall@5": Success @ 5,
    "mrr": RR @ 10,
    "ndcg@10": nDCG @ 10,
}


@lru_cache(maxsize=4096)
def rate_ranking(accepted: tuple[str, ...], ranked: tuple[str, ...]) -> Mapping[str, float]:
    """The marks, from 0 to 1, of a ranking of sections, the best first.

    An accepted document is found where the first of its sections is.

    >>> marks = rate_ranking(("CGV-15J#3.5",), ("CGV-15J#3.4", "CGV-15J#3.5"))
    >>> marks["recall@1"], marks["recall@3"], marks["mrr"]
    (0.0, 1.0, 0.5)
    """
    named = dict.fromkeys(_as_accepted(key, accepted) for key in ranked)
    run = {"q": {key: -float(rank) for rank, key in enumerate(named)}}
    relevant = {"q": dict.fromkeys(accepted, 1)}
    by_measure = {one.measure: one.value for one in ir_measures.iter_calc(_MEASURES.values(), relevant, run)}
    return MappingProxyType({name: by_measure[measure] for name, measure in _MEASURES.items()})


def _as_accepted(key: str, accepted: tuple[str, ...]) -> str:
    document = key.partition("#")[0]
    return document if key not in accepted and document in accepted else key
