"""The words by which statements and passages are compared, from `lexicon.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.french import STOPWORDS, fold, stem_words, words

_NOT_NEGATIVE = re.compile(
    r"\bn(?:e |')(?:\w+ ){1,6}?qu(?:e\b|')|\bsans (?:prejudice|delai|reserve d)\b|\bnon[ -](?:\w+)"
    r"|\b(?:n'empech|ne s'oppos)\w+ pas\b"
    r"|\bpas (?:etre )?(?:inferieur|superieur|depasser|exceder)\w*|\bnon seulement\b"
)
_NEGATIVE_PHRASE = re.compile(r"\ben l'absence de\b|\bdispens\w+ de\b|\ba defaut de\b|\bou non\b")
_SCOPE = re.compile(
    r"\binterdi(?:te?s?|re) (?:de |d')(?P<listed>[^;:.]{3,200})"
    r"|(?:\b(?:ne|ni|sans|l'absence de|defaut de|aucune?|interdi(?:te?s?|re)|pas|jamais"
    r"|exclu(?!si)\w*|refus\w*)\b\s?|\bn')"
    r"(?P<scope>[^,;:.]{3,120})"
)


_EVEN = re.compile(r"\bmeme (?:en|si|sans)\b[^,;:.]*")
_ADVERB = re.compile(r"(?:iqu|ell|iv|eus|abl|ibl|air)ement$|[ae]mment$")
_LIGHT = STOPWORDS | frozenset(
    {"client", "lexom", "formation", "peuvent", "pouvez", "sont", "etre", "est", "ont"}
    | {"aucune", "pas", "jamais", "rien"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, as stems: what adds no fact, what is the same, what is the contrary."""

    neutral: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    opposites: tuple[tuple[frozenset[str], ...], ...]
    promises: re.Pattern[str]
    binding: tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]
    negations: frozenset[str]
    order: frozenset[str]

    def content(self, text: str) -> tuple[str, ...]:
        """The stems of a text that state something, in order, each once."""
        told = [word for word in words(text) if word not in STOPWORDS and not word[0].isdigit()]
        return tuple(dict.fromkeys(root_of(word) for word in told if self._states(word)))

    def common(self, text: str) -> tuple[str, ...]:
        """The roots of a text, those that state nothing by themselves included."""
        return tuple(dict.fromkeys(root_of(word) for word in words(text) if word not in STOPWORDS))

    def _states(self, word: str) -> bool:
        root = root_of(word)
        by_the_way = _ADVERB.search(word) is not None and root not in self.groups
        return len(root) > 1 and root not in self.neutral and not by_the_way

    def covered(self, stem: str, held: frozenset[str]) -> bool:
        """Whether a stem, or one that says the same, is among those held."""
        if stem in held or any(_kin(stem, other) for other in held):
            return True
        mine = self.groups.get(stem, frozenset())
        return bool(mine) and any(mine & self.groups.get(other, frozenset()) for other in held)

    def says_no(self, text: str) -> bool:
        """Whether a folded clause is negative.

        >>> read_words().says_no("aucun frais n'est du")
        True
        >>> read_words().says_no("n'est recevable que par ecrit")
        False
        """
        left = _NOT_NEGATIVE.sub(" ", text)
        return bool(self.negations & set(words(left))) or _NEGATIVE_PHRASE.search(left) is not None

    def contrary(self, said: str, held: str) -> bool:
        """Whether a folded text says the opposite of another, word for word."""
        mine, theirs = every_stem(said), every_stem(held)
        for sides in self.opposites:
            for side in sides:
                others = frozenset[str]().union(*(one for one in sides if one is not side))
                if mine & side and not theirs & side and theirs & others and not mine & others:
                    return True
        return False

    def promised(self, text: str) -> frozenset[str]:
        """The beginnings of the words of a folded text that promise something."""
        return frozenset(self.promises.findall(text))

    def negated(self, text: str) -> frozenset[str]:
        """The roots of a folded text that stand under a negation."""
        return frozenset(root for scope in self._scopes(text) for root in scope)

    def denies(self, said: str, held: frozenset[str]) -> bool:
        """Whether what a folded text denies is among the roots held, all or in its first or greater part."""
        for scope in self._scopes(said):
            shared = [root for root in scope if self.covered(root, held)]
            if scope[0] not in shared and 2 * len(shared) < len(scope):
                return False
        return True

    def affirmed(self, text: str) -> frozenset[str]:
        """The roots of a folded text that no negation bears on; « même sans… » denies nothing."""
        left = _NOT_NEGATIVE.sub(" ", _EVEN.sub(" ", text))
        return every_stem(" ".join((*_EVEN.findall(text), _SCOPE.sub(" ", left))))

    def _scopes(self, text: str) -> tuple[tuple[str, ...], ...]:
        left = _NOT_NEGATIVE.sub(" ", text)
        spans = (match["listed"] or match["scope"] for match in _SCOPE.finditer(left))
        scopes = (tuple(root_of(word) for word in words(span) if word not in _LIGHT) for span in spans)
        return tuple(scope for scope in scopes if scope)


def root_of(word: str) -> str:
    """What is left of a folded word without its endings.

    >>> root_of("facturees") == root_of("facturer") == root_of("facture")
    True
    """
    for ending, least, but in (("ent", 7, "ment"), ("ons", 6, "ions")):
        if word.endswith(ending) and len(word) >= least and not word.endswith(but):
            word = word[: -len(ending)]
    return stem_words([word])[0].rstrip("e")


def every_stem(text: str) -> frozenset[str]:
    """The stems of all the words of a text."""
    return frozenset(map(root_of, words(text)))


def _kin(one: str, other: str) -> bool:
    """Whether two stems are of one family: « facturation », « facturer »."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short) and len(long) - len(short) <= 3


@cache
def read_words() -> Words:
    """The lexicon shipped with the package."""
    read = yaml.safe_load((Path(__file__).parent / "lexicon.yaml").read_text(encoding="utf-8"))
    groups: dict[str, set[int]] = {}
    for number, row in enumerate(read["same"]):
        for stem in _roots(row):
            groups.setdefault(stem, set()).add(number)
    return Words(
        neutral=_roots(read["neutral"].split()),
        groups={stem: frozenset(numbers) for stem, numbers in groups.items()},
        opposites=tuple(tuple(_roots(side) for side in sides) for sides in read["opposite"]),
        promises=re.compile(rf"\b(?:{'|'.join(read['promises'].split())})"),
        binding=tuple(
            (_either(row["said"]), _either(row["held"]), bool(row.get("anywhere"))) for row in read["binding"]
        ),
        negations=frozenset(read["negations"].split()),
        order=_roots(read["order"]),
    )


def _roots(row: Iterable[str]) -> frozenset[str]:
    return frozenset(root_of(word) for one in row for word in words(one))


def _either(row: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(one if "." in one else rf"\b{fold(one)}\b" for one in row))
