"""Days counted from today: « dans six semaines », « hier », « mardi prochain »."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from assistant.answering.understand.calendar_words import (
    NEAR,
    count_of,
    month_days,
    shift,
    shift_working,
    unit_of,
    week_of,
    weekdays,
)
from assistant.answering.understand.mentions import Mention, unclear_date


def _moved(match: re.Match[str], today: date, sign: int) -> Mention | None:
    unit, count = match["u"], match["n"]
    if unit is None and count.isdigit():
        return None
    if worked := match.groupdict().get("work"):
        return Mention(0, 0, (shift_working(today, sign * count_of(count), week_of(worked)),))
    return Mention(0, 0, (shift(today, sign * count_of(count), unit_of(unit or "j")),))


def _ahead(match: re.Match[str], today: date) -> Mention | None:
    return _moved(match, today, 1)


def _ago(match: re.Match[str], today: date) -> Mention | None:
    return _moved(match, today, -1)


def _counted(match: re.Match[str], today: date) -> Mention | None:
    return _moved(match, today, -1 if match["way"] == "ago" else 1)


def _near(match: re.Match[str], today: date) -> Mention:
    return Mention(0, 0, (today + timedelta(days=NEAR[match["near"]]),))


def _today(match: re.Match[str], today: date) -> Mention:
    return Mention(0, 0, (today,))


def _stretch(match: re.Match[str], today: date) -> Mention:
    """A week or a month counted from today."""
    monday = today - timedelta(days=today.weekday())
    first, last = month_days(today.year, today.month)
    words = match["stretch"]
    if words == "fin du mois":
        return Mention(0, 0, vague=(max(today, first.replace(day=21)), last))
    if "mois" in words or "month" in words:
        following = last + timedelta(days=1)
        return Mention(0, 0, vague=month_days(following.year, following.month))
    if words in ("cette semaine", "this week"):
        return Mention(0, 0, vague=(today, max(today, monday + timedelta(days=4))))
    return Mention(0, 0, vague=(monday + timedelta(days=7), monday + timedelta(days=11)))


def _weekday(match: re.Match[str], today: date) -> Mention:
    """The day of that name: next, last, in a week more; bare, the last or the next one."""
    how = (match["how2"] or match["how"] or "").strip()
    ahead = (weekdays()[match["w"]] - today.weekday()) % 7
    following = today + timedelta(days=ahead or 7)
    if how in ("last", "dernier", "derniere"):
        return Mention(0, 0, (following - timedelta(days=7 if ahead else 14),))
    if how.startswith("en "):
        return Mention(0, 0, (following + timedelta(days=7 if how.endswith(("huit", "8")) else 14),))
    if how in ("ce", "this"):
        return Mention(0, 0, (today + timedelta(days=ahead),))
    if how:
        return Mention(0, 0, (following,))
    if not ahead:
        return Mention(0, 0, problem=unclear_date(match["w"]))
    return Mention(0, 0, (following - timedelta(days=7), following))


NEAR_READERS: Mapping[str, Callable[[re.Match[str], date], Mention | None]] = {
    "ahead": _ahead,
    "ago": _ago,
    "counted": _counted,
    "near": _near,
    "today": _today,
    "stretch": _stretch,
    "weekday": _weekday,
}
