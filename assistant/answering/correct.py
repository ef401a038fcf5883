"""Misspelt words brought to the words they sound or look like, so that they are searched too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from assistant.answering.vocabulary import Vocabulary
from assistant.company import OURS
from assistant.french import fold, stem_words, words

SHORTEST = 4  # letters under which a word is left as it is
LONG = 9  # letters from which two letters out of place are forgiven

_WORD = re.compile(r"(?<!\bsous[- ])\b[^\W\d_]+")
_ELIDED = re.compile(r"(?:qu|[djln])(?=[aeiouh])")
_NEAREST = 8  # words looked at for one misspelling
_ENDING = 2  # last letters in which forms of a word differ
OFTENER = 8  # times that a word of the documents is met oftener than a slip for it in questions
_ENGLISH = frozenset(  # words that only questions in English hold
    "the of to is are what how can my we you our your it for and if be with who when".split()
)


# What makes two French spellings sound alike, one after the other: « ph » as « f »,
# « s » between vowels as « z », « an » as « en », double letters, silent endings.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"qu|q|ck|ch(?=[rl])|c(?![eiyh])", "k"),
        (r"(?<=[aeiouy])s(?=[aeiouy])", "z"),
        (r"ss|sc(?=[eiy])|c(?=[eiy])|t(?=ion)", "s"),
        (r"ge(?=[ao])|g(?=[eiy])", "j"),
        (r"eaux?|aux?", "o"),
        (r"ompt", "ont"),
        (r"(?:ain|ein|aim|in|im|yn|ym)(?![aeiouymn])", "1"),
        (r"(?:an|am|en|em)(?![aeiouymn1])", "2"),
        (r"(?:on|om)(?![aeiouymn12])", "3"),
        (r"ai|ei|oe|(?:et|ez|er)$", "e"),
        (r"y", "i"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)[sx]$", ""),
        (r"(?<=..)[edtp]$", ""),
    )
)


def correct(question: str, vocabulary: Vocabulary) -> str:
    """The question as typed, each word met nowhere replaced by the word that it stands for.

    A word that nothing is near is left as it is.
    """
    return _WORD.sub(lambda match: _nearest(fold(match.group()), vocabulary) or match.group(), question)


def without_slips(vocabulary: Vocabulary, *, written: Iterable[str], asked: Iterable[str]) -> Vocabulary:
    """The vocabulary, less what people misspelt when they `asked`, so that it is corrected next time.

    A slip stands in no `written` text nor in a question in English; it sounds like a word
    that does, met far oftener, or is one letter away from it. « J'inscris » is no slip for
    « inscrit »: only its ending differs.
    """
    documents = {word for text in written for word in words(text)}
    english = {word for text in asked if _ENGLISH & (told := {*words(text)}) for word in told}
    known = replace(
        vocabulary, words={word: met for word, met in vocabulary.words.items() if word in documents}
    )

    def is_slip(word: str, met: int) -> bool:
        near = _nearest(word, known) if len(word) > SHORTEST and word not in english else None
        if near is None:
            return False
        (meant,) = near.split()[-1:]
        (stem,) = stem_words([meant])
        if known.stems.get(stem, 0) < OFTENER * met:
            return False
        if meant != near:
            return True
        alike = (
            sound(word) == sound(meant) or Indel.distance(word, meant) <= 1 or sorted(word) == sorted(meant)
        )
        inflected = meant.startswith(word[:-_ENDING])
        return word[0] == meant[0] and alike and not inflected

    kept = {word: met for word, met in vocabulary.words.items() if not is_slip(word, met)}
    return replace(vocabulary, words=kept)


def sound(word: str) -> str:
    """A key that folded French words share when they sound alike, roughly.

    >>> sound("telefonique") == sound("telephonique"), sound("absant") == sound("absent")
    (True, True)
    >>> sound("devis") == sound("devise")
    False
    """
    for pattern, key in _SOUNDS:
        word = pattern.sub(key, word)
    return word


@lru_cache(maxsize=1024)
def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """What a misspelling stands for; `None` for a word that is met, or that nothing is near."""
    if len(word) < SHORTEST or word == OURS or vocabulary.holds(word):
        return None
    elided = _ELIDED.match(word)
    if elided and len(word) - elided.end() >= SHORTEST and word[elided.end() :] in vocabulary.words:
        return f"{elided.group()} {word[elided.end() :]}"
    by_sound, by_letter = _lookups(vocabulary)
    if alike := by_sound.get(sound(word)):
        return alike
    near = process.extract(
        word, by_letter.get(word[0], ()), scorer=Indel.distance, score_cutoff=2, limit=_NEAREST
    )
    likely = [other for other, distance, _ in near if _is_slip(word, other, distance)]
    return max(likely, key=lambda other: (vocabulary.words[other], other), default=None)


def _is_slip(word: str, other: str, distance: float) -> bool:
    """Whether fingers slipped: a letter left out, doubled or swapped; in a long word, another letter."""
    if len(word) == SHORTEST:
        return False
    return distance <= 1 or len(word) >= LONG or sorted(word) == sorted(other)


@lru_cache(maxsize=2)
def _lookups(vocabulary: Vocabulary) -> tuple[Mapping[str, str], Mapping[str, list[str]]]:
    """The most frequent word of each sound, and the words by first letter."""
    by_sound: dict[str, str] = {}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(vocabulary.words, key=lambda one: (vocabulary.words[one], one)):
        if len(word) >= SHORTEST and word.isalpha():
            by_sound[sound(word)] = word
            by_letter.setdefault(word[0], []).append(word)
    return by_sound, by_letter
