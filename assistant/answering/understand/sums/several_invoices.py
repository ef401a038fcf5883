"""Several late invoices in one message: alike, they are counted together; else one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import figure
from assistant.answering.understand.spelling import hide_spans
from assistant.answering.understand.sums.amounts import JOINED, Sum, find_shares, find_sums, parse_number
from assistant.datatypes import Case
from assistant.french import NBSP, say_money

_COUNT = re.compile(r"\b(\d\d?) (?:autres )?(?:factures|invoices)\b")
_TOGETHER = re.compile(r"\btotal\w*\b|\ben tout\b|\bensemble\b|\bin all\b")
_INVOICE_OF = re.compile(
    r"\b(?:factures?|invoices?|(?<=et )celle d(?:u|e|'[a-z]+))\b(?!.*(?:paye|regle|verse|vire|paid))"
)
_AROUND = 20  # characters around a sum in which « au total » is said of it


def told_one_by_one(text: str) -> bool:
    """Whether several invoices are told, each with its sum: « facture A de 720 €, facture B de … »."""
    sums = invoice_sums(text)
    ends = [0, *(one.end for one in sums)]
    told = [one for end, one in zip(ends, sums, strict=False) if _INVOICE_OF.search(text[end : one.start])]
    return len({one.total for one in told}) > 1


def read_several(text: str, today: date, found: Findings, known: Case | None) -> Findings:
    """How many invoices of one sum and the same days there are; else the first one is asked for."""
    count, dates, sums = _COUNT.search(text), find_dates(text, today), invoice_sums(text)
    kept = without(found, {"price"})
    alike = sums[0] if len(sums) == 1 and not sums[0].problem else None
    if count and alike and len(dates) <= len(("due", "payment")):
        around = text[max(0, alike.start - _AROUND) : alike.end + _AROUND]
        if not _TOGETHER.search(around):
            basis = {"basis": alike.basis} if alike.basis else {}
            return kept + Findings({"invoices": int(count[1]), "price": alike.value, **basis})
    if count and not sums and not dates and known and known.event == "late_payment" and known.price:
        return kept + Findings({"invoices": int(count[1])})
    return kept + ask("price", _which_first(_listed(text, sums)))


def _listed(text: str, sums: Sequence[Sum]) -> list[Decimal]:
    """The sums of invoices, the first of « 720 et 1 680 € » too."""
    joined = [JOINED.search(text[: one.start]) for one in sums]
    told = [one and parse_number(one[1]) for one in joined]
    pairs = zip(told, (one.value for one in sums), strict=True)
    return [one for pair in pairs for one in pair if one is not None]


def _which_first(told: Sequence[Decimal]) -> str:
    """The question about several invoices: which one of those told, else the sum of one."""
    each = f"Les pénalités se comptent facture par facture, l'une après l'autre{NBSP}:"
    if len(told) > 1:
        return f"{each} laquelle d'abord, {' ou '.join(map(say_money, told))}{NBSP}?"
    return f"{each} quel est le montant de la première{NBSP}?"


def invoice_sums(text: str) -> list[Sum]:
    """The sums of a text, without the indemnity of the terms and what are percentages."""
    return [one for one in find_sums(hide_spans(text, find_shares(text))) if one.total != figure("indemnity")]


def without(found: Findings, fields: set[str]) -> Findings:
    """What was found, but for some fields."""
    facts = {field: value for field, value in found.facts.items() if field not in fields}
    return Findings(facts, tuple(one for one in found.doubts if one.field not in fields), found.notes)
