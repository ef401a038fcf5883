"""A sum paid that is told beside the one known, « 300 € de plus », or with the tax of a price without it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.sums.amounts import find_sums
from assistant.datatypes import Case, to_cents
from assistant.french import say_money

_MORE = re.compile(
    r" ?(?:ttc |ht )?(?:(?:de|en) plus|supplementaires?|more|extra)\b(?! ?(?:de|que|of|than)\b)"
)
_ADDS = re.compile(r"\b(?:r?ajout|augment|add|increas)\w* (?:sa part |de |d'|by |encore )*$")
_LESS = re.compile(r" ?(?:ttc |ht )?(?:(?:de|en) moins|less)\b(?! ?(?:de|que|of|than)\b)")
_PRICED = re.compile(r"\b(?:prix|tarif|price|cout\w*|devis)\b")
_CUTS = re.compile(r"\b(?:baiss|redui|diminu|reduc)\w* (?:sa (?:part|prise en charge) )?(?:de |d'|by )$")


def settle_told(text: str, found: Findings, known: Case | None, deposit: Decimal | None) -> Findings:
    """What was found, sums paid being added to those known, and taken in the basis of the price.

    `deposit` is the share of the price that the terms ask for, in percent.

    >>> known = Case("opco_balance", price=Decimal(2400), opco_share=Decimal(1500))
    >>> told = Findings({"opco_share": Decimal(300)})
    >>> dict(settle_told("s'il prend 300 € de plus", told, known, None).facts)
    {'opco_share': Decimal('1800')}
    """
    return _without_tax(text, _added(text, found, known) if known else found, known, deposit)


def _added(text: str, found: Findings, known: Case) -> Findings:
    """What was found, the one sum told being added to what is known of the same, or taken off it."""
    sums = find_sums(text)
    told = [field for field in ("opco_share", "paid", "price") if field in found.facts]
    if len(sums) != 1 or len(told) != 1:
        return found
    before, after = text[: sums[0].start], text[sums[0].end :]
    more = bool(_MORE.match(after) or _ADDS.search(before))
    less = bool(_LESS.match(after) or _CUTS.search(before))
    field = _added_to(told[0], text, known)
    value, one = (
        getattr(known, field) or (known.deposit_paid if field == "paid" else None),
        found.facts[told[0]],
    )
    if not value or not isinstance(one, Decimal) or more == less or (less and one > value):
        return found
    facts = {name: fact for name, fact in found.facts.items() if name != told[0]}
    return replace(found, facts={**facts, field: value + one if more else value - one})


def _added_to(told: str, text: str, known: Case) -> str:
    """Which known sum another one is added to: « et encore 300 € de plus » is paid once something was."""
    if told != "price" or _PRICED.search(text):
        return told
    if known.event == "opco_balance" and known.opco_share:
        return "opco_share"
    return "paid" if known.paid or known.deposit_paid else told


def _without_tax(text: str, found: Findings, known: Case | None, deposit: Decimal | None) -> Findings:
    """What was found, a payment being with tax where it is just the price HT, or its deposit, with it."""
    told = {
        name: found.facts.get(name, getattr(known, name, None)) for name in ("price", "basis", "vat_rate")
    }
    price, rate = told["price"], told["vat_rate"]
    if told["basis"] != "HT" or not isinstance(price, Decimal):
        return found
    rate = rate if isinstance(rate, Decimal) else Decimal(lexicon().figures["vat_rates"][0])
    due = {price, to_cents(price * (deposit or 100) / 100)}
    net = {to_cents(one * (100 + rate) / 100): one for one in due}
    labelled = {one.value for one in find_sums(text) if one.basis}
    for field in ("deposit_paid", "paid"):
        value = found.facts.get(field)
        if rate and isinstance(value, Decimal) and value in net and value not in labelled:
            said = f"La somme versée, {say_money(value)}, est comptée TTC."
            found += Findings({field: net[value]}, notes=(said,))
    return found
