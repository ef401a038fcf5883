"""Words and expressions that people use for one another: everyday French, and what a company adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from assistant.errors import CorpusError
from assistant.french import STOPWORDS, stem_words, stems, words
from assistant.indexing.questions import read_given_yaml
from assistant.own_yaml import load_yaml

_SYNONYMS = "synonyms.yaml"


def read_synonyms(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The groups of words that mean the same, from the questions folder; none when it has no such file."""
    path = folder / _SYNONYMS
    groups = read_given_yaml(path)
    try:
        return tuple(tuple(str(word) for word in group) for group in groups or ())
    except TypeError as error:
        raise CorpusError(
            str(path),
            "ce n'est pas une liste de groupes de mots.",
            "Écrivez « - [mot, synonyme] » par ligne.",
        ) from error


@cache
def everyday_words() -> tuple[tuple[str, ...], ...]:
    """The groups of words and expressions that mean much the same."""
    text = files("assistant.indexing").joinpath("everyday_words.yaml").read_text(encoding="utf-8")
    return tuple(tuple(str(word) for word in group) for group in load_yaml(text))


@cache
def near_stems() -> Mapping[str, frozenset[str]]:
    """For each stem, those of the words that may be used for it.

    >>> near = near_stems()
    >>> "licenci" in near["vir"], "vir" in near["licenci"]
    (True, True)
    """
    return stems_near(everyday_words())


def stems_near(groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """For each stem of the words of some groups, those that may be used for it.

    >>> stems_near([("rendre", "restituer", "donner en retour")])["rendr"]
    frozenset({'restitu'})
    """
    found: dict[str, set[str]] = {}
    for group in groups:
        told = [stems(word) for word in group]
        single = {one[0] for one in told if len(one) == 1}  # of an expression, each word would say too much
        for stem in single:
            found.setdefault(stem, set()).update(single - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}


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
        asked, held = words(question), _spaced_stems(text)
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
def _spaced_stems(text: str) -> str:
    return _spaced(stem_words(words(text)))


def _spaced(stems: Sequence[str]) -> str:
    return f" {' '.join(stems)} "
