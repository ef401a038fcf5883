"""How people ask for each section: a complement naive Bayes model on words and pairs of words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from assistant.answering.bayes import features
from assistant.answering.understand.courses import Catalogue
from assistant.datatypes import Chunk
from assistant.indexing.fields import embedded_text
from assistant.indexing.questions import Question

_UNSEEN = 1.0  # texts in which every feature is taken to have been met, outside a section


@dataclass(frozen=True, eq=False)
class Phrasing:
    """How often each feature is met in the texts of each section that questions are attached to."""

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


def learn_phrasing(chunks: Iterable[Chunk], questions: Sequence[Question], catalogue: Catalogue) -> Phrasing:
    """The model of the sections that questions are attached to, the names of courses left out.

    A question that several sections answer counts once among them.
    """
    seen: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    asked = {key for question in questions for key in question.keys}
    for question in questions:
        bare = catalogue.without_names(question.text, catalogue.courses_named(question.text))
        for feature in features(bare or question.text):
            for key in question.keys:
                seen[feature][key] += 1 / len(question.keys)
    for chunk in chunks:
        if chunk.key in asked:
            for feature in features(embedded_text(chunk)):
                seen[feature][chunk.key] += 1
    return Phrasing({feature: dict(found) for feature, found in seen.items()})
