"""What sets a statement that its passages hold apart from one that they do not, as numbers."""

from __future__ import annotations

import heapq
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from assistant.answering.wording.memory import Memory, example_roots
from assistant.answering.wording.quantities import quantities
from assistant.answering.wording.roots import has_kin, root_set, roots
from assistant.answering.wording.said import Said, cut_said
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import SIGNS, Sentence, actor_of, clauses_of, signs_of
from assistant.answering.wording.spelt import spell
from assistant.french import fold

NEAREST = 4  # sentences that a part of a statement is compared with
ALIKE = 3  # examples that it is compared with, of each kind
DIGITS = 9  # kept of a number: sums over sets differ beyond from one run to the next
HELD = -0.5  # a root is held by words that make it likelier than this, in logarithms
_NUMBER = re.compile(r"(?<![\w,.-])\d+(?![\w,.-])")
_NONE = 5.0  # stands for the likeliness of a root that is not there
TURNS = (
    "accord always client company condition except may must no only or oral self".split()
)  # of which most lies are made

TRAITS = (
    *("likely_1", "likely_2", "likely_3", "anywhere_1", "anywhere_2", "worst_3", "worst_5"),
    *("unlikely", "very_unlikely", "share_unlikely", "mean", "cover_1", "cover_2", "cover_all"),
    *("likely_in_best", "whole_of_figures", "beside_figures", "figures", "together", "counts"),
    *("computed", "listed", "roots", "elsewhere", "in_order", "beside"),
    *("opposed", "opposed_all"),
    *(f"said_{name}" for name in SIGNS),
    *(f"dropped_{name}" for name in SIGNS),
    *(f"added_{name}" for name in TURNS),
    "actor",
    *("like_true", "in_true", "like_false", "in_false", "truer", "left", "left_count", "left_most", "clause"),
)
"""The names of the numbers, in order."""


def find_traits(scope: Scope, said: Said, question: str, memory: Memory) -> list[tuple[float, ...]]:
    """The numbers of what a part of a statement says, then of its clauses; none where it says nothing."""
    sentences = (*scope.sentences, *scope.titles)
    if not sentences or not roots(said.text):
        return []
    found = (_traits(scope, one, question, memory) for one in cut_said(said) if roots(one.text))
    return [tuple(round(number, DIGITS) for number in one) for one in found]


def _traits(scope: Scope, said: Said, question: str, memory: Memory) -> tuple[float, ...]:
    mine = roots(said.text)
    sentences = (*scope.sentences, *scope.titles)
    asked = root_set(question)
    near = nearest(mine, sentences, memory)
    around = frozenset[str]().union(asked, *(one.roots for one in near))
    every = frozenset[str]().union(asked, *(one.roots for one in sentences))
    likely = [memory.likely(root, around) for root in mine]
    anywhere = [
        one if one >= HELD else memory.likely(root, every) for root, one in zip(mine, likely, strict=True)
    ]
    return (
        *_lowest(likely, 3),
        *_lowest(anywhere, 2),
        _worst_run(likely, 3),
        _worst_run(likely, 5),
        sum(one < -1 for one in likely),
        sum(one < -2 for one in likely),
        sum(one < 0 for one in likely) / len(likely),
        sum(likely) / len(likely),
        *(covered := _cover_traits(mine, near, asked, memory)),
        *_figure_traits(mine, covered[0], scope, said, memory),
        float(bool(scope.computed)),
        float(all(proof.is_list for proof in scope.proofs)),
        len(mine),
        _elsewhere(mine, covered[0], scope, memory),
        *_order_traits(mine, near),
        *_opposed_traits(mine, near, memory),
        *_sign_traits(fold(said.text), near),
        *_example_traits(example_roots(said.text), around, scope, memory),
        float(said.is_clause),
    )


def nearest(mine: Sequence[str], sentences: Sequence[Sentence], memory: Memory) -> list[Sentence]:
    """The sentences that hold most of some roots, the nearest first; the first one where none does."""
    wanted = set(mine)

    def held(sentence: Sentence) -> float:
        return sum(memory.weight(root) for root in wanted if has_kin(root, sentence.roots))

    scored = sorted(((held(one), -len(one.roots), -n) for n, one in enumerate(sentences)), reverse=True)
    return [sentences[-n] for score, _, n in scored[:NEAREST] if score] or [sentences[0]]


def _lowest(numbers: Sequence[float], count: int) -> list[float]:
    return (sorted(numbers) + [_NONE] * count)[:count]


def _worst_run(likely: Sequence[float], length: int) -> float:
    """The least likely run of so many roots: what is made up comes in a row."""
    low = [min(0.0, one) for one in likely]
    return min(sum(low[at : at + length]) for at in range(max(1, len(low) - length + 1)))


def _cover(mine: Sequence[str], held: frozenset[str], memory: Memory) -> float:
    """How much of some roots others hold, by how telling they are."""
    total = sum(memory.weight(root) for root in mine)
    return sum(memory.weight(root) for root in mine if memory.likely(root, held) > HELD) / (total or 1.0)


def _cover_traits(
    mine: Sequence[str], near: Sequence[Sentence], asked: frozenset[str], memory: Memory
) -> list[float]:
    """How much one sentence holds, two, and all those near; the least likely root for the best one."""
    covers = [_cover(mine, one.roots, memory) for one in near]
    best = covers.index(max(covers))
    pairs = [_cover(mine, one.roots | other.roots, memory) for one, other in itertools.combinations(near, 2)]
    return [
        covers[best],
        max([*pairs, covers[best]]),
        _cover(mine, frozenset[str]().union(*(one.roots for one in near)), memory),
        min(memory.likely(root, near[best].roots | asked) for root in mine),
    ]


def _elsewhere(mine: Sequence[str], best: float, scope: Scope, memory: Memory) -> float:
    """How much more a sentence of a passage that is not cited holds than the best of those that are."""
    if not scope.others:
        return 0.0
    near = nearest(mine, scope.others, memory)[0]
    return max(0.0, _cover(mine, near.roots, memory) - best)


def _order_traits(mine: Sequence[str], near: Sequence[Sentence]) -> list[float]:
    """How many of the roots that follow each other do so in a sentence near, and right after."""
    found: list[list[float]] = []
    for one in near:
        held = roots(one.folded)
        at = {root: n for n, root in reversed(list(enumerate(held)))}
        places = [at[root] for root in mine if root in at]
        pairs = len(mine) - 1 or 1
        steps = [later - earlier for earlier, later in itertools.pairwise(places)]
        found.append([sum(step > 0 for step in steps) / pairs, sum(0 < step < 3 for step in steps) / pairs])
    return max(found)


def _opposed_traits(mine: Sequence[str], near: Sequence[Sentence], memory: Memory) -> list[float]:
    """How many roots exclude one of the nearest sentence, said neither there nor, then, in any near."""
    said, first = frozenset(mine), near[0].roots
    opposed = [
        root
        for root in said
        if (memory.opposites.get(root, frozenset()) & first) - said and not has_kin(root, first)
    ]
    around = frozenset[str]().union(*(one.roots for one in near))
    return [float(len(opposed)), float(sum(not has_kin(root, around) for root in opposed))]


def _figure_traits(mine: Sequence[str], best: float, scope: Scope, said: Said, memory: Memory) -> list[float]:
    """How much the sentences with a figure hold of what is said, and whether one holds all the figures."""
    whole, beside = [1.0], [1.0]
    for figure in said.figures:
        holding = [one for one in scope.sentences if figure.stands_in(one.quantities)]
        clauses = [one for one in clauses_of(said.text) if any(map(figure.same, quantities(one)))]
        if holding:
            whole.append(max(_cover(mine, one.roots, memory) for one in holding) / max(best, 0.01))
        if holding and clauses and (near := roots(clauses[0])):
            beside.append(max(_cover(near, one.roots, memory) for one in holding))
    together = [sum(figure.stands_in(one.quantities) for figure in said.figures) for one in scope.sentences]
    held = {number for one in scope.sentences for number in _NUMBER.findall(one.spelt)}
    counts = [one for one in _NUMBER.findall(spell(said.text)) if len(one) == 1 and one not in held]
    return [
        min(whole),
        min(beside),
        float(len(said.figures)),
        max(together, default=0) / len(said.figures) if len(said.figures) > 1 else 1.0,
        float(len(counts)),
    ]


def _sign_traits(folded: str, near: Sequence[Sentence]) -> list[float]:
    """What the statement turns on and no sentence near does; what the nearest does not, or it alone does.

    Then whether it names the same one first, the client or the company: 1, else -1; 0 where it names none.
    """
    mine, actors = signs_of(folded), (actor_of(folded), actor_of(near[0].folded))
    held = frozenset[str]().union(*(one.signs for one in near))
    return [
        *(float(name in mine and name not in held) for name in SIGNS),
        *(float(name in near[0].signs and name not in mine) for name in SIGNS),
        *(float(name in mine and name not in near[0].signs) for name in TURNS),
        (1.0 if actors[0] == actors[1] else -1.0) if all(actors) else 0.0,
    ]


def _example_traits(
    mine: frozenset[str], around: frozenset[str], scope: Scope, memory: Memory
) -> list[float]:
    """How like the statement is to those known of its sections, and what none of them says."""
    weight = {root: memory.weight(root) for root in sorted(mine)}
    alike = _alike({root: one * one for root, one in weight.items()}, scope.keys, memory)
    likest = {is_true: heapq.nlargest(ALIKE, found, key=itemgetter(0)) for is_true, found in alike.items()}
    told = [
        number
        for found in likest.values()
        for number in (found[0][0] if found else 0.0, max((one[1] for one in found), default=0.0))
    ]
    said = frozenset[str]().union(*(one[2] for one in likest[True]))
    left = [
        weight[root]
        for root in mine - {"+no"}
        if " " not in root and root not in said and not has_kin(root, around)
    ]
    return [*told, told[0] - told[2], sum(left), float(len(left)), max(left, default=0.0)]


def _alike(
    squares: Mapping[str, float], keys: Iterable[str], memory: Memory
) -> dict[bool, list[tuple[float, float, frozenset[str]]]]:
    """The true and the false examples of some keys that share a root: how alike, how much they hold, theirs.

    `squares`: for each root of the statement, the square of how telling it is.
    """
    found: dict[bool, list[tuple[float, float, frozenset[str]]]] = {True: [], False: []}
    length = sum(squares.values())
    for key in keys:
        shared: dict[int, float] = defaultdict(float)
        for root, square in squares.items():
            for n in memory.holding.get(key, {}).get(root, ()):
                shared[n] += square
        for n, sum_ in sorted(shared.items()):
            one = memory.examples[key][n]
            alike = sum_ / math.sqrt(length * memory.lengths[one.roots])
            found[one.is_true].append((alike, sum_ / length, one.roots))
    return found
