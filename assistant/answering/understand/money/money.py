"""What a message says about a sum: the case so far, the sum asked, and what is doubtful."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.answering.understand.events import (
    SESSION_EVENTS,
    WHAT_HAPPENS,
    Asking,
    find_asked,
    find_event,
    find_other_event,
    read_asking,
    usual_asked,
)
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.money.asked_back import gives_up_part, read_answer
from assistant.answering.understand.money.bare_answers import (
    answer_asked,
    answered_event,
    price_for_all,
    read_bare_answer,
)
from assistant.answering.understand.money.clients import find_client
from assistant.answering.understand.money.describe import describe_case
from assistant.answering.understand.money.doubts import check_reading, open_doubts
from assistant.answering.understand.money.facts import find_facts
from assistant.answering.understand.money.merge import assume_today, merge_case
from assistant.answering.understand.money.several_sessions import tell_given_up
from assistant.answering.understand.money.wants import (
    PAID,
    TELLING,
    Told,
    wants_first,
    wants_next,
)
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.headcount import find_headcount
from assistant.answering.understand.sums.payments import name_deposit, name_opco, settle_payments
from assistant.answering.understand.sums.quoted_sums import hide_quoted
from assistant.answering.understand.sums.recounts import price_each, recount
from assistant.answering.understand.sums.told_payments import settle_told
from assistant.answering.understand.timing.new_sessions import LEFT, left_to_pay
from assistant.answering.understand.timing.thresholds import settle_notice
from assistant.datatypes import Asked, Case, Event, MoneyReading, TermsFigures

__all__ = ["describe_case", "understand_money"]


def understand_money(
    message: str,
    *,
    known: MoneyReading | None,
    today: date,
    previous: str | None = None,
    figures: TermsFigures,
    said: Collection[Decimal] = (),
) -> MoneyReading | None:
    """What a message says about a sum, or `None` when it is about no sum and no case.

    A question about a clause, with nothing of a case in it, is `None`: « quels sont
    les frais d'annulation ? ». With facts but no sum asked, `wants_sum` is false.
    `known` is the reading of the turns before; its facts are kept unless this
    message contradicts them. `previous` is the message before, in which what this
    one leaves out may have been said although no sum was at stake. `figures` are
    those of the terms that may apply. `said` are the sums
    of the answer before: to quote one asks for it again.
    """
    text = prepare(message)
    known = settle_notice(known, figures) if known else None
    text = name_deposit(name_opco(text, known.case), known) if known else text
    text = tell_given_up(text, prepare(previous), today) if previous else text
    unquoted = hide_quoted(text, said, known.case.event) if known and said else text
    reading = _understand(unquoted, known, today, figures)
    if known and unquoted != text:
        asked = find_asked(unquoted, known.case.event) or known.asked
        return reading or replace(known, asked=asked, wants_sum=True)
    if previous is None:
        return reading
    before = prepare(previous)
    recalled = _recall(text, before, known, today, figures)
    again = _understand(text, recalled, today, figures) if recalled else None
    reading, again = (_count_heads(one, before) if one else None for one in (reading, again))
    if again is None:
        return reading
    holds_case = any(getattr(again.case, name) is not None for name in TELLING[again.case.event])
    announced = again.wants_sum or again.asked == "deadline"
    announced |= not read_asking(before).question  # « Annulation du stage », then « J-12 »
    return again if known or reading or (announced and holds_case) else None


def _count_heads(reading: MoneyReading, before: str) -> MoneyReading:
    """The reading, a price a head being that of as many people as the message before counts."""
    found = price_for_all(before, reading) if find_headcount(before) else None
    if found is None or not found.facts:
        return reading
    return replace(
        reading,
        case=merge_case(reading.case, reading.case.event, found.facts),
        given=(*reading.given, *found.facts),
        doubts=tuple(one for one in reading.doubts if one.field != "price"),
        notes=(*reading.notes, *found.notes),
        each=found.each,
    )


def _understand(
    text: str, known: MoneyReading | None, today: date, figures: TermsFigures
) -> MoneyReading | None:
    """What a prepared message says about a sum, by itself or on what is known."""
    told = _read(text, known, today, figures)
    if told is None:
        return None
    wants = wants_next(known, told) if known else wants_first(told)
    return None if wants is None else _conclude(told, known, today, figures, wants=wants)


def _recall(
    text: str, previous: str, known: MoneyReading | None, today: date, figures: TermsFigures
) -> MoneyReading | None:
    """The case that the message before opened without asking a sum, or `None`.

    « que se passe-t-il si l'organisme annule ? » names an event, « elle coûte 2 000 € » a
    price: neither is a case, until the next message asks for a sum.
    """
    client = known.case.client if known else None
    named = find_event(previous, client, known.case.event if known else None)
    if known:
        moves = named in SESSION_EVENTS and named != known.case.event and known.case.event in SESSION_EVENTS
        if not (moves and named) or find_event(text, client, known.case.event):
            return None
        return replace(known, case=merge_case(known.case, named, {}), asked=usual_asked(named))
    event = find_event(text, None, named) or named
    if event is None:
        return None
    found, client = find_facts(previous, event, None, today, figures), find_client(previous)
    asked = find_asked(previous, event) or usual_asked(event)
    case = merge_case(None, event, {**found.facts, "client": client} if client else found.facts)
    return MoneyReading(
        case, asked, doubts=found.doubts, wants_sum=_wants(previous) or "price" in found.facts
    )


def _wants(text: str) -> bool:
    """Whether a message that opens no case of its own asks for a sum."""
    asking = read_asking(text)
    return not asking.elsewhere and (asking.sum or says("asking.fees", text))


def _read(text: str, known: MoneyReading | None, today: date, figures: TermsFigures) -> Told | None:
    """What a prepared message tells; `None` when nothing says what it is about."""
    asking, client, case = read_asking(text), find_client(text), known.case if known else None
    ongoing = case.event if case else None
    named = find_event(text, client or (case.client if case else None), ongoing)
    answered = answered_event(text, known, named) if known else None
    named = answered or named
    event = named or ongoing
    answer = read_answer(text, known, today) if known else None
    if known and gives_up_part(text, known):
        named, event, answered = None, known.case.event, known.case.event
    if known and known.each and recount(text, known):
        named, event = None, known.case.event
    found = answer or find_facts(text, event or "cancellation", case, today, figures)
    if known and not found.facts and not found.doubts:
        found += read_bare_answer(text, known)
    found = answer_asked(text, known, found) if known else found
    found = settle_told(text, found, case, figures.deposit)
    if client:
        found += Findings({"client": client})
    implied = None if event else _implied_event(found, asking)
    found = find_facts(text, implied, case, today, figures) if implied == "solicitation" else found
    changed = implied == "cancellation" and says("event.other_change", text)
    if event is None and (changed or (implied is None and _is_priced(found, asking))):
        if all(one.field != "event" for one in found.doubts):
            found += ask("event", WHAT_HAPPENS)
        implied = "cancellation"
    event = event or implied
    return Told(text, asking, named, event, found, answered is not None) if event else None


def _implied_event(found: Findings, asking: Asking) -> Event | None:
    """What a case without any word for it is about, or `None`."""
    stated = found.facts.keys()
    if "monthly_salary" in stated or "employer_charges_rate" in stated:
        return "solicitation"
    asked = {one.field for one in found.doubts}
    noticed = bool((stated | asked) & {"notice_days", "notice_date", "started"})
    if noticed and (asking.sum or "price" in stated):
        return "cancellation"
    if not asking.sum:
        return None
    paid = stated & PAID
    abroad = found.facts.get("client") == "foreign_company"
    return "deposit" if "price" in paid and (len(paid) > 1 or abroad) else None


def _is_priced(found: Findings, asking: Asking) -> bool:
    """Whether a sum is asked of a dated and priced session to which nothing is said to happen."""
    return asking.sum and {"price", "start_date"} <= found.facts.keys()


def _conclude(
    told: Told, known: MoneyReading | None, today: date, figures: TermsFigures, *, wants: bool
) -> MoneyReading:
    """The reading: the merged case, its doubts, and what is taken for granted."""
    price = told.found.facts.get("price")
    before = settle_payments(known, told.event, price, figures.deposit) if known else Findings()
    facts = {**before.facts, **told.found.facts}
    case = merge_case(known.case if known else None, told.event, facts)
    doubts = (*open_doubts(known, facts, told), *told.found.doubts)
    asked = _asked(told, known, case)
    past, priced = says("tense.past_notice", told.text), "price" in told.found.facts
    assumed = Findings() if asked == "deadline" else assume_today(case, doubts, today, past=past)
    case = merge_case(case, told.event, assumed.facts)
    return MoneyReading(
        case=case,
        asked=asked,
        given=tuple(facts),
        doubts=tuple(dict.fromkeys((*doubts, *check_reading(case, asked)))),
        wants_sum=wants,
        notes=(*told.found.notes, *before.notes, *assumed.notes),
        also=find_other_event(told.text, told.event),
        each=told.found.each or price_each(told.text) or (known.each if known and not priced else None),
    )


def _asked(told: Told, known: MoneyReading | None, case: Case) -> Asked:
    """The sum asked for: said in the message, else as before, else the usual one.

    Interest alone stays asked for until the indemnity is spoken of. A client from abroad, asking
    what to pay and not what deposit, owes the whole price, or what is left of it. « Combien lui
    réclamer ? », a part being paid, asks the rest.
    """
    if told.event == "deposit" and told.named is None and case.client == "foreign_company":
        return "rest" if case.paid or case.deposit_paid else "whole"
    before = known.asked if known and known.case.event == told.event else usual_asked(told.event)
    if before == "deadline" and told.asking.sum:
        before = usual_asked(told.event)
    named = find_asked(told.text, told.event)
    if before == "interest" and named != "whole":
        return before if named or "indemnit" not in told.text else "fee"
    asked = named or before
    if asked == "fee" and (case.paid or case.deposit_paid) and says("asking.claim", told.text):
        return "balance"
    return left_to_pay(case) if told.event == "provider_cancellation" and asked in LEFT else asked
