"""The written forms of a date, French and English, as regular expressions on prepared text."""

from __future__ import annotations

import re
from functools import cache

from assistant.answering.understand.calendar_words import ORDINALS, holidays_of, months, weekdays

JOINT = r"(?:(?: |,|, )?(?:au|et|to|and|a|jusqu'au|until)(?: le| the)?| ?-| ?,) ?"
_MONEY = r"[€%]|(?:eur|euros?|k|ht|ttc)\b"
_UNITS = (
    rf"\s?(?:{_MONEY}|(?:h|heures?|j(?!')|jours?|semaines?|mois|days?|weeks?|hours?|"
    r"participants?|personnes?|stagiaires?|trainees?|people)\b)"
)
_COUNT = r"(?P<n>\d{1,3}|une?|an?|one|quinzaine|dizaine|huitaine|vingtaine|trentaine)"
_UNIT = r"(?P<u>jours?|j|days?|semaines?|sem|weeks?|mois|months?|ans?|annees?|years?|heures?|h|hours?)"
_WORKING = r"(?P<work> ouvr(?:e|able)s?)"
_ABOUT = r"(?P<about>environ |a peu pres |approximativement )?"
_SPAN = rf"{_ABOUT}(?:une (?=[a-z]+aine))?{_COUNT}(?: de)?(?: ?{_UNIT})?{_WORKING}?"


@cache
def date_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The name and the pattern of each form, the more particular before the less."""
    month = rf"(?P<m>{'|'.join(sorted(months(), key=len, reverse=True))})\b\.?"
    names = "|".join(weekdays())
    how = r" prochaine?| en (?:huit|8)| en (?:quinze|15)| derniere?| qui vient| suivante?| d'apres"
    that_is = r"(?: ?[,:=] ?soit| ?[,:(=]| soit| donc| c'est-a-dire| i\.e\.)"
    on = rf"(?:(?P<w>{names})(?:{how})?{that_is}? ?(?:le |the )?)?"
    day = r"(?P<d>\d{1,2}|premier)(?:er|e|st|nd|rd|th)?"
    whole, short = rf"(?:19|20)\d\d(?!\s?(?:{_MONEY}))", rf"'?[23]\d(?!{_UNITS})"
    year = rf"(?:,? (?P<y>{whole}|{short})(?![\d]|[.,]\d|\s\d{{3}}))?"
    month_day = rf"{on}{month} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d|{_UNITS}){year}"
    month_to_come = rf"{JOINT}(?:{names})?[ ]?\d{{1,2}}(?:er)?(?! \d{{3}}(?!\d)|[.,]\d)(?:{JOINT}|[ ])\w"
    borrowing = rf"(?:(?:{names}) )?(?P<d>\d{{1,2}}|premier)(?:er)?(?={month_to_come})"
    parts = r"debut|milieu|mi|fin|courant|early|mid|late|end of|beginning of|start of"
    near = r"apres-demain|avant-hier|day after tomorrow|day before yesterday|demain|tomorrow|hier|yesterday"
    moment = r"matin|soir|midi|apres-midi|morning|afternoon"
    now = rf"aujourd'hui|aujourdhui|today|tonight|ce jour(?! la)|(?:ce|cet|cette|this) (?:{moment})"
    stretch = r"semaine prochaine|next week|mois prochain|next month|cette semaine|this week|fin du mois"
    feasts = "|".join(sorted(holidays_of(2000), key=len, reverse=True))
    of_feast = rf"(?P<off>veille|lendemain|jour) (?:de |du |d')(?:la |le |l')?(?P<holiday>{feasts})"
    nth = rf"(?P<q>[1-4]|{'|'.join(ORDINALS)})(?:er|e|eme|nd|rd|th|st)?"
    quarter = r"(?:trimestre|quarter)"
    forms = {
        "quarter": rf"(?:{nth} {quarter}|[tq](?P<q2>[1-4]))(?: (?:de|of))?(?: l'annee)?{year}",
        "numeric_iso": rf"{on}(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})(?!\d)",
        "numeric": rf"{on}(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}|\d\d)(?![./]?\d)",
        "part": rf"(?P<part>{parts})[ -](?:du mois )?(?:de |d')?{month}{year}",
        "nth_of": rf"{nth} (?P<w>{names}|jour|day) (?:du mois )?(?:de |d'|of ){month}{year}",
        "holiday": rf"(?:{of_feast}|(?P<alone>jour de l'an|lundi de (?:paques|pentecote))){year}",
        "week_of": rf"(?:semaine|week) (?:du|of) (?:the )?{on}{day}(?: of)? {month}{year}",
        "week_number": rf"(?<!\d )(?:semaine|sem\.?|week) ?(?:numero |no\.? )?(?P<n>[1-5]?\d)"
        rf"(?! ?[%€]|[.,/-]?\d|{_UNITS})(?: de)?{year}",
        "borrowing": borrowing,
        "day_month": rf"{on}{day}(?: of| de)? {month}{year}",
        "month_day": month_day,
        "whole_month": rf"(?:en|in|au mois de|au mois d'|d'ici|courant|pour) ?{month}{year}(?! \d)",
        "short": rf"{on}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?![\d/])(?!{_UNITS})",
        "ahead": rf"(?:dans|d'ici|in) {_SPAN}(?! ?(?:avant|before))",
        "ago": rf"(?:il )?(?P<way>y a) {_SPAN}",
        "counted": rf"{_COUNT} {_UNIT} (?P<way>ago|from now)",
        "near": rf"(?:the )?(?P<near>{near})",
        "today": now,
        "stretch": rf"(?P<stretch>{stretch})",
        "day_only": rf"(?<=[eu] )(?:(?P<w>{names}) )?(?P<d>\d{{1,2}}|1er)(?:th|st|nd|rd)?"
        rf"(?![.,/-]?\d|\s\d{{3}})(?!{_UNITS})"
        r"(?! (?:trimestre|semestre|quarter|module|jour|groupe|rang))",
        "weekday": rf"(?:(?P<how>next|last|ce|this|following) )?(?P<w>{names})(?P<how2>{how})?",
    }
    return tuple((key, re.compile(rf"(?<![a-z0-9.,/])(?:{form})(?![a-z0-9])")) for key, form in forms.items())
