"""The tables: moments in UTC, and what goes with what is erased."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.dialects import sqlite

from assistant.datatypes import Answer
from assistant.records import Records
from assistant.records.tables import Moment, RatingTable, TurnTable

from .conftest import save

DIALECT = sqlite.dialect()


@given(st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)), st.integers(-12, 14))
def test_a_moment_comes_back_whatever_its_zone(day: datetime, hours: int) -> None:
    """Written from any time zone, the same instant is read, in UTC."""
    moment = day.replace(tzinfo=timezone(timedelta(hours=hours)))
    kept = Moment().process_bind_param(moment, DIALECT)
    assert kept is not None
    assert kept.tzinfo is None
    assert moment == Moment().process_result_value(kept, DIALECT)


def test_no_moment_is_none() -> None:
    """Nothing is kept of what is not known."""
    assert Moment().process_bind_param(None, DIALECT) is None
    assert Moment().process_result_value(None, DIALECT) is None


def test_turns_and_ratings_go_with_their_conversation(records: Records, answer: Answer) -> None:
    """Nothing is left of an erased conversation in any table."""
    conversation, turn = save(records, "anna", "Combien ?", answer)
    records.rate("anna", turn, up=False, reason="Faux")
    records.delete("anna", conversation)
    with records._database.session() as session:
        assert (0, 0) == tuple(
            session.scalar(select(func.count()).select_from(table)) for table in (TurnTable, RatingTable)
        )
