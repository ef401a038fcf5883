"""A message that leaves out what the one before said, completed with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.datatypes import Case, Reading
from assistant.french import fold

_MANNER = re.compile(
    r"(?:(?:et|ou|and|or|mais) )*(?P<manner>(?:par|via|by|over) (?:the |une? |e |simple )?[^\W\d]+[ ?!.]*)",
    re.IGNORECASE,
)
_OF_TERMS = r"(?:(?:et|non|oui|ok|c'est|ce sont|plutot|avec|pour|and|no|yes|it's|with) )*"
_THEIRS = r"(?:(?:sous|selon|en|under|la|les?|celles?|celui|the) )"
_DELAY = r"(?P<days>\d+) ?-?(?:j|jours?|days?)[ ?!.]*"
_ANSWERS_TERMS = re.compile(rf"(?:(?:c'est|ce sont|it's) )?{_THEIRS}?(?:(?:a|de|des|of) )?{_DELAY}")
_NAMES_TERMS = re.compile(
    rf"{_OF_TERMS}{_THEIRS}+(?:(?:a|de|des|of) )?{_DELAY}|(?:et |and )?(?:avec|with) (?P<short>\d+) ?j[ ?!.]*"
    rf"|{_OF_TERMS}(?:sous )?(?:la|celle(?: a| de)?) (?P<bare>\d+)[ ?!.]*"
)
_THE_OTHER = re.compile(r"(?:(?:et|and|pour|avec|for|with) )*(?:l'autre|the other(?: one)?)[ ?!.]*")


def complete(message: str, known: Reading | None, editions: Sequence[str], edition: str | None) -> str:
    """The message, with what it leaves out.

    « et par téléphone ? », after « Comment annuler ? », asks it done otherwise. After a sum,
    « la 15 jours » names terms, and so does « 15 jours » where only these are still asked for
    (`edition` is the one that applies); « et l'autre ? » those that were not named.
    """
    if known is None:
        return message
    told = _MANNER.fullmatch(message.strip()) if known.intent == "open" else None
    if told:
        return f"{known.question.rstrip(' .?!')} {told['manner']}"
    if known.intent != "money" or known.money is None:
        return message
    text = fold(message).strip()
    if known.editions and _THE_OTHER.fullmatch(text):
        return "et l'autre édition ?"
    named = _NAMES_TERMS.fullmatch(text)
    if named is None and edition is None and _is_timed(known.money.case):
        named = _ANSWERS_TERMS.fullmatch(text)
    days = next((one for one in named.groups() if one), None) if named else None
    return next((one for one in editions if days and re.search(rf"\D{days}j$", one.lower())), message)


def _is_timed(case: Case) -> bool:
    """Whether it is known when the notice comes: a delay alone is another thing."""
    return any((case.notice_days is not None, case.notice_date, case.started))
