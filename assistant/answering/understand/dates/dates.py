"""Dates met in a text, each with every day it may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from assistant.answering.understand.calendar_words import months, weekdays
from assistant.answering.understand.dates.date_forms import JOINT, date_forms
from assistant.answering.understand.dates.date_readers import READERS
from assistant.answering.understand.dates.mentions import Mention, unclear_date
from assistant.answering.understand.spelling import hide

__all__ = ["Mention", "each_day", "find_dates", "without_days"]

_AND = re.compile(r" (?:et|and) (?:le |the |on )?")
_ANY = re.compile(r"\b(?:une?|an?|one) $")
_OR = re.compile(r" (?:ou|or) (?:bien )?(?:le |du |au |on |the )?")
_THAT_IS = re.compile(  # « la mi-décembre (le 15) »
    r"[ ,:(]*(?:(?:soit|(?:plus )?precisement|exactement|exactly|c'est-a-dire|a savoir) )?(?:le |the |du )?"
)
_FOLLOWING = re.compile(r"(?:the )?following \w+|\w+ (?:suivante?|d'apres)")  # « le lundi suivant »
_OPENS_INTERVAL = re.compile(r"\b(?:du|les|from|entre|entre le|between|de)(?: [a-z]+di)? $")


def find_dates(text: str, today: date) -> tuple[Mention, ...]:
    """The dates of a prepared text, in order.

    >>> [one.options for one in find_dates("du 3 au 5 mars 2027, demain", date(2026, 11, 20))]
    [(datetime.date(2027, 3, 3),), (datetime.date(2026, 11, 21),)]
    >>> [one.options for one in find_dates("un samedi : le mail du 5 decembre 2026", date(2026, 11, 20))]
    [(datetime.date(2026, 12, 5),)]
    >>> find_dates("le 3 ou le 4 decembre", date(2026, 11, 20))[0].vague
    (datetime.date(2026, 12, 3), datetime.date(2026, 12, 4))
    """
    mentions = []
    left = text
    for form, pattern in date_forms():
        for match in pattern.finditer(left):
            read = READERS[form](match, today)
            if read is not None:
                mentions.append(replace(read, start=match.start(), end=match.end()))
                left = hide(left, match.start(), match.end())
    told = _counted_on(sorted(mentions, key=lambda one: one.start), text)
    joined = _told_exactly(_join_intervals(_either(told, text, today), text), text)
    return tuple(one for one in joined if not _is_told(one, joined, text))


def each_day(one: Mention, text: str) -> tuple[Mention, ...]:
    """A date, or both of « les 20 avril et 20 mai »."""
    joint = _AND.search(text, one.start, one.end) if one.last else None
    if joint is None:
        return (one,)
    return Mention(one.start, joint.start(), one.options), Mention(joint.end(), one.end, one.last)


def _counted_on(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, « le lundi suivant » being counted from the day told before it."""
    left: list[Mention] = []
    for one in mentions:
        days = (left[-1].last or left[-1].options) if left else ()
        if days and one.options and _FOLLOWING.fullmatch(text[one.start : one.end]):
            name = one.options[0].weekday()
            after = (day + timedelta(days=(name - day.weekday() - 1) % 7 + 1) for day in days)
            left.append(replace(one, options=tuple(after)))
        else:
            left.append(one)
    return left


def _told_exactly(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions, « la mi-décembre (le 15) » being that day of the stretch."""
    left: list[Mention] = []
    for one in mentions:
        rough = left[-1] if left else None
        if rough and rough.vague and _THAT_IS.fullmatch(text[rough.end : one.start]):
            first, last = rough.vague
            days = tuple(day for day in one.options if first <= day <= last)
            if days and not one.last:
                left[-1] = Mention(rough.start, one.end, days)
                continue
        left.append(one)
    return tuple(left)


def _either(mentions: list[Mention], text: str, today: date) -> list[Mention]:
    """The mentions, « le 3 ou le 4 décembre » being the stretch of these days: which one is not known."""
    left: list[Mention] = []
    for one in mentions:
        first = left[-1] if left else None
        if first and first.options and one.options and _OR.fullmatch(text[first.end : one.start]):
            either = as_stretch(Mention(first.start, one.end, first.options, last=one.options), today)
            if either.vague:
                left[-1] = either
                continue
        left.append(one)
    return left


def as_stretch(one: Mention, today: date) -> Mention:
    """An interval as a stretch in which one day is meant, the next to end; other mentions unchanged."""
    last = next((day for day in one.last if day >= today), *one.last[-1:]) if one.last else None
    sooner = [day for day in one.options if last and day < last]
    return Mention(one.start, one.end, vague=(sooner[-1], last)) if last and sooner else one


def _is_told(one: Mention, mentions: Sequence[Mention], text: str) -> bool:
    """Whether a date is « un samedi », the day of the week of another date of the text."""
    day = weekdays().get(text[one.start : one.end])
    if day is None or not _ANY.search(text[: one.start]):
        return False
    others = (other for other in mentions if text[other.start : other.end] not in weekdays())
    return any(option.weekday() == day for other in others for option in other.options[:1])


def without_days(message: str) -> str:
    """A message without the full dates that it gives: they are not what it is about.

    >>> without_days("Le devis du 2 août 2026 vaut jusqu'au 03/09/2026 ?")
    "Le devis du  vaut jusqu'au  ?"
    """
    return _days().sub("", message)


@cache
def _days() -> re.Pattern[str]:
    """A day with its year, as typed: in figures, or with its month in letters, accents or not."""
    vowels = str.maketrans({"e": "[eé]", "u": "[uû]"})
    names = "|".join(name.translate(vowels) for name in sorted(months(), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?:\d{{1,2}}(?:er)?\s(?:{names})\.?\s{year}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{year}"
        rf"|{year}-\d\d-\d\d)\b",
        re.I,
    )


def _join_intervals(mentions: list[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, « du 3 … » and « … au 5 mars » joined into one."""
    joined: list[Mention] = []
    for mention in reversed(mentions):
        following = joined[0] if joined else None
        borrows = not (mention.options or mention.vague or mention.problem)
        if following and re.fullmatch(JOINT, text[mention.end : following.start]):
            between = text[mention.end : following.start]
            opens = _OPENS_INTERVAL.search(text[: mention.start]) or between == "-"
            if borrows or (opens and "," not in between):
                joined[0] = _interval(mention, following, text)
                continue
        if not borrows:
            joined.insert(0, mention)
    return tuple(joined)


def _interval(first: Mention, last: Mention, text: str) -> Mention:
    """One mention from the first day to the last; the first may have no month of its own."""
    number = re.search(r"\d+", text[first.start : first.end])
    ends = last.last or last.options
    if first.options or number is None:
        options = tuple(one for one in first.options if len(ends) != 1 or one <= ends[0])
        options = options[-1:] if len(ends) == 1 else first.options
        return replace(first, end=last.end, options=options, last=ends, problem=first.problem or last.problem)
    day = int(number[0])
    options = tuple(one.replace(day=day) for one in last.options if 0 < day <= one.day)
    problem = last.problem or (None if options else unclear_date(text[first.start : last.end]))
    return Mention(first.start, last.end, options, last=ends, problem=problem)
