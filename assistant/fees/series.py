"""What a notice costs, day by day: the steps of a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from assistant.datatypes import Case
from assistant.fees.calculate import calculate
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules


@dataclass(frozen=True, slots=True)
class CostStep:
    """From `date` on, a notice costs between `due_min` and `due_max` (`None`: not known)."""

    date: date
    due_min: Decimal | None
    due_max: Decimal | None


def cost_by_notice_date(
    case: Case, *, rules: Mapping[str, Rules], rates: Rates, vat_rate: Decimal, days: int
) -> tuple[CostStep, ...]:
    """What the notice costs from `days` before the start to the start: each change, then the start.

    Empty when the start is not known. Days before the order are left out.
    """
    if case.start_date is None:
        return ()
    first = case.start_date - timedelta(days=days)
    day = max(first, case.order_date) if case.order_date is not None else first
    steps: list[CostStep] = []
    while day <= case.start_date:
        noticed = replace(case, notice_date=day, notice_days=None, started=None)
        found = calculate(noticed, rules=rules, rates=rates, vat_rate=vat_rate)
        step = CostStep(day, found.due_min, found.due_max)
        unchanged = steps and (steps[-1].due_min, steps[-1].due_max) == (step.due_min, step.due_max)
        if not unchanged or day == case.start_date:
            steps.append(step)
        day += timedelta(days=1)
    return tuple(steps)
