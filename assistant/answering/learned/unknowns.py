"""Questions on our subject that our documents do not answer, told by those people ask."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from pydantic import PlainSerializer, PlainValidator

from assistant.answering.learned.bayes import Bayes, count
from assistant.datatypes import Reading
from assistant.indexing.questions import Question

SURE = 0.7  # cosine from which a question is taken to ask for what its nearest one does
OTHER = "autre"


def _write_rows(rows: NDArray[np.float32]) -> tuple[tuple[int, ...], str]:
    return rows.shape, b64encode(rows.astype(np.float16).tobytes()).decode()


def _read_rows(kept: tuple[tuple[int, ...], str]) -> NDArray[np.float32]:
    shape, rows = kept
    return np.frombuffer(b64decode(rows), dtype=np.float16).reshape(shape).astype(np.float32)


Rows = Annotated[NDArray[np.float32], PlainValidator(_read_rows), PlainSerializer(_write_rows)]
"""One vector a question, kept as JSON in half of its precision."""


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Questions without an answer, each with what it asks for, next to those with one.

    `words` tells the two kinds apart; `asked` and `answered` hold one vector of
    length 1 a question of each kind; `ids` says what each of `asked` is about.
    """

    ids: tuple[str, ...]
    words: Bayes
    asked: Rows
    answered: Rows

    def likeness(self, question: str, embeddings: Embeddings) -> tuple[float, float]:
        """The cosine of a question with the nearest one without an answer, and with one that has one."""
        vector = np.asarray(embeddings.embed_query(question), dtype=np.float32)
        return float((self.asked @ vector).max()), float((self.answered @ vector).max())

    def nearest(self, reading: Reading, embeddings: Embeddings) -> str:
        """What the nearest question without an answer is about; `OTHER` when none is near."""
        vector = np.asarray(embeddings.embed_query(reading.wanted), dtype=np.float32)
        likeness = self.asked @ vector
        return self.ids[int(likeness.argmax())] if likeness.max() >= SURE else OTHER


def learn_unknowns(
    unknown: Sequence[tuple[str, str]],
    questions: Iterable[Question],
    bare: Callable[[str], str],
    embeddings: Embeddings,
) -> Unknowns | None:
    """The model of what has no answer, `bare` of courses' names; `None` with nothing to learn from."""
    asked = [bare(question) or question for _, question in unknown]
    answered = [bare(question.text) or question.text for question in questions]
    if not asked or not answered:
        return None
    return Unknowns(
        ids=tuple(about for about, _ in unknown),
        words=count(asked, answered),
        asked=np.asarray(embeddings.embed_documents(asked), dtype=np.float32),
        answered=np.asarray(embeddings.embed_documents(answered), dtype=np.float32),
    )
