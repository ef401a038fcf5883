"""The sums of a calculation, by their role, in the form in which figures are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answering.ground import normal_figure
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.answering.wording.quantities import euros, quantities
from assistant.datatypes import Calculation, Case


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of calculations, in one form, by their role."""

    due: frozenset[str]
    refund: frozenset[str]
    balance: frozenset[str]
    lines: frozenset[str]
    steps: frozenset[str]
    known: frozenset[str]
    paid: frozenset[str]

    @property
    def results(self) -> frozenset[str]:
        """Every sum that the calculator gives."""
        return self.due | self.refund | self.balance | self.steps


def figure(amount: Decimal) -> str:
    """A sum in the one form in which figures are compared.

    >>> figure(Decimal("1350.00"))
    '1350'
    """
    return normal_figure(f"{amount:f}")


def shares_left(computed: Sequence[Computed], question: str) -> frozenset[str]:
    """What is left, in %, of the shares that the person says the OPCO pays."""
    if not any(one.calculation.event == "opco_balance" for one in computed):
        return frozenset()
    shares = (Decimal(one.value) for one in quantities(question) if one.unit == "%")
    return frozenset(figure(100 - share) for share in shares)


def without_vat(spelt: str, computed: Sequence[Computed]) -> str:
    """A spelt text without the rate of VAT, where it is said to be so and is the calculations'."""
    rates = {figure(one.calculation.vat) for one in computed if one.calculation.vat}
    rate = rf"(?:{'|'.join(map(re.escape, rates))}) ?%"
    told = rf"\btva(?: (?:de|a|au taux de))? ?\(?{rate}\)?|\b{rate} de (?:la )?tva\b"
    return re.sub(told, "tva", spelt) if rates else spelt


def give_the_same(calculations: Sequence[Calculation]) -> bool:
    """Whether calculations come to the same sums due, be it one in HT and the other in TTC."""
    told = [{(one.basis, one.due_min, one.due_max), *_turned(one)} for one in calculations]
    return not told or bool(set.intersection(*told)) or len({one[1:] for each in told for one in each}) == 1


def _turned(one: Calculation) -> list[tuple[str, Decimal | None, Decimal | None]]:
    basis = "HT" if one.basis == "TTC" else "TTC"
    return [(basis, *one.due_other_basis)] if one.basis and one.due_other_basis else []


def _price_turned(one: Calculation, case: Case) -> Decimal | None:
    """The price of the case, TTC where it is told HT and the other way round; none without a rate."""
    if case.price is None or not one.vat:
        return None
    return replace(one, basis=case.basis or one.basis).in_other_basis(case.price)


def _set(*amounts: Decimal | None) -> frozenset[str]:
    return frozenset(figure(one) for one in amounts if one is not None)


def read_sums(computed: Sequence[Computed], evidence: Evidence) -> Sums:
    """The sums of some calculations, together, and of their case."""
    case, every = evidence.case, [one.calculation for one in computed]
    dues = (amount for one in every for amount in (one.due_min, one.due_max, *(one.due_other_basis or ())))
    thresholds = (one.next_threshold.due_max for one in every if one.next_threshold)
    known = (case.price, case.paid, case.deposit_paid, case.opco_share, case.monthly_salary) if case else ()
    lines = [line for one in computed for line in one.lines]
    amounts = _set(*(line.amount for line in lines), *thresholds)
    told = (*(one.explanation for one in every), *(line.expression for line in lines))
    paid = (case.paid, case.deposit_paid, case.opco_share) if case else ()
    taken_off = (line.amount for one in every for line in one.settlement[:-1])
    return Sums(
        due=_set(*dues),
        refund=_set(*(one.refund for one in every)),
        balance=_set(*(one.balance for one in every)),
        lines=amounts,
        steps=amounts.union(*map(euros, told)),
        known=_set(*known, *(_price_turned(one, case) for one in every if case)),
        paid=_set(*paid, *taken_off),
    )
