"""What each written form of a date means: every day it may be, counted from today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.answering.understand.calendar_words import (
    NEAR,
    ORDINALS,
    PARTS,
    count_of,
    day_name,
    month_days,
    month_name,
    months,
    shift,
    shift_working,
    unit_of,
    week_of,
    weekdays,
)
from assistant.french import NBSP

YEARS_AROUND = 2  # a date without a year is looked for in so many years before and after
_FAREST_YEAR = 50  # years from today beyond which a date is asked about again
_A_YEAR = timedelta(days=366)
_ASK = f"quelle est la date exacte{NBSP}?"
_FRACTIONS = {(1, 2), (1, 3), (1, 4), (2, 3), (3, 4)}


@dataclass(frozen=True, slots=True)
class Mention:
    """A date met in a text, from `start` to `end` of it.

    `options` are the days it may mean, in order: one when it is complete, one a
    year when the year is not said. `last` are those of the last day of « du 3 au
    5 mars ». `vague` is the stretch of a date such as « fin mars ». `problem`
    says in French what is wrong with it.
    """

    start: int
    end: int
    options: tuple[date, ...] = ()
    last: tuple[date, ...] = ()
    vague: tuple[date, date] | None = None
    problem: str | None = None


def unclear_date(typed: str) -> str:
    """The question about a date that can be read in several ways."""
    return f"La date « {typed} » n'est pas claire{NBSP}: {_ASK}"


def _years(match: re.Match[str], today: date) -> tuple[int, ...]:
    """The year said, or those around today."""
    said = match.groupdict().get("y")
    if said:
        year = int(said.lstrip("'"))
        return (year if year > 99 else 2000 + year,)
    return tuple(range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1))


def _days(day: int, month: int, years: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        if 1 <= day <= month_days(year, month)[1].day:
            yield date(year, month, day)


def _calendar(match: re.Match[str], day: int, month: int, today: date) -> Mention:
    """A day of a month: the days it may mean, or what is impossible about it."""
    years = _years(match, today)
    if not all(abs(year - today.year) <= _FAREST_YEAR for year in years):
        return Mention(0, 0, problem=unclear_date(match.group()))
    said_year = f" {years[0]}" if len(years) == 1 else ""
    if not 1 <= month <= 12:
        return Mention(0, 0, problem=f"La date « {match.group()} » n'existe pas{NBSP}: {_ASK}")
    options = tuple(_days(day, month, years))
    written = f"{day} {month_name(month)}{said_year}"
    if not options:
        return Mention(0, 0, problem=f"Le {written} n'existe pas{NBSP}: {_ASK}")
    if len(options) < len(years):  # a 29 February without a year
        return Mention(0, 0, problem=f"Le {written} n'existe pas tous les ans{NBSP}: {_ASK}")
    name = match.groupdict().get("w")
    if name is None:
        return Mention(0, 0, options)
    near = options if said_year else tuple(one for one in options if abs(one - today) < _A_YEAR)
    fitting = tuple(one for one in near if one.weekday() == weekdays()[name])
    if not fitting:
        said = day_name(weekdays()[name])
        return Mention(0, 0, problem=f"Le {written} n'est pas un {said}{NBSP}: {_ASK}")
    return Mention(0, 0, fitting)


def _numeric(match: re.Match[str], today: date) -> Mention:
    return _calendar(match, int(match["d"]), int(match["m"]), today)


def _short(match: re.Match[str], today: date) -> Mention | None:
    day, month = int(match["d"]), int(match["m"])
    before = match.string[: match.start()]
    if (day, month) in _FRACTIONS and not re.search(r"\b(?:le|du|au|on)$", before.rstrip()):
        return None
    return _calendar(match, day, month, today)


def _day_month(match: re.Match[str], today: date) -> Mention:
    day = int(match["d"]) if match["d"].isdigit() else 1
    return _calendar(match, day, months()[match["m"]], today)


def _borrowing(match: re.Match[str], today: date) -> Mention:
    return Mention(0, 0)


def _part(match: re.Match[str], today: date) -> Mention:
    """A stretch of a month; without a year, the next one to end."""
    month = months()[match["m"]]
    low, high = PARTS.get(match.groupdict().get("part") or "", (1, 31))
    stretches = []
    years = _years(match, today)
    if not all(abs(year - today.year) <= _FAREST_YEAR for year in years):
        return Mention(0, 0, problem=unclear_date(match.group()))
    for year in years:
        first, last = month_days(year, month)
        stretches.append((first.replace(day=low), last if high == 31 else first.replace(day=high)))
    return Mention(0, 0, vague=next((one for one in stretches if one[1] >= today), stretches[-1]))


def _quarter(match: re.Match[str], today: date) -> Mention:
    """A quarter of a year; without a year, the next one to end."""
    said = match["q"] or match["q2"]
    number = int(said) if said.isdigit() else ORDINALS[said]
    stretches = [
        (month_days(year, 3 * number - 2)[0], month_days(year, 3 * number)[1])
        for year in _years(match, today)
    ]
    return Mention(0, 0, vague=next((one for one in stretches if one[1] >= today), stretches[-1]))


def _week_of(match: re.Match[str], today: date) -> Mention:
    read = _day_month(match, today)
    if read.problem:
        return read
    first = next((one for one in read.options if one >= today), read.options[-1])
    monday = first - timedelta(days=first.weekday())
    return Mention(0, 0, vague=(monday, monday + timedelta(days=4)))


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


def _day_only(match: re.Match[str], today: date) -> Mention | None:
    """A day without a month: one a month, for a year before and after; « vendredi 4 » is on a Friday."""
    day = 1 if match["d"] == "1er" else int(match["d"])
    if not 1 <= day <= 31:
        return None
    before = match.string[: match.start()]
    if not re.search(r"\b(?:le|du|au|the) $", before):
        return None
    nearby = [
        (today.year + (today.month - 1 + n) // 12, (today.month - 1 + n) % 12 + 1) for n in range(-12, 14)
    ]
    options = tuple(one for year, month in nearby for one in _days(day, month, (year,)))
    name = match["w"]
    return Mention(0, 0, tuple(one for one in options if not name or one.weekday() == weekdays()[name]))


READERS: Mapping[str, Callable[[re.Match[str], date], Mention | None]] = {
    "numeric_iso": _numeric,
    "numeric": _numeric,
    "quarter": _quarter,
    "part": _part,
    "week_of": _week_of,
    "borrowing": _borrowing,
    "day_month": _day_month,
    "month_day": _day_month,
    "whole_month": _part,
    "short": _short,
    "ahead": _ahead,
    "ago": _ago,
    "counted": _counted,
    "near": _near,
    "today": _today,
    "stretch": _stretch,
    "weekday": _weekday,
    "day_only": _day_only,
}
