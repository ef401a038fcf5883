"""An invoice settled in three payments or more: each sum with its day, and the invoice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from assistant.answering.understand.dates.dates import Mention
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.sums.amounts import Share, Sum
from assistant.french import NBSP

_PARTED = re.compile(r",|\b(?:et|puis|and|then)\b")
_COMMA = 14  # characters by which a comma, or « et », sets a date apart from a sum
_EACH = (
    f"Les pénalités se comptent paiement par paiement{NBSP}: "
    f"quels sont le montant de la facture, et la somme et la date de chaque paiement{NBSP}?"
)


def distance(one: Mention, span: Sum | Share, text: str) -> int:
    """How far a date stands from a sum, in characters; a comma, or « et », sets them apart."""
    between = text[one.end : span.start] if one.end <= span.start else text[span.end : one.start]
    return len(between) + _COMMA * len(_PARTED.findall(between))


def read_instalments(
    text: str,
    days: Mapping[Mention, date],
    told: Sequence[tuple[Sum, Decimal]],
    known: Decimal | None,
) -> Findings:
    """The invoice and each of its payments, the last one being of what is left; else the question for them.

    `days` are those of the payments, `told` the sums with what they come to in the basis of the
    invoice, `known` the invoice when it was told before.
    """
    price, parts = _apart(told, len(days), known)
    left, paid = dict(days), list[tuple[date, Decimal]]()
    for span, amount in parts:
        nearest = min(left, key=_from(span, text), default=None)
        if nearest is not None:
            paid.append((left.pop(nearest), amount))
    rest = price - sum(amount for _, amount in paid) if price is not None else Decimal(-1)
    if len(paid) < len(parts) or len(left) > 1 or rest < 0 or (left and not rest):
        return ask("part_payment_date", _EACH)
    paid.sort()
    last = next(iter(left.values()), None) if rest else paid.pop()[0]
    if last is not None and last < paid[-1][0]:
        return ask("part_payment_date", _EACH)
    (first, amount), *others = paid
    return Findings(
        {
            "price": price,
            "paid": amount,
            "part_payment_date": first,
            "more_payments": tuple(others),
            "payment_date": last,
        }
    )


def _from(span: Sum, text: str) -> Callable[[Mention], int]:
    """How far each date stands from a sum."""
    return lambda one: distance(one, span, text)


def _apart(
    told: Sequence[tuple[Sum, Decimal]], count: int, known: Decimal | None
) -> tuple[Decimal | None, Sequence[tuple[Sum, Decimal]]]:
    """The invoice, and the payments of it: it is the sum that the others come to, or leave a rest of."""
    whole = max(told, key=lambda one: one[1], default=None)
    others = [one for one in told if one is not whole]
    total = sum((amount for _, amount in others), Decimal(0))
    if whole and count - 1 <= len(others) <= count and total <= whole[1]:
        return whole[1], others
    if known is None and len(told) == count:
        return total + (whole[1] if whole else 0), told
    return known, told
