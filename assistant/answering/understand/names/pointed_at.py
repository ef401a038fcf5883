"""The courses that a follow-up points at among others: « l'autre », « les autres », « la seconde »."""

from __future__ import annotations

import re

from assistant.answering.understand.names.courses import KIND, Catalogue
from assistant.datatypes import Reading
from assistant.french import fold_letters

_LEAD = (
    r"(?:^(?:(?:et|and|ok|oui|non|no|alors|mais|ou|donc|what about|how about)[ ,]+)*"
    r"|\b(?:d'abord|plutot)[ ,]+|\b(?:pour|de|sur|avec|par|for|of|about|on|with|in) )"
)
_KIND = rf"(?: (?:{KIND}|fiches?|ones?))?"
_LIKED = r"(?: (?:m'|nous |me )(?:interes\w+|plai\w+|convien\w+|tente\w*))"
_END = r"(?: (?:alors|aussi|then|too|svp|please))?(?:[ ?.!]*$| ?[,:] )"
_OTHER = re.compile(
    rf"{_LEAD}(?P<x>(?:l'autre|the other(?! (?:ones|courses|trainings)))|(?P<all>(?:tou(?:te)?s |all )?"
    rf"(?:les|des|the)(?: (?:\d|deux|trois|quatre|two|three|four))? (?:autres|others?))){_KIND}{_END}"
)
_NTH = re.compile(
    rf"{_LEAD}(?P<x>(?:la|le|the) (?:(?P<a>premiere?|1(?:re|ere|er|st)?|first)"
    r"|(?P<b>deuxieme|seconde?|2(?:e|eme|de|nd)?)|(?P<c>troisieme|3(?:e|eme|rd)?|third)"
    rf"|(?P<z>derniere?|last)){_KIND}{_LIKED}?){_END}"
)
_OF_TWO = re.compile(r"\b(?:laquelle|lequel|which) (?P<x>(?:des|de ces|of the) (?:deux|2|two))\b")
_PLACES = {"a": 0, "b": 1, "c": 2, "z": -1}


def point_out(message: str, known: Reading, catalogue: Catalogue) -> tuple[str, tuple[str, ...], bool]:
    """The message with the courses that it points at named in full, these, and whether one of them is meant.

    « les autres » are all but those spoken of last; « l'autre » is one of these: the one
    that was spoken of before, if there is one only; « la seconde » is so among those
    spoken of, or listed. Without any, the message comes back as it is.
    """
    plain = fold_letters(message)
    told = None if _counts_people(known) else _OTHER.search(plain)
    if told and known.courses:
        left = tuple(one for one in catalogue.references.values() if one not in known.courses)
        before = tuple(one for one in known.spoken if one in left)
        courses = left if told["all"] else before or left
        return _name(message, told, courses), courses, not told["all"] and len(courses) > 1
    if (
        (told := _OF_TWO.search(plain))
        and known.intent != "money"
        and len(known.courses) < 2 <= len(known.spoken)
    ):
        return _name(message, told, known.spoken[-2:]), known.spoken[-2:], False
    told = _NTH.search(plain)
    listed = tuple(catalogue.references.values()) if known.intent == "catalogue" else known.spoken
    among = known.courses if len(known.courses) > 1 else listed
    place = next((_PLACES[one] for one in _PLACES if told and told[one]), 0)
    if told is None or len(among) < 2 or place >= len(among):
        return message, (), False
    return _name(message, told, among[place:][:1]), among[place:][:1], False


def _counts_people(known: Reading) -> bool:
    """Whether « les autres » are rather those who came."""
    return known.intent == "money" and known.money is not None and known.money.case.event == "absence"


def _name(message: str, told: re.Match[str], courses: tuple[str, ...]) -> str:
    """The message with the references of courses instead of what points at them."""
    return message[: told.start("x")] + ", ".join(courses) + message[told.end("x") :]
