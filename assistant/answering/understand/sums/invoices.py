"""An invoice settled in several payments, or several invoices alike; else what to ask of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.answering.understand.dates.dates import Mention, each_day, find_dates
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.roles import rank_roles
from assistant.answering.understand.sums.amounts import Share, Sum, find_shares
from assistant.answering.understand.sums.instalments import distance, read_instalments
from assistant.answering.understand.sums.payments import PAID_ON, told_in_parts
from assistant.answering.understand.sums.prices import in_basis
from assistant.answering.understand.sums.several_invoices import (
    invoice_sums,
    read_several,
    told_one_by_one,
    without,
)
from assistant.answering.understand.timing.date_roles import weigh_roles
from assistant.datatypes import Case, Doubt, to_cents
from assistant.french import NBSP, say_money

_OF_BALANCE = re.compile(r"\bfactures? (?:de |du )(?:solde|reliquat|reste)\b|\bbalance invoice\b")
_REST = re.compile(
    r"\b(?:soldee?s?|reste|reliquat|complement|surplus|restante?|rest|remainder|balance)\b"
    r"(?! (?:du |restant |of )?(?:de |d'|soit |: ?)*\d)"
)
_LAST = re.compile(  # « solde réglé le 20 mai », « pénalités au 30 juin »
    r"\b(?:solde|reste|reliquat|balance|rest|remainder) (?:(?:a ete|est|etait|was) )?"
    r"(?:(?:paye|verse|regle|vire|paid)\w* )?(?:le |on )?$"
    r"|\b(?:penalites?|interets?|interest|agios)(?: de retard| arretee?s?| dues?)* (?:au|jusqu'au|until) $"
)
_RATE = re.compile(r"\b(?:tva|vat|taux|interets?)\b[^\d]{0,12}$")
_DUE_TOLD = re.compile(r"\b(?:echue?s?|exigible|echeance (?:le|du|au|:)|due (?:on|by))")
_PAID = re.compile(r"\b(?:verse|paye|regle|vire|encaisse|paid)\w* (?:le |on )?$")
_AGAIN = {"price", "paid", "payment_date"}  # what is read again where payments are several


@dataclass(frozen=True, slots=True)
class _Part:
    """The sum of one of two payments of an invoice, and where it is told."""

    amount: Decimal
    span: Sum | Share


def read_invoices(text: str, today: date, found: Findings, known: Case | None) -> Findings:
    """What was found of a late invoice, with its part payment or how many invoices there are.

    Interest is counted payment by payment and invoice by invoice: where a message does
    not tell them all, what is missing is asked for.
    """
    if says("paying.several_invoices", text) or told_one_by_one(text):
        return read_several(text, today, found, known)
    if known and _OF_BALANCE.search(text) and "price" not in found.facts:
        found = _balance(known) + found
    if told_in_parts(text) or _is_part(text, found):
        return _in_parts(text, today, found, known)
    if says("paying.due_term", text) and "payment_date" in found.facts and not _DUE_TOLD.search(text):
        asked = f"Quelle est la date d'échéance inscrite sur la facture{NBSP}?"
        return found + ask("due_date", asked)
    return found


def _balance(known: Case) -> Findings:
    """The sum of the invoice of the balance: the price less the deposit, where another event told both."""
    paid = known.paid if known.paid is not None else known.deposit_paid
    if known.event == "late_payment" or known.price is None or paid is None:
        return Findings()
    left = known.price - paid
    kept = {"basis": known.basis, "vat_rate": known.vat_rate, "client": known.client}
    told = {field: value for field, value in kept.items() if value is not None}
    said = f"{say_money(known.price)} − {say_money(paid)} = {say_money(left)}"
    return Findings({"price": left, **told}, notes=(f"Facture de solde{NBSP}: {said}.",))


def _is_part(text: str, found: Findings) -> bool:
    """Whether the payment that is dated is of a part of the invoice, whatever is said of the rest."""
    paid, price = found.facts.get("paid"), found.facts.get("price")
    if not (isinstance(paid, Decimal) and isinstance(price, Decimal) and 0 < paid < price):
        return False
    dated = [match.start() for match in PAID_ON.finditer(text)]
    return any(
        one.start <= place < one.end for one in invoice_sums(text) if one.total == paid for place in dated
    )


def _in_parts(text: str, today: date, found: Findings, known: Case | None) -> Findings:
    """The part paid before the rest, with both days; what is not told of them is asked for."""
    paid_on = _payments(text, today, found, known)
    whole, part = _read_parts(text, found, known)
    kept = without(found, _AGAIN if whole else _AGAIN - {"price"}) + Findings(whole)
    if known and known.due_date and not _DUE_TOLD.search(text):
        kept = without(kept, {"due_date"})
    if len(paid_on) > len(("part", "rest")):
        return kept + _in_many(text, paid_on, today, kept, known)
    if part is None or not paid_on or "price" not in whole:
        return kept + _ask_first(sorted(paid_on.values()))
    nearest = min(paid_on, key=lambda one: distance(one, part.span, text))
    days = [paid_on.pop(nearest), *paid_on.values()]
    if len(days) == 1 and _LAST.search(text[: nearest.start]):
        when = Doubt("part_payment_date", f"À quelle date {say_money(part.amount)} ont-ils été payés{NBSP}?")
        return kept + Findings({"paid": part.amount, "payment_date": days[0]}, (when,))
    if len(days) == 1 and says("paying.invoice_unpaid", text):
        days.append(today)
    price, paid = whole["price"], part.amount
    if days[0] > days[-1] and isinstance(price, Decimal):
        paid = price - paid
    last = max(days) if len(days) > 1 else None
    told = {"paid": paid, "part_payment_date": min(days), "payment_date": last, "more_payments": None}
    return kept + Findings(told)


def _in_many(
    text: str, paid_on: Mapping[Mention, date], today: date, found: Findings, known: Case | None
) -> Findings:
    """The payments of an invoice settled in more than two; what is not paid yet is counted to this day."""
    sums = invoice_sums(text)
    basis = found.facts.get("basis") or next((one.basis for one in sums if one.basis), None)
    basis = basis or (known.basis if known else None)
    told = [(one, in_basis(one, basis, found.facts.get("vat_rate"))) for one in sums]
    read = read_instalments(text, paid_on, told, known.price if known else None)
    if read.facts and read.facts["payment_date"] is None and says("paying.invoice_unpaid", text):
        read += Findings({"payment_date": today})
    return read + Findings({"basis": basis} if read.facts else {})


def _ask_first(days: Sequence[date]) -> Findings:
    """The question what was paid first, and on which day where the message does not tell both."""
    asked = "Les pénalités se comptent paiement par paiement"
    doubts = [Doubt("paid", f"{asked}{NBSP}: quel est le montant du premier{NBSP}?")]
    if len(days) > 1:
        return Findings({"paid": None, "part_payment_date": days[0], "payment_date": days[-1]}, tuple(doubts))
    doubts.append(Doubt("part_payment_date", f"À quelle date ce premier paiement a-t-il été fait{NBSP}?"))
    return Findings({"paid": None, "payment_date": None}, tuple(doubts))


def _payments(text: str, today: date, found: Findings, known: Case | None) -> dict[Mention, date]:
    """The days of payment; without a year, the first after the due date."""
    due = found.facts.get("due_date") if _DUE_TOLD.search(text) else None
    due = due or (known.due_date if known else None)
    mentions = [each for one in find_dates(text, today) for each in each_day(one, text)]
    ranked = [weigh_roles(roles, "late_payment") for roles in rank_roles("date_role", text, mentions)]
    return {
        one: _day(one, today, due if isinstance(due, date) else None)
        for one, roles in zip(mentions, ranked, strict=True)
        if one.options and (_PAID.search(text[: one.start]) or _may_be_payment(roles))
    }


def _may_be_payment(roles: Mapping[str, int]) -> bool:
    """Whether the words near a date do not make it the due date, or a date of something else."""
    return min(roles, key=roles.__getitem__, default="payment") not in ("due", "other")


def _day(one: Mention, today: date, due: date | None) -> date:
    """The day of a payment: the first after the due date that is past, else the last before it."""
    if due is None:
        return max((day for day in one.options if day <= today), default=one.options[0])
    late = [day for day in one.options if day > due]
    early = [day for day in one.options if day <= due]
    return next(
        (day for day in late if day <= today or not early), one.options[-1] if not early else early[-1]
    )


def _read_parts(text: str, found: Findings, known: Case | None) -> tuple[Mapping[str, object], _Part | None]:
    """The invoice, and one of its two payments: « 1 000 € puis le solde », « 1 000 € et 1 400 € »."""
    sums = invoice_sums(text)
    basis = found.facts.get("basis") or next((one.basis for one in sums if one.basis), None)
    basis = basis or (known.basis if known else None)
    amounts = [in_basis(one, basis, found.facts.get("vat_rate")) for one in sums]
    price, place = _whole(text, sums, amounts, known.price if known else None)
    whole = {} if price is None else {"price": price, "basis": basis}
    if price is None:
        return whole, None
    if place is not None:
        return whole, _Part(amounts[place], sums[place])
    shares = [one for one in find_shares(text) if not _RATE.search(text[: one.start])]
    if not shares or sum(one.percent for one in shares) > 100:
        return whole, None
    return whole, _Part(to_cents(price * shares[0].percent / 100), shares[0])


def _whole(
    text: str, sums: Sequence[Sum], amounts: Sequence[Decimal], known: Decimal | None
) -> tuple[Decimal | None, int | None]:
    """The sum of the invoice, and the place of a payment among the sums; `None`: not told."""
    largest = max(range(len(sums)), key=lambda place: amounts[place], default=0)
    smaller = next((place for place in range(len(sums)) if place != largest), None)
    if len(sums) > len(("whole", "part")):
        over = 2 * max(amounts) - sum(amounts)
        told = over == 0 or (over > 0 and _REST.search(text))
        two = over == 0 and len(sums) == len(("whole", "part", "rest"))
        return (amounts[largest] if told else None), (smaller if two else None)
    if len(sums) == len(("whole", "part")):
        roles = rank_roles("sum_role", text, sums)[largest]
        said_whole = min(roles, key=roles.__getitem__, default="") == "price"
        if said_whole or _REST.search(text):
            return amounts[largest], smaller
        return sum(amounts, Decimal(0)), smaller
    if len(sums) == 1 and (known is None or amounts[0] >= known):
        return amounts[0], None
    return (known, 0 if sums else None) if len(sums) <= 1 else (None, None)
