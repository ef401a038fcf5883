"""What a bare answer means: a number, a percentage, a yes or a no alone."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.events import HANGS_ON_NOTICE, NO_SUM_FOR_ANOTHER, WHAT_HAPPENS
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import figure, says
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import BASES, Sum, bare_number, find_shares, find_sums
from assistant.answering.understand.sums.headcount import find_headcount
from assistant.answering.understand.sums.prices import in_basis
from assistant.answering.understand.sums.recounts import ask_whose, recount, total_for
from assistant.answering.understand.timing.delays import answer_lapse
from assistant.datatypes import Case, Event, MoneyReading
from assistant.french import NBSP

_SUMS = ("deposit_paid", "paid", "opco_share", "monthly_salary", "subcontracted")
_ANSWERS = ("online", "signed", "started", "intra", "accepted")
_WAS = re.compile(r"\b(?:est|etait|ete|avait|is|was|wasn't|had|hadn't)\b")
_CORRECTS = re.compile(r"(?:non|pardon|erreur|plutot|en fait|finalement|no|sorry|actually)\b")
_PRICED = re.compile(r"\b(?:prix|tarif|price|cout\w*)\b")
_ONLY = re.compile(r"\b(?:seulement|uniquement|que|only|just|juste)\b")
_PERCENT = 100  # up to which a number alone may be a share of the price
_MANY = 100  # days from which a number alone is rather a price, the notice being known in days
_SHORT = 6  # words up to which a sum answers the question asked


def read_bare_answer(text: str, known: MoneyReading) -> Findings:
    """The fact that a bare answer gives: the missing fact that it most likely stands for.

    >>> dict(read_bare_answer("2 000", MoneyReading(Case(event="cancellation"))).facts)
    {'price': Decimal('2000')}
    """
    case = known.case
    number, shares = bare_number(text), find_shares(text)
    if found := price_for_all(text, known) or recount(text, known):
        return found
    if number is not None:
        corrected = _corrected(text, known)
        return _corrected_by(number, corrected) if corrected else _bare_number(number, case)
    if len(shares) == 1 and case.event == "solicitation":
        return Findings({"employer_charges_rate": shares[0].percent})
    pending = known.doubts[0].field if known.doubts else "deposit_paid"
    if pending not in ("deposit_paid", "new_session"):
        return Findings()
    for answer in (True, False):
        if says("yes" if answer else "no", text):
            if pending == "new_session":
                return Findings({"new_session": "accepted" if answer else "refused"})
            if denied := _corrected_answer(text, known):
                return Findings({denied: answer})
            if case.event == "withdrawal" or case.client == "individual":
                return Findings({"online": answer})
            return Findings({"deposit_paid": None if answer else Decimal(0)})
    return Findings()


def _corrected_by(number: Decimal, field: str) -> Findings:
    """The sum that a number alone corrects; the share of the OPCO may be a percentage as well."""
    if field == "opco_share" and number <= _PERCENT:
        return ask(field, f"{number}{NBSP}€ ou {number}{NBSP}%{NBSP}?")
    return Findings({field: number})


def _corrected_answer(text: str, known: MoneyReading) -> str | None:
    """What « si, elle l'était » corrects, told just before by yes or no; `None`: nothing, or the deposit."""
    told = [one for one in _ANSWERS if one in known.given and getattr(known.case, one) is not None]
    deposit = "deposit_paid" in known.given and not re.search(r"\belle\b", text)
    return told[0] if _WAS.search(text) and len(told) == 1 and not deposit else None


def answer_asked(text: str, known: MoneyReading, found: Findings) -> Findings:
    """What was found; a sum alone is the one that was asked for, not a price.

    >>> asked = MoneyReading(Case(event="opco_balance", price=Decimal("2400")))
    >>> dict(answer_asked("300 €", asked, Findings({"price": Decimal("300")})).facts)
    {'opco_share': Decimal('300')}
    """
    case, pending = known.case, known.doubts[0].field if known.doubts else ""
    found = answer_lapse(known, found)
    found = found if _PRICED.search(text) else _restated(found, case)
    if any(one.field == "part_payment_date" for one in known.doubts):
        return _part_payment(found, case)
    if not pending and case.event == "opco_balance" and case.price is not None and case.opco_share is None:
        pending = "opco_share"
    pending = pending or _corrected(text, known) or ""
    if pending not in _SUMS or "price" not in found.facts or pending in found.facts:
        return found
    told = len(text.split()) > _SHORT or says("sum_role.price.before", text)
    if told and case.event != "solicitation":  # of which no price is told
        return found
    return found.without("price", "basis") + Findings({pending: found.facts["price"]}, notes=found.notes)


def _restated(found: Findings, case: Case) -> Findings:
    """What was found, a sum told before being what it was, and no price: « c'était 1 000 TTC »."""
    value, basis = found.facts.get("price"), found.facts.get("basis")
    told = [field for field in _SUMS if value and getattr(case, field) == value != case.price]
    if len(told) != 1 or not isinstance(value, Decimal) or basis not in BASES:
        return found
    facts = {field: one for field, one in found.facts.items() if field not in ("price", "basis")}
    facts[told[0]] = in_basis(Sum(0, 0, value, basis=basis), case.basis, case.vat_rate)
    return Findings(facts, found.doubts, found.notes)


def _corrected(text: str, known: MoneyReading) -> str | None:
    """The sum that « non, 500 » corrects: the only one of the message before, unless it is a price.

    « 400 € seulement » corrects it beside a price too, and where no sum was told.
    """
    given = [field for field in known.given if field in _SUMS]
    if len(given) != 1:
        return None
    told = "price" not in known.given and getattr(known.case, given[0]) is not None
    return given[0] if _ONLY.search(text) or (told and _CORRECTS.match(text)) else None


def _part_payment(found: Findings, case: Case) -> Findings:
    """What was found, read as the sum and the day of the first of two payments, which were asked for."""
    asked = {"payment_date": "part_payment_date"} | ({"price": "paid"} if case.price is not None else {})
    if case.due_date and "payment_date" not in found.facts:
        asked["due_date"] = "part_payment_date"
    if not found.facts.keys().isdisjoint(("part_payment_date", "invoices")):
        return found
    return replace(found, facts={asked.get(field, field): value for field, value in found.facts.items()})


def answered_event(text: str, known: MoneyReading, named: Event | None) -> Event | None:
    """The event, when a message answers who cancels or whether all is cancelled; else `None`.

    >>> from assistant.datatypes import Doubt
    >>> asked = MoneyReading(Case(event="cancellation"), doubts=(Doubt("event", "Toute la commande ?"),))
    >>> answered_event("toute la commande", asked, None), answered_event("3 places", asked, None)
    ('cancellation', None)
    """
    asked = [one.text for one in known.doubts if one.field == "event"]
    if not asked:
        return None
    if {WHAT_HAPPENS, NO_SUM_FOR_ANOTHER} & {*asked}:
        return named
    if known.case.event == "cancellation":
        whole = says("head.whole", text) and not says("event.instead_of", text)
        return "cancellation" if whole else None
    if says("event.client_alone", text):
        return "cancellation"
    return "provider_cancellation" if says("event.provider_alone", text) else named


def price_for_all(text: str, known: MoneyReading) -> Findings | None:
    """The price for everyone, from the price per person that the pending question quotes."""
    if not any(one.field == "price" for one in known.doubts):
        return None
    asked = prepare(next(one.text for one in known.doubts if one.field == "price"))
    quoted, group = find_sums(asked), find_headcount(asked)
    if len(quoted) != 1 or (quoted[0].heads is None and group is None):
        return None
    number = bare_number(text)
    heads = find_headcount(text) or (int(number) if number else None)
    if group is not None and says("head.each", text):
        heads = heads or group
    elif group is not None and (heads in (None, group) or says("head.all", text)):
        heads = 1 if says("head.all", text) else None
    elif group is not None and heads:
        return ask("price", ask_whose(quoted[0].value, heads))
    return total_for(heads, quoted[0].value) if heads else None


def _bare_number(number: Decimal, case: Case) -> Findings:
    if number > figure("largest_sum"):
        return Findings()
    is_sum = number >= figure("smallest_bare_sum")
    if case.event == "solicitation":
        field = "monthly_salary" if case.monthly_salary is None else "employer_charges_rate"
        return Findings({field: number})
    if case.price is None:
        return Findings({"price": number}) if is_sum else Findings()
    if case.event == "opco_balance" and case.opco_share is None:
        return Findings({"opco_share": number})
    is_timed = (
        case.notice_date is not None or case.started or (case.notice_days is not None and number >= _MANY)
    )
    if case.event in HANGS_ON_NOTICE and not is_timed and number == int(number):
        return Findings({"notice_days": int(number)})
    return Findings({"price": number}) if is_sum else Findings()
