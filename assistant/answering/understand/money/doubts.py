"""What is still doubtful after a message: the questions that nothing has settled, and those of the case."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answering.understand.money.asked_back import is_day_asked
from assistant.answering.understand.money.merge import check_case
from assistant.answering.understand.money.wants import TIMES, Told
from assistant.answering.understand.timing.new_sessions import ask_new_session
from assistant.datatypes import Asked, Case, Doubt, MoneyReading


def check_reading(case: Case, asked: Asked) -> tuple[Doubt, ...]:
    """The doubts that the case itself raises, whatever the message says."""
    return (*check_case(case), *ask_new_session(case, asked))


def open_doubts(known: MoneyReading | None, facts: Mapping[str, object], told: Told) -> tuple[Doubt, ...]:
    """The doubts of earlier turns that no new fact has settled and no new doubt has replaced."""
    if known is None:
        return ()
    settled = {*facts, "event"} if told.settled else set(facts)
    again = {one.field for one in told.found.doubts}
    if told.event != "postponement":
        again.add("new_start_date")  # no other event has one
    recomputed = check_reading(known.case, known.asked)
    return tuple(
        one
        for one in known.doubts
        if not (_is_settled(one, settled) or one.field in again or one in recomputed)
    )


def _is_settled(doubt: Doubt, settled: set[str]) -> bool:
    """Whether new facts settle a doubt; a new date settles any, save which day of a stretch is meant."""
    if is_day_asked(doubt):
        return not settled.isdisjoint((doubt.field, "notice_days", "started"))
    return doubt.field in settled or (doubt.field in TIMES and not settled.isdisjoint(TIMES))
