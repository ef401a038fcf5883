"""Which sentence of a section a question aims at: by meaning, by words, by how people ask for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from assistant.answering.quotes.asks import ruling, stating
from assistant.datatypes import Corpus
from assistant.french import stems, words
from assistant.indexing.questions import Answering
from assistant.indexing.synonyms import SameWords, everyday_words, stems_near

Scores = NDArray[np.float64]

NEAR = 0.5  # what a word that may stand for the one asked counts for
COMPLETES = 0.3  # what a question counts for a sentence that adds to its answer, next to one that gives it
FEW = 2.0  # questions that a sentence is taken to have been asked as all others are
UNMET = 0.5  # questions in which a word is taken to have been met, whatever the sentence
SHARP = 12.0  # how much more a near question counts than one that is less so
# What each sign is worth, in log-odds, as fitted by `python -m evals.score_sentences --fit`: nearness by
# meaning, words shared, whether it states what is asked, whether it holds whatever happens; then the
# words of those who ask for it, and its share in the answers to the nearest questions.
WORDED = np.array([2.0, 4.3, 0.5, 0.5])
ASKED_FOR = np.array([0.2, 4.6])


@dataclass(frozen=True, slots=True)
class Asked:
    """What people ask that a section answers; where it is known, which of its sentences does."""

    questions: tuple[str, ...] = ()
    sentences: tuple[Answering, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ways:
    """How people ask for each sentence of a section, one row a sentence.

    `odds` are the log-odds of each word of a question; `vectors` the questions, one row each, and
    `mine` the share that each sentence has in their answers.
    """

    places: Mapping[str, int]
    odds: Scores
    vectors: Scores
    mine: Scores

    def signs(self, question: str, vector: Scores) -> Scores:
        """A row for each sentence: the log-odds of a question's words, its share in the answers near it."""
        known = [self.places[one] for one in _features(question) if one in self.places]
        near = np.exp(SHARP * (self.vectors @ vector - 1))
        return np.stack([self.odds[:, known].sum(axis=1), self.mine @ near / near.sum()], axis=1)


class Aim:
    """Scores the sentences of a section for a question.

    `asked` is what people ask that each section answers, by citation key. Where it is
    not known which sentence does, each question teaches its words to those that it is
    likest. `synonyms` are groups of expressions that mean the same here, beside the everyday ones.
    """

    def __init__(
        self,
        embeddings: Embeddings,
        asked: Mapping[str, Asked],
        synonyms: Sequence[Sequence[str]] = (),
    ) -> None:
        self.embeddings = embeddings
        self.asked = asked
        self._near = stems_near((*synonyms, *everyday_words()))
        self._same = SameWords(synonyms)
        self._ways: dict[tuple[str, ...], _Ways | None] = {}
        self._vectors: dict[str, Scores] = {}

    def scores(self, texts: Sequence[str], question: str, *, key: str = "") -> Scores:
        """How likely each text answers a question, in log-odds; `key` names the section they are all of."""
        worded, asked_for = self.signs(texts, question, key=key)
        found: Scores = worded @ WORDED + asked_for @ ASKED_FOR
        return found

    def signs(self, texts: Sequence[str], question: str, *, key: str = "") -> tuple[Scores, Scores]:
        """What `scores` weighs, a row for each text: its words and meaning, then how it is asked for."""
        section = (key, *texts)
        if section not in self._ways:
            self._ways[section] = self._learn(texts, self.asked[key]) if key in self.asked else None
        ways, worded = self._ways[section], self._worded(texts, [question])[0]
        if ways is None:
            return worded, np.zeros((len(texts), len(ASKED_FOR)))
        return worded, ways.signs(question, np.asarray(self.embeddings.embed_query(question)))

    def known(self, question: str, key: str) -> float:
        """The cosine of a question with the nearest one that people ask of a section; 0 where none is."""
        if key not in self.asked:
            return 0.0
        if key not in self._vectors:
            asked = list(self.asked[key].questions)
            self._vectors[key] = np.asarray(self.embeddings.embed_documents(asked))
        return float(max(self._vectors[key] @ np.asarray(self.embeddings.embed_query(question))))

    def shares(self, texts: Sequence[str], question: str) -> list[float]:
        """The share of a question's words that each text holds, or says otherwise, by their weight."""
        return self._shares(_held(tuple(texts)), " ".join(texts), question)

    def _shares(self, held: Sequence[AbstractSet[str]], text: str, question: str) -> list[float]:
        return shared_weight(held, self._same.in_the_words_of(text, question), self._near)

    def _learn(self, texts: Sequence[str], asked: Asked) -> _Ways | None:
        """How each text is asked for; `None` where nothing is asked of any."""
        shares = self._told(texts, asked.sentences) if asked.sentences else self._guessed(texts, asked)
        if not shares:
            return None
        mine = np.array(list(shares.values())).T
        told = [_features(one) for one in shares]
        places = {
            word: place for place, word in enumerate(sorted({word for features in told for word in features}))
        }
        held = np.zeros((len(told), len(places)))
        for row, features in enumerate(told):
            held[row, [places[one] for one in features]] = 1
        usual = (held.sum(axis=0) + UNMET) / (len(told) + 1)
        share = (mine @ held + FEW * usual) / (mine.sum(axis=1)[:, None] + FEW)
        vectors = np.asarray([self.embeddings.embed_query(one) for one in shares])
        return _Ways(places, np.log(share / usual), vectors, mine)

    def _told(self, texts: Sequence[str], sentences: Sequence[Answering]) -> dict[str, Scores]:
        """The share of each text in the answer to each question; a sentence stands for the likest text."""
        found: dict[str, Scores] = {}
        for one in sentences:
            place = texts.index(one.says) if one.says in texts else self._likest(texts, one.says)
            for questions, worth in ((one.answers, 1.0), (one.completes, COMPLETES)):
                for question in questions:
                    found.setdefault(question, np.zeros(len(texts)))[place] += worth
        return {question: shares / shares.sum() for question, shares in found.items()}

    def _likest(self, texts: Sequence[str], sentence: str) -> int:
        return int(np.argmax(self._worded(texts, [sentence])[0] @ WORDED))

    def _guessed(self, texts: Sequence[str], asked: Asked) -> dict[str, Scores]:
        likeness = self._worded(texts, asked.questions) @ WORDED
        shares = np.exp(likeness - likeness.max(axis=1, keepdims=True))
        return dict(zip(asked.questions, shares / shares.sum(axis=1, keepdims=True), strict=True))

    def _worded(self, texts: Sequence[str], questions: Sequence[str]) -> Scores:
        """For each question and text: how near by meaning, by words, by what it states and rules."""
        vectors = np.asarray(self.embeddings.embed_documents(list(texts)))
        asked = np.asarray([self.embeddings.embed_query(one) for one in questions])
        held, text = _held(tuple(texts)), " ".join(texts)
        signs = (
            np.maximum(asked @ vectors.T, 0.0),
            np.asarray([self._shares(held, text, one) for one in questions]),
            np.asarray([stating(texts, one) for one in questions]),
            np.asarray([ruling(texts, one) for one in questions]),
        )
        return np.stack(signs, axis=-1)


def ask_twins(asked: Mapping[str, Asked], corpus: Corpus) -> dict[str, Asked]:
    """What is asked of each section, and of those of the same words.

    An article that two editions share is asked about under the one or the other.
    """
    keys = {f"{one.id}#{part.id}": part.text for one in corpus.documents for part in one.sections}
    twins: dict[str, list[Asked]] = {}
    for key, text in keys.items():
        twins.setdefault(text, []).append(asked.get(key, Asked()))
    found = {
        key: Asked(
            tuple(dict.fromkeys(one for twin in twins[text] for one in twin.questions)),
            tuple(dict.fromkeys(one for twin in twins[text] for one in twin.sentences)),
        )
        for key, text in keys.items()
    }
    return {key: one for key, one in found.items() if one.questions}


def shared_weight(
    held: Sequence[AbstractSet[str]],
    asked: Sequence[str],
    near: Mapping[str, AbstractSet[str]] | None = None,
) -> list[float]:
    """For each set of stems, the share of the weight of those asked that it holds; a rare one weighs more.

    A stem that may stand for the one asked, by `near`, counts for less than this one.
    """
    others = {stem: (near or {}).get(stem, frozenset()) for stem in set(asked)}
    met = {
        stem: [1.0 if stem in one else NEAR if like & one else 0.0 for one in held]
        for stem, like in others.items()
    }
    weight = {stem: log(1 + len(held) / (1 + sum(found))) for stem, found in met.items()}
    total = sum(weight.values()) or 1.0
    return [sum(weight[stem] * met[stem][place] for stem in met) / total for place in range(len(held))]


@lru_cache(maxsize=256)
def _held(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(one)) for one in texts)


def _features(question: str) -> frozenset[str]:
    """The words of a question as they are typed, and their stems."""
    return frozenset((*stems(question), *(f"={word}" for word in words(question))))
