"""The keyword index: three fields of a chunk, each scored by BM25.

heading   stems of the document's title and of the headings
words     stems of headings and body, and of the questions attached to the section
grams     pieces of the words of headings and body, for what is misspelt
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.datatypes import Chunk
from assistant.indexing.fields import embedded_text, gram_tokens, heading, stem_tokens
from assistant.indexing.questions import Question, questions_by_key

Scores = NDArray[np.float32]

_ANALYSIS: Mapping[str, Callable[[str], list[str]]] = {
    "heading": stem_tokens,
    "words": stem_tokens,
    "grams": gram_tokens,
}


@dataclass(frozen=True)
class Lexical:
    """The keyword index of a list of chunks; a field empty everywhere is left out."""

    size: int
    fields: Mapping[str, Any]

    def scores(self, question: str) -> Mapping[str, Scores]:
        """For each field, the BM25 score of every chunk, in the chunks' order."""
        return {name: self._field_scores(name, question) for name in self.fields}

    def _field_scores(self, name: str, question: str) -> Scores:
        field = self.fields[name]
        known = field.get_tokens_ids(_ANALYSIS[name](question))
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(field.get_scores_from_ids(known), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write the index, one folder a field."""
        for name, field in self.fields.items():
            field.save(folder / name, show_progress=False)


def build_lexical(chunks: Sequence[Chunk], questions: Sequence[Question]) -> Lexical:
    """The keyword index of the chunks, with the questions attached to their sections."""
    asked = questions_by_key(questions)
    texts = {
        "heading": [heading(chunk) for chunk in chunks],
        "words": ["\n".join((embedded_text(chunk), *asked.get(chunk.key, ()))) for chunk in chunks],
        "grams": [embedded_text(chunk) for chunk in chunks],
    }
    tokens = {name: [_ANALYSIS[name](text) for text in texts[name]] for name in _ANALYSIS}
    fields = {name: _build_field(documents) for name, documents in tokens.items() if any(documents)}
    return Lexical(len(chunks), fields)


def load_lexical(folder: Path, *, size: int) -> Lexical:
    """The index that `save` wrote for `size` chunks; its arrays stay on disk until they are needed."""
    from bm25s import BM25

    names = [name for name in _ANALYSIS if (folder / name).is_dir()]
    return Lexical(size, {name: BM25.load(folder / name, mmap=True, show_progress=False) for name in names})


def _build_field(documents: list[list[str]]) -> Any:
    from bm25s import BM25

    vocabulary = {token: number for number, token in enumerate(sorted({t for d in documents for t in d}))}
    numbers = [[vocabulary[token] for token in document] for document in documents]
    field = BM25()
    field.index((numbers, vocabulary), show_progress=False)
    return field
