"""What judged statements teach: which root is said for which, which are telling, what was judged before."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answering.wording.memory import Example, Memory, example_roots
from assistant.answering.wording.roots import is_kin, root_of, roots
from assistant.answering.wording.said import Said
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import Sentence
from assistant.answering.wording.traits import nearest
from assistant.french import fold
from assistant.own_yaml import load_yaml

ROUNDS = 5  # of learning which root is said for which
PRIOR = 3.0  # times that weigh against a root met seldom
SEEN = 0.004  # how often a root must be said for another to be remembered
ALIKE = 0.02  # how often a word of the thesaurus is said for another, at least
THESAURUS = Path(__file__).with_name("thesaurus.yaml")
OPPOSITES = Path(__file__).with_name("opposites.yaml")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a judged draft: which draft, what it may rest on, what it says."""

    draft: int
    scope: Scope
    said: Said
    is_true: bool


@cache
def read_thesaurus() -> Mapping[str, frozenset[str]]:
    """For roots of the documents, those of words that may stand for them; each way between two of these."""
    told = {
        root: {root_of(fold(word)) for word in words} - {root}
        for root, words in load_yaml(THESAURUS.read_text(encoding="utf-8")).items()
    }
    back: dict[str, set[str]] = defaultdict(set)
    for root, others in told.items():
        for other in others & told.keys():
            back[other].add(root)
    return {root: frozenset(others | back[root]) for root, others in told.items()}


@cache
def read_opposites() -> Mapping[str, frozenset[str]]:
    """For the roots of words, those of the words that may not be said for them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in load_yaml(OPPOSITES.read_text(encoding="utf-8")):
        sides = [{root_of(fold(word)) for word in side.split()} for side in row]
        for side in sides:
            for root in side:
                found[root] |= set().union(*sides) - side
    return {root: frozenset(others) for root, others in found.items()}


def remember(
    parts: Sequence[Part],
    alike: Mapping[str, frozenset[str]] | None = None,
    opposites: Mapping[str, frozenset[str]] | None = None,
) -> Memory:
    """What some parts teach, what `alike` tells of roots that stand for others, which others exclude.

    Both as `read_thesaurus` and `read_opposites` give them.
    """
    weights, rarest = _weights(parts)
    plain = Memory(weights, rarest, {}, {}, {}, {}, {})
    pairs = [
        (
            roots(part.said.text),
            tuple(
                sorted({r for s in nearest(roots(part.said.text), _sentences(part), plain) for r in s.roots})
            ),
        )
        for part in parts
        if part.is_true and roots(part.said.text) and _sentences(part)
    ]
    says, alone = _pair(pairs)
    for root, others in (alike or {}).items():
        known = says.setdefault(root, {})
        known.update({other: max(ALIKE, known.get(other, 0.0)) for other in sorted(others)})
    usual = Counter(root for part in parts if not part.is_true for root in roots(part.said.text))
    total = sum(usual.values()) + 300
    examples: dict[str, list[Example]] = defaultdict(list)
    for part in parts:
        example = Example(example_roots(part.said.text), part.is_true)
        for key in part.scope.keys:
            examples[key].append(example)
    return Memory(
        weights,
        rarest,
        says,
        alone,
        {root: round((count + 0.3) / total, 7) for root, count in usual.items()},
        {key: tuple(dict.fromkeys(known)) for key, known in examples.items()},
        opposites or {},
    )


def _sentences(part: Part) -> tuple[Sentence, ...]:
    return (*part.scope.sentences, *part.scope.titles)


def _weights(parts: Sequence[Part]) -> tuple[dict[str, float], float]:
    """How telling each root is: the rarer in passages, the more."""
    sentences = {one.folded: one.roots for part in parts for one in _sentences(part)}
    counts = Counter(root for held in sentences.values() for root in held)
    number = len(sentences) + 1
    return (
        {root: round(math.log(number / (count + 0.5)), 3) for root, count in counts.items()},
        round(math.log(number / 0.5), 3),
    )


def _pair(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]],
) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """How often each root is said for each root held, and for none: IBM's first model of translation."""
    says: Mapping[str, Mapping[str, float]] = {}
    alone: Mapping[str, float] = {}
    for turn in range(ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        nothing: dict[str, float] = defaultdict(float)
        for said, held in pairs:
            for root in said:
                if turn == 0:
                    shares = {other: 1.0 if is_kin(root, other) else 1e-3 for other in held}
                    free = 5e-4
                else:
                    shares = {o: s for o in held if (s := says.get(o, {}).get(root, 0.0))}
                    free = alone.get(root, 1e-9)
                total = sum(shares.values()) + free
                for other, share in shares.items():
                    counts[other][root] += share / total
                nothing[root] += free / total
        says = {
            other: {r: c / (sum(found.values()) + PRIOR) for r, c in found.items() if c > 1e-3}
            for other, found in counts.items()
        }
        whole = sum(nothing.values()) + PRIOR
        alone = {root: count / whole for root, count in nothing.items()}
    return (
        {
            other: kept
            for other, found in says.items()
            if (kept := {root: round(share, 4) for root, share in found.items() if share >= SEEN})
        },
        {root: round(share, 7) for root, share in alone.items() if share > 1e-6},
    )
