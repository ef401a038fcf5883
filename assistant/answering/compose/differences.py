"""Two editions of the terms, difference by difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from assistant.datatypes import Document, Section
from assistant.french import fold, sentence_spans

ALIKE = 60.0  # likeness of titles and texts, out of 100, from which two articles are the same one
_WORD = re.compile(r"\S+")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: the words, and the spans that the other side does not have."""

    text: str
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """An article of each edition, or of one only, and what differs between the two."""

    left: Section | None
    right: Section | None
    differences: tuple[tuple[Side, Side], ...]

    @property
    def section(self) -> Section:
        """The article of the first edition, else of the other one."""
        section = self.left or self.right
        assert section is not None  # noqa: S101  a pair has one side at least
        return section


def compare_editions(left: Document, right: Document) -> tuple[Pair, ...]:
    """The articles of two editions, matched by title and words, in the order of the first one.

    An article that is left without a match stands beside the likest one all the
    same, so that a matter which one edition splits in two is seen whole.
    """
    matches = match_articles(left.sections, right.sections)
    taken = {other.id for other in matches.values()}
    pairs = [_pair(one, matches.get(one.id) or _likest(one, right.sections)) for one in left.sections]
    alone = (one for one in right.sections if one.id not in taken)
    return (*pairs, *(_pair(_likest(one, left.sections), one) for one in alone))


def match_articles(left: Sequence[Section], right: Sequence[Section]) -> dict[str, Section]:
    """The article of the right side for each article of the left: the likest, then the same number."""
    scored = sorted(
        ((_likeness(one, other), one.id, other.id) for one in left for other in right), reverse=True
    )
    others = {one.id: one for one in right}
    found: dict[str, Section] = {}
    taken: set[str] = set()
    for score, one, other in scored:
        if score >= ALIKE and one not in found and other not in taken:
            found[one] = others[other]
            taken.add(other)
    left_over = {one.id for one in left} - set(found)
    return found | {one: others[one] for one in left_over.intersection(others) - taken}


def _likest(one: Section, others: Sequence[Section]) -> Section | None:
    best = max(others, key=lambda other: _likeness(one, other), default=None)
    return best if best and _likeness(one, best) >= ALIKE else None


def _likeness(one: Section, other: Section) -> float:
    titles = fuzz.token_set_ratio(fold(one.heading), fold(other.heading))
    texts = fuzz.token_set_ratio(fold(one.text), fold(other.text))
    return (titles + texts) / 2


def _pair(left: Section | None, right: Section | None) -> Pair:
    if left and right:
        return Pair(left, right, tuple(_differences(left.text, right.text)))
    return Pair(left, right, ((Side(left.text if left else ""), Side(right.text if right else "")),))


def _differences(left: str, right: str) -> Iterator[tuple[Side, Side]]:
    """The sentences that differ, each beside the one that stands for it when there is one."""
    ours, theirs = sentences(left), sentences(right)
    left_folded, right_folded = [fold(one) for one in ours], [fold(one) for one in theirs]
    matcher = SequenceMatcher(None, left_folded, right_folded, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield from align(ours[a:b], theirs[c:d])


def align(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[Side, Side]]:
    """The sentences of two runs side by side, the likest together, in order.

    >>> [(a.text, b.text) for a, b in align(["Payer sous 15 jours."], ["Rien.", "Payer sous 30 jours."])]
    [('', 'Rien.'), ('Payer sous 15 jours.', 'Payer sous 30 jours.')]
    """
    scored = ((fuzz.ratio(fold(a), fold(b)), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs))
    score, i, j = max(scored, default=(0.0, 0, 0))
    if score >= ALIKE:
        yield from align(ours[:i], theirs[:j])
        yield compare_words(ours[i], theirs[j])
        yield from align(ours[i + 1 :], theirs[j + 1 :])
    elif ours or theirs:
        yield Side("\n\n".join(ours)), Side("\n\n".join(theirs))


def sentences(text: str) -> list[str]:
    """The sentences of a text, as they stand.

    >>> sentences("Un. Deux !")
    ['Un.', 'Deux !']
    """
    return [text[start:end] for start, end in sentence_spans(text)]


def compare_words(left: str, right: str) -> tuple[Side, Side]:
    """Two texts, with the spans of the words that the other one does not have.

    >>> [side.changed for side in compare_words("moins de 15 jours", "moins de 30 jours")]
    [((9, 11),), ((9, 11),)]
    """
    ours, theirs = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = SequenceMatcher(
        None, [fold(one.group()) for one in ours], [fold(one.group()) for one in theirs], autojunk=False
    )
    changed: tuple[list[Span], list[Span]] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for spans, found in ((changed[0], ours[a:b]), (changed[1], theirs[c:d])):
            if found:
                spans.append((found[0].start(), found[-1].end()))
    return Side(left, tuple(changed[0])), Side(right, tuple(changed[1]))
