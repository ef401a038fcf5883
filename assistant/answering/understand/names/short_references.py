"""References cut short: « RCL 14 », « MRK02 », and « la 05 », which is the course of that number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.french import fold, fold_letters

LONG = 3  # letters from which one part of a reference is enough to tell it
_CUT = re.compile(
    r"(?<![\w-])(?P<letters>[a-z]{2,6}(?:[ -]?[a-z]{2,6})??)[ -]?(?P<number>\d{1,2})(?![\w/-]|[.,]\d)"
)
_ALONE = re.compile(  # « la 05 », written as in the reference; « la 14e », « la 30 jours » are no course
    r"(?<=\bla )(?P<number>\d\d)(?! ?(?:j|jours?|days?|heures?|h|e|eme)\b|[\w/%€-]|[.,]\d| \d)"
)


def write_references(message: str, references: Mapping[str, str]) -> str:
    """The message, each reference cut short written in full, where only one course has such a one.

    `references` are those of the courses, by their letters and figures alone.

    >>> ours = {"linge01": "LIN-GE-01", "linge14": "LIN-GE-14", "linap02": "LIN-AP-02"}
    >>> write_references("LIN 2 ou la 14 ? Le 14, dans 14 jours.", ours)
    'LIN-AP-02 ou la LIN-GE-14 ? Le 14, dans 14 jours.'
    """
    plain = fold_letters(message)
    found: list[tuple[int, int, str]] = []
    for told in _CUT.finditer(plain):
        letters, number = re.findall(r"[a-z]+", told["letters"]), int(told["number"])
        if course := _only(one for one in references.values() if _is_cut(letters, number, one)):
            found.append((*told.span(), course))
    for told in _ALONE.finditer(plain):
        if course := _only(one for one in references.values() if one.endswith(f"-{told['number']}")):
            found.append((*told.span(), course))
    for start, end, course in sorted(found, reverse=True):
        message = f"{message[:start]}{course}{message[end:]}"
    return message


def _is_cut(letters: list[str], number: int, reference: str) -> bool:
    """Whether letters and a number are those of a reference, one part of its letters being enough."""
    *parts, last = fold(reference).split("-")
    told = "".join(letters)
    return (
        last.isdigit()
        and int(last) == number
        and (told == "".join(parts) or (len(told) >= LONG and told in parts))
    )


def _only(found: Iterable[str]) -> str | None:
    courses = tuple(found)
    return courses[0] if len(courses) == 1 else None
