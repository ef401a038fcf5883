"""Dates met in a text, each with every day it may mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from assistant.answering.understand.calendar_words import (
    count_of,
    day_name,
    month_days,
    month_name,
    months,
    shift,
    shift_working,
    unit_of,
    weekdays,
)
from assistant.answering.understand.spelling import hide
from assistant.french import NBSP

YEARS_AROUND = 2
_ASK = f"quelle est la date exacte{NBSP}?"
_JOINT = re.compile(r"[ ,]*(?:au|et|-|to|and|a|jusqu'au|until)(?: le| the)? ?")
_OPENS_INTERVAL = re.compile(r"\b(?:du|les|from|entre|entre le|between|de) $")
_FRACTIONS = {"1/2", "1/3", "1/4", "2/3", "3/4"}
_TENS = {"debut": (1, 10), "mi": (11, 20), "fin": (21, 31)}
_ENGLISH_TENS = {"early": "debut", "beginning of": "debut", "start of": "debut", "mid": "mi"}


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


_Reader = Callable[[re.Match[str], date], Mention | None]


def find_dates(text: str, today: date) -> tuple[Mention, ...]:
    """The dates of a prepared text, in order.

    >>> [one.options for one in find_dates("du 3 au 5 mars 2027, demain", date(2026, 11, 20))]
    [(datetime.date(2027, 3, 3),), (datetime.date(2026, 11, 21),)]
    """
    mentions = []
    left = text
    for pattern, reader in _forms():
        for match in pattern.finditer(left):
            mention = reader(match, today)
            if mention is not None:
                mentions.append(mention)
                left = hide(left, match.start(), match.end())
    return _join_intervals(sorted(mentions, key=lambda one: one.start), text)


def _join_intervals(mentions: list[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, « du 3 … » and « … au 5 mars » made one."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before and not before.last and _JOINT.fullmatch(text[before.end : mention.start]):
            borrows = not before.options and not before.problem and not before.vague
            if borrows or _OPENS_INTERVAL.search(text[: before.start]):
                joined[-1] = _interval(before, mention, text)
                continue
        joined.append(mention)
    return tuple(one for one in joined if one.options or one.vague or one.problem)


def _interval(first: Mention, last: Mention, text: str) -> Mention:
    """One mention from the first day to the last; the first day may have no month of its own."""
    number = re.match(r"\d+", text[first.start : first.end])
    if first.options or last.problem or number is None:
        return replace(first, end=last.end, last=last.options, problem=first.problem or last.problem)
    options = tuple(one.replace(day=int(number[0])) for one in last.options if 0 < int(number[0]) <= one.day)
    problem = None if options else _unclear(text[first.start : last.end])
    return Mention(first.start, last.end, options, last=last.options, problem=problem)


def _unclear(typed: str) -> str:
    return f"La date « {typed} » n'est pas claire{NBSP}: {_ASK}"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """The forms of a date, the more particular first, each with its reader."""
    month = rf"(?P<m>{'|'.join(sorted(months(), key=len, reverse=True))})\b\.?"
    name = rf"(?P<w>{'|'.join(weekdays())})"
    on = rf"(?:{name},? (?:le )?)?"
    day = r"(?P<d>\d{1,2}|premier)(?:er|e|st|nd|rd|th)?"
    units = (
        r"(?:€|eur|%|k|h|ht|ttc|j|jours|jour|semaines|mois|days|weeks|participants|personnes|stagiaires)\b"
    )
    year = rf"(?:,? (?P<y>\d{{4}}|'?[23]\d(?![\d.,]|\s\d{{3}}|\s?{units}|\s?[€%])))?"
    count = r"(?P<n>\d+|une?|an?|one|quinzaine|dizaine|huitaine)"
    unit = r"(?P<u>jours?|j|days?|semaines?|sem|weeks?|mois|months?|ans?|annees?|years?|heures?|h|hours?)"
    span = (
        rf"(?:environ )?(?:une (?=quinz|diz|huit))?{count}(?: de)?(?: ?{unit})?(?P<k> ouvres?| ouvrables?)?"
    )
    forms: tuple[tuple[str, _Reader], ...] = (
        (rf"{on}(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?!\d)", _numeric),
        (rf"{on}(?P<d>\d{{1,2}})([/.-])(?P<m>\d{{1,2}})\3(?P<y>\d{{4}}|\d{{2}})(?![./]?\d)", _numeric),
        (
            rf"(?P<part>debut|mi|fin|courant|early|mid|late|(?:end|beginning|start) of)[ -](?:de |d')?{month}{year}",
            _part,
        ),
        (rf"(?P<part>semaine|week) (?:du|of) (?:the )?{on}{day}(?: of)? {month}{year}", _week_of),
        (rf"(?:{name},? (?:the )?)?{day}(?: of| de)? {month}{year}", _day_month),
        (rf"{on}{month} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d|\s?{units}|\s?[€%]){year}", _day_month),
        (rf"(?P<part>en|in|au mois de|au mois d'|d'ici|pour) ?{month}{year}(?! \d)", _part),
        (
            rf"{on}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?P<y>)(?![\d/])(?! (?:participants?|personnes?|stagiaires?))",
            _numeric,
        ),
        (
            rf"(?:dans|d'ici|in) {span}\b(?! ?(?:avant|before))|(?:il )?y a {span.replace('?P<n>', '?P<n2>').replace('?P<u>', '?P<u2>').replace('?P<k>', '?P<k2>')}\b",
            _relative,
        ),
        (rf"{count} {unit} (?P<way>ago|from now)", _counted),
        (
            r"(?P<near>apres-demain|avant-hier|(?:the )?day after tomorrow|(?:the )?day before yesterday|demain|tomorrow|hier|yesterday)",
            _near,
        ),
        (
            r"aujourd'hui|today|tonight|ce jour|(?:ce|cet|cette|this) (?:matin|soir|midi|apres-midi|morning|afternoon)",
            _today,
        ),
        (
            r"(?P<stretch>semaine prochaine|next week|mois prochain|next month|cette semaine|this week|fin du mois)",
            _stretch,
        ),
        (
            rf"(?:(?P<how>next|last|ce|this) )?{name}(?: (?P<how2>prochain|en huit|en quinze|dernier|qui vient|suivant))?",
            _weekday,
        ),
        (
            rf"{day}(?=(?:, \d+)*{_JOINT.pattern}(?:le )?(?:{'|'.join(weekdays())})? ?\d{{1,2}}(?:er|th|st|nd|rd)? (?:of )?[a-z])",
            _borrowing,
        ),
        (
            rf"(?<=[eu] )(?P<d>\d{{1,2}}|1er)(?:th|st|nd|rd)?(?![\d.,/-]\d|\w)(?!\s?{units}|\s?[€%])",
            _day_only,
        ),
    )
    return tuple(
        (re.compile(r"(?<![a-z0-9.,/])(?:" + form + r")(?![a-z])"), reader) for form, reader in forms
    )
