"""Expressions that people use for one another, so that a question meets a text that says it otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.french import STOPWORDS, stem_words, words


class SameWords:
    """Groups of expressions that mean the same.

    >>> same = SameWords([["devis", "proposition commerciale"], ["validité", "valable"]])
    >>> same.in_the_words_of("La proposition commerciale reste valable.", "La validité du devis ?")
    ('valabl', 'proposit', 'commercial')
    """

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._same: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
        for group in groups:
            told = [one for expression in group if (one := tuple(stem_words(words(expression))))]
            for one in told:
                self._same.setdefault(one, {}).update(dict.fromkeys(told))
        self._longest = max(map(len, self._same), default=0)

    def in_the_words_of(self, text: str, question: str) -> tuple[str, ...]:
        """The stems of a question; an expression that a text does not hold, as the text says it instead."""
        asked, held = words(question), _stems_of(text)
        told, found, at = stem_words(asked), [], 0
        while at < len(told):
            size, instead = self._instead(told[at : at + self._longest], held)
            found += instead or ([] if asked[at] in STOPWORDS else [told[at]])
            at += size
        return tuple(found)

    def _instead(self, told: Sequence[str], held: str) -> tuple[int, list[str]]:
        """How many stems an expression that opens `told` takes, and those of the one that stands for it."""
        for size in range(len(told), 0, -1):
            others = self._same.get(tuple(told[:size]), {})
            if _spaced(told[:size]) in held:
                return 1, []
            for other in others:
                if _spaced(other) in held:
                    return size, [one for one in other if one not in _EMPTY]
        return 1, []


_EMPTY = frozenset(stem_words(sorted(STOPWORDS)))


@lru_cache(maxsize=256)
def _stems_of(text: str) -> str:
    return _spaced(stem_words(words(text)))


def _spaced(stems: Sequence[str]) -> str:
    return f" {' '.join(stems)} "
