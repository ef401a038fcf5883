"""What a message says about a sum: the case so far, the sum asked, and what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.answering.understand.amounts import bare_number, find_shares
from assistant.answering.understand.clients import find_client, find_yes_or_no
from assistant.answering.understand.describe import describe_case
from assistant.answering.understand.events import (
    Asking,
    find_asked,
    find_event,
    nobody_named,
    part_cancelled,
    read_asking,
    usual_asked,
    who_cancels,
)
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.merge import assume_today, check_case, merge_case
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums import read_payments, read_sums
from assistant.answering.understand.timing import read_timing
from assistant.datatypes import Case, Doubt, Event, MoneyReading

__all__ = ["describe_case", "understand_money"]

_SHORT = 7  # words under which a duration alone answers a question
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
_HANGS_ON_NOTICE: tuple[Event, ...] = ("cancellation", "postponement")


def understand_money(message: str, *, known: MoneyReading | None, today: date) -> MoneyReading | None:
    """What a message says about a sum, or `None` when it is about no sum and no case.

    A question about a clause, with nothing of a case in it, is `None`: « quels sont
    les frais d'annulation ? ». With facts but no sum asked, `wants_sum` is false.
    `known` is the reading of the turns before; its facts are kept unless this
    message contradicts them.
    """
    text = prepare(message)
    asking = read_asking(text)
    case = known.case if known else None
    client = find_client(text)
    named = find_event(text, client or (case.client if case else None), case.event if case else None)
    event = named or (case.event if case else None)
    found = _read(text, event or "cancellation", case, today)
    if client:
        found += Findings({"client": client})
    event = event or _implied_event(found, asking)
    if event is None:
        return None
    if known is None:
        wants = _wants_first(event, asking, found)
    else:
        wants = _wants_next(known, named, asking, found)
    if wants is None:
        return None
    return _conclude(text, named, event, found, known, today, wants=wants)


def _read(text: str, event: Event, case: Case | None, today: date) -> Findings:
    """Every fact that a prepared message states."""
    answers = case is not None and len(text.split()) <= _SHORT
    late = event == "late_payment"
    found, left = read_timing(text, event, case, today, bare=answers and not late)
    sums, left = read_sums(left, event, case)
    found += sums
    merged = merge_case(case, event, found.facts)
    payments = read_payments(left, event, merged)
    found = payments + found if "deposit_paid" in found.facts else found + payments
    for topic in ("online", "intra"):
        said = find_yes_or_no(topic, left)
        if said is not None:
            found += Findings({topic: said})
    if case is not None and not found.facts and not found.doubts:
        found += _bare_answer(text, case)
    if event == "cancellation" and lexicon().says("head.part", left):
        found += Findings(doubts=(Doubt("event", part_cancelled()),))
    if nobody_named(text) and event == "provider_cancellation":
        found += Findings(doubts=(Doubt("event", who_cancels()),))
    return found


def _bare_answer(text: str, case: Case) -> Findings:
    """A number, a yes or a no alone, for the fact that is most likely asked for."""
    number = bare_number(text)
    if number is not None:
        return _bare_number(number, case)
    shares = find_shares(text)
    if len(shares) == 1 and case.event == "solicitation":
        return Findings({"employer_charges_rate": shares[0].percent})
    words = lexicon()
    for answer in (True, False):
        if words.says("yes" if answer else "no", text):
            if case.event == "withdrawal" or case.client == "individual":
                return Findings({"online": answer})
            return Findings({"deposit_paid": None if answer else Decimal(0)})
    return Findings()


def _bare_number(number: Decimal, case: Case) -> Findings:
    large = number >= lexicon().figure("smallest_bare_sum")
    if case.event == "solicitation":
        salary = case.monthly_salary is None
        return Findings({"monthly_salary" if salary else "employer_charges_rate": number})
    if case.event == "opco_balance" and case.price is not None:
        return Findings({"opco_share": number})
    if case.price is None and large:
        return Findings({"price": number})
    untimed = case.notice_days is None and case.notice_date is None
    if case.event in _HANGS_ON_NOTICE and case.price is not None and untimed and number == int(number):
        return Findings({"notice_days": int(number)})
    return Findings({"price": number}) if large else Findings()


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


def _wants_first(event: Event, asking: Asking, found: Findings) -> bool | None:
    """Whether a first message wants a sum; `None` when it is about no case.

    Asking a sum is enough where it hangs on the notice: the calculator says what
    is missing. Elsewhere (deposit, late payment…) the clause itself answers.
    """
    telling = _telling(event, found)
    if not telling:
        return True if asking.sum and event in _HANGS_ON_NOTICE else None
    if asking.sum or telling & _MONEY:
        return True
    return None if asking.elsewhere else False


def _wants_next(known: MoneyReading, named: Event | None, asking: Asking, found: Findings) -> bool | None:
    """Whether a later message wants a sum; `None` when it leaves the case."""
    event = named or known.case.event
    stated = bool(found.facts or found.doubts)
    if _telling(event, found) & _MONEY or (asking.sum and not asking.elsewhere):
        return True
    carries_on = asking.follow_up or asking.carry_on
    if stated and not asking.elsewhere and (carries_on or _telling(event, found) or not asking.clause):
        return known.wants_sum
    if named and not asking.elsewhere and (carries_on or asking.statement or not asking.clause):
        return known.wants_sum
    elliptic = asking.follow_up and not asking.clause and not asking.elsewhere
    return known.wants_sum if elliptic else None


def _conclude(
    text: str,
    named: Event | None,
    event: Event,
    found: Findings,
    known: MoneyReading | None,
    today: date,
    *,
    wants: bool,
) -> MoneyReading:
    """The reading: the merged case, its doubts, and what is taken for granted."""
    before = known.case if known else None
    facts = dict(found.facts)
    if known and "price" in facts and "paid" in known.given and known.case.paid is None:
        facts.setdefault("paid", facts["price"])
    case = merge_case(before, event, facts)
    assumed = assume_today(case, found.doubts, today)
    case = replace(case, **dict(assumed.facts))  # type: ignore[arg-type]  # the field's own type
    changed = named is not None and known is not None and named != known.case.event
    asked = find_asked(text, event)
    if asked is None:
        asked = known.asked if known and not changed else usual_asked(event)
    return MoneyReading(
        case=case,
        asked=asked,
        given=tuple(facts),
        doubts=tuple(dict.fromkeys((*_open_doubts(known, facts), *found.doubts, *check_case(case)))),
        wants_sum=wants,
        notes=(*found.notes, *assumed.notes),
    )


def _open_doubts(known: MoneyReading | None, facts: Mapping[str, object]) -> tuple[Doubt, ...]:
    """The doubts of the turns before that nothing has settled."""
    if known is None:
        return ()
    settled = set(facts)
    if settled & _TIMES:
        settled |= _TIMES
    recomputed = check_case(known.case)
    return tuple(one for one in known.doubts if one.field not in settled and one not in recomputed)
