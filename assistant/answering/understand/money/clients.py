"""Who the client is, and a few plain facts of the order: online, in-house."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from assistant.answering.understand.lexicon import lexicon, says
from assistant.datatypes import ClientKind
from assistant.french import fold

_FRANCE = frozenset({"FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"})
_WORD = r"(?:[^\s.;!?]+[ '\-]+)"
_PLACE = r"(?:en|au|aux|a|de|du|des|d|la|le|les|in|from|the)"
_KINDS: tuple[ClientKind, ...] = ("sole_trader", "individual", "public_body", "company")


@cache
def _countries() -> str:
    """A pattern of every country but France, by its folded names, and of foreign cities."""
    names = {
        fold(name)
        for language in ("fr", "en")
        for code, name in Locale(language).territories.items()
        if code.isalpha() and len(code) == 2 and code not in _FRANCE
    }
    names |= {re.sub(r" \(.*\)", "", name) for name in names}
    names -= set(lexicon().figures["not_countries"])
    names |= set(lexicon().figures["foreign_cities"])
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _abroad() -> re.Pattern[str]:
    """A company, seat or person, then a country or its people."""
    cue = lexicon().patterns["client.foreign_cue"].pattern
    people = lexicon().patterns["client.demonym"].pattern
    country = rf"(?<![a-z])(?:{_countries()})(?![a-z])"
    placed = rf"{cue}[ '\-]+{_WORD}{{0,5}}{_PLACE}[ '\-]+(?:la |le |l'|les |the )?{country}"
    described = rf"{cue}[ '\-]+{_WORD}?(?:{people}|{country})"
    return re.compile(rf"{placed}|{described}|{people}[ '\-]+{cue}")


def find_client(text: str) -> ClientKind | None:
    """The kind of client that a prepared message names, or `None`; a person abroad is an individual.

    >>> find_client("une societe suisse"), find_client("je suis un particulier"), find_client("la duree ?")
    ('foreign_company', 'individual', None)
    """
    is_person = says("client.individual", text) and not says("client.company", text)
    if not is_person and (says("client.foreign", text) or _abroad().search(text)):
        return "foreign_company"
    return next((kind for kind in _KINDS if says(f"client.{kind}", text)), None)


def say_client(text: str) -> str:
    """The folded text, with « client » instead of each kind of client.

    >>> say_client("une mairie peut-elle annuler ?")
    'une client peut-elle annuler ?'
    """
    for kind in _KINDS:
        text = lexicon().patterns[f"client.{kind}"].sub("client", text)
    return text


def find_yes_or_no(topic: str, text: str) -> bool | None:
    """Whether a prepared message says yes or no about a topic: `online` or `intra`.

    >>> find_yes_or_no("online", "commande en ligne"), find_yes_or_no("intra", "en inter")
    (True, False)
    """
    if says(f"{topic}.no", text):
        return False
    return True if says(f"{topic}.yes", text) else None
