"""What a person takes away: a conversation as Markdown, everything about them as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from assistant.french import NBSP, say_date
from assistant.records.rows import TurnRow
from assistant.records.tables import ConversationTable, RatingTable, TurnTable


def say_conversation(title: str, turns: Sequence[TurnRow]) -> str:
    """A conversation as Markdown: questions as quotes, answers, and their sources."""
    return "\n\n".join((f"# {title}", *(part for turn in turns for part in _say_turn(turn)))) + "\n"


def _say_turn(turn: TurnRow) -> Iterator[str]:
    yield f"*{say_date(turn.created.astimezone().date())}*"
    yield "\n".join(f"> {line}" for line in turn.question.splitlines())
    yield turn.answer.text
    sources = (
        f"- [{one.mark}] {one.title} ({one.key}){NBSP}: «{NBSP}{' '.join(one.quote.split())}{NBSP}»"
        for one in turn.answer.citations
    )
    if told := "\n".join(sources):
        yield told


def write_person(
    user: str,
    conversations: Sequence[ConversationTable],
    turns: Sequence[TurnTable],
    ratings: Sequence[RatingTable],
) -> bytes:
    """Everything kept about a person, as one JSON object."""
    rated = {one.turn: one for one in ratings}
    return json.dumps(
        {
            "person": user,
            "conversations": [
                {
                    "id": one.id,
                    "title": one.title,
                    "updated": one.updated.isoformat(),
                    "turns": [
                        _turn_as_json(turn, rated.get(turn.id))
                        for turn in turns
                        if turn.conversation == one.id
                    ],
                }
                for one in conversations
            ],
        },
        ensure_ascii=False,
        indent=2,
    ).encode()


def _turn_as_json(turn: TurnTable, rating: RatingTable | None) -> dict[str, object]:
    return {
        "id": turn.id,
        "created": turn.created.isoformat(),
        "question": turn.question,
        "answer": json.loads(turn.answer),
        "known": json.loads(turn.known) if turn.known else None,
        "model": turn.model,
        "version": turn.version,
        "generation": turn.generation,
        "seconds": turn.seconds,
        "rating": _rating_as_json(rating) if rating else None,
    }


def _rating_as_json(rating: RatingTable) -> dict[str, object]:
    return {
        "up": rating.up,
        "reason": rating.reason,
        "right_passage": rating.right_passage,
        "created": rating.created.isoformat(),
    }
