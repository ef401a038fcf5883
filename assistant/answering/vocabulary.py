"""The words of the documents and of what people ask of them, against those of questions asked elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from assistant.datatypes import Chunk
from assistant.french import STOPWORDS, stem_words, words
from assistant.indexing.fields import embedded_text
from assistant.indexing.questions import Question, questions_by_key


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """How often each folded word is met here, and in questions on other subjects.

    `sections` holds the stems of each section, by citation key: those of its
    headings, of its text and of the questions that it answers. Pairs are of words
    that follow each other in questions, here and elsewhere.
    """

    words: Mapping[str, int]
    sections: Mapping[str, frozenset[str]]
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)
    pairs_elsewhere: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def stems(self) -> Mapping[str, int]:
        """How often each stem is met here."""
        return _count_stems(self.words)

    @cached_property
    def stems_elsewhere(self) -> Mapping[str, int]:
        """How often each stem is met in questions on other subjects."""
        return _count_stems(self.elsewhere)

    @cached_property
    def spread(self) -> Mapping[str, int]:
        """In how many sections each stem stands."""
        return Counter(stem for held in self.sections.values() for stem in held)

    def holds(self, word: str) -> bool:
        """Whether a folded word, or another form of it, is met here or elsewhere.

        « resale » is no form of « resaux », whatever their stem.
        """
        if word in self.words or word in STOPWORDS or word in self.elsewhere:
            return True
        (stem,) = stem_words([word])
        return word.startswith(stem) and (stem in self.stems or stem in self.stems_elsewhere)


def build_vocabulary(
    chunks: Iterable[Chunk],
    questions: Sequence[Question],
    *,
    texts: Sequence[str] = (),
    elsewhere: Iterable[str] = (),
) -> Vocabulary:
    """The vocabulary of chunks, of the questions that they answer and of other `texts` on their subject."""
    asked = questions_by_key(questions)
    counted = Counter(word for text in texts for word in words(text))
    held: dict[str, set[str]] = {}
    for chunk in chunks:
        told = () if chunk.key in held else asked.get(chunk.key, ())
        for text in (embedded_text(chunk), *told):
            found = words(text)
            counted.update(found)
            held.setdefault(chunk.key, set()).update(found)
    stem_of = _stems_of(counted)
    sections = {
        key: frozenset(stem_of[word] for word in found if word in stem_of) for key, found in held.items()
    }
    people, others = [*(one.text for one in questions), *texts], list(elsewhere)
    return Vocabulary(
        words=dict(counted),
        sections=sections,
        elsewhere=Counter(word for text in others for word in words(text)),
        pairs=Counter(pair for text in people for pair in pairs_of(text)),
        pairs_elsewhere=Counter(pair for text in others for pair in pairs_of(text)),
    )


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of folded words that follow each other in a text.

    >>> sorted(pairs_of("Mes données, mes droits"))
    ['donnees mes', 'mes donnees', 'mes droits']
    """
    return frozenset(f"{one} {other}" for one, other in pairwise(words(text)))


def _count_stems(counted: Mapping[str, int]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for word, stem in _stems_of(counted).items():
        total[stem] += counted[word]
    return total


def _stems_of(found: Iterable[str]) -> Mapping[str, str]:
    """The stem of each word that carries a subject."""
    told = [word for word in found if word not in STOPWORDS]
    return dict(zip(told, stem_words(told), strict=True))
