"""Questions that may follow an answer; under a sum, what an earlier notice would cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from assistant.conversation import Assistant
from assistant.datatypes import Answer, Case, Reading
from assistant.ui.costs import Costs, find_costs

_MOST = 4  # questions proposed at once
_FAR = timedelta(days=200)  # to a start that nobody told: only the days before it count


def follow_ups(
    reading: Reading | None, answer: Answer, assistant: Assistant, *, today: date
) -> tuple[str, ...]:
    """The questions to propose below an answer: under a sum, an earlier notice, then its own."""
    if reading is None or reading.money is None or not answer.headline:
        return answer.suggestions
    editions = [one.edition for one in answer.calculations if one.edition]
    earlier = _earlier(reading.money.case, editions, assistant, today)
    return tuple(one for one in (earlier, *answer.suggestions) if one)[:_MOST]


def _earlier(case: Case, editions: Sequence[str], assistant: Assistant, today: date) -> str:
    """The latest notice that would have cost less, when it can still be given; else nothing."""
    start = case.start_date or today + _FAR
    costs = find_costs(replace(case, start_date=start), editions, assistant, today=today)
    if costs is None or costs.notice is None:
        return ""
    days = max((_days_for_less(costs, edition) for edition in costs.steps), default=0)
    if not days or start - timedelta(days=days) < today:
        return ""
    return f"Et si je préviens {days} jours avant ?"


def _days_for_less(costs: Costs, edition: str) -> int:
    """How many days before the start an edition asked for less than on the day of notice, 0 if never."""
    assert costs.notice is not None  # noqa: S101  the caller has looked
    days, before = 0, Decimal(0)
    for step in costs.steps[edition]:
        if step.date > costs.notice or step.due_max is None:
            break
        if step.due_max > before > 0:
            days = (costs.start - step.date).days + 1
        before = step.due_max
    return days
