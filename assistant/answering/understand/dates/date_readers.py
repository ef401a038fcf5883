"""What each written form of a date means: every day it may be, counted from today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from assistant.answering.understand.calendar_words import (
    LAST,
    ORDINALS,
    PARTS,
    day_name,
    holidays_of,
    month_days,
    month_name,
    months,
    weekdays,
)
from assistant.answering.understand.dates.mentions import ASK_DATE, Mention, unclear_date
from assistant.answering.understand.dates.near_days import NEAR_READERS
from assistant.french import NBSP

YEARS_AROUND = 2  # a date without a year is looked for in so many years before and after
_FAREST_YEAR = 50  # years from today beyond which a date is asked about again
_A_YEAR = timedelta(days=366)
_FRACTIONS = {(1, 2), (1, 3), (1, 4), (2, 3), (3, 4)}


def _years(match: re.Match[str], today: date) -> tuple[int, ...]:
    """The year said, or those around today."""
    said = match.groupdict().get("y")
    if said:
        year = int(said.lstrip("'"))
        return (year if year > 99 else 2000 + year,)
    return tuple(range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1))


def _too_far(years: tuple[int, ...], today: date) -> bool:
    return any(abs(year - today.year) > _FAREST_YEAR for year in years)


def _next_to_end(stretches: Sequence[tuple[date, date]], today: date) -> Mention:
    """The first stretch that is not over, else the last."""
    return Mention(vague=next((one for one in stretches if one[1] >= today), stretches[-1]))


def _days(day: int, month: int, years: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        if 1 <= day <= month_days(year, month)[1].day:
            yield date(year, month, day)


def _calendar(match: re.Match[str], day: int, month: int, today: date) -> Mention:
    """A day of a month: the days it may mean, or what is impossible about it."""
    years = _years(match, today)
    if _too_far(years, today):
        return Mention(problem=unclear_date(match.group()))
    said_year = f" {years[0]}" if len(years) == 1 else ""
    if not 1 <= month <= 12:
        return Mention(problem=f"La date « {match.group()} » n'existe pas{NBSP}: {ASK_DATE}")
    options = tuple(_days(day, month, years))
    written = f"{day} {month_name(month)}{said_year}"
    if not options:
        return Mention(problem=f"Le {written} n'existe pas{NBSP}: {ASK_DATE}")
    if len(options) < len(years):  # a 29 February without a year
        return Mention(problem=f"Le {written} n'existe pas tous les ans{NBSP}: {ASK_DATE}")
    name = match.groupdict().get("w")
    if name is None:
        return Mention(options=options)
    near = options if said_year else tuple(one for one in options if abs(one - today) < _A_YEAR)
    fitting = tuple(one for one in near if one.weekday() == weekdays()[name])
    if not fitting:
        said = day_name(weekdays()[name])
        return Mention(problem=f"Le {written} n'est pas un {said}{NBSP}: {ASK_DATE}")
    return Mention(options=fitting)


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
    """« du 3 … » before « au 5 mars »: its month is that of the date that follows."""
    return Mention()


def _part(match: re.Match[str], today: date) -> Mention:
    """A stretch of a month."""
    month = months()[match["m"]]
    low, high = PARTS.get(match.groupdict().get("part") or "", (1, 31))
    years, stretches = _years(match, today), []
    if _too_far(years, today):
        return Mention(problem=unclear_date(match.group()))
    for year in years:
        first, last = month_days(year, month)
        stretches.append((first.replace(day=low), last if high == 31 else first.replace(day=high)))
    return _next_to_end(stretches, today)


def _quarter(match: re.Match[str], today: date) -> Mention:
    """A quarter of a year."""
    said = match["q"] or match["q2"]
    number = int(said) if said.isdigit() else ORDINALS[said]
    stretches = [
        (month_days(year, 3 * number - 2)[0], month_days(year, 3 * number)[1])
        for year in _years(match, today)
    ]
    return _next_to_end(stretches, today)


def _nth_of(match: re.Match[str], today: date) -> Mention:
    """« le premier lundi de janvier », « le dernier jour de mars »: one a year."""
    month, name, said = months()[match["m"]], match["w"], match["q"]
    place = -1 if said in LAST else (int(said) if said.isdigit() else ORDINALS[said]) - 1
    found = []
    for year in _years(match, today):
        first, last = month_days(year, month)
        days = (first + timedelta(days=n) for n in range(last.day))
        found.append([one for one in days if name not in weekdays() or one.weekday() == weekdays()[name]])
    return Mention(options=tuple(days[place] for days in found))


def _holiday(match: re.Match[str], today: date) -> Mention:
    """« le jour de Noël », « la veille du nouvel an »: one a year."""
    name, away = match["holiday"] or match["alone"], {"veille": -1, "lendemain": 1}.get(match["off"] or "", 0)
    named = (holidays_of(year).get(name) for year in _years(match, today))
    return Mention(options=tuple(day + timedelta(days=away) for day in named if day))


def _week_of(match: re.Match[str], today: date) -> Mention:
    """« la semaine du 3 mars »: from its Monday to its Friday."""
    read = _day_month(match, today)
    if read.problem:
        return read
    first = next((one for one in read.options if one >= today), read.options[-1])
    monday = first - timedelta(days=first.weekday())
    return Mention(vague=(monday, monday + timedelta(days=4)))


def _week_number(match: re.Match[str], today: date) -> Mention | None:
    """« semaine 50 »: from Monday to Friday."""
    number, stretches = int(match["n"]), []
    for year in _years(match, today):
        last = date(year, 12, 28).isocalendar().week  # the 28th is always in the last week of its year
        if 1 <= number <= last:
            monday = date.fromisocalendar(year, number, 1)
            stretches.append((monday, monday + timedelta(days=4)))
    return _next_to_end(stretches, today) if stretches else None


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
    return Mention(options=tuple(one for one in options if not name or one.weekday() == weekdays()[name]))


READERS: Mapping[str, Callable[[re.Match[str], date], Mention | None]] = {
    "numeric_iso": _numeric,
    "numeric": _numeric,
    "quarter": _quarter,
    "part": _part,
    "nth_of": _nth_of,
    "holiday": _holiday,
    "week_of": _week_of,
    "week_number": _week_number,
    "borrowing": _borrowing,
    "day_month": _day_month,
    "month_day": _day_month,
    "whole_month": _part,
    "short": _short,
    **NEAR_READERS,
    "day_only": _day_only,
}
