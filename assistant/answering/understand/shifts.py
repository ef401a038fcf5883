"""A notice or a start moved from the one known: « et deux jours plus tôt ? »."""

from __future__ import annotations

import re
from datetime import timedelta

from assistant.answering.understand.events import GIVEN_UP
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.notice import find_durations
from assistant.datatypes import Case, Event
from assistant.french import NBSP

_EARLIER = re.compile(r" (?:plus tot|avant ca|avant cela|earlier|de plus|more)\b")
_LATER = re.compile(r" (?:plus tard|later|de moins|less)\b")
_NEXT_DAY = re.compile(
    r"\blendemain\b(?! (?:de|du|d'))|\b(?:following|next) day\b(?! of)|\bday after\b(?= *[?.!]|$)"
)
_WHICH_DAY = f"Quel jour exactement LEXOM reçoit-elle votre écrit{NBSP}?"


def read_shift(text: str, event: Event, known: Case | None) -> Findings | None:
    """The notice or the start, counted from the one known; `None` when the text moves none.

    A notice given earlier, or a start that comes later, leaves more days between them.
    """
    if known is None or event not in GIVEN_UP:
        return None
    if _NEXT_DAY.search(text):
        return _moved(-1, known, of_start=_moves_start(text)) or ask("notice_date", _WHICH_DAY)
    if known.event != event:
        return None
    for one in find_durations(text):
        right = text[one.end :]
        sign = 1 if _EARLIER.match(right) else -1 if _LATER.match(right) else 0
        if sign and one.low == one.high:
            return _moved(sign * one.days, known, of_start=_moves_start(text[: one.start]))
    return None


def _moves_start(left: str) -> bool:
    """Whether what moves is the training, by the words before."""
    return says("moves.start", left) and not says("event.cancellation", left)


def _moved(earlier: int, known: Case, *, of_start: bool) -> Findings | None:
    """The day or the days of notice that many days earlier, or the start that many days earlier."""
    days = timedelta(days=earlier)
    if of_start and known.start_date:
        return Findings({"start_date": known.start_date - days})
    if known.notice_days is not None:
        return Findings({"notice_days": max(known.notice_days + (-earlier if of_start else earlier), 0)})
    if known.notice_date and not of_start:
        return Findings({"notice_date": known.notice_date - days})
    return None
