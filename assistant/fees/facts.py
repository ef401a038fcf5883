"""One possibility: every fact that an event needs is known, or tried.

A fact that the case does not give is tried at each value that may change the
sum; `possibilities` yields them all, and the answer is asked for only when they
do not come to the same.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Literal

from assistant.datatypes import Basis, Case
from assistant.fees.clause import Share
from assistant.fees.clauses import Clauses, DepositKept
from assistant.fees.flags import Mark
from assistant.fees.outcome import ZERO, Factor, Outcome, Step, money, percent
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules
from assistant.fees.withdrawal import is_withdrawing, missing_to_withdraw

FactName = Literal["withdrawing", "price", "opco_share", "days", "in_time"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a case is computed under: an edition, the reference rates, VAT, the basis of the sums.

    `basis` is the basis in which sums are said, `None` when the price's is not known.
    """

    rules: Rules
    rates: Rates
    vat_rate: Decimal
    basis: Basis | None

    @property
    def to_ttc(self) -> tuple[Factor, ...]:
        """The factor from HT to TTC; none when there is no VAT."""
        return (percent(100 + self.vat_rate),) if self.vat_rate else ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A case of which every fact that decides is known.

    `days` is the notice before the start, 0 or less once the training has
    started; `in_time` says whether the new session comes within the delay.
    """

    case: Case
    terms: Terms
    withdrawing: bool = False
    price: Decimal = ZERO
    opco_share: Decimal = ZERO
    days: int = 0
    in_time: bool = True

    @property
    def clauses(self) -> Clauses:
        """What the edition says."""
        return self.terms.rules.clauses

    @property
    def to_basis(self) -> tuple[Factor, ...]:
        """The factor from the price's basis to the one in which sums are said."""
        given, said = self.case.basis, self.terms.basis
        return self.terms.to_ttc if given == "HT" and said == "TTC" else ()

    def share_of_price(self, share: Share, label: str) -> Step:
        """A percentage of the price, as a step."""
        return Step(label, share, (percent(share.value), money(self.price), *self.to_basis))

    @property
    def deposit_asked(self) -> Decimal:
        """The deposit share of the price, in the basis of the price."""
        return self.price * percent(self.clauses.deposit.value).number

    @property
    def deposit_paid(self) -> Decimal:
        """The deposit cashed, in the basis of the price; not said: the deposit asked for."""
        if self.case.deposit_paid is not None:
            return self.case.deposit_paid
        return self.deposit_asked if self.case.paid is None else min(self.case.paid, self.deposit_asked)

    @property
    def paid_or_deposit(self) -> Decimal:
        """All sums paid, in the basis of the price; not said: the deposit asked for."""
        return self.deposit_paid if self.case.paid is None else self.case.paid

    @property
    def deposit_unpaid(self) -> bool:
        """Whether it was said that the deposit was not paid."""
        said = self.case.paid if self.case.deposit_paid is None else self.case.deposit_paid
        return said == 0

    @property
    def paid_is_said(self) -> bool:
        """Whether the case says what was paid."""
        return self.case.paid is not None or self.case.deposit_paid is not None

    def credit(self, *, assumed: bool) -> Step:
        """All sums paid, as a step, in the basis in which sums are said.

        Not said: the deposit, or nothing when it is not to be `assumed`.
        """
        if assumed and not self.paid_is_said:
            return self.share_of_price(self.clauses.deposit, "Acompte supposé versé")
        given = self.case.deposit_paid if self.case.paid is None else self.case.paid
        return Step("Déjà versé", None, (money(given or ZERO), *self.to_basis))


def credited(outcome: Outcome, facts: Facts, *, assumed: bool = True) -> Outcome:
    """The outcome with the sums paid credited; not said, the deposit is `assumed` to be.

    Of an order that is not firm, nothing is taken for paid.
    """
    if "not_signed" in outcome.marks and not facts.paid_is_said:
        return outcome
    marks: frozenset[Mark] = frozenset(("deposit_assumed",) if assumed and not facts.paid_is_said else ())
    return replace(outcome, credit=facts.credit(assumed=assumed), marks=outcome.marks | marks)


def possibilities(
    case: Case, terms: Terms, needed: Sequence[FactName], thresholds: Sequence[int]
) -> Iterator[tuple[tuple[object, ...], Facts]]:
    """Every way the needed facts may be, each with the values that tell it from the others.

    `thresholds` are the notices, in days, around which a sum may change.
    """
    ways = [_ways(name, case, terms, thresholds) for name in needed]
    for values in product(*ways):
        yield values, Facts(case, terms, **dict(zip(needed, values, strict=True)))  # type: ignore[arg-type]  # each value is of its fact


def _ways(name: FactName, case: Case, terms: Terms, thresholds: Sequence[int]) -> Sequence[object]:
    if name == "price":
        return _stand_in_prices(case) if case.price is None else (case.price,)
    if name == "opco_share":
        return (ZERO, Decimal(1)) if case.opco_share is None else (case.opco_share,)
    if name == "days":
        return _ways_of_notice(case, thresholds)
    known = (
        is_withdrawing(case, terms.rules.clauses) if name == "withdrawing" else is_in_time(case, terms.rules)
    )
    return (True, False) if known is None else (known,)


def _stand_in_prices(case: Case) -> Sequence[Decimal]:
    """Prices to try: none, and two above every sum that the case gives."""
    least = 1 + max((one for one in (case.opco_share, case.deposit_paid, case.paid) if one), default=ZERO)
    return (ZERO, least, 100 * least)


def _ways_of_notice(case: Case, thresholds: Sequence[int]) -> Sequence[int]:
    if case.started:
        return (0,)
    if case.days_before is not None:
        return (case.days_before,)
    around = {days for threshold in thresholds for days in (threshold, threshold - 1)} | {1}
    earliest = 0 if case.started is None else 1
    return sorted({days for days in around | {0} if days >= earliest}, reverse=True)


def is_in_time(case: Case, rules: Rules) -> bool | None:
    """Whether the new session comes within the delay from the order; `None`: not known.

    CGV-15J 3.6: six months. CGV-30J has no such delay. Of the order and the
    signature, the later counts, in favour of the client.
    """
    postponement = rules.clauses.postponement
    if not isinstance(postponement, DepositKept):
        return True
    dated = [day for day in (case.order_date, case.signature_date) if day is not None]
    if not dated or case.new_start_date is None:
        return None
    return case.new_start_date <= months_later(max(dated), postponement.within.value)


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of that month.

    >>> months_later(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    first = day.replace(day=1)
    for _ in range(months):
        first += timedelta(days=_length(first))
    return first.replace(day=min(day.day, _length(first)))


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]


def missing_for(name: FactName, case: Case, rules: Rules) -> tuple[str, ...]:
    """The fields of the case that would tell that fact."""
    if name == "withdrawing":
        return missing_to_withdraw(case, rules.clauses)
    if name == "days":
        return _unknown(case, "start_date", "notice_date")
    if name == "in_time":
        dated = case.order_date or case.signature_date
        return _unknown(case, "new_start_date") + (() if dated else ("order_date",))
    return _unknown(case, name)


def _unknown(case: Case, *names: str) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(case, name) is None)
