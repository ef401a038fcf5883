"""A case and new facts to the case that goes on: new facts replace what they contradict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assistant.answering.understand.events import HANGS_ON_NOTICE, NOTIFIED, SESSION_EVENTS
from assistant.answering.understand.findings import Findings
from assistant.datatypes import Case, Doubt, Event
from assistant.french import NBSP, say_date, say_money

# A fact, and the facts that it makes stale.
_REPLACES: Mapping[str, tuple[str, ...]] = {
    "notice_days": ("notice_date", "started"),
    "notice_date": ("notice_days", "started"),
    "started": ("notice_date", "notice_days"),
    "start_date": ("started",),
    "signature_date": ("signed",),
}
_ANY_EVENT = frozenset({"price", "basis", "vat_rate", "client", "deposit_paid", "paid", "opco_share"})
_TIMED_FACTS = frozenset(
    {
        "start_date",
        "notice_date",
        "notice_days",
        "started",
        "order_date",
        "signature_date",
        "signed",
        "accepted",
        "online",
        "intra",
    }
)
_LONG_SIGNED = timedelta(days=20)  # longer than any period to withdraw, week-ends and holidays included
_LONG_STARTED = timedelta(days=14)  # a notice that late after the start: the dates were rather exchanged


def merge_case(known: Case | None, event: Event, facts: Mapping[str, object]) -> Case:
    """The known case with new facts, without what they contradict."""
    if known is None or _is_whole_case(facts):
        kept: dict[str, Any] = {"edition": known.edition if known else None}
    else:
        kept = _kept(known, event)
    if "price" in facts and "paid" not in facts and kept.get("paid") == kept.get("price"):
        kept["paid"] = facts["price"] if kept.get("paid") is not None else None
    if "start_date" in facts and kept.get("notice_date") and kept.get("notice_days") is not None:
        kept["notice_date"] = None  # assumed: the days before the start are what was said
    for field, value in facts.items():
        if value is not False:
            kept.update({stale: None for stale in _REPLACES.get(field, ()) if stale not in facts})
    kept.update(facts)
    return _settle(Case(event=event, **kept), facts)


def _is_whole_case(facts: Mapping[str, object]) -> bool:
    """Whether a message states a whole case of its own."""
    stated = facts.keys()
    noticed = {"price", "start_date"} <= stated and bool({"notice_days", "notice_date", "started"} & stated)
    return noticed or {"price", "due_date", "payment_date"} <= stated


def _kept(known: Case, event: Event) -> dict[str, Any]:
    """The known facts that still make sense for an event."""
    fields = {name: getattr(known, name) for name in known.__slots__ if name != "event"}
    if event == known.event:
        return fields
    if known.new_session == "accepted" and known.new_start_date:  # the session is now that of this day
        fields.update({"start_date": known.new_start_date, "notice_date": None, "notice_days": None})
    kept = _ANY_EVENT | {"edition", "client"}
    if event in NOTIFIED and known.event in NOTIFIED:
        kept |= _TIMED_FACTS
    elif event in SESSION_EVENTS or known.event in SESSION_EVENTS:
        kept |= {"start_date", "order_date", "signature_date", "notice_date", "notice_days"}
    return {name: value for name, value in fields.items() if name in kept}


def _settle(case: Case, facts: Mapping[str, object]) -> Case:
    """The case without a notice said twice, nor a deposit that all that was paid contradicts."""
    if case.start_date and case.notice_date and case.notice_days is not None:
        case = replace(case, notice_days=None)
    if case.paid is None or case.deposit_paid is None:
        return case
    if case.deposit_paid == 0 and case.paid and "deposit_paid" not in facts:
        return replace(case, deposit_paid=None)
    if case.deposit_paid <= case.paid:
        return case
    return replace(case, paid=None) if "deposit_paid" in facts else replace(case, deposit_paid=None)


def assume_today(case: Case, doubts: tuple[Doubt, ...], today: date, *, past: bool = False) -> Findings:
    """The notice taken as given today when nothing says when it is given; `past` when it was given before."""
    if _only_day_unknown(case, today) and not past and not doubts:
        note = "Votre écrit est compté comme reçu aujourd'hui ou plus tard."
        facts = {"notice_date": today, "notice_days": case.notice_days, "started": case.started}
        return Findings(facts, notes=(note,))
    if case.notice_date or case.notice_days is not None or case.started:
        return Findings()
    if any(one.field in ("notice_date", "notice_days", "start_date") for one in doubts):
        return Findings()
    notified = case.event in HANGS_ON_NOTICE and case.start_date is not None and case.start_date >= today
    may_withdraw = case.event == "withdrawal" or case.client == "individual"
    withdraws = may_withdraw and (case.signature_date or case.order_date) is not None
    if not (notified or withdraws):
        return Findings()
    note = f"Votre écrit est compté comme reçu aujourd'hui, {say_date(today)}."
    return Findings({"notice_date": today}, notes=(note,))


def _only_day_unknown(case: Case, today: date) -> bool:
    """Whether a notice in days, or once it has started, comes long after a private individual signed."""
    timed = case.notice_days is not None or case.started
    notified = case.event in HANGS_ON_NOTICE and case.client == "individual" and timed
    signed = case.signature_date or case.order_date
    if not notified or signed is None or case.start_date or case.notice_date:
        return False
    return today - signed > _LONG_SIGNED


def check_case(case: Case) -> tuple[Doubt, ...]:
    """What cannot be in a case, as questions in French."""
    return (*_check_dates(case), *_check_sums(case))


def _check_dates(case: Case) -> tuple[Doubt, ...]:
    """The first two dates that are in the wrong order, if any."""
    if case.start_date and case.notice_days is not None:
        case = replace(case, notice_date=case.start_date - timedelta(days=case.notice_days))
    ordered = (
        ("order_date", "la commande", "start_date", "le début de la formation"),
        ("signature_date", "la signature", "start_date", "le début de la formation"),
        ("order_date", "la commande", "notice_date", "votre écrit"),
        ("signature_date", "la signature", "notice_date", "votre écrit"),
        ("order_date", "la commande", "new_start_date", "la nouvelle date"),
        ("notice_date", "votre écrit", "new_start_date", "la nouvelle date"),
        ("start_date", "le début prévu", "new_start_date", "la nouvelle date"),
    )
    for first, first_name, second, second_name in ordered:
        one, other = getattr(case, first), getattr(case, second)
        if one and other and one > other:
            said = f"{first_name} ({say_date(one)}) serait après {second_name} ({say_date(other)})"
            asked = f"{said[0].upper()}{said[1:]}{NBSP}: quelles sont les dates exactes{NBSP}?"
            return (Doubt(second, asked),)
    if case.start_date and case.start_date == case.new_start_date:
        said = f"La nouvelle date est celle du début prévu ({say_date(case.start_date)})"
        return (Doubt("new_start_date", f"{said}{NBSP}: à quelle date la session est-elle reportée{NBSP}?"),)
    start, notice = case.start_date, case.notice_date
    if start and notice and notice - start > _LONG_STARTED:
        said = f"Votre écrit ({say_date(notice)}) viendrait bien après le début ({say_date(start)})"
        return (Doubt("notice_date", f"{said}{NBSP}: quelles sont les dates exactes{NBSP}?"),)
    return ()


def _check_sums(case: Case) -> tuple[Doubt, ...]:
    doubts = []
    labels = {"deposit_paid": "L'acompte", "opco_share": "La part de l'OPCO", "paid": "La somme payée"}
    for field, label in labels.items():
        amount = getattr(case, field)
        if amount is not None and case.price is not None and amount > case.price:
            sums = f"{say_money(amount)}) dépasse le prix ({say_money(case.price)}"
            doubts.append(Doubt(field, f"{label} ({sums}){NBSP}: quelles sont les sommes exactes{NBSP}?"))
    return tuple(doubts)
