"""The signs that a question is answered by what was found: a few figures, the same for any corpus."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import log

from assistant.answering.correct import correct
from assistant.answering.learned.bayes import features
from assistant.answering.sources import Sources
from assistant.answering.understand.calendar_words import month_names, weekdays
from assistant.answering.understand.events import names_event
from assistant.answering.understand.money.clients import say_client
from assistant.answering.vocabulary import Vocabulary, pairs_of
from assistant.datatypes import Hit, Reading
from assistant.french import STOPWORDS, fold, stem_words, words

_SEEN = 0.3  # what a word never met counts as having been met
_UNMET = -1.0  # what a word met neither here nor elsewhere says of a question
_MOST = 4.0  # what one word may say, for or against
_PAIR = 2.0  # and one pair of words
_NEARNESS = 4  # power that brings down the likeness of all but near questions
_LOOKED_AT = 3  # sections in which the words of a question are looked for
_FIGURE = re.compile(r"\d[\d.,:/-]*(?:er|e|eme|j|jours?|h\d*|k|%|€)?")  # « 4C » is a name, « 30j » is none
_TO_US = re.compile(r"\b(vous|votre|vos|you|your)\b")
_OF_MINE = re.compile(r"\b(mon|ma|mes|my)\b")


def find_signs(
    reading: Reading, hits: Sequence[Hit], vocabulary: Vocabulary, *, like: float = 0.0
) -> Mapping[str, float]:
    """What speaks for and against the best section as the answer to a question.

    `ours` and `theirs`: what its words say for and against, in tens; `pairs`: what
    the words that follow each other say, in tens. `like`: the cosine with the nearest
    question known here, to the fourth power, so that only a near one counts. `fit`: how near
    the first section is, times the share of the words that one of the first sections
    holds. The others are 1 or 0: whether a course or an edition is named, now or by
    the question before, whether somebody is addressed, whether it is about something
    of one's own. `one` is always 1.
    """
    question = _spelt(reading, vocabulary)
    folded = fold(question)
    says = [_says(stem, vocabulary) for stem in _subject_of(question)]
    return {
        "ours": sum(one for one in says if one > 0) / 10,
        "theirs": sum(one for one in says if one < 0) / 10,
        "pairs": _pairs_say(question, vocabulary) / 10,
        "like": like**_NEARNESS,
        "fit": _fit(reading, hits, vocabulary),
        "named": float(bool(reading.courses or reading.editions or reading.context)),
        "to_us": float(_TO_US.search(folded) is not None),
        "of_mine": float(_OF_MINE.search(folded) is not None),
        "one": 1.0,
    }


def nearest_known(reading: Reading, sources: Sources) -> float:
    """The cosine of a question with the nearest one known here; 0 where there is none to go by."""
    if sources.learned.unknowns is None:
        return 0.0
    return max(0.0, *sources.learned.unknowns.likeness(reading.wanted, sources.embeddings))


def most_foreign(reading: Reading, vocabulary: Vocabulary) -> float:
    """How much oftener than elsewhere that word of a question is met here of which it is least true."""
    says = (_says(stem, vocabulary) for stem in _subject_of(_spelt(reading, vocabulary)))
    return min(says, default=-_MOST)


def find_unknown_signs(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Mapping[str, float]:
    """What tells a question on our subject that has no answer from one that has one.

    `words` and `phrasing`: how much its words speak for having none;
    `like_unknown` and `like_answered`: how near the nearest known question of
    each kind is; `trigger`: whether it names an unknown. `near`, `fit` and `top`:
    how near the first section is, by its vector, its words and all parts of the search.
    """
    model = sources.learned.unknowns
    assert model is not None  # noqa: S101  asked only where there is something to go by
    without, answered = model.likeness(reading.wanted, sources.embeddings)
    return {
        "words": max(-1.0, min(1.0, model.words.odds(features(reading.wanted)) / 10)),
        "phrasing": sources.learned.phrasing.unanswered(reading.wanted),
        "like_unknown": without,
        "like_answered": answered,
        "trigger": float(bool(reading.unknowns)),
        "near": hits[0].parts.get("vectors", 0.0) if hits else 0.0,
        "fit": _fit(reading, hits, sources.learned.vocabulary),
        "top": hits[0].score / 5 if hits else 0.0,
        "one": 1.0,
    }


def _spelt(reading: Reading, vocabulary: Vocabulary) -> str:
    """The question as it should be spelt; whoever may cancel, pay late… is a client, and no subject."""
    spelt = reading.spelt or correct(reading.question, vocabulary)
    folded = fold(spelt)
    return say_client(folded) if names_event(folded) else spelt


def _fit(reading: Reading, hits: Sequence[Hit], vocabulary: Vocabulary) -> float:
    near = hits[0].parts.get("vectors", 0.0) if hits else 0.0
    return share_held(reading, hits, vocabulary) * max(near, 0.0)


def share_held(reading: Reading, hits: Sequence[Hit], vocabulary: Vocabulary) -> float:
    """The share of the question's words, the rarer the heavier, that one of the first sections holds."""
    subject = _subject_of(_spelt(reading, vocabulary))
    weights = {stem: _weight(stem, vocabulary) for stem in subject}
    total = sum(weights.values())
    if not total:
        return 0.0
    first = (vocabulary.sections.get(hit.chunk.key, frozenset()) for hit in hits[:_LOOKED_AT])
    return max((sum(weights[one] for one in weights.keys() & held) for held in first), default=0.0) / total


def _subject_of(question: str) -> tuple[str, ...]:
    """The stems of the words that carry the subject; no figures, no dates."""
    found = words(question)
    empty = _calendar() | STOPWORDS
    told = [word for word in found if word not in empty and not _FIGURE.fullmatch(word)]
    return tuple(dict.fromkeys(stem_words(told)))


def _says(stem: str, vocabulary: Vocabulary) -> float:
    """How much oftener a word is met here than elsewhere, as a logarithm."""
    here, elsewhere = vocabulary.stems.get(stem, 0), vocabulary.stems_elsewhere.get(stem, 0)
    says = log((here + _SEEN) / (elsewhere + _SEEN)) + _UNMET
    return max(-_MOST, min(_MOST, says))


def _pairs_say(question: str, vocabulary: Vocabulary) -> float:
    """How much oftener its pairs of words are met here than elsewhere; those met nowhere say nothing.

    Each is taken to have been met once more elsewhere, and here as often as that
    is worth: a pair met a single time says little.
    """
    here, elsewhere = vocabulary.pairs, vocabulary.pairs_elsewhere
    if not here or not elsewhere:
        return 0.0
    usual = sum(here.values()) / sum(elsewhere.values())
    says = (
        log((here.get(pair, 0) + usual) / (elsewhere.get(pair, 0) + 1) / usual)
        for pair in pairs_of(question)
        if pair in here or pair in elsewhere
    )
    return sum(max(-_PAIR, min(_PAIR, one)) for one in says)


def _weight(stem: str, vocabulary: Vocabulary) -> float:
    """The weight of a word: the fewer sections hold it, the heavier."""
    return log((len(vocabulary.sections) + 1) / (vocabulary.spread.get(stem, 0) + 0.5))


@cache
def _calendar() -> frozenset[str]:
    """The names of days and months, folded, in French and in English."""
    return frozenset((*month_names(), *weekdays()))
