"""Whether a message wants a sum, or states a case, or is about something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answering.understand.events import HANGS_ON_NOTICE, ONE_SUM, SESSION_EVENTS, Asking, find_asked
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.sums.headcount import find_headcount
from assistant.answering.understand.timing.written_notices import only_said
from assistant.datatypes import Event, MoneyReading

_MONEY = frozenset({"price", "paid", "opco_share", "monthly_salary", "subcontracted"})
PAID = frozenset({"price", "paid", "deposit_paid"})
TIMES = frozenset({"start_date", "notice_date", "notice_days", "started", "new_start_date"})
_SIGNED = frozenset({"order_date", "signature_date"})
# The facts that make a question one about a case, and no longer about a clause.
TELLING: Mapping[Event, frozenset[str]] = {
    "cancellation": PAID | TIMES | {"signed", "accepted"},
    "postponement": PAID | TIMES | _SIGNED,
    "withdrawal": PAID | TIMES | _SIGNED,
    "provider_cancellation": PAID,
    "absence": PAID,
    "deposit": PAID,
    "opco_balance": PAID | {"opco_share"},
    "late_payment": frozenset({"price", "due_date", "payment_date"}),
    "solicitation": frozenset({"monthly_salary", "employer_charges_rate", "subcontracted"}),
    "liability_cap": frozenset({"price"}),
}
_SHORT = 6  # words up to which a message only names a sum


@dataclass(frozen=True, slots=True)
class Told:
    """What one message tells: how it is meant, the event it names, the one it is about, the facts.

    `settled` is true when it answers a question about the event.
    """

    text: str
    asking: Asking
    named: Event | None
    event: Event
    found: Findings
    settled: bool = False


def _stated(event: Event, found: Findings) -> set[str]:
    """The facts, certain or doubtful, that make this a case."""
    stated = {field for field, value in found.facts.items() if value}
    stated |= {
        field for field in ("notice_days", "notice_date", "signed") if found.facts.get(field) is not None
    }
    stated |= {one.field for one in found.doubts}
    return stated & TELLING[event]


def wants_first(told: Told) -> bool | None:
    """Whether a first message wants a sum; `None` when it is about no case.

    Asking a sum is enough where it hangs on the notice: the calculator says what
    is missing; « je veux annuler ma formation. » opens a case too. Elsewhere (deposit,
    late payment…) the clause itself answers.
    """
    telling, asking = _stated(told.event, told.found), told.asking
    if _is_of_opco(told):
        return None
    if _is_about_a_figure(told, telling) or _is_about_form(told) or is_not_ours(told.text):
        return None
    public = told.found.facts.get("client") == "public_body"
    if public and told.event == "late_payment" and (asking.sum or asking.clause):
        return True  # what a public body owes is in no clause: the calculator says so
    if not telling and told.event in HANGS_ON_NOTICE:
        announced = asking.statement and not asking.question and not asking.elsewhere
        return True if asking.sum else (False if announced else None)
    if not telling and told.event == "absence" and _is_announced(told):
        return False
    if not telling:
        if told.event == "absence" and asking.sum and told.found.facts.keys() & PAID:
            return True
        asks_deposit = says("asking.deposit", told.text)
        counted = asking.euros or (asks_deposit and find_headcount(told.text) is not None)
        return True if counted and told.event == "deposit" else None
    if asking.sum or telling & _MONEY:
        return True
    return None if asking.elsewhere else False


def _is_announced(told: Told) -> bool:
    """Whether a message only tells that someone will not come."""
    return not told.asking.question and says("event.stays_away", told.text)


def _is_of_opco(told: Told) -> bool:
    """Whether a message asks what the OPCO pays, which no document says, and not what is left."""
    asked = told.event == "opco_balance" and says("asking.of_opco", told.text)
    return asked and not says("asking.balance", told.text)


def _is_about_a_figure(told: Told, telling: set[str]) -> bool:
    """Whether a message quotes the figures of the terms, and no case of its own."""
    if says("notice.comparison", told.text):
        return not telling & _MONEY
    return telling == {"notice_days"} and says("notice.bound", told.text)


def _is_about_form(told: Told) -> bool:
    """Whether a message asks only if a notice may be given by word of mouth."""
    return only_said(told.text) and told.asking.question and not (told.asking.sum or told.found.facts)


def is_not_ours(text: str) -> bool:
    """Whether a message is about a flight, a subscription, a multiplication… and names nothing of ours."""
    return says("asking.reckoning", text) or (says("asking.not_ours", text) and not says("asking.ours", text))


def wants_next(known: MoneyReading, told: Told) -> bool | None:
    """Whether a later message wants a sum; `None` when it leaves the case."""
    asking, telling = told.asking, _stated(told.event, told.found)
    if _is_of_opco(told):
        return None
    if find_asked(told.text, told.event) in ("interest", "whole") and told.event == known.case.event:
        return True
    if told.settled:
        return known.wants_sum
    if telling & _MONEY or (asking.sum and not asking.elsewhere):
        return True
    if asking.elsewhere or _unpaid_deposit(known, told):
        return None
    if _asks_of_case(known, told):
        return True
    carries_on = asking.follow_up or asking.carry_on
    states = bool(told.found.facts or told.found.doubts)
    if states and (carries_on or telling or not asking.clause):
        return known.wants_sum
    if _changes_unknown(known, told):
        return None
    switches = told.named in SESSION_EVENTS or told.named == known.case.event
    if told.named:
        return known.wants_sum if switches and (carries_on or not asking.clause) else None
    return known.wants_sum if asking.follow_up and not asking.clause else None


def _asks_of_case(known: MoneyReading, told: Told) -> bool:
    """Whether a message that tells nothing more asks of the case: its fee, another sum, or its last day.

    Of an absence, « même s'il est malade ? » asks the same: the price is due, whatever the reason.
    """
    if told.named == known.case.event and says("asking.fees", told.text):
        return True
    goes_on = told.asking.carry_on or says("quoting.so", told.text)  # « donc aucun remboursement ? »
    if goes_on and not told.asking.clause and _names_sum(told):
        return True
    if told.event != known.case.event:
        return False
    feared = told.event == "absence" and says("asking.even_if", told.text)
    return feared or find_asked(told.text, told.event) == "deadline"


def _unpaid_deposit(known: MoneyReading, told: Told) -> bool:
    """Whether « et si l'acompte n'est pas payé ? » follows what it is: a clause says what comes of it."""
    supposed = told.event == known.case.event == "deposit" and says("asking.supposing", told.text)
    return supposed and told.found.facts.get("deposit_paid") == 0 and "price" not in told.found.facts


def _names_sum(told: Told) -> bool:
    """Whether a message names another sum of the same case: « et le remboursement ? »."""
    named = says("asking.balance", told.text) or says("asking.refund", told.text)
    return named and len(told.text.split()) <= _SHORT


def _changes_unknown(known: MoneyReading, told: Told) -> bool:
    """Whether « et si … ? » changes something that is not understood: the same sum again would be wrong."""
    if told.named == "absence" == known.case.event:  # however many are absent, the price is the same
        return False
    same = told.named in (None, known.case.event)
    supposes = says("asking.supposing", told.text) and not says("notice.in_writing", told.text)
    asks_another = told.event not in ONE_SUM and find_asked(told.text, told.event) is not None
    return same and supposes and not told.found.facts and not asks_another
