"""Whether what a statement puts together stands together: a figure and its rule, a line and its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from assistant.answering.wording.evidence import Proof
from assistant.answering.wording.quantities import Quantity, quantities
from assistant.answering.wording.roots import has_kin, root_set, roots
from assistant.answering.wording.said import Said, cut_said
from assistant.answering.wording.sentences import Sentence, signs_of
from assistant.french import fold

RIVAL = 0.15  # of what the words tell, what the sentence with another figure must hold more of
FEWEST = 2  # words that it must hold and the others not
LINES = 4  # lines of the same form that make a table
_HEAD = re.compile(r"\s:\s|\t|\bpeu(?:t|vent)\b")


def find_figure_swaps(said: Said, sentences: Sequence[Sentence]) -> Iterable[str]:
    """A figure that a sentence on something else holds, where the sentence on this one holds another.

    « Le délai de rétractation est de 30 jours »: the offer lasts 30 days, the right to withdraw 14.
    """
    for one in cut_said(said):
        told = {figure.value for figure in quantities(said.text)}
        weights = _weights(one.text, sentences)
        for figure in one.figures:
            own = [each for each in sentences if figure.value in _values(each, figure)]
            rivals = [each for each in sentences if (held := _values(each, figure)) and not held & told]
            if figure.unit in ("", "€") or not own or not rivals:
                continue
            rival = max(rivals, key=lambda each: _cover(each, weights))
            more = _cover(rival, weights) - max(_cover(each, weights) for each in own)
            alone = sum(rival in held and not any(map(held.count, own)) for _, held in weights.values())
            if more >= RIVAL and alone >= FEWEST:
                yield f"{figure.value} {figure.unit} is said of something else"


def _values(sentence: Sentence, figure: Quantity) -> set[str]:
    """The figures of a sentence that have the unit of another."""
    return {one.value for one in sentence.quantities if one.unit == figure.unit}


def _weights(text: str, sentences: Sequence[Sentence]) -> dict[str, tuple[float, list[Sentence]]]:
    """For each root of a text that some sentence holds, how telling it is and which do."""
    holding = {root: [one for one in sentences if has_kin(root, one.roots)] for root in set(roots(text))}
    return {root: (log(1 + len(sentences) / len(held)), held) for root, held in holding.items() if held}


def _cover(sentence: Sentence, weights: dict[str, tuple[float, list[Sentence]]]) -> float:
    total = sum(weight for weight, _ in weights.values())
    return sum(weight for weight, held in weights.values() if sentence in held) / (total or 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table told in sentences: the roots of whom it is on, and of what it gives them."""

    head: frozenset[str]
    tail: frozenset[str]


def find_row_swaps(text: str, question: str, proofs: Sequence[Proof]) -> Iterable[str]:
    """What one line of a table gives, said of whom another line is on.

    « Un artisan peut demander l'AIF », where only the line on the unemployed names the AIF.
    """
    if "no" in signs_of(fold(text)):
        return
    for rows in _tables(proofs):
        count = Counter(root for row in rows for root in row.head | row.tail)
        heads = [frozenset(root for root in row.head - row.tail if count[root] == 1) for row in rows]
        tails = [frozenset(root for root in row.tail - row.head if count[root] == 1) for row in rows]
        said, asked = root_set(text), root_set(question)
        theirs = _rows_of(asked, heads)
        on, gives = _rows_of(said, heads) or theirs, _rows_of(said, tails)
        if len(on) == 1 and gives and not (on | theirs) & gives:
            yield "what is said of one is given to another"


def _tables(proofs: Sequence[Proof]) -> Iterator[list[Row]]:
    """The tables that sections hold: lines that each say of whom, then what."""
    keys = dict.fromkeys(one.citation.key for one in proofs if not one.citation.edition)
    for key in keys:
        told = dict.fromkeys(
            words for one in proofs if one.citation.key == key for words in one.citation.quote.splitlines()
        )
        cut = [_HEAD.split(words, maxsplit=1) for words in told]
        rows = [Row(root_set(one[0]), root_set(one[1])) for one in cut if len(one) == 2]
        if len(rows) >= max(LINES, len(told) - 2):
            yield rows


def _rows_of(said: frozenset[str], owns: Sequence[frozenset[str]]) -> set[int]:
    return {n for n, own in enumerate(owns) if said & own}
