"""Misspelt words brought to the words they sound or look like, so that they are searched too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from assistant.answering.vocabulary import Vocabulary
from assistant.french import fold

SHORTEST = 4  # letters under which a word is left as it is
LONG = 9  # letters from which two letters out of place are forgiven

_WORD = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"(?:qu|[djln])(?=[aeiouh])")
_NEAREST = 8  # words looked at for one misspelling

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
    if len(word) < SHORTEST or vocabulary.holds(word):
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
