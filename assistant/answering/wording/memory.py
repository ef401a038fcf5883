"""What is remembered of statements that a person judged: which root is said for which, and examples."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from assistant.answering.wording.roots import has_kin, roots
from assistant.answering.wording.sentences import signs_of
from assistant.french import fold

LEAST = 0.3  # weight of the commonest roots
PAIR = 0.7  # weight of two roots that follow each other, for that of each
_SAME, _KIN = 0.5, 0.3  # how often a root is said by itself, and by one of its family
_FLOOR, _USUAL = 1e-5, 2e-4  # what is never seen, in what is said of words and by itself


@dataclass(frozen=True, slots=True)
class Example:
    """A statement known to be true of a section, or false, by its roots as `example_roots` gives them."""

    roots: frozenset[str]
    is_true: bool


@dataclass(frozen=True)
class Memory:
    """What was learned from statements known to be true or false of their passages.

    `weights`: how telling a root is. `says`: for a root of a passage, how often
    true statements say it by each root; `alone`: how often they say a root that
    nothing calls for. `usual`: how often false ones say a root. `examples` by key.
    `opposites`: the roots that one may not be said for.
    """

    weights: Mapping[str, float]
    rarest: float
    says: Mapping[str, Mapping[str, float]]
    alone: Mapping[str, float]
    usual: Mapping[str, float]
    examples: Mapping[str, Sequence[Example]]
    opposites: Mapping[str, frozenset[str]]

    def weight(self, root: str) -> float:
        """How telling a root is, or two that follow each other."""
        first, _, second = root.partition(" ")
        if second:
            return PAIR * (self.weight(first) + self.weight(second)) / 2
        return max(LEAST, self.weights.get(root, self.rarest))

    @cached_property
    def lengths(self) -> dict[frozenset[str], float]:
        """How telling the roots of each example are together: the square of the length of its vector."""
        known = {one.roots for examples in self.examples.values() for one in examples}
        return {held: sum(self.weight(root) ** 2 for root in held) for held in known}

    @cached_property
    def holding(self) -> dict[str, dict[str, list[int]]]:
        """For each key, the numbers of its examples that hold each root."""
        found: dict[str, dict[str, list[int]]] = {key: defaultdict(list) for key in self.examples}
        for key, examples in self.examples.items():
            for n, one in enumerate(examples):
                for root in one.roots:
                    found[key][root].append(n)
        return found

    @cached_property
    def said_by(self) -> dict[str, dict[str, float]]:
        """`says` the other way round: for a root that is said, how often for each root of a passage."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for other, said in self.says.items():
            for root, share in said.items():
                found[root][other] = share
        return found

    def likely(self, root: str, held: Set[str]) -> float:
        """How much likelier a root is where a text holds some roots than anywhere, in logarithms."""
        shares = (share for other, share in self.said_by.get(root, {}).items() if other in held)
        best = max(self.alone.get(root, 0.0), max(shares, default=0.0), _SAME if root in held else 0.0)
        if best < _KIN and has_kin(root, frozenset(held)):
            best = _KIN
        return math.log((best + _FLOOR) / (self.usual.get(root, 0.0) + _USUAL))


def example_roots(text: str) -> frozenset[str]:
    """The roots by which a statement is likened to others, each two in a row, « +no » when it denies.

    >>> sorted(example_roots("L'acompte reste acquis"))
    ['acompt', 'acompt rest', 'acquis', 'rest', 'rest acquis']
    """
    held = roots(text)
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(held))
    return frozenset((*held, *pairs)) | (frozenset(["+no"]) if "no" in signs_of(fold(text)) else frozenset())
