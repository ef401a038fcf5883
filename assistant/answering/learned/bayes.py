"""Which of two kinds of text a text is: a naive Bayes model on words and pairs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import log

from assistant.french import stems, words

_UNSEEN = 0.3  # texts in which a word is taken to have been seen, of the kind that never has it
_MOST = 3.0  # log-odds of one word at most, either way


def features(text: str) -> frozenset[str]:
    """The stems, words and pairs of words of a text, each once.

    >>> sorted(features("Les repas ?"))
    ['=les', '=repas', 'les repas', 'rep']
    """
    told = words(text)
    pairs = (f"{one} {other}" for one, other in pairwise(told))
    return frozenset((*stems(text), *(f"={word}" for word in told), *pairs))


@dataclass(frozen=True, slots=True)
class Bayes:
    """How many texts of each kind hold each feature."""

    first: Counter[str]
    second: Counter[str]
    firsts: int
    seconds: int

    def odds(self, told: Iterable[str]) -> float:
        """The log-odds that a text with these features is of the first kind.

        >>> model = count(["le stage", "un stage"], ["la pluie"])
        >>> model.odds(features("ce stage")) > 0 > model.odds(features("pluie"))
        True
        """
        return sum(self._weight(one) for one in told if one in self.first or one in self.second)

    def _weight(self, feature: str) -> float:
        share = (self.first[feature] + _UNSEEN) / (self.firsts + 2 * _UNSEEN)
        other = (self.second[feature] + _UNSEEN) / (self.seconds + 2 * _UNSEEN)
        return max(-_MOST, min(_MOST, log(share / other)))


def count(first: Iterable[str], second: Iterable[str]) -> Bayes:
    """A model of two kinds of text, from texts of each."""
    firsts, seconds = [features(one) for one in first], [features(one) for one in second]
    return Bayes(
        Counter(feature for one in firsts for feature in one),
        Counter(feature for one in seconds for feature in one),
        len(firsts),
        len(seconds),
    )
