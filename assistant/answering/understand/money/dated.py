"""What a message asks of days and of no sum: late rate, termination, validity of a quote, postponement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.understand.dates.dates import Mention, find_dates
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.roles import rank_roles
from assistant.answering.understand.spelling import hide_spans, prepare
from assistant.answering.understand.sums.amounts import find_sums
from assistant.datatypes import Dated

_HALF = re.compile(
    r"\b(?:(?P<first>1er|1|premier|1st|first)|2e|2eme|2nd?|2nde|deuxieme|seconde?)"
    r" (?:semestre|half)(?: (?:de l'annee |de |of )*(?P<year>20\d\d))?"
    r"|\b(?P<short>s[12]) ?(?:de )?(?P<of>20\d\d)\b|\b(?P<in>20\d\d)[ -](?P<after>s[12])\b"
)
_YEAR = re.compile(r"(?<![\w.,/-])(20\d\d)(?![\w/-]|[.,]\d| ?(?:€|eur))")
_ISSUED = re.compile(  # right before the day on which a quote was issued
    r"\b(?:emi[st]e?|dat(?:e|ee|ant|ed)|etabli[est]*|redigee?|envoyee?|faite?|transmise?|recue?|issued|sent|made"
    r"|(?:devis|proposition|offre|quote|proposal|estimate|quotation)(?: commerciale)?)"
    r"(?: par \w+)?(?: (?:le|du|de|on|of|from|est|is))* ?$"
)
_ORDERED = ("order", "signature")
_ENDS = re.compile(r"\b(?:resil|resol|romp|terminat|mettre fin|mettre un terme|end the)")
_JULY = 7


def find_dated(message: str, today: date) -> Dated | None:
    """What a message asks of days, as `Dated` lists it, or `None` where it asks a sum or tells no day.

    >>> find_dated("Quel taux de pénalités de retard au 2e semestre 2025 ?", date(2026, 11, 20)).days
    (datetime.date(2025, 7, 1),)
    """
    text = prepare(message)
    mentions = find_dates(text, today)
    dates, left = [one for one in mentions if one.options], hide_spans(text, mentions)
    if until := _offer(text, dates, today) or _postponement(text, dates, today):
        return until
    if find_sums(left):
        return None
    if says("event.formal_notice", text) and _ENDS.search(text):
        days = [_nearest(one, today) for one in dates]
        return Dated("termination", tuple(days)) if len(days) == 1 else None
    if not says("asking.late_rate", text) or len(dates) > 1:
        return None
    told = tuple(one.options[0] for one in dates if len(one.options) == 1)
    told = told or tuple(
        one.vague[0] for one in mentions if one.vague and _YEAR.search(text[one.start : one.end])
    )
    days_of_rate = told or _semesters(left, today)
    now = (today,) if says("asking.now", text) else ()
    return Dated("late_rate", days_of_rate or now) if days_of_rate or now else None


def _nearest(one: Mention, today: date) -> date:
    return min(one.options, key=lambda day: abs(day - today))


def _offer(text: str, dates: Sequence[Mention], today: date) -> Dated | None:
    """The day on which a quote was issued, then the day for which its validity is asked, if any."""
    if not says("asking.offer_valid", text) or says("event.cancellation", text):
        return None
    issued = [one for one in dates if _ISSUED.search(text[: one.start])]
    others = [one for one in dates if one not in issued]
    if len(issued) != 1 or len(others) > 1:
        return None
    first = _nearest(issued[0], today)
    later = [min((day for day in one.options if day >= first), default=one.options[-1]) for one in others]
    return Dated("offer", (first, *later))


def _postponement(text: str, dates: Sequence[Mention], today: date) -> Dated | None:
    """The day of the order whose last day for a postponement is asked; `None` when none is."""
    if not (says("asking.deadline", text) and says("event.postponement", text)):
        return None
    ranked = zip(dates, rank_roles("date_role", text, dates), strict=True)
    ordered = [one for one, roles in ranked if min(roles, key=roles.__getitem__, default="") in _ORDERED]
    return Dated("postponement", (_nearest(ordered[0], today),)) if len(ordered) == 1 else None


def _semesters(text: str, today: date) -> tuple[date, ...]:
    """The first day of the semester that is named, or of both semesters of a year alone."""
    half = _HALF.search(text)
    if half:
        year = half["year"] or half["of"] or half["in"] or today.year
        is_first = half["first"] or "s1" in (half["short"], half["after"])
        return (date(int(year), 1 if is_first else _JULY, 1),)
    year_alone = _YEAR.search(text)
    if year_alone is None or not text[: year_alone.start()].strip():
        return ()
    year = int(year_alone[1])
    return date(year, 1, 1), date(year, _JULY, 1)
