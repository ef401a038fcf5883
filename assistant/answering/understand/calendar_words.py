"""Names of months and days, and arithmetic on the calendar, working days included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache

import dateparser
import holidays
from babel.dates import get_day_names, get_month_names

from assistant.french import fold

UNITS = {"j": "days", "d": "days", "s": "weeks", "w": "weeks", "m": "months", "a": "years", "y": "years"}
ORDINALS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "dernier": 4}
ORDINALS |= {"first": 1, "third": 3, "fourth": 4, "last": 4}
LAST = ("dernier", "last")
PARTS = (  # of a month: the first and the last day
    dict.fromkeys(("debut", "early", "beginning of", "start of"), (1, 10))
    | dict.fromkeys(("mi", "milieu", "mid"), (11, 20))
    | dict.fromkeys(("fin", "late", "end of"), (21, 31))
)
NEAR = {"hier": -1, "yesterday": -1, "avant-hier": -2, "day before yesterday": -2}
NEAR |= {"demain": 1, "tomorrow": 1, "apres-demain": 2, "day after tomorrow": 2}
DAY_WORDS = (  # that name a day, or only lead to it
    "demain hier today tomorrow yesterday matin soir prochain prochaine next jours semaine mois what about le"
    " plus tard later"
)
WORKED, WORKABLE = 5, 6  # days of a week that « ouvrés » counts, and « ouvrables »
ABOUT = 3  # days either side of « environ », and of « une quinzaine »
GROUPS = {"quinzaine": 15, "dizaine": 10, "huitaine": 8, "vingtaine": 20, "trentaine": 30}


def _by_name(names_in: Callable[..., Mapping[int, str]]) -> Mapping[str, int]:
    both = (names_in("wide", locale=language) for language in ("fr", "en"))
    return {fold(name): number for named in both for number, name in named.items()}


@cache
def month_names() -> Mapping[str, int]:
    """The number of each month, by its folded name, French or English."""
    return _by_name(get_month_names)


@cache
def months() -> Mapping[str, int]:
    """The number of each month, by its folded name or abbreviation, French or English.

    >>> months()["fev"], months()["sept"], months()["march"]
    (2, 9, 3)
    """
    found: dict[str, int] = {}
    for whole, number in month_names().items():
        for length in range(3, len(whole) + 1):
            if found.setdefault(whole[:length], number) != number:
                found[whole[:length]] = 0
    return {name: number for name, number in found.items() if number}


@cache
def weekdays() -> Mapping[str, int]:
    """The number of each day of the week, Monday being 0, by its folded name."""
    return _by_name(get_day_names)


def month_name(number: int) -> str:
    """The French name of a month."""
    return str(get_month_names("wide", locale="fr")[number])


def day_name(number: int) -> str:
    """The French name of a day of the week."""
    return str(get_day_names("wide", locale="fr")[number])


def unit_of(word: str) -> str:
    """The English plural of a unit of time: days, hours, weeks, months or years.

    >>> unit_of("sem"), unit_of("j"), unit_of("heures")
    ('weeks', 'days', 'hours')
    """
    return "hours" if word.startswith("h") else UNITS[word[0]]


def count_of(word: str) -> int:
    """The number that a count stands for, « une » and « quinzaine » included.

    >>> count_of("une"), count_of("12"), count_of("quinzaine")
    (1, 12, 15)
    """
    return int(word) if word.isdigit() else GROUPS.get(word.rstrip("s"), 1)


def shift(day: date, count: int, unit: str) -> date:
    """The day that is so many units later, or earlier when `count` is negative.

    >>> shift(date(2027, 3, 31), -1, "months")
    datetime.date(2027, 2, 28)
    """
    words = f"in {count} {unit}" if count >= 0 else f"{-count} {unit} ago"
    settings = {"RELATIVE_BASE": datetime.combine(day, time(12))}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else day + timedelta(days=count)


def week_of(word: str) -> int:
    """How many days a week count as working days: five « ouvrés », six « ouvrables ».

    >>> week_of("ouvrés"), week_of("ouvrables")
    (5, 6)
    """
    return WORKABLE if "ouvrable" in word else WORKED


def shift_working(day: date, count: int, per_week: int = WORKED) -> date:
    """The day so many French working days later, or earlier; of six a week, Saturday is one.

    >>> shift_working(date(2026, 12, 24), 1), shift_working(date(2026, 12, 24), 1, 6)
    (datetime.date(2026, 12, 28), datetime.date(2026, 12, 26))
    """
    calendar = holidays.country_holidays("FR")
    calendar.weekend = set(range(per_week, 7))
    found: date = calendar.get_nth_working_day(day, count)
    return found


@cache
def holidays_of(year: int) -> Mapping[str, date]:
    """The French public holidays of a year, by their folded names.

    >>> holidays_of(2026)["noel"], holidays_of(2026)["nouvel an"]
    (datetime.date(2026, 12, 25), datetime.date(2026, 1, 1))
    """
    found = {
        fold(name): day for day, name in holidays.country_holidays("FR", language="fr", years=year).items()
    }
    return {**found, "nouvel an": date(year, 1, 1)}


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    first = date(year, month, 1)
    return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
