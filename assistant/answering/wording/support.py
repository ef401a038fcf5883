"""How doubtful it is that its passages say a statement, by what was learned from statements judged before."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from assistant.answering.wording.memory import Example, Memory

LEARNED = Path(__file__).with_name("support.json.gz")


@dataclass(frozen=True, slots=True)
class Tree:
    """A decision tree: for each node the trait it looks at, its limit, where it goes on, its vote.

    At a leaf the trait is negative.
    """

    trait: tuple[int, ...]
    limit: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    vote: tuple[float, ...]

    def decide(self, traits: Sequence[float]) -> float:
        """The vote of the leaf that some traits lead to.

        >>> Tree((0, -1, -1), (0.5, 0, 0), (1, 0, 0), (2, 0, 0), (0, -1.0, 2.0)).decide([0.7])
        2.0
        """
        at = 0
        while self.trait[at] >= 0:
            at = self.left[at] if traits[self.trait[at]] <= self.limit[at] else self.right[at]
        return self.vote[at]


@dataclass(frozen=True, slots=True)
class Support:
    """What was learned: a memory of statements, trees that vote, the doubt above which one is refused."""

    memory: Memory
    trees: tuple[Tree, ...]
    start: float
    most: float

    def doubt(self, traits: Sequence[Sequence[float]]) -> float:
        """How likely a part of a statement is not said by its passages, from 0 to 1.

        `traits` are those of the whole, then of its clauses: half is what is thought
        of the whole, half what is thought of the most doubtful clause.
        """
        whole, *clauses = [self.start + sum(tree.decide(one) for tree in self.trees) for one in traits]
        return 1 / (1 + exp(-(whole + max(clauses, default=whole)) / 2))


@cache
def read_support(path: Path = LEARNED) -> Support:
    """What was learned, as shipped with the package."""
    told = json.loads(gzip.decompress(path.read_bytes()))
    return Support(
        memory=_memory(told["memory"]),
        trees=tuple(Tree(*map(tuple, tree)) for tree in told["trees"]),
        start=told["start"],
        most=told["most"],
    )


def _memory(told: Mapping[str, Any]) -> Memory:
    examples = {
        key: tuple(Example(frozenset(words), is_true) for words, is_true in known)
        for key, known in told["examples"].items()
    }
    opposites = {root: frozenset(others) for root, others in told["opposites"].items()}
    return Memory(**{**told, "examples": examples, "opposites": opposites})


def write_support(support: Support, path: Path = LEARNED) -> None:
    """Writes what was learned; the same bytes for the same content."""
    memory: dict[str, Any] = {one.name: getattr(support.memory, one.name) for one in fields(Memory)}
    memory["examples"] = {
        key: [(sorted(one.roots), one.is_true) for one in known] for key, known in memory["examples"].items()
    }
    memory["opposites"] = {root: sorted(others) for root, others in memory["opposites"].items()}
    told = {
        "memory": memory,
        "trees": [astuple(one) for one in support.trees],
        "start": support.start,
        "most": support.most,
    }
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(written.encode(), mtime=0))
