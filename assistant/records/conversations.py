"""Conversations, answers and ratings, each person's apart: every query names the person."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from importlib.metadata import version
from textwrap import shorten
from typing import Literal

from sqlalchemy import delete, func, select, update

from assistant.datatypes import Answer, Reading
from assistant.french import fold
from assistant.privacy import mask
from assistant.records.database import Database
from assistant.records.export import say_conversation, write_person
from assistant.records.queries import (
    check_owner,
    own_turn,
    questions_before,
    questions_by_conversation,
    turns_of,
)
from assistant.records.ratings import masked
from assistant.records.replay import read_answer, read_reading, write_answer, write_reading
from assistant.records.rows import ConversationRow, RatingRow, TurnRow
from assistant.records.tables import ConversationTable, RatingTable, TurnTable
from assistant.settings import Settings

Settled = Literal["test", "question", "dismissed"]
TITLE = 70  # characters of a title


def new_id() -> str:
    """An id that nobody can guess."""
    return secrets.token_urlsafe(24)


def _now() -> datetime:
    return datetime.now(UTC)


def _models(settings: Settings) -> str:
    """The models that answer: the embedding, and the chat model where there is one."""
    embedding = settings.embedding_model or "embarqué"
    return f"{embedding}, {settings.model}" if settings.model else embedding


class Records:
    """The conversations, answers and ratings kept in a database.

    One object serves every thread; tables are made on first use. Each method raises `RecordsError` when the
    database cannot be read or written. What has been kept for long enough is erased
    on opening, then with the first turn of each day.
    """

    def __init__(self, settings: Settings, *, now: Callable[[], datetime] = _now) -> None:
        self.settings = settings
        self._database = Database(settings)
        self._now = now
        self._erased = now().date()
        self.erase_expired(self._erased)

    def close(self) -> None:
        """Give the database back."""
        self._database.close()

    def save_turn(
        self,
        user: str,
        conversation_id: str,
        question: str,
        answer: Answer,
        *,
        seconds: float,
        generation: str,
    ) -> str:
        """The id of the turn, now kept; its conversation starts with its first turn."""
        now = self._now()
        if self._erased != now.date():
            self._erased = now.date()
            self.erase_expired(self._erased)
        turn = TurnTable(
            id=new_id(),
            conversation=conversation_id,
            question=question,
            answer=write_answer(answer),
            known=None,
            model=_models(self.settings),
            version=version("course-terms-assistant"),
            generation=generation,
            seconds=seconds,
            created=now,
        )
        with self._database.session() as session:
            found = session.get(ConversationTable, conversation_id)
            if found is None:
                title = shorten(question, TITLE, placeholder="…") or "…"
                found = ConversationTable(id=conversation_id, person=user, title=title)
                session.add(found)
            check_owner(found, user)
            found.updated = now
            session.flush()
            session.add(turn)
        return turn.id

    def save_known(self, user: str, turn_id: str, known: Reading) -> None:
        """Keep what a turn established, so that the conversation can be gone on from it."""
        with self._database.session() as session:
            own_turn(session, user, turn_id).known = write_reading(known)

    def conversations(self, user: str, *, search: str = "") -> tuple[ConversationRow, ...]:
        """The person's conversations, the latest first; those whose title or questions hold `search`."""
        wanted = fold(search)
        query = (
            select(ConversationTable)
            .where(ConversationTable.person == user)
            .order_by(ConversationTable.updated.desc())
        )
        with self._database.session() as session:
            found = session.scalars(query).all()
            texts = questions_by_conversation(session, user) if wanted else {}
        return tuple(
            ConversationRow(one.id, one.title, one.updated)
            for one in found
            if wanted in fold(f"{one.title} {texts.get(one.id, '')}")
        )

    def turns(self, user: str, conversation_id: str) -> tuple[TurnRow, ...]:
        """The turns of one conversation of the person, in order; none when it is not theirs."""
        query = (
            turns_of(user)
            .add_columns(RatingTable.up)
            .outerjoin(RatingTable)
            .where(TurnTable.conversation == conversation_id)
        )
        with self._database.session() as session:
            return tuple(
                TurnRow(
                    turn.id,
                    turn.question,
                    read_answer(turn.answer),
                    turn.created,
                    read_reading(turn.known) if turn.known else None,
                    up,
                )
                for turn, up in session.execute(query)
            )

    def rename(self, user: str, conversation_id: str, title: str) -> None:
        """Give a conversation of the person another title."""
        with self._database.session() as session:
            found = session.get(ConversationTable, conversation_id)
            check_owner(found, user).title = shorten(title, TITLE, placeholder="…") or "…"

    def delete(self, user: str, conversation_id: str) -> None:
        """Erase a conversation of the person, with its turns and ratings."""
        with self._database.session() as session:
            session.execute(
                delete(ConversationTable).where(
                    ConversationTable.id == conversation_id, ConversationTable.person == user
                )
            )

    def rate(self, user: str, turn_id: str, *, up: bool, reason: str = "", right_passage: str = "") -> None:
        """Keep what the person thinks of an answer, masked, in place of an earlier rating."""
        with self._database.session() as session:
            turn = own_turn(session, user, turn_id)
            session.merge(
                RatingTable(
                    turn=turn.id,
                    up=up,
                    reason=mask(reason),
                    right_passage=mask(right_passage)[:200],
                    state="waiting",
                    created=self._now(),
                )
            )

    def ratings_waiting(self) -> tuple[RatingRow, ...]:
        """The ratings nobody dealt with yet, of everyone, masked and without names; the oldest first."""
        query = (
            select(RatingTable, TurnTable)
            .join(TurnTable)
            .where(RatingTable.state == "waiting")
            .order_by(RatingTable.created)
        )
        with self._database.session() as session:
            return tuple(
                masked(rating, turn, session.scalars(questions_before(turn)).all())
                for rating, turn in session.execute(query)
            )

    def settle(self, turn_id: str, settled: Settled) -> None:
        """Take a rating off the waiting list: made a test, made a question to learn, or dismissed."""
        with self._database.session() as session:
            session.execute(update(RatingTable).where(RatingTable.turn == turn_id).values(state=settled))

    def export_markdown(self, user: str, conversation_id: str) -> str:
        """One conversation of the person as Markdown, with the sources of each answer."""
        with self._database.session() as session:
            title = check_owner(session.get(ConversationTable, conversation_id), user).title
        return say_conversation(title, self.turns(user, conversation_id))

    def export_person(self, user: str) -> bytes:
        """Everything kept about the person, as JSON."""
        rows = select(ConversationTable).where(ConversationTable.person == user)
        ratings = select(RatingTable).join(TurnTable).join(ConversationTable)
        with self._database.session() as session:
            return write_person(
                user,
                session.scalars(rows.order_by(ConversationTable.updated)).all(),
                session.scalars(turns_of(user)).all(),
                session.scalars(ratings.where(ConversationTable.person == user)).all(),
            )

    def erase_person(self, user: str) -> None:
        """Erase everything kept about the person."""
        with self._database.session() as session:
            session.execute(delete(ConversationTable).where(ConversationTable.person == user))

    def erase_expired(self, today: date) -> int:
        """How many conversations were erased, their last turn being older than the days to keep."""
        first = datetime.combine(today - timedelta(days=self.settings.keep_days), time(), UTC)
        old = ConversationTable.updated < first
        with self._database.session() as session:
            count = session.scalar(select(func.count()).where(old)) or 0
            session.execute(delete(ConversationTable).where(old))
        return count
