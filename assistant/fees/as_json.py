"""A calculation as the JSON object that other programs rely on."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal

from assistant.datatypes import Calculation


def calculation_as_json(calculation: Calculation) -> dict[str, object]:
    """The calculation as one JSON object; sums are strings with two decimals."""
    other, threshold = calculation.due_other_basis, calculation.next_threshold
    return {
        "kind": calculation.kind,
        "edition": calculation.edition,
        "event": calculation.event,
        "due_min": _sum(calculation.due_min),
        "due_max": _sum(calculation.due_max),
        "basis": calculation.basis,
        "due_other_basis": None if other is None else [_sum(one) for one in other],
        "balance": _sum(calculation.balance),
        "refund": _sum(calculation.refund),
        "lines": [{**asdict(line), "amount": _sum(line.amount)} for line in calculation.lines],
        "articles": list(calculation.articles),
        "next_threshold": threshold
        and {"date": threshold.date.isoformat(), "due_max": _sum(threshold.due_max)},
        "flags": [asdict(flag) for flag in calculation.flags],
        "missing": list(calculation.missing),
        "explanation": calculation.explanation,
    }


def _sum(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
