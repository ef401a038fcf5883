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

from assistant.answering.asks import ruling, stating
from assistant.datatypes import Corpus
from assistant.french import stems, words
from assistant.indexing.synonyms import SameWords, everyday_words, stems_near

Scores = NDArray[np.float64]

CUE_BONUS = 0.3
NEAR = 0.5  # what a word that may stand for the one asked counts for
SHARP = 0.15  # score by which a sentence must lead for a question to be mostly its own
FEW = 0.3  # questions that a sentence is taken to have been asked as all others are
TOLD = 0.1  # what a unit of log-odds of the words of a question is worth
MOST_TOLD = 0.5  # and all of them together, at most: the words of a sentence count too


@dataclass(frozen=True, slots=True)
class _Ways:
    """How people ask for each sentence of a section: the log-odds of each word, one row a sentence."""

    places: Mapping[str, int]
    odds: Scores

    def scores(self, question: str) -> Scores:
        """For each sentence, how much more a question looks like those asked of it."""
        known = [self.places[one] for one in _features(question) if one in self.places]
        found: Scores = self.odds[:, known].sum(axis=1)
        return found


class Aim:
    """Scores the sentences of a section for a question.

    `asked` are the questions that each section answers, by citation key: each teaches
    its words to the sentences that it is likest. `synonyms` are groups of expressions that
    mean the same here, beside the everyday ones.
    """

    def __init__(
        self,
        embeddings: Embeddings,
        asked: Mapping[str, Sequence[str]],
        synonyms: Sequence[Sequence[str]] = (),
    ) -> None:
        self.embeddings = embeddings
        self._asked = asked
        self._near = stems_near((*synonyms, *everyday_words()))
        self._same = SameWords(synonyms)
        self._ways: dict[tuple[str, ...], _Ways] = {}

    def scores(self, texts: Sequence[str], question: str, *, key: str = "") -> Scores:
        """How likely each text answers a question; `key` names the section that they are all of."""
        found: Scores = self._likeness(texts, [question])[0]
        if key not in self._asked:
            return found
        section = (key, *texts)
        if section not in self._ways:
            self._ways[section] = self._learn(texts, self._asked[key])
        found += np.minimum(TOLD * self._ways[section].scores(question), MOST_TOLD)
        return found

    def shares(self, texts: Sequence[str], question: str) -> list[float]:
        """The share of a question's words that each text holds, or says otherwise, by their weight."""
        return self._shares(_held(tuple(texts)), " ".join(texts), question)

    def _shares(self, held: Sequence[AbstractSet[str]], text: str, question: str) -> list[float]:
        return shared_weight(held, self._same.in_the_words_of(text, question), self._near)

    def _learn(self, texts: Sequence[str], questions: Sequence[str]) -> _Ways:
        likeness = self._likeness(texts, questions) / SHARP
        mine = np.exp(likeness - likeness.max(axis=1, keepdims=True))
        mine /= mine.sum(axis=1, keepdims=True)
        told = [_features(one) for one in questions]
        places = {
            word: place for place, word in enumerate(sorted({word for features in told for word in features}))
        }
        held = np.zeros((len(questions), len(places)))
        for row, features in enumerate(told):
            held[row, [places[one] for one in features]] = 1
        usual = held.mean(axis=0)
        share = (mine.T @ held + FEW * usual) / (mine.sum(axis=0)[:, None] + FEW)
        return _Ways(places, np.log(share / usual))

    def _likeness(self, texts: Sequence[str], questions: Sequence[str]) -> Scores:
        """For each question, a row: how near each text is by meaning, by words, and by what it states."""
        vectors = np.asarray(self.embeddings.embed_documents(list(texts)))
        asked = np.asarray([self.embeddings.embed_query(one) for one in questions])
        held, text = _held(tuple(texts)), " ".join(texts)
        shared = np.asarray([self._shares(held, text, one) for one in questions])
        stated = np.asarray([np.maximum(stating(texts, one), ruling(texts, one)) for one in questions])
        found: Scores = np.maximum(asked @ vectors.T, 0.0) + shared + CUE_BONUS * stated
        return found


def ask_twins(asked: Mapping[str, Sequence[str]], corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The questions that each section answers, with those that one of the same words does.

    An article that two editions share is asked about under the one or the other.
    """
    keys = {f"{one.id}#{part.id}": part.text for one in corpus.documents for part in one.sections}
    twins: dict[str, list[str]] = {}
    for key, text in keys.items():
        twins.setdefault(text, []).append(key)
    found = {
        key: tuple(dict.fromkeys(one for twin in twins[text] for one in asked.get(twin, ())))
        for key, text in keys.items()
    }
    return {key: questions for key, questions in found.items() if questions}


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
