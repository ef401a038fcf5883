"""Which editions of the terms a message names, or means by « l'autre »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.french import fold

_TERMS = r"\b(?:cgv|conditions(?: g[eé]n[eé]rales)?(?: de vente)?|[eé]ditions?|version|terms(?: of sale)?)"
_SAID = r"(?: sign[eé]es?)?(?: (?:parlent|disent|indiquent|mentionnent)(?: de)?)?"
_JOINT = rf"{_SAID}[ («\"':-]*(?:au |a |à |de |des |du |en |with )?(?:le |la |the )?(?:seuil (?:a |à |de )?)?"
_EVERY_EDITION = re.compile(
    r"\b(?:(?:les|vos|nos|des|ces) (?:deux|trois|quatre|[2-9])|toutes (?:les|vos|nos)"
    r"|(?:both|(?:your |all )?(?:two|three|four)|all your)(?: sets of)?)"
    r" (?:editions?|versions?|cgv|textes|terms)\b"
    r"|\b(?:d'une|l'une|chaque|each|either) (?:edition|version)s?\b"
)
_UNIT = r"(?:j|jours?|days?)\b(?! ?(?:avant|before))"
_OR = r" ?(?:et|ou|and|or|vs\.?|/) ?(?:celles? )?(?:a |à |de )?"  # « CGV 15 ou 30 jours » names two
_DELAY = rf"\d+[ -]?{_UNIT}(?:{_OR}\d+[ -]?{_UNIT})?"
EDITION = re.compile(
    rf"{_TERMS}{_JOINT}(?:\d+{_OR})?{_DELAY}"
    rf"|\b\d\.\d,? (?:de la|des|du|in the|of the) {_DELAY}"
    rf"|\bcgv{_JOINT}\d+(?! ?(?:{_UNIT}|%|€|e\b|eur|j|sem|mois|sess|form|stag|pers|ht\b|ttc\b)|[.,]?\d)"
    rf"|\b{_DELAY} (?:sale )?(?:terms|edition|version|conditions|cgv)\b"
    rf"|\b(?:la|diff[eé]ren\w+ entre(?: la| les)?) {_DELAY}",
    re.I,
)
_OTHER = re.compile(
    r"\b(l'autre|les autres|other|seconde?|deuxieme) (edition|version|cgv|texte|jeu|terms|set|conditions)\b"
    r"|\b(sous|selon|under) (l'autre|les autres|the other)(?= *[?.!]*$)"
)
# « en 30J », as the editions are written: « payer à 30 jours » names a delay
_AS_WRITTEN = re.compile(
    r"\b(?i:en|sous|selon|suivant|under|in|pour (?:l[ae]s?|celles?)|dans (?:l[ae]s?|celles?))"
    r" (?P<days>\d+)J\b(?! ?(?:avant|before))"
)
_OUR_TERMS = (
    r"\b(?:(?:(?:les|vos|nos|mes|tes|des|ces|the|your) )?(?:deux|trois|quatre|[2-9]|two|three)"
    r"|toutes (?:les|vos|nos)|les|vos|nos|mes|tes|the|your) "
    r"(?:cgv|[eé]ditions?|versions?|conditions(?: g[eé]n[eé]rales)?(?: de vente)?|terms(?: of sale)?)\b"
    r"(?: des cgv\b)?"
)
_SAY = (
    r"(?:disent|disant|dit|pr[eé]voient|pr[eé]voit|indiquent|pr[eé]cisent|diff[eè]r(?:ent|er?)|say|says|provide)"
    r"(?:[- ](?:elles|ils)\b)?"
)
_ASKED_OF = re.compile(
    rf"(?:qu(?:e|['’]est[- ]ce que) )?\b{_SAY} {_OUR_TERMS}|what do {_OUR_TERMS} {_SAY}"
    rf"|(?:(?:en|sur) quoi )?{_OUR_TERMS},? (?:elles |ils |[cç]a )?{_SAY}(?: quoi| la m[eê]me chose)?"
    rf"|(?:quelles? (?:est|sont) |y a[- ]t[- ]il )?(?:(?:les|la|des|une|the|a) )?"
    rf"(?:quelles? )?diff[eé]ren(?:ces?|tes?) (?:entre|dans|between|in) {_OUR_TERMS}"
    rf"|(?:c'est quoi |quelle est )?(?:la |les |the )?diff[eé]ren(?:ces?|ts?) (?:entre|between)"
    rf"(?: la| les)? {_DELAY}"
    rf"|\b(?:dans|selon|d['’]apr[eè]s|entre|sous|in|under|between) {_OUR_TERMS}",
    re.I,
)


def without_terms(message: str) -> str:
    """The message without the words that only say that the terms, or both editions, are asked.

    >>> without_terms("Quelle différence entre les deux CGV sur l'acompte ?").strip()
    "sur l'acompte ?"
    """
    return _ASKED_OF.sub(" ", message)


def find_editions(message: str, editions: Sequence[str], before: str | None) -> tuple[str, ...]:
    """The ids of the editions named, as `CGV-15J`, « CGV à 30 jours » or « les deux éditions ».

    « l'autre édition » is any but the one spoken of `before`; all of them, where none was.

    >>> find_editions("et sous l'autre édition ?", ("CGV-15J", "CGV-30J"), "CGV-15J")
    ('CGV-30J',)
    """
    folded = fold(message)
    if _EVERY_EDITION.search(folded):
        return tuple(editions)
    written = {found["days"] for found in _AS_WRITTEN.finditer(message)}
    named = tuple(
        one
        for one in editions
        if _names_id(one, folded) or _names_delay(one, folded) or _days_of(one) in written
    )
    if named or not _OTHER.search(folded):
        return named
    return tuple(one for one in editions if one != before)


def find_unknown_edition(message: str, editions: Sequence[str]) -> str | None:
    """What a message writes as an edition of ours, which has no such one: `CGV-2019`, « les CGV 45J ».

    >>> find_unknown_edition("Que dit la CGV-45J ?", ("CGV-15J", "CGV-30J"))
    'CGV-45J'
    """
    kinds = {one.rpartition("-")[0] for one in editions} - {""}
    if not kinds:
        return None
    written = rf"\b(?:{'|'.join(map(re.escape, kinds))})(?:[ -]?\d+ ?J(?! ?(?:avant|before))|[ -]20\d\d)\b"
    return next(
        (one for one in re.findall(written, message, re.I) if not find_editions(one, editions, None)), None
    )


def edition_lasting(days: str | None, editions: Sequence[str]) -> str | None:
    """The edition that a delay in days is the name of, or `None`."""
    return next((one for one in editions if days and _days_of(one) == days), None)


def _names_id(edition: str, folded: str) -> bool:
    parts = re.findall(r"[a-z]+|\d+", fold(edition))
    return re.search(rf"\b{'[ -]*'.join(parts)}\b", folded) is not None


def _names_delay(edition: str, folded: str) -> bool:
    """Whether the delay in an edition's id follows a word for the terms, and is no notice."""
    named = (re.findall(r"\d+", one.group()) for one in EDITION.finditer(folded))
    return any(_days_of(edition) in found for found in named)


def _days_of(edition: str) -> str | None:
    """The delay that the id of an edition ends with: 15, of `CGV-15J`."""
    days = re.search(r"-(\d+)j$", edition.lower())
    return days[1] if days else None
