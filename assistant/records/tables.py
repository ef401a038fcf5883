"""The tables of the records: conversations, their turns, and the ratings of turns."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ID = String(64)


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC whatever the database does with time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, without its zone, as written."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC, with its zone, as read."""
        return value.replace(tzinfo=UTC) if value else None


class Table(DeclarativeBase):
    """What every table is declared from."""


class ConversationTable(Table):
    """A conversation of one person."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    person: Mapped[str] = mapped_column(String(200), index=True)
    title: Mapped[str] = mapped_column(String(200))
    updated: Mapped[datetime] = mapped_column(Moment, index=True)


class TurnTable(Table):
    """One question and its answer, with what is needed to replay it.

    `answer` is the whole `Answer` and `known` the whole `Reading`, as JSON: they
    hold the facts, the edition, the passages and the lines of the calculation.
    """

    __tablename__ = "turns"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    known: Mapped[str | None] = mapped_column(Text)
    model: Mapped[str] = mapped_column(String(200))
    version: Mapped[str] = mapped_column(String(50))
    generation: Mapped[str] = mapped_column(String(200))
    seconds: Mapped[float]
    created: Mapped[datetime] = mapped_column(Moment)


class RatingTable(Table):
    """What a person thought of an answer; `state` is `waiting` until someone deals with it."""

    __tablename__ = "ratings"

    turn: Mapped[str] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True)
    up: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    right_passage: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20), index=True)
    created: Mapped[datetime] = mapped_column(Moment)
