"""Which side a question is on: what a course teaches, or what the terms of sale say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Literal

from assistant.datatypes import Corpus
from assistant.french import stems
from assistant.indexing.questions import Question

Side = Literal["course", "terms"]
LEAN = 2.0  # log-odds from which a question is on the terms rather than on a course
_UNSEEN = 0.5  # times a word is taken to have been seen on the side that does not have it


@dataclass(frozen=True, slots=True)
class Sides:
    """How often each word was seen on each side: a naive Bayes model of two classes."""

    seen: Mapping[Side, Counter[str]]

    def odds(self, words: Iterable[str]) -> float:
        """The log-odds that a question with these stems is on the terms rather than on a course.

        >>> sides = Sides({"course": Counter(jeu=3), "terms": Counter(acompt=3)})
        >>> sides.odds(["acompt"]) > 0 > sides.odds(["jeu"])
        True
        """
        known = set(self.seen["course"]) | set(self.seen["terms"])
        return sum(self._weight(word, len(known)) for word in set(words) if word in known)

    def _weight(self, word: str, vocabulary: int) -> float:
        shares = {
            side: (count[word] + _UNSEEN) / (count.total() + _UNSEEN * vocabulary)
            for side, count in self.seen.items()
        }
        return log(shares["terms"]) - log(shares["course"])


def learn_sides(corpus: Corpus, questions: Iterable[Question], bare: Callable[[str], str]) -> Sides:
    """The words of each side, from the documents and from the questions that they answer.

    The questions are `bare` of the names of courses: they say which course, not
    what is asked of it.
    """
    seen: dict[Side, Counter[str]] = {"course": Counter(), "terms": Counter()}
    kinds = {document.id: document.kind for document in corpus.documents}
    for question in questions:
        sides = {kinds.get(key.partition("#")[0]) for key in question.keys}
        for side in ("course", "terms"):
            if sides == {side}:
                seen[side].update(set(stems(bare(question.text))))
    for document in corpus.documents:
        if document.kind in ("course", "terms"):
            for section in document.sections:
                seen[document.kind].update(stems(section.text))
    return Sides(seen)
