"""Which editions of the terms a message names, or means by « l'autre »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.french import fold

_TERMS = r"\b(?:cgv|conditions(?: g[eé]n[eé]rales)?(?: de vente)?|[eé]ditions?|version|terms(?: of sale)?)"
_JOINT = r"[ -]*(?:au |a |à |de |des |du |en |with )?(?:le |la |the )?(?:seuil (?:a |à |de )?)?"
_EVERY_EDITION = re.compile(
    r"\b(?:(?:les|vos|nos|des|ces) (?:deux|2)|(?:both|two|your two)(?: sets of)?)"
    r" (?:editions?|versions?|cgv|textes|terms)\b"
    r"|\b(?:d'une|l'une|chaque|each|either) (?:edition|version)s?\b"
)
_DELAY = r"\d+[ -]?(?:j|jours?|days?)\b(?! ?(?:avant|before))"
EDITION = re.compile(
    rf"{_TERMS}{_JOINT}{_DELAY}|\b{_DELAY} (?:sale )?(?:terms|edition|version|conditions|cgv)\b", re.I
)
_OTHER = re.compile(
    r"\b(l'autre|les autres|other|seconde?|deuxieme) (edition|version|cgv|texte|jeu|terms|set|conditions)\b"
    r"|\b(sous|selon|under) (l'autre|les autres|the other)(?= *[?.!]*$)"
)


def find_editions(message: str, editions: Sequence[str], before: str | None) -> tuple[str, ...]:
    """The ids of the editions named, as `CGV-15J`, « CGV à 30 jours » or « les deux éditions ».

    « l'autre édition » is any but the one spoken of `before`.

    >>> find_editions("et sous l'autre édition ?", ("CGV-15J", "CGV-30J"), "CGV-15J")
    ('CGV-30J',)
    """
    folded = fold(message)
    if _EVERY_EDITION.search(folded):
        return tuple(editions)
    named = tuple(one for one in editions if _names_id(one, folded) or _names_delay(one, folded))
    if named or before is None or not _OTHER.search(folded):
        return named
    return tuple(one for one in editions if one != before)


def _names_id(edition: str, folded: str) -> bool:
    parts = re.findall(r"[a-z]+|\d+", fold(edition))
    return re.search(rf"\b{'[ -]*'.join(parts)}\b", folded) is not None


def _names_delay(edition: str, folded: str) -> bool:
    """Whether the delay in an edition's id follows a word for the terms, and is no notice."""
    days = re.search(r"-(\d+)j$", edition.lower())
    named = (re.findall(r"\d+", one.group()) for one in EDITION.finditer(folded))
    return days is not None and any(days[1] in found for found in named)
