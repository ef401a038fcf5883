"""The words by which statements and passages are compared, from `lexicon.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.french import STOPWORDS, fold, stem_words, words

SEVERAL = 3  # words from which most of them decide
MOSTLY = 0.6  # share of a clause's words that another must deny

_NOT_NEGATIVE = re.compile(
    r"\bn(?:e |')(?:\w+ ){1,6}?qu(?:e\b|')|\bsans (?:prejudice|delai|reserves?)\b|\bnon[ -](?:\w+)"
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
_DOES_NOT = re.compile(
    r"\b(?:la|le|les|l'|cette|ce|ces|une?) ?(?P<subject>[a-z]{4,})(?: [^,;:.]{3,40})? (?:ne |n')(?:s'|se )?"
    r"(?!(?:est|sont|peut|peuvent|doit|doivent|a|ont)\b)(?P<verb>[a-z]{4,}) (?:pas|jamais)\b"
)
_TIGHT = re.compile(
    r"\b(?:sans|ni|aucune?s?)\b(?P<what>(?: (?!(?:pour|si|ni|ne|par|en|dans|au|aux|a)\b|n')[\w'-]+){1,4})"
)

# Verbs whose forms share no stem, brought to one: « prévient », « prévenu »; « reçu », « recevez ».
_IRREGULAR = (
    (
        re.compile(r"(v|t)(?:ien(?:t|s|nent|ne|nes|dr\w+)|enu(?:e|s|es)?|enan[st]|en(?:ons|ez|ait|aient))$"),
        r"\1enir",
    ),
    (re.compile(r"^(re|per|aper|con|de)(?:coi(?:t|s|vent)|cu(?:e|s|es)?|cev\w+)$"), r"\1cevoir"),
    (re.compile(r"(\w{2})iss(?:ez|ent|ons|ant|ait|aient)$"), r"\1ir"),
    (re.compile(r"(\w{2}[dt]r)(?:ai|ais|ait|aient|as?|ont|ez|ons)$"), r"\1e"),
    (re.compile(r"(\w{2}[nr]d)u(?:e|s|es)?$"), r"\1re"),
)
_NOUNS = frozenset(
    ["client", "absent", "argent", "urgent", "agent", "souvent", "president", "equivalent", "different"]
)
_BETWEEN = re.compile(r", (?:pour|par|chez|envers|selon|hors|notamment) [^,;:.]{3,40},")
_EVEN = re.compile(r"\bmeme (?:en|si|sans)\b[^,;:.]*")
_ADVERB = re.compile(r"(?:iqu|ell|iv|eus|abl|ibl|air)ement$|[ae]mment$")
_LIGHT = STOPWORDS | frozenset(
    {"client", "lamaison", "formation", "peuvent", "pouvez", "sont", "etre", "est", "ont"}
    | {"aucune", "pas", "jamais", "rien"}
)


@dataclass(frozen=True, slots=True)
class Binding:
    """What binds or widens a statement, and what a passage must hold for it.

    `anywhere`: in any sentence, not only in those nearest; `is_open`: only where no
    calculation settles it.
    """

    said: re.Pattern[str]
    held: re.Pattern[str]
    anywhere: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, as stems: what adds no fact, what is the same, what is the contrary."""

    neutral: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    licences: Mapping[str, frozenset[str]]
    opposites: tuple[tuple[frozenset[str], ...], ...]
    promises: re.Pattern[str]
    binding: tuple[Binding, ...]
    negations: frozenset[str]
    no: frozenset[str]
    order: frozenset[str]
    manners: frozenset[str]
    joins: frozenset[str]
    kinds: tuple[re.Pattern[str], ...]

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
        if self.licences.get(stem, frozenset()) & held:
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
        every = [root for root in self.content(said) if root not in self.no]
        if (
            len(every) >= SEVERAL
            and sum(self.covered(root, held) for root in every) >= MOSTLY * len(every) > 0
        ):
            return True
        for scope in self._scopes(said):
            shared = [root for root in scope if self.covered(root, held)]
            if scope[0] not in shared and 2 * len(shared) < len(scope):
                return False
        return True

    def refused(self, text: str) -> frozenset[str]:
        """The roots right after « sans », « ni » or « aucun » in a folded text."""
        left = _NOT_NEGATIVE.sub(" ", _EVEN.sub(" ", text))
        return frozenset(root for match in _TIGHT.finditer(left) for root in self.content(match["what"]))

    def denied_pairs(self, text: str) -> frozenset[tuple[str, str]]:
        """What does not do what, in a folded text: « la clause ne s'applique pas »."""
        left = _NOT_NEGATIVE.sub(" ", text)
        return frozenset(
            (root_of(match["subject"]), root_of(match["verb"])) for match in _DOES_NOT.finditer(left)
        )

    def affirmed(self, text: str) -> frozenset[str]:
        """The roots of a folded text that no negation bears on; « même sans… » denies nothing."""
        left = _NOT_NEGATIVE.sub(" ", _EVEN.sub(" ", text))
        return every_stem(" ".join((*_EVEN.findall(text), _SCOPE.sub(" ", left))))

    def _scopes(self, text: str) -> tuple[tuple[str, ...], ...]:
        left = _NOT_NEGATIVE.sub(" ", _BETWEEN.sub(" ", text))
        spans = (match["listed"] or match["scope"] for match in _SCOPE.finditer(left))
        scopes = (tuple(root_of(word) for word in words(span) if word not in _LIGHT) for span in spans)
        return tuple(scope for scope in scopes if scope)


def root_of(word: str) -> str:
    """What is left of a folded word without its endings.

    >>> root_of("facturees") == root_of("facturer") == root_of("facture")
    True
    """
    for form, regular in _IRREGULAR:
        word = form.sub(regular, word)
    for ending, least, but in (("ent", 6, "ment"), ("ons", 6, "ions")):
        if word.endswith(ending) and len(word) >= least and not word.endswith(but) and word not in _NOUNS:
            word = word[: -len(ending)] + "e"
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
    folder = Path(__file__).parent
    read = yaml.safe_load((folder / "lexicon.yaml").read_text(encoding="utf-8"))
    other = yaml.safe_load((folder / "thesaurus.yaml").read_text(encoding="utf-8"))
    licences: dict[str, set[str]] = {}
    for held, said in other["says"].items():
        for stem in _roots(said.split()):
            licences.setdefault(stem, set()).update(_roots(held.split()))
    groups: dict[str, set[int]] = {}
    for number, row in enumerate(read["same"]):
        for stem in _roots(row):
            groups.setdefault(stem, set()).add(number)
    return Words(
        neutral=_roots(read["neutral"].split()) | _roots(other["neutral"].split()),
        licences={stem: frozenset(held) for stem, held in licences.items()},
        groups={stem: frozenset(numbers) for stem, numbers in groups.items()},
        opposites=tuple(tuple(_roots(side) for side in sides) for sides in read["opposite"]),
        promises=re.compile(rf"\b(?:{'|'.join(read['promises'].split())})"),
        binding=tuple(
            Binding(
                _either(row["said"]), _either(row["held"]), bool(row.get("anywhere")), bool(row.get("open"))
            )
            for row in read["binding"]
        ),
        negations=frozenset(read["negations"].split()),
        no=_roots(read["negations"].split()),
        order=_roots(read["order"]),
        manners=frozenset(words(read["manners"])),
        joins=_roots(read["joins"].split()),
        kinds=tuple(map(re.compile, read["kinds"])),
    )


def _roots(row: Iterable[str]) -> frozenset[str]:
    return frozenset(root_of(word) for one in row for word in words(one))


def _either(row: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(one if "." in one else rf"\b{fold(one)}\b" for one in row))
