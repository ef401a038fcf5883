"""What a notice costs, day by day: the steps of a chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from assistant.datatypes import Calculation, Case


def cost_by_notice_date(
    case: Case, compute: Callable[[Case], Calculation], *, days: int
) -> tuple[tuple[date, Calculation], ...]:
    """What the notice comes to from `days` before the start to the start: each change, then the start.

    Empty when the start is not known. Days before the order are left out.
    """
    if case.start_date is None:
        return ()
    first = case.start_date - timedelta(days=days)
    day = max(first, case.order_date) if case.order_date is not None else first
    steps: list[tuple[date, Calculation]] = []
    before = None
    while day <= case.start_date:
        found = compute(replace(case, notice_date=day, notice_days=None, started=None))
        due = found.due_min, found.due_max
        if due != before or day == case.start_date:
            steps.append((day, found))
        before = due
        day += timedelta(days=1)
    return tuple(steps)
