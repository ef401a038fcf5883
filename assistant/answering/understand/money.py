"""What a message says about a sum: the case so far, the sum asked, and what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.understand.answers import answer_asked, read_bare_answer
from assistant.answering.understand.clients import find_client
from assistant.answering.understand.describe import describe_case
from assistant.answering.understand.events import (
    Asking,
    find_asked,
    find_event,
    read_asking,
    usual_asked,
)
from assistant.answering.understand.facts import find_facts
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.merge import assume_today, check_case, merge_case
from assistant.answering.understand.notice import find_edition
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import Asked, Doubt, Event, MoneyReading

__all__ = ["describe_case", "understand_money"]

_MONEY = frozenset({"price", "paid", "opco_share", "monthly_salary"})
_PAID = frozenset({"price", "paid", "deposit_paid"})
_TIMES = frozenset({"start_date", "notice_date", "notice_days", "started", "new_start_date"})
_SIGNED = frozenset({"order_date", "signature_date"})
# The facts that make a question one about a case, and no longer about a clause.
_TELLING: Mapping[Event, frozenset[str]] = {
    "cancellation": _PAID | _TIMES,
    "postponement": _PAID | _TIMES | _SIGNED,
    "withdrawal": _PAID | _TIMES | _SIGNED,
    "provider_cancellation": _PAID,
    "absence": _PAID,
    "deposit": _PAID,
    "opco_balance": _PAID | {"opco_share"},
    "late_payment": frozenset({"price", "due_date", "payment_date"}),
    "solicitation": frozenset({"monthly_salary", "employer_charges_rate"}),
    "liability_cap": frozenset({"price"}),
}
# What may happen to one and the same session: « et si je reporte ? » goes on with its facts.
_SESSION_EVENTS: tuple[Event, ...] = (
    "cancellation",
    "postponement",
    "provider_cancellation",
    "withdrawal",
    "absence",
)
_HANGS_ON_NOTICE: tuple[Event, ...] = ("cancellation", "postponement")


@dataclass(frozen=True, slots=True)
class Told:
    """What one message tells: how it is meant, the event it names, the one it is about, the facts."""

    text: str
    asking: Asking
    named: Event | None
    event: Event
    found: Findings


def understand_money(
    message: str, *, known: MoneyReading | None, today: date, previous: str | None = None
) -> MoneyReading | None:
    """What a message says about a sum, or `None` when it is about no sum and no case.

    A question about a clause, with nothing of a case in it, is `None`: « quels sont
    les frais d'annulation ? ». With facts but no sum asked, `wants_sum` is false.
    `known` is the reading of the turns before; its facts are kept unless this
    message contradicts them. `previous` is the message before, in which what this
    one leaves out may have been said although no sum was at stake.
    """
    text, edition = prepare(message), find_edition(message)
    reading = _understand(text, known, today, edition)
    if previous is None or (reading and known is None):
        return reading
    recalled = _recall(text, prepare(previous), known, today)
    again = _understand(text, recalled, today, edition) if recalled else None
    if again is None:
        return reading
    holds_case = any(getattr(again.case, name) is not None for name in _TELLING[again.case.event])
    return again if known or (again.wants_sum and holds_case) else reading


def _understand(
    text: str, known: MoneyReading | None, today: date, edition: str | None
) -> MoneyReading | None:
    """What a prepared message says about a sum, by itself or on what is known."""
    told = _read(text, known, today, edition or (known.case.edition if known else None))
    if told is None:
        return None
    wants = _wants_next(known, told) if known else _wants_first(told)
    return None if wants is None else _conclude(told, known, today, wants=wants)


def _recall(text: str, previous: str, known: MoneyReading | None, today: date) -> MoneyReading | None:
    """The case that the message before opened without asking a sum, or `None`.

    « que se passe-t-il si LEXOM annule ? » names an event, « elle coûte 2 000 € » a
    price: neither is a case, until the next message asks for a sum.
    """
    client = known.case.client if known else None
    named = find_event(previous, client)
    if known:
        moves = named in _SESSION_EVENTS and named != known.case.event and known.case.event in _SESSION_EVENTS
        if not (moves and named) or find_event(text, client, known.case.event):
            return None
        return replace(known, case=merge_case(known.case, named, {}), asked=usual_asked(named))
    event = find_event(text, None) or named
    if event is None:
        return None
    found = find_facts(previous, event, None, today)
    asked = find_asked(previous, event) or usual_asked(event)
    case = merge_case(None, event, found.facts)
    return MoneyReading(case, asked, doubts=found.doubts, wants_sum=False)


def _read(text: str, known: MoneyReading | None, today: date, edition: str | None) -> Told | None:
    """What a prepared message tells; `None` when nothing says what it is about."""
    asking, client, case = read_asking(text), find_client(text), known.case if known else None
    ongoing = case.event if case else None
    named = find_event(text, client or (case.client if case else None), ongoing)
    event = named or ongoing
    found = find_facts(text, event or "cancellation", case, today, edition=edition)
    if known and not found.facts and not found.doubts:
        found += read_bare_answer(text, known)
    found = answer_asked(text, known, found) if known else found
    if client:
        found += Findings({"client": client})
    event = event or _implied_event(found, asking)
    return Told(text, asking, named, event, found) if event else None


def _implied_event(found: Findings, asking: Asking) -> Event | None:
    """What a case without any word for it is about, or `None`."""
    stated = found.facts.keys()
    if "monthly_salary" in stated or "employer_charges_rate" in stated:
        return "solicitation"
    noticed = bool(stated & {"notice_days", "notice_date", "started"})
    if (noticed and (asking.sum or "price" in stated)) or (asking.sum and {"price", "start_date"} <= stated):
        return "cancellation"
    if not asking.sum:
        return None
    return "deposit" if {"price"} < stated & _PAID else None


def _telling(event: Event, found: Findings) -> set[str]:
    """The facts, certain or doubtful, that make this a case."""
    stated = {field for field, value in found.facts.items() if value}
    stated |= {field for field in ("notice_days", "notice_date") if found.facts.get(field) is not None}
    stated |= {one.field for one in found.doubts}
    return stated & _TELLING[event]


def _wants_first(told: Told) -> bool | None:
    """Whether a first message wants a sum; `None` when it is about no case.

    Asking a sum is enough where it hangs on the notice: the calculator says what
    is missing; « je veux annuler ma formation. » opens a case too. Elsewhere (deposit,
    late payment…) the clause itself answers.
    """
    telling, asking = _telling(told.event, told.found), told.asking
    if _is_about_a_figure(told, telling) or _is_not_ours(told.text):
        return None
    if not telling and told.event in _HANGS_ON_NOTICE:
        announced = asking.statement and not asking.question and not asking.elsewhere
        return True if asking.sum else (False if announced else None)
    if not telling:
        return True if asking.euros and told.event == "deposit" else None
    if asking.sum or telling & _MONEY:
        return True
    return None if asking.elsewhere else False


def _is_about_a_figure(told: Told, telling: set[str]) -> bool:
    """Whether a message quotes the figures of the terms, and no case of its own."""
    words = lexicon()
    if words.says("notice.comparison", told.text):
        return not telling & _MONEY
    return telling == {"notice_days"} and words.says("notice.bound", told.text)


def _is_not_ours(text: str) -> bool:
    """Whether a message is about a flight, a subscription… and names nothing of ours."""
    words = lexicon()
    return words.says("asking.not_ours", text) and not words.says("asking.ours", text)


def _wants_next(known: MoneyReading, told: Told) -> bool | None:
    """Whether a later message wants a sum; `None` when it leaves the case."""
    asking, telling = told.asking, _telling(told.event, told.found)
    if telling & _MONEY or (asking.sum and not asking.elsewhere):
        return True
    if asking.elsewhere:
        return None
    carries_on = asking.follow_up or asking.carry_on
    states = bool(told.found.facts or told.found.doubts)
    if states and (carries_on or telling or not asking.clause):
        return known.wants_sum
    switches = told.named in _SESSION_EVENTS or told.named == known.case.event
    if told.named:
        return known.wants_sum if switches and (carries_on or not asking.clause) else None
    return known.wants_sum if asking.follow_up and not asking.clause else None


def _conclude(told: Told, known: MoneyReading | None, today: date, *, wants: bool) -> MoneyReading:
    """The reading: the merged case, its doubts, and what is taken for granted."""
    facts = dict(told.found.facts)
    if known and "price" in facts and "paid" in known.given and known.case.paid is None:
        facts.setdefault("paid", facts["price"])  # « tout est payé » came before the price
    case = merge_case(known.case if known else None, told.event, facts)
    assumed = assume_today(case, told.found.doubts, today)
    case = merge_case(case, told.event, assumed.facts)
    return MoneyReading(
        case=case,
        asked=_asked(told, known),
        given=tuple(facts),
        doubts=tuple(dict.fromkeys((*_open_doubts(known, facts), *told.found.doubts, *check_case(case)))),
        wants_sum=wants,
        notes=(*told.found.notes, *assumed.notes),
    )


def _asked(told: Told, known: MoneyReading | None) -> Asked:
    """The sum asked for: said in the message, else as before, else the usual one."""
    said = find_asked(told.text, told.event)
    if said:
        return said
    return known.asked if known and known.case.event == told.event else usual_asked(told.event)


def _open_doubts(known: MoneyReading | None, facts: Mapping[str, object]) -> tuple[Doubt, ...]:
    """The doubts of the turns before that nothing has settled."""
    if known is None:
        return ()
    settled = set(facts)
    if settled & _TIMES:
        settled |= _TIMES
    recomputed = check_case(known.case)
    return tuple(one for one in known.doubts if one.field not in settled and one not in recomputed)
