"""Several sessions given up in one message: each is counted from its own date."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

from assistant.answering.understand.dates.dates import Mention, each_day, find_dates
from assistant.answering.understand.events import HANGS_ON_NOTICE
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import hide, hide_spans
from assistant.answering.understand.sums.recounts import price_each
from assistant.answering.understand.timing.notice import Notice
from assistant.answering.understand.timing.thresholds import straddles
from assistant.datatypes import Case, Event, TermsFigures
from assistant.french import NBSP

_SEVERAL = re.compile(
    r"\b(?:sessions|formations|stages|groupes|courses|groups|the other|celles?)\b"
    r"|\bl'(?:une?|autre)\b|\bles 2\b|\bla (?:2(?:eme|e|nde)?|seconde) (?:le|du)\b"
    r"|\b(?:session|groupe|group) (?:b|2)\b"
)
_JOINED = re.compile(  # « le 5 mars et l'autre le 20 juin », « celle du 5 mars, celle du 20 juin »
    r"(?! $)[ ,]*(?:(?:et|and|puis|plus) )?"
    r"(?:(?:celle|l'une?|l'autre|une autre|la seconde|la 2(?:eme|e|nde)?|the other)(?: one)? )?"
    r"(?:(?:la |une (?:autre )?|the )?(?:session|formation|groupe|group|date)(?: (?:b|2))? )?"
    r"(?:du |le |on |of )?(?:the )?"
)
_AND = re.compile(r" (?:et|and) |, ")
_GIVES_UP = r"\b(?:annul|renonc|report|decal|cancel|postpon)\w*"
_ONLY = r"(?: (?:a|que|seulement|uniquement|only))* "
_SOME = re.compile(  # « on annule une seule session », « l'une des 2 »
    rf"{_GIVES_UP}(?: (?:que|qu'|seulement|only|juste|de|of))* ?"
    r"(?:l'|the )?(?:une?|1|one|la premiere|la seconde|la 2(?:eme|e))\b"
    r"(?: seule?)?(?: (?:session|formation|stage|groupe|course|group)| (?:des|sur|of the|parmi les) 2)\b"
)
# « on n'annule que celle du 5 mars »
_THAT_ONE = re.compile(rf"{_GIVES_UP}{_ONLY}(?:celle|the one) (?:du|of) $")
_KEPT = re.compile(  # « on garde celle de décembre et on annule celle de janvier »
    rf"(?:{_GIVES_UP}|\b(?:gard|conserv|maint|keep)\w*){_ONLY}"
    r"(?:celle d[eu]|la premiere|la seconde|la 2(?:eme|e)|the first|the second|the one)\b"
)
_KEEPS = re.compile(
    r"\b(?:gard|conserv|mainten|maintien|keep)\w* (?:bien |finalement )?"
    r"(?:celle|la session|the one) (?:du|de|of) $"
)
_COUNTED = re.compile(r"\b[2-9] (?:sessions|formations|stages|groupes|courses|groups)\b")


def hide_other_session(text: str, event: Event, today: date) -> tuple[str, Mention | None]:
    """The prepared message with the dates of all sessions but the first covered, and the last of these.

    Where one of them is chosen, « on annule celle du 7 juin », it is told again, and the others do not count.

    >>> hide_other_session("2 stages, le 5 mars 2027 et le 7 juin 2027", "cancellation", date(2027, 1, 4))[0]
    '2 stages, le 5 mars 2027 et le ¤¤¤¤¤¤¤¤¤¤¤'
    """
    if event not in HANGS_ON_NOTICE or not _SEVERAL.search(text):
        return text, None
    mentions = find_dates(text, today)
    pairs = [pair for pair in pairwise(mentions) if pair[0].options and pair[1].options]
    joined = [(one, other) for one, other in pairs if _JOINED.fullmatch(text[one.end : other.start])]
    if joined:
        chosen = any(_THAT_ONE.search(text[: one.start]) for one in mentions)
        covered = [one for pair in joined for one in pair] if chosen else [other for _, other in joined]
        return hide_spans(text, covered), None if chosen else covered[-1]
    for one in mentions:
        joint = _AND.search(text, one.start, one.end)
        if (
            joint
            and one.last
            and any(each.options for each in find_dates(text[one.start : joint.start()], today))
        ):
            return hide(text, joint.end(), one.end), Mention(joint.end(), one.end, one.last)
    return text, None


def tell_given_up(text: str, before: str, today: date) -> str:
    """A prepared message that keeps one of the 2 sessions of the message `before`, giving up the other.

    >>> before = "2 sessions, le 5 mars et le 7 juin, j'en annule une aujourd'hui"
    >>> tell_given_up("je garde celle du 5 mars", before, date(2027, 1, 4))
    "j'annule celle du 7 juin"
    """
    kept = [one for one in find_dates(text, today) if _KEEPS.search(text[: one.start])]
    dated = [one for one in find_dates(before, today) if one.options not in ((), (today,))]
    told = [day for one in dated for day in each_day(one, before)]
    if len(kept) != 1 or len(told) != 2 or not _SEVERAL.search(before):
        return text
    others = [one for one in told if not {*one.options} & {*kept[0].options}]
    return f"j'annule celle du {before[others[0].start : others[0].end]}" if len(others) == 1 else text


def ask_price_of_one(text: str, event: Event, found: Findings) -> Findings:
    """What was found, with the price of the one session that is given up of several, or without one."""
    if (
        event not in HANGS_ON_NOTICE
        or "price" not in found.facts
        or not ((_SOME.search(text) or _KEPT.search(text)) and _COUNTED.search(text))
    ):
        return found
    each = price_each(text)
    if each is not None and not says("head.count", text):
        return Findings({**found.facts, "price": each}, found.doubts)
    asked = f"Seule la session concernée compte{NBSP}: quel est son prix, à elle seule{NBSP}?"
    return found.without("price") + ask("price", asked)


def ask_session(
    other: Mention,
    found: Findings,
    known: Case | None,
    today: date,
    figures: TermsFigures,
    *,
    each: Decimal | None = None,
) -> Findings:
    """What was found, and the question which session is meant, where the two differ.

    The price is kept where it is that of `each`.
    """
    facts = found.facts
    start = facts.get("start_date") or (known.start_date if known else None)
    noticed = facts.get("notice_date") or (known.notice_date if known else None) or today
    if not isinstance(start, date) or not isinstance(noticed, date) or "notice_days" in facts:
        return found
    second = next((one for one in other.options if one > start), other.options[-1])
    shortest, longest = sorted(((start - noticed).days, (second - noticed).days))
    if not straddles(Notice(shortest, shortest, longest), figures):
        return _counted(found, shortest) if straddles(Notice(shortest, 0, shortest), figures) else found
    which = "laquelle d'abord" if each else "laquelle d'abord, et à quel prix"
    asked = f"Chaque session se compte à sa date de début{NBSP}: {which}{NBSP}?"
    priced = Findings({"price": each} if each else {})
    return found.without("price", "start_date") + priced + ask("start_date", asked)


def _counted(found: Findings, days: int) -> Findings:
    """What was found, the notice in days: no one day is the last on which the sum of all holds."""
    note = f"Préavis compté jusqu'à la première session{NBSP}: {days} jours."
    return found.without("start_date", "notice_date") + Findings(
        {"notice_days": days}, notes=(*found.notes, note)
    )
