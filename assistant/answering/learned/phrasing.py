"""How people ask for each section: a complement naive Bayes model on words and pairs of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from assistant.answering.learned.bayes import features
from assistant.datatypes import Chunk
from assistant.indexing.fields import embedded_text
from assistant.indexing.questions import Question

UNKNOWN = "?"  # opens the key of what people ask that no section answers
_MOST = 3.0  # log-odds of what has no answer against what has one, at most either way
_UNSEEN = 1.0  # texts in which every feature is taken to have been met, outside a section


@dataclass(frozen=True, eq=False)
class Phrasing:
    """How often each feature is met in the texts of each section that questions are attached to.

    What people ask that has no answer is counted too, under keys such as `?prix`.
    """

    seen: Mapping[str, Mapping[str, float]]

    @cached_property
    def _outside(self) -> Mapping[str, float]:
        """For each section, the logarithm of all that is met in the texts of the others."""
        every = sum(sum(found.values()) + _UNSEEN for found in self.seen.values())
        inside: Counter[str] = Counter()
        for found in self.seen.values():
            inside.update(found)
        return {key: log(every - met) for key, met in inside.items()}

    def scores(self, question: str) -> Mapping[str, float]:
        """How little a question looks like those of the other sections, by citation key.

        Where each section has few questions of its own, what all the others have
        is the surer estimate.

        >>> model = Phrasing({"=prix": {"a#1": 2.0}, "=lieu": {"a#2": 2.0}})
        >>> found = model.scores("le prix")
        >>> found["a#1"] > found["a#2"]
        True
        """
        met = [self.seen[one] for one in features(question) if one in self.seen]
        found = {key: len(met) * outside for key, outside in self._outside.items()}
        for counts in met:
            every = sum(counts.values()) + _UNSEEN
            for key in found:
                found[key] -= log(every - counts.get(key, 0.0))
        return found if met else {}

    def unanswered(self, question: str) -> float:
        """How much more a question looks like those without an answer than like the others, from -1 to 1."""
        found = self.scores(question)
        without = [score for key, score in found.items() if key.startswith(UNKNOWN)]
        answered = [score for key, score in found.items() if not key.startswith(UNKNOWN)]
        if not without or not answered:
            return 0.0
        return max(-_MOST, min(_MOST, max(without) - max(answered))) / _MOST


def learn_phrasing(
    chunks: Iterable[Chunk],
    questions: Sequence[Question],
    unknown: Iterable[tuple[str, str]],
    bare: Callable[[str], str],
) -> Phrasing:
    """The model of the sections that questions are attached to, `bare` of the names of courses.

    A question that several sections answer counts once among them. `unknown` are
    questions without an answer, each after what it asks for.
    """
    seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    asked = {key for question in questions for key in question.keys}
    told = [*questions, *(Question(text, (UNKNOWN + about,)) for about, text in unknown)]
    for question in told:
        for feature in features(bare(question.text) or question.text):
            for key in question.keys:
                seen[feature][key] += 1 / len(question.keys)
    for chunk in chunks:
        if chunk.key in asked:
            for feature in features(embedded_text(chunk)):
                seen[feature][chunk.key] += 1
    return Phrasing({feature: dict(found) for feature, found in seen.items()})
