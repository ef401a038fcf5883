"""The last day of a notice before its fee changes, whatever the sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from assistant.datatypes import Calculation, Case
from assistant.fees.calculate import calculate
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules
from assistant.fees.threshold import turning_days

_ANY_PRICE = Decimal(100)  # which share of it is due is the same of any price


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day on which a notice received comes to `until`; from the next day on, `then`.

    Their sums are those of a price of 100 where the case has none: only what they
    say of the share is to be told. `then` is `None` where it is not known.
    """

    day: date
    until: Calculation
    then: Calculation | None


def last_days(case: Case, edition: str, *, rules: Mapping[str, Rules], rates: Rates) -> tuple[LastDay, ...]:
    """The last days of notice before the fee of one edition changes, the first one first.

    Empty where no day of the case is known from which to count: the start, or the
    signature of a private individual. Raises `CaseError` when the facts cannot stand
    together.
    """

    def comes_to(day: date) -> Calculation:
        noticed = replace(
            case,
            edition=edition,
            price=case.price or _ANY_PRICE,
            notice_date=day,
            notice_days=None,
            started=None,
        )
        return calculate(noticed, rules=rules, rates=rates, vat_rate=Decimal(0))

    found = []
    for first in sorted(set(turning_days(case, rules[edition].clauses))):
        if first == case.signature_date:
            continue
        last = first - timedelta(days=1)
        until, then = comes_to(last), comes_to(first)
        changes = (until.due_min, until.due_max) != (then.due_min, then.due_max)
        if until.due_max is not None and changes:
            found.append(LastDay(last, until, None if then.kind == "ask" else then))
    return tuple(found[:1] if case.event == "withdrawal" else found)
