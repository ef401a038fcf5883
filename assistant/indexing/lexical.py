"""The keyword index: three fields scored by BM25, and what people's questions tell.

words     stems of headings and body, and everyday words used for one another
heading   pieces of the words of the document's title and of the headings
grams     pieces of the words of headings and body, for what is misspelt
asked     how likely the question is one of those attached to the section
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.datatypes import Chunk
from assistant.indexing.fields import embedded_text, every_token, gram_tokens, heading, stem_tokens
from assistant.indexing.likely import Likely, build_likely, load_likely
from assistant.indexing.questions import Question, questions_by_key
from assistant.indexing.synonyms import near_stems

Scores = NDArray[np.float32]

_ASKED = "asked"
_WORDS = "words"
_SYNONYM = 0.7  # what a word counts that is only used for the one asked
_ANALYSIS: Mapping[str, Callable[[str], list[str]]] = {
    _WORDS: stem_tokens,
    "heading": gram_tokens,
    "grams": gram_tokens,
    _ASKED: every_token,
}
_ROWS = "rows.npy"


@dataclass(frozen=True)
class Field:
    """One side of some chunks, indexed; `rows` are their places among all."""

    rows: NDArray[np.int64]
    bm25: Any

    def scores(self, tokens: Sequence[str], size: int) -> Scores:
        """The score of each of `size` chunks; not a number for those without this side."""
        found = np.full(size, np.nan, dtype=np.float32)
        known = self.bm25.get_tokens_ids(tokens)
        found[self.rows] = self.bm25.get_scores_from_ids(known) if known else 0.0
        return found

    def scores_by_meaning(self, stems: Sequence[str], size: int) -> Scores:
        """The same, each word or what people use for it counting, whichever says more."""
        near = near_stems()
        return sum(
            (
                np.maximum.reduce(
                    [
                        self.scores([stem], size),
                        *(_SYNONYM * self.scores([one], size) for one in near.get(stem, ())),
                    ]
                )
                for stem in stems
            ),
            start=self.scores([], size),
        )

    def save(self, folder: Path) -> None:
        """Write the field into a folder."""
        self.bm25.save(folder, show_progress=False)
        np.save(folder / _ROWS, self.rows)


@dataclass(frozen=True)
class Lexical:
    """The keyword index of a list of chunks; a field that no chunk has is left out."""

    size: int
    fields: Mapping[str, Field | Likely]

    def scores(self, question: str) -> Mapping[str, Scores]:
        """For each field, the score of every chunk, in the chunks' order.

        Not a number for a chunk without that field: a section to which no
        question is attached has no `asked` score.
        """
        return {name: self._score(name, field, question) for name, field in self.fields.items()}

    def _score(self, name: str, field: Field | Likely, question: str) -> Scores:
        tokens = _ANALYSIS[name](question)
        if name == _WORDS and isinstance(field, Field):
            return field.scores_by_meaning(tokens, self.size)
        return field.scores(tokens, self.size)

    def save(self, folder: Path) -> None:
        """Write the index, one folder a field."""
        for name, field in self.fields.items():
            field.save(folder / name)


def build_lexical(chunks: Sequence[Chunk], questions: Sequence[Question]) -> Lexical:
    """The keyword index of the chunks, with the questions attached to their sections."""
    attached = questions_by_key(questions)
    bodies = {row: embedded_text(chunk) for row, chunk in enumerate(chunks)}
    texts = {
        "words": bodies,
        "heading": {row: heading(chunk) for row, chunk in enumerate(chunks)},
        "grams": bodies,
    }
    fields: dict[str, Field | Likely] = {
        name: field for name in texts if (field := _build_field(texts[name], _ANALYSIS[name]))
    }
    told = {
        row: [every_token(text) for text in (bodies[row], *attached[chunk.key])]
        for row, chunk in enumerate(chunks)
        if chunk.key in attached
    }
    return Lexical(len(chunks), {**fields, _ASKED: build_likely(told)} if told else fields)


def load_lexical(folder: Path, *, size: int) -> Lexical:
    """The index that `save` wrote for `size` chunks; its arrays stay on disk until they are needed."""
    fields = {name: _load_field(folder / name) for name in _ANALYSIS if (folder / name).is_dir()}
    return Lexical(size, fields)


def _load_field(folder: Path) -> Field | Likely:
    from bm25s import BM25

    if folder.name == _ASKED:
        return load_likely(folder)
    return Field(np.load(folder / _ROWS), BM25.load(folder, mmap=True, show_progress=False))


def _build_field(texts: Mapping[int, str], analysis: Callable[[str], list[str]]) -> Field | None:
    """The field of some texts; `None` where they have no token. No token is kept but in the vocabulary."""
    from bm25s import BM25

    vocabulary: dict[str, int] = {}
    numbers = [
        [vocabulary.setdefault(token, len(vocabulary)) for token in analysis(text)] for text in texts.values()
    ]
    if not vocabulary:
        return None
    bm25 = BM25()
    bm25.index((numbers, vocabulary), show_progress=False)
    return Field(np.fromiter(texts, dtype=np.int64), bm25)
