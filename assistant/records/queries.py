"""Queries on the records, and the checks that a row is the person's own."""

from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from assistant.errors import RecordsError
from assistant.records.tables import ConversationTable, TurnTable

_UNKNOWN = "elle n'existe pas, ou plus."


def turns_of(user: str) -> Select[TurnTable]:
    """The turns of all the conversations of a person, in order."""
    return (
        select(TurnTable)
        .join(ConversationTable)
        .where(ConversationTable.person == user)
        .order_by(TurnTable.created)
    )


def questions_before(turn: TurnTable) -> Select[str]:
    """The questions of a conversation up to a turn, its own last."""
    return (
        select(TurnTable.question)
        .where(TurnTable.conversation == turn.conversation, TurnTable.created <= turn.created)
        .order_by(TurnTable.created)
    )


def questions_by_conversation(session: Session, user: str) -> dict[str, str]:
    """The questions of each conversation of the person, in one text."""
    texts: dict[str, str] = {}
    for turn in session.scalars(turns_of(user)):
        texts[turn.conversation] = f"{texts.get(turn.conversation, '')} {turn.question}"
    return texts


def check_owner(found: ConversationTable | None, user: str) -> ConversationTable:
    """The conversation itself, when it is the person's.

    Raises `RecordsError` alike when it is another's and when there is none.
    """
    if found is None or found.person != user:
        raise RecordsError("Conversation", _UNKNOWN, "En choisir une autre, ou en commencer une.")
    return found


def own_turn(session: Session, user: str, turn_id: str) -> TurnTable:
    """The turn of that id, of a conversation of the person.

    Raises `RecordsError` when there is none.
    """
    found = session.scalar(turns_of(user).where(TurnTable.id == turn_id))
    if found is None:
        raise RecordsError("Réponse", _UNKNOWN, "Reposer la question.")
    return found
