"""Days counted from today: « dans six semaines », « hier », « mardi prochain »."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from assistant.answering.understand.calendar_words import (
    ABOUT,
    GROUPS,
    NEAR,
    count_of,
    month_days,
    shift,
    shift_working,
    unit_of,
    week_of,
    weekdays,
)
from assistant.answering.understand.dates.mentions import Mention, unclear_date


def _moved(match: re.Match[str], today: date) -> Mention | None:
    """So many days, weeks… from today, or ago."""
    unit, count, told = match["u"], match["n"], match.groupdict()
    if unit is None and count.isdigit():
        return None
    sign = -1 if told.get("way") in ("ago", "y a") else 1
    if worked := told.get("work"):
        return Mention(options=(shift_working(today, sign * count_of(count), week_of(worked)),))
    day = shift(today, sign * count_of(count), unit_of(unit or "j"))
    if told.get("about") or count in GROUPS:  # « dans une quinzaine »
        return Mention(vague=(day - timedelta(days=ABOUT), day + timedelta(days=ABOUT)))
    return Mention(options=(day,))


def _near(match: re.Match[str], today: date) -> Mention:
    return Mention(options=(today + timedelta(days=NEAR[match["near"]]),))


def _today(match: re.Match[str], today: date) -> Mention:
    return Mention(options=(today,))


def _stretch(match: re.Match[str], today: date) -> Mention:
    """A week or a month counted from today."""
    monday = today - timedelta(days=today.weekday())
    first, last = month_days(today.year, today.month)
    words = match["stretch"]
    if words == "fin du mois":
        return Mention(vague=(max(today, first.replace(day=21)), last))
    if "mois" in words or "month" in words:
        following = last + timedelta(days=1)
        return Mention(vague=month_days(following.year, following.month))
    if words in ("cette semaine", "this week"):
        return Mention(vague=(today, max(today, monday + timedelta(days=4))))
    return Mention(vague=(monday + timedelta(days=7), monday + timedelta(days=11)))


def _weekday(match: re.Match[str], today: date) -> Mention:
    """The day of that name: next, last, in a week more; bare, the last or the next one."""
    how = (match["how2"] or match["how"] or "").strip()
    ahead = (weekdays()[match["w"]] - today.weekday()) % 7
    following = today + timedelta(days=ahead or 7)
    if how in ("last", "dernier", "derniere"):
        return Mention(options=(following - timedelta(days=7 if ahead else 14),))
    if how.startswith("en "):
        return Mention(options=(following + timedelta(days=7 if how.endswith(("huit", "8")) else 14),))
    if how in ("ce", "this"):
        return Mention(options=(today + timedelta(days=ahead),))
    if how:
        return Mention(options=(following,))
    if not ahead:
        return Mention(problem=unclear_date(match["w"]))
    return Mention(options=(following - timedelta(days=7), following))


NEAR_READERS: Mapping[str, Callable[[re.Match[str], date], Mention | None]] = {
    "ahead": _moved,
    "ago": _moved,
    "counted": _moved,
    "near": _near,
    "today": _today,
    "stretch": _stretch,
    "weekday": _weekday,
}
