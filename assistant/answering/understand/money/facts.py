"""Every fact that a message states about a case."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.answering.understand.events import (
    HANGS_ON_NOTICE,
    NO_SUM_FOR_ANOTHER,
    NO_SUM_FOR_PART,
    WHAT_HAPPENS,
    WHO_CANCELS,
    gives_up,
    nobody_named,
)
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import find_said, says
from assistant.answering.understand.money.clients import find_yes_or_no
from assistant.answering.understand.money.merge import merge_case
from assistant.answering.understand.money.several_sessions import (
    ask_price_of_one,
    ask_session,
    hide_other_session,
)
from assistant.answering.understand.sums.headcount import cancels_some
from assistant.answering.understand.sums.invoices import read_invoices
from assistant.answering.understand.sums.payments import only_unpaid, read_payments
from assistant.answering.understand.sums.recounts import price_each
from assistant.answering.understand.sums.sums import read_sums
from assistant.answering.understand.timing.delays import of_an_invoice, say_due_day
from assistant.answering.understand.timing.new_sessions import find_new_session
from assistant.answering.understand.timing.notice import find_length
from assistant.answering.understand.timing.timing import read_timing
from assistant.answering.understand.timing.written_notices import ASK_WRITTEN, only_said
from assistant.datatypes import Case, Doubt, Event, NewSession, TermsFigures
from assistant.french import NBSP

_ONE_NOTICE = (
    f"Je calcule un préavis à la fois, et la différence se lit entre les deux{NBSP}: lequel d'abord{NBSP}?"
)
_ASK_TOTAL = f"Quel est le prix total, places gratuites déduites{NBSP}?"
_SHORT = 7  # words under which a duration alone answers a question
_LEADS = re.compile(  # « et à 10 jours, combien reste-t-il ? »
    r"(?:et |and |ou |mais )*(?:a|at|avec|with) \d+ ?(?:j|jours?|semaines?|days?|weeks?) ?[,?:]"
)


def find_facts(text: str, event: Event, case: Case | None, today: date, figures: TermsFigures) -> Findings:
    """Every fact that a prepared message states; `case` is what was known before.

    >>> figures = TermsFigures(frozenset({15, 30}), deposit=Decimal(30))
    >>> said, day = "20 jours avant, 2 000 € ht", date(2026, 11, 20)
    >>> dict(find_facts(said, "cancellation", None, day, figures).facts)
    {'notice_days': 20, 'price': Decimal('2000'), 'basis': 'HT'}
    """
    short = len(text.split()) <= _SHORT or _LEADS.match(text)
    answers = case is not None and bool(short) and event != "late_payment" and not says("head.day", text)
    text = say_due_day(text, today) if event == "late_payment" else text
    text, other_session = hide_other_session(text, event, today)
    found, left = read_timing(text, event, case, today, bare=answers, figures=figures)
    sums, left = read_sums(left, event, case, length=find_length(text))
    found += sums
    so_far = merge_case(case, event, found.facts)
    found = read_payments(left, event, so_far, deposit=figures.deposit, stated=found.facts.keys()) + found
    found += _unpaid(left, found)
    for topic in ("online", "intra"):
        said = find_yes_or_no(topic, left)
        if said is not None:
            found += Findings({topic: said})
    if event == "provider_cancellation":
        found += _new_session(text, case, found)
    if event in HANGS_ON_NOTICE and _is_unsigned(text, found):
        found += Findings({"signed": False})
    if {found.facts.get("signed"), case.signed if case else None} & {False} and _is_accepted(text):
        found += Findings({"accepted": True})
    found += _doubtful_event(text, left, event, goes_on=case is not None and case.event == event)
    found = of_an_invoice(read_invoices(text, today, found, case), case) if event == "late_payment" else found
    found += _doubtful_hire(text, event, case, found)
    if event in HANGS_ON_NOTICE and only_said(text):
        found += ask("notice_date", ASK_WRITTEN)
    if event == "provider_cancellation" and nobody_named(text):
        found += ask("event", WHO_CANCELS)
    found = _price_paid(text, event, case, _ask_total(text, ask_price_of_one(text, event, found)))
    if other_session is None:
        return found
    return ask_session(other_session, found, case, today, figures, each=price_each(text))


def _doubtful_event(text: str, left: str, event: Event, *, goes_on: bool) -> Findings:
    """What to ask where only a part is given up, someone else comes, or two notices are compared.

    Where the case goes on, « et si 2 annulent ? » are some of those spoken of.
    """
    asked = []
    if event == "cancellation":
        some = says("head.cancelled", left) and not says("head.whole", left)
        doubted = {
            NO_SUM_FOR_PART: cancels_some(left) or (goes_on and some),
            NO_SUM_FOR_ANOTHER: says("event.replaced", text),
            WHAT_HAPPENS: says("event.takes_back", text),
        }
        asked = [Doubt("event", question) for question, said in doubted.items() if said]
    if goes_on and event in HANGS_ON_NOTICE and says("event.kept", text) and not gives_up(text):
        asked.append(Doubt("event", WHAT_HAPPENS))
    if event in HANGS_ON_NOTICE and says("asking.saving", text):
        asked.append(Doubt("notice_days", _ONE_NOTICE))
    return Findings(doubts=tuple(asked))


def _ask_total(text: str, found: Findings) -> Findings:
    """What was found, without a price of which some pay nothing, and the question what all of them pay."""
    if "price" not in found.facts or not says("head.free", text):
        return found
    return found.without("price") + ask("price", _ASK_TOTAL)


def _price_paid(text: str, event: Event, case: Case | None, found: Findings) -> Findings:
    """What was found; of an absence, what comes back of a sum paid hangs on no other price than that sum."""
    paid = found.facts.get("paid")
    priced = "price" in found.facts or (case is not None and case.price is not None)
    if event != "absence" or priced or not paid or not says("asking.refund", text):
        return found
    return found + Findings({"price": paid})


def _unpaid(text: str, found: Findings) -> Findings:
    """The sums that are told, but said not to be paid: of the deposit, of the OPCO."""
    unpaid = {
        "deposit_paid": says("paying.deposit_sum_unpaid", text) or only_unpaid(text),
        "opco_share": says("paying.opco_silent", text),
    }
    return Findings({field: Decimal(0) for field, said in unpaid.items() if said and found.facts.get(field)})


def _new_session(text: str, case: Case | None, found: Findings) -> Findings:
    """What is said of the company's new date; nothing is left of it once the company cancels.

    A new date that is told is one that the company proposes.
    """
    known = case.new_session if case else None
    dated = found.facts.get("new_start_date") or (case and case.new_start_date)
    spoken_of: NewSession | None = known or ("proposed" if dated else None)
    said = find_new_session(text, spoken_of) or (spoken_of if spoken_of != known else None)
    if said is None and not (known and says("event.provider_cancellation", text)):
        return Findings()
    return Findings({"new_session": said})


def _is_unsigned(text: str, found: Findings) -> bool:
    """Whether nothing is signed yet, by what is said and no date of a signature."""
    dated = found.facts.keys() & {"signature_date", "order_date", "started"}
    return says("signed.no", text) and not says("signed.yes", text) and not dated


def _is_accepted(text: str) -> bool:
    """Whether the order, and not its cancellation, is said to be accepted in writing."""
    told = find_said("signed.written", text)
    clauses = (re.split(r"[,;:.]", text[: one.start()])[-1] + one.group() for one in told)
    return any(not says("event.cancellation", one) for one in clauses)


def _doubtful_hire(text: str, event: Event, case: Case | None, found: Findings) -> Findings:
    """What to ask of a subcontractor who is hired: the indemnity is what was subcontracted."""
    if event == "solicitation" and says("head.hired", text) and "monthly_salary" in found.facts:
        asked = f"L'indemnité se compte par personne{NBSP}: quel est le salaire de la première{NBSP}?"
        return ask("monthly_salary", asked)
    hired = event == "solicitation" and says("paying.subcontractor", text)
    known = case is not None and case.event == "solicitation"
    counted = known or says("asking.sum", text) or "monthly_salary" in found.facts
    if not hired or not counted or "subcontracted" in found.facts:
        return Findings()
    asked = f"Quel chiffre d'affaires <us> a-t-elle sous-traité à cette personne l'année précédente{NBSP}?"
    return ask("subcontracted", asked)
