"""What comes back from the records: conversations, turns, ratings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.datatypes import Answer, Reading


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A conversation, as listed in the side bar."""

    id: str
    title: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A question and its answer; `known` is what was established by then, to go on from it.

    `up` is the person's own rating, `None` without one.
    """

    id: str
    question: str
    answer: Answer
    created: datetime
    known: Reading | None = None
    up: bool | None = None


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating waiting for someone to deal with it, without the name of who gave it.

    `turns` are the messages of the conversation up to the rated answer, that
    answer's question last. Every text is masked.
    """

    turn: str
    turns: tuple[str, ...]
    answer: Answer
    up: bool
    reason: str
    right_passage: str
    asked: datetime
    generation: str
