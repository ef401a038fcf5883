"""The dates and the notice of a message, by what they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.understand.calendar_words import WORKABLE
from assistant.answering.understand.dates.dates import Mention, as_stretch, find_dates
from assistant.answering.understand.events import HANGS_ON_NOTICE, NOTIFIED, find_asked
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.roles import assign_roles, rank_roles
from assistant.answering.understand.spelling import hide_spans
from assistant.answering.understand.timing.date_roles import (
    comes_too_soon,
    known_start,
    weigh_payments,
    weigh_question,
    weigh_roles,
    weigh_today,
)
from assistant.answering.understand.timing.delays import read_lapse, read_shift
from assistant.answering.understand.timing.new_sessions import postpones
from assistant.answering.understand.timing.notice import Notice, find_durations, find_notices, has_started
from assistant.answering.understand.timing.rough_days import FIELDS, read_rough
from assistant.answering.understand.timing.thresholds import agree, inexact_notice, straddles
from assistant.answering.understand.timing.written_notices import first_received, spoken, weigh_writings
from assistant.answering.understand.timing.years import days_after, settle_dates
from assistant.datatypes import Case, Doubt, Event, TermsFigures
from assistant.french import NBSP, say_date

_MONTHLY = 16  # days within which « le 20 », of some month, always is
_MOVES = 7  # days from which « du 12 mars au 15 avril » moves a session
# Roles of dates without a word for them, in the order in which they are given.
_USUAL: dict[Event, tuple[str, ...]] = {
    "late_payment": ("due", "payment"),
    "withdrawal": ("signature", "notice", "start"),
    "deposit": ("order",),
}
_POSTPONES = re.compile(r"\b(?:report|repouss|decal|deplac|postpon|resched|mov)\w* [^.;]*$")
_MONTH_END = re.compile(r"(?:fin|end of) [a-z .]*(?:19|20)\d\d")
_GIVEN = ("notice", "sent", "mail", "other")  # roles of no date where the day of notice is asked


def read_timing(
    text: str, event: Event, known: Case | None, today: date, *, bare: bool, figures: TermsFigures
) -> tuple[Findings, str]:
    """What a prepared message says of dates and notice, and the message with them covered.

    `bare` takes a duration alone for a notice. `figures` are
    those of the terms that may apply.
    """
    mentions = find_dates(text, today)
    covered = hide_spans(text, mentions)
    roles = _roles(mentions, text, event, known, today)
    days = settle_dates(roles, text, known, today)
    if "notice" not in days and "sent" in days:
        days["notice"] = days["sent"]
    facts: dict[str, object] = {FIELDS[role]: day for role, day in days.items() if role in FIELDS}
    doubts = tuple(
        Doubt(FIELDS.get(role, "start_date"), one.problem) for role, one in roles.items() if one.problem
    )
    found = Findings(facts, doubts) + read_lapse(covered, event, known, days, today)
    durations = find_durations(covered)
    if event in NOTIFIED:
        covered = hide_spans(covered, (durations[place] for place in spoken(covered, durations)))
    notices, covered = find_notices(covered, bare=bare)
    start = days.get("start") or (known.start_date if known else None)
    if "mail" in days and "notice" in days:
        found += first_received(days["mail"], days["notice"], start, figures)
    shifted = read_shift(text, event, known) if not days else None
    noticed = shifted or _notice(notices, start, days.get("notice"), figures)
    unmeant = event == "late_payment" or (noticed.doubts and event == "provider_cancellation")
    found += Findings() if unmeant else noticed
    if not notices and event in HANGS_ON_NOTICE:
        found += read_rough(roles, days, known, today, figures)
    started = has_started(text)
    return found + Findings({} if started is None else {"started": started}), covered


def _roles(
    mentions: Sequence[Mention], text: str, event: Event, known: Case | None, today: date
) -> dict[str, Mention]:
    """The mentions by what they are for; those that no rule uses are left out."""
    ranked = []
    cancels_new = event == "cancellation" and says("event.moved_before", text)
    all_ranked = rank_roles("date_role", text, mentions)
    new = {n for n, one in enumerate(mentions) if cancels_new and _is_moved(one, text, "postponement")}
    new |= _moved_before(mentions, all_ranked, text, event)
    mentions = [Mention(one.start, one.end, one.last) if n in new else one for n, one in enumerate(mentions)]
    moved = {place: one for place, one in enumerate(mentions) if _is_moved(one, text, event)}
    until = find_asked(text, event) == "deadline"
    new |= {n for n, roles in enumerate(all_ranked) if cancels_new and "new_start" in roles}
    for place, roles in enumerate(all_ranked):
        merged = weigh_roles(known_start(roles, event, known, mentions[place].options), event)
        before = text[: mentions[place].start]
        if until:
            merged = {role: far for role, far in merged.items() if role not in _GIVEN}
        if event == "late_payment" and mentions[place].options == (today,):
            merged = weigh_today(merged, text)
        if place in moved or place in new:
            merged["start"] = -_MOVES
        elif event == "cancellation" and "new_start" in roles and _POSTPONES.search(before):
            merged = {"new_start": 0}
        elif new and "start" in merged:
            merged = {"other": 0}
        ranked.append(merged)
    if event in NOTIFIED:
        weigh_writings(ranked, text, mentions)
        weigh_payments(ranked, text, mentions)
        weigh_question(ranked, text, event, known, mentions)
    given = assign_roles(ranked, frozenset({"other"}))
    for place, role in _usual_roles(mentions, given, event, known, today):
        given[place] = role
    named = {role: one for role, one in zip(given, mentions, strict=True) if role and role != "other"}
    for one in moved.values():
        named["new_start"] = Mention(one.start, one.end, options=one.last)
    starts = "start" in named or (known is not None and known.start_date is not None)
    return _days_meant(named, text, today, starts=starts)


def _days_meant(named: dict[str, Mention], text: str, today: date, *, starts: bool) -> dict[str, Mention]:
    """The mentions, an invoice « à échéance fin mai 2026 » being due on the last day of that month.

    A notice « entre le 3 et le 8 mars » comes on one of these days, where the session `starts` on another.
    """
    due, noticed = named.get("due"), named.keys() & {"notice", "sent"} if starts else ()
    named |= {role: as_stretch(named[role], today) for role in noticed}
    if due and due.vague and _MONTH_END.fullmatch(text[due.start : due.end]):
        named["due"] = Mention(due.start, due.end, due.vague[1:])
    return named


def _usual_roles(
    mentions: Sequence[Mention],
    given: Sequence[str | None],
    event: Event,
    known: Case | None,
    today: date,
) -> list[tuple[int, str]]:
    """Roles for the dates without a word for them: the later is the start, the earlier the notice."""
    free = [place for place, role in enumerate(given) if role is None]
    taken = {role for role in given if role}
    usual = _USUAL.get(event, ("start", "notice"))
    if known:
        usual = _usual_in_turn(usual, event, known, [mentions[place] for place in free], today)
    wanted = [role for role in usual if role not in taken]
    if event == "postponement" and ("start" not in wanted or len(free) > 1):
        moved = [place for place in free if mentions[place].vague or _comes_after(place, mentions, given)]
        new = [(place, "new_start") for place in moved[:1] if "new_start" not in taken]
        if new or "start" not in wanted:
            free = [place for place in free if place not in moved] if "start" in wanted else []
            return new + list(zip(free, wanted, strict=False))
    if wanted[:1] == ["start"] and len(free) > 1:
        others = [mentions[place] for place in free]
        free = sorted(free, key=lambda place: days_after(mentions[place], others))
    return list(zip(free, wanted, strict=False))


def _comes_after(place: int, mentions: Sequence[Mention], given: Sequence[str | None]) -> bool:
    """Whether a date without a word for it comes after the start that a message names."""
    start = mentions[given.index("start")] if "start" in given else None
    options = mentions[place].options
    if start is None or not start.options or not options:
        return False
    return options[-1] > start.options[-1]


def _usual_in_turn(
    usual: tuple[str, ...], event: Event, known: Case, mentions: Sequence[Mention], today: date
) -> tuple[str, ...]:
    """The roles that are still missing; with none missing, the one whose known day is the nearest."""
    missing = tuple(role for role in usual if getattr(known, FIELDS[role]) is None)
    options = [option for one in mentions for option in one.options or one.vague or ()]
    if event not in NOTIFIED:
        first = missing or (_nearest(usual[::-1], known, options, _MONTHLY),) if options else missing
        return (*first, *(role for role in usual if role not in first))
    if known.start_date is None and comes_too_soon(options, known, today):
        return ("notice",)
    if known.start_date is None:
        return ("start",) if known.notice_days is not None or known.notice_date else usual
    days = {role: getattr(known, FIELDS[role]) for role in ("start", "notice", "new_start")}
    later = bool(options) and options[-1] > known.start_date and "notice" not in missing
    if event == "postponement" and days["new_start"] is None and later:
        return ("new_start", "start")
    if "notice" in missing or not options:
        return ("notice", "start")
    nearest = _nearest([role for role, day in days.items() if day is not None], known, options)
    return (nearest, *(role for role in ("start", "notice") if role != nearest))


def _nearest(roles: Sequence[str], known: Case, options: Sequence[date], least: int = 0) -> str:
    """The role, of several that are known, whose day is the nearest to those that may be meant.

    Under `least` days, the first of the roles is as near as another.
    """
    apart = {role: [abs((one - getattr(known, FIELDS[role])).days) for one in options] for role in roles}
    return min(roles, key=lambda role: max(min(apart[role]), least))


def _is_moved(one: Mention, text: str, event: Event) -> bool:
    """Whether an interval is the old and the new date: « reportée du 12 mars au 15 avril »."""
    moves = event == "postponement" or (event == "provider_cancellation" and postpones(text))
    if not (moves and one.last and one.options):
        return False
    apart = min(((end - day).days for day in one.options for end in one.last if end > day), default=0)
    return apart > _MOVES and _POSTPONES.search(text[: one.start]) is not None


def _moved_before(
    mentions: Sequence[Mention], ranked: Sequence[dict[str, int]], text: str, event: Event
) -> set[int]:
    """The places of intervals that moved a session which moves again: « du 1er au 20, puis au 15 mars »."""
    moved = (place for place, one in enumerate(mentions) if _is_moved(one, text, event))
    return {place for place in moved if any("new_start" in roles for roles in ranked[place + 1 :])}


def _notice(
    notices: Sequence[Notice], start: date | None, said: date | None, figures: TermsFigures
) -> Findings:
    """The days of notice, counted on the calendar when the start is known."""
    if not notices:
        return Findings()
    if len(notices) > 1 and not agree(notices, figures):
        lengths = " et ".join(f"{one.days} jours" for one in notices)
        return ask("notice_days", f"Vous citez deux délais ({lengths}){NBSP}: lequel{NBSP}?")
    one = max(notices, key=lambda each: each.days)
    days = one.before(start) if start else one.days
    if said and start:
        if (start - said).days == days:
            return Findings()
        asked = f"Le {say_date(said)} n'est pas {days} jours avant le {say_date(start)}"
        return ask("notice_date", f"{asked}{NBSP}: quelle est la date exacte{NBSP}?")
    if straddles(one, figures) and not (start and (one.working or one.months)):
        return Findings({"notice_days": days}) + ask("notice_days", inexact_notice(one))
    return Findings({"notice_days": days}, notes=_say_worked(one, days, start))


def _say_worked(one: Notice, days: int, start: date | None) -> tuple[str, ...]:
    """How many days a notice in working days was counted as."""
    if not one.working:
        return ()
    kind = "ouvrables" if one.per_week == WORKABLE else "ouvrés"
    least = "" if start else "au moins "
    return (f"Préavis de {one.working} jours {kind}{NBSP}: {least}{days} jours.",)
