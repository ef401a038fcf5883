"""The sums of a message by what they are for: price, deposit, sums paid, OPCO, salary, VAT."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import at_end, says, touches
from assistant.answering.understand.spelling import hide_spans
from assistant.answering.understand.sums.added_payments import add_payments
from assistant.answering.understand.sums.amounts import BASES, Sum, find_shares, find_sums
from assistant.answering.understand.sums.partial_sums import ask_salary, ask_whole_share, without_net
from assistant.answering.understand.sums.percentages import (
    FIELDS,
    NET,
    needs_no_price,
    price_of_share,
    read_shares,
    told_as_paid,
)
from assistant.answering.understand.sums.prices import (
    in_basis,
    read_prices,
    settle_discount,
    take_off,
    without_shares,
)
from assistant.answering.understand.sums.sum_roles import is_bounded, sum_roles
from assistant.datatypes import Case
from assistant.french import NBSP, say_money

_OF_PAYMENT = re.compile(r"\b(?:acompte|arrhes|avance|verse|versement|paye|paiement|regle|deposit|paid)")
_SEVERAL = re.compile(r"\b(?:[2-9]|\d\d) (?:sessions|formations|stages|groupes|groups|courses)\b")
_COUNT = r"(?:(\d{1,3}) [a-z]+ ?[x×*] ?)?"
_TIMES = re.compile(rf"{_COUNT}(?<![-¤])¤+ ?[x×*] ?{_COUNT}$")  # « 4 stagiaires x ¤ x 300 € »
_ASK = {"salary": ask_salary, "opco": ask_whole_share}  # what to ask of a sum that is not the whole one


def read_sums(
    text: str, event: str | None, known: Case | None, *, length: int | None = None
) -> tuple[Findings, str]:
    """What a prepared message says of sums and rates, and the message with them covered.

    `length` is the number of days of the training, for a price a day.
    """
    found_shares = find_shares(text)
    left = hide_spans(text, found_shares)
    unrelated = "percent_role.unrelated.after"
    shares = tuple(one for one in found_shares if not touches(unrelated, text[one.end :]))
    sums = [_whole(one, text, length) for one in _meant(find_sums(left), text)]
    sums = without_net(sums, text) if event == "solicitation" else sums
    sums, roles = _with_payments(sums, sum_roles(sums, shares, left, event), left, event)
    sums, roles, shares = settle_discount(sums, roles, shares, text)
    notes: tuple[str, ...] = ()
    if not needs_no_price(text):
        sums, shares, notes = take_off(sums, roles, shares, text)
    roles = without_shares(sums, roles, shares, text, event)
    pairs = zip(sums, roles, strict=True)
    roles = ["paid" if role == "price" and told_as_paid(one, shares, text) else role for one, role in pairs]
    priced = read_prices([one for one, role in zip(sums, roles, strict=True) if role == "price"], text, event)
    price = priced.facts.get("price") or (known.price if known else None)
    basis = priced.facts.get("basis") or (known.basis if known else None)
    found = read_shares(shares, text, price, event) + priced + _deposit_and_rest(sums, roles)
    found += Findings(notes=notes)
    for one, role in zip(sums, roles, strict=True):
        field = FIELDS.get(role)
        problem = one.problem or (_ASK[role](one, text) if role in _ASK else None)
        if role in ("deposit", "paid") and is_bounded(one, text):
            problem = problem or f"Quelle somme exacte a été versée{NBSP}?"
        if field and problem:
            found += ask(field, problem)
        elif field:
            found += Findings({field: in_basis(one, basis, found.facts.get("vat_rate"))})
        if price is None and role in ("deposit", "paid") and not problem:
            found += price_of_share(shares, one, text)
    if "discount" in roles and not needs_no_price(text):
        off = sums[roles.index("discount")]
        said = f"{say_money(off.value)} {off.basis or ''}".strip()
        asked = f"La remise de {said} est-elle déjà déduite du prix{NBSP}? {NET}"
        found += ask("price", asked)
    taxes = _read_taxes(text, sums)
    return found + (_basis_of_payment(text, taxes, known) or taxes), hide_spans(left, sums)


def _meant(sums: tuple[Sum, ...], text: str) -> list[Sum]:
    """The sums, without those said to be wrong: « pas 2 000 €, 2 500 € »."""
    return [
        one for one in sums if not at_end("negated_sum", re.sub(r" (?:de |a )?$", " ", text[: one.start]))
    ]


def _with_payments(
    sums: list[Sum], roles: list[str], text: str, event: str | None
) -> tuple[list[Sum], list[str]]:
    """The sums and roles, payments added up; those of a late invoice are read with their days."""
    return (sums, roles) if event == "late_payment" else add_payments(sums, roles, text)


def _whole(one: Sum, text: str, length: int | None) -> Sum:
    """A price a day as the price of all the days, when their number is known."""
    if length and (times := _TIMES.search(text[: one.start])):
        return replace(one, heads=length * int(times[1] or 1) * int(times[2] or 1))
    a_day = one.heads is None and touches("head.day", text[one.end :]) and not _SEVERAL.search(text)
    return replace(one, heads=length) if a_day and length else one


def _deposit_and_rest(sums: list[Sum], roles: list[str]) -> Findings:
    """All that was paid, when a deposit and the rest were."""
    both = {role: one for one, role in zip(sums, roles, strict=True) if role in ("deposit", "rest")}
    if len(both) < 2 or any(one.problem for one in both.values()):
        return Findings()
    total = sum((one.total for one in both.values()), Decimal(0))
    return Findings({"paid": total, "price": total} if "price" not in roles else {"paid": total})


def _basis_of_payment(text: str, taxes: Findings, known: Case | None) -> Findings | None:
    """What was paid, where its basis alone is told, and not that of the price: « l'acompte est TTC »."""
    said = next((one for one in BASES if one == taxes.facts.get("basis")), None)
    if known is None or said in (None, known.basis) or known.basis is None:
        return None
    for field in ("deposit_paid", "paid"):
        amount = getattr(known, field)
        if amount and (_OF_PAYMENT.search(text) or re.search(rf"\b{amount:.0f}\b", text)):
            return Findings({field: in_basis(Sum(0, 0, amount, basis=said), known.basis, known.vat_rate)})
    return None


def _read_taxes(text: str, sums: list[Sum]) -> Findings:
    """The basis and the exemption said apart from the sums: « c'est du HT », « exonéré de TVA »."""
    apart = hide_spans(text, sums)
    facts: dict[str, object] = {}
    if says("vat.exempt", apart):
        facts["vat_rate"] = Decimal(0)
    said = [basis for basis in BASES if says(f"vat.{basis}", apart)]
    if len(said) == 1 and not any(one.basis for one in sums) and not says("asking.all_taxes", text):
        facts["basis"] = said[0]
    return Findings(facts)
