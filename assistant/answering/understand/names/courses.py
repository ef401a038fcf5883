"""Which courses and which editions of the terms a message names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from assistant.answering.understand.names.named_editions import EDITION
from assistant.answering.understand.names.title_names import names_in_titles
from assistant.company import names_of_company
from assistant.datatypes import Corpus, TermsFigures
from assistant.errors import CorpusError
from assistant.french import fold, stem_words, stems
from assistant.indexing.questions import read_given_yaml

LIKE = 80  # likeness, out of 100, from which a long word counts as a misspelling of another
LONG = 6  # characters from which a word is compared by likeness
_LOST = 3  # letters that no slip loses: « Martin » is not « marketing »
TITLE_SHARE = 0.7  # share of a title's weight that a message must hold, close together, to name it

_REFERENCE = re.compile(r"\b[a-z]{2,}(?:[- ][a-z]{2,})?[- ]?\d{1,3}\b", re.I)
# Words that stand for « formation » in a usual name: « celle sur les e-mails » is « formation emails ».
_FORMATION = "formation"
KIND = r"(?:formations?|stages?|cours|sessions?|ateliers?|celles?|celui|courses?|trainings?)"
_FOR_FORMATION = re.compile(KIND)
_E_MAIL = re.compile(r"\be[- ]mail")
# Words that may stand between those of a usual name. « par » and « du » may not: « annuler une
# formation par téléphone », « le mail du client » name no course.
_LINK = re.compile(
    "a|au|aux|d|de|des|en|et|l|la|le|les|leur|leurs|mes|nos|notre|ses|son|sur|un|une|vos|votre"
    "|about|and|for|in|of|on|our|the|to|with|your"
)


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a course: a title, or a usual name, which is said in its own order."""

    course: str
    stems: tuple[str, ...]
    whole: bool

    @property
    def alone(self) -> tuple[str, ...]:
        """What is left of a usual name without « formation » or « annuler »; nothing of another name."""
        left = tuple(stem for stem in self.stems if stem not in _kinds())
        return left if self.whole and left != self.stems else ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The courses, the editions and the company that can be named, the last by several names."""

    names: tuple[Name, ...]
    stems: frozenset[str]
    weights: Mapping[str, float]
    references: Mapping[str, str]
    editions: tuple[str, ...]
    terms: Mapping[str, str]
    figures: Mapping[str, TermsFigures] = field(default_factory=dict)
    company: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def edition_of(self, courses: tuple[str, ...]) -> str | None:
        """The edition of the terms joined to those courses, when it is one."""
        joined = {self.terms.get(course) for course in courses}
        return joined.pop() if len(joined) == 1 else None

    def courses_named(self, message: str) -> tuple[str, ...]:
        """The ids of the courses that a message names, by reference, title or usual name.

        An id without a number, such as RELANCE-TELEPHONIQUE, is a name like another.
        """
        squeezed = re.sub(r"[^a-z0-9]", "", fold(message))
        by_reference = [key for key in self.references if key in squeezed]
        if any(key[-1].isdigit() for key in by_reference):
            return tuple(self.references[key] for key in sorted(by_reference, key=squeezed.index))
        words = _words_of(message)
        standing = [_standing_for(word, self.stems) for word in words]
        linked = [one for one, word in zip(standing, words, strict=True) if not _LINK.fullmatch(word)]
        told = frozenset[str]().union(*standing)
        matches = {self.references[key]: set(_stems_of(key)) for key in by_reference}
        for name in self.names:
            if told.isdisjoint(name.stems) or (name.whole and not told.issuperset(name.stems)):
                continue
            found = _said(name.stems, linked) if name.whole else self._titled(name.stems, standing)
            if found:
                matches[name.course] = matches.get(name.course, set()) | found
        return tuple(
            course
            for course, found in matches.items()
            if not any(found < other for key, other in matches.items() if key != course)
        )

    def course_called(self, words: str) -> str | None:
        """The course of whose name words are all, « formation » aside: « relance », « les e-mails »."""
        said = [_standing_for(word, self.stems) for word in _words_of(words) if not _LINK.fullmatch(word)]
        called = {
            name.course
            for name in self.names
            if len(said) == len(name.alone) and name.alone and _said(name.alone, said)
        }
        return called.pop() if len(called) == 1 else None

    def unknown_reference(self, message: str) -> tuple[str, str] | None:
        """What a message writes as a reference and is none, with the course whose own is nearest."""
        for written in _REFERENCE.findall(message):
            key = re.sub(r"[^a-z0-9]", "", fold(written))
            near = process.extractOne(key, self.references.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
            if near and near[1] < 100:
                return written, self.references[near[0]]
        return None

    def _titled(self, title: tuple[str, ...], words: Sequence[frozenset[str]]) -> set[str]:
        """The stems of a title that stand close together in a message, when they weigh enough to name it."""
        least = TITLE_SHARE * sum(self.weights[stem] for stem in set(title))
        span = 2 * len(title) + 2
        for start in range(len(words)):
            found = set(title) & frozenset[str]().union(*words[start : start + span])
            if len(found) > 1 and sum(self.weights[stem] for stem in found) >= least:
                return found
        return set()

    def without_names(self, message: str, courses: tuple[str, ...]) -> str:
        """The message, the words that name those courses, and editions of the terms, taken out.

        What a name narrows, it must not rank: a section that repeats the title
        is no better an answer.
        """
        said = set(stems(message)).union(*(_kind_of(word) for word in _words_of(message)))
        names = {
            stem
            for name in self.names
            if name.course in courses and (not name.whole or said.issuperset(name.stems))
            for stem in name.stems
            if stem not in _undoing()
        }
        told = EDITION.sub(" ", message)
        for course in courses:
            told = re.sub(r"[^a-z0-9]+".join(re.findall(r"[a-z0-9]+", fold(course))), " ", told, flags=re.I)
        return " ".join(word for word in told.split() if not names.intersection(_stems_of(word))).strip()

    def bare(self, message: str) -> str:
        """The message without the names of the courses that it names: nothing, where it is only a name."""
        return self.without_names(message, self.courses_named(message))


def _said(name: tuple[str, ...], words: Sequence[frozenset[str]]) -> set[str]:
    """The stems of a usual name, when they follow each other in its order; else nothing."""
    size = len(name)
    for start in range(len(words) - size + 1):
        if all(stem in word for stem, word in zip(name, words[start : start + size], strict=True)):
            return set(name)
    return set()


def _words_of(text: str) -> list[str]:
    """The words, folded; a punctuation mark that parts clauses stands as a word of its own."""
    return re.findall(r"[a-z0-9]+|[,.;:!?()]", _E_MAIL.sub("email", fold(text)))


@lru_cache(maxsize=20_000)
def _stems_of(word: str) -> tuple[str, ...]:
    """The stems of one word; kept, as words come again and again."""
    return tuple(stems(word))


@lru_cache(maxsize=20_000)
def _standing_for(word: str, names: frozenset[str]) -> frozenset[str]:
    """The stems of names that a folded word has, or is a misspelling of."""
    kind = names & _kind_of(word)
    (word,) = stem_words([word])
    long = _long(names) if len(word) >= LONG - 1 else ()
    near = process.extract(word, long, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
    return kind | (names & {word}) | {stem for stem, _, _ in near if len(stem) < len(word) + _LOST}


@lru_cache(maxsize=2)
def _long(names: frozenset[str]) -> tuple[str, ...]:
    """The stems that are long enough to be compared by likeness."""
    return tuple(stem for stem in names if len(stem) >= LONG)


@lru_cache(maxsize=20_000)
def _kind_of(word: str) -> frozenset[str]:
    """The stem of « formation » for a folded word that stands for it, such as « celle »."""
    return frozenset(stem_words([_FORMATION])) if _FOR_FORMATION.fullmatch(word) else frozenset()


@cache
def _kinds() -> frozenset[str]:
    """The stems of the words of a usual name that do not name: « formation », « annuler »."""
    return _undoing() | frozenset(stem_words([_FORMATION, "stage", "module", "course", "training"]))


@cache
def _undoing() -> frozenset[str]:
    """The stems of what may be done to a course: « annuler la relance » asks about cancelling it."""
    return frozenset(stem_words(["annuler", "annulation", "reporter", "report"]))


def build_catalogue(
    corpus: Corpus, names: Path, figures: Mapping[str, TermsFigures] | None = None
) -> Catalogue:
    """What can be named, from the corpus and the file of usual names (which may be absent).

    `figures` are those of each edition that gives a sum.

    Raises `CorpusError` when that file is not a mapping of ids to lists of names.
    """
    usual = _read_names(names)
    rows: list[Name] = []
    for course in corpus.courses:
        rows.append(Name(course.id, tuple(stems(course.title)), whole=False))
        rows.extend(Name(course.id, _usual(name), whole=True) for name in usual.get(course.id, ()))
    by_title = names_in_titles(corpus.courses)
    rows.extend(Name(course, _usual(name), whole=True) for course, name in by_title if course not in usual)
    titles = [set(stems(course.title)) for course in corpus.courses]
    return Catalogue(
        names=tuple(row for row in rows if row.stems),
        stems=frozenset(stem for row in rows for stem in row.stems),
        weights=_weights(titles),
        references={re.sub(r"[^a-z0-9]", "", fold(one.id)): one.id for one in corpus.courses},
        editions=tuple(one.id for one in corpus.editions),
        terms={one.id: one.edition for one in corpus.courses if one.edition},
        figures=figures or {},
        company=names_of_company(corpus.documents),
        titles={one.id: one.title for one in corpus.courses},
    )


def _usual(name: str) -> tuple[str, ...]:
    return tuple(stem_words([word for word in _words_of(name) if not _LINK.fullmatch(word)]))


def _weights(titles: list[set[str]]) -> dict[str, float]:
    """A stem's weight: the smaller, the more titles have it."""
    return {stem: 1 / sum(stem in title for title in titles) for stem in set().union(*titles)}


def _read_names(path: Path) -> Mapping[str, Iterable[str]]:
    data = read_given_yaml(path) or {}
    if not isinstance(data, dict) or not all(isinstance(one, list) for one in data.values()):
        raise CorpusError(str(path), "à chaque référence doit suivre une liste de noms.", "Corrigez-le.")
    return {key: [str(name) for name in value] for key, value in data.items()}
