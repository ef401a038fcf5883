"""Questions that may follow a sum: those of its event, and what an earlier notice would cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from assistant.conversation import Assistant
from assistant.datatypes import Answer, Case, Event, Reading
from assistant.ui.costs import Costs, find_costs

_MOST = 4  # questions proposed at once
_FAR = timedelta(days=200)  # to a start that nobody told: only the days before it count
_DEPOSIT = "Quel acompte faut-il verser à la commande ?"
_WRITTEN = "Faut-il prévenir par écrit ?"
_BY_US = "Et si LEXOM annule ?"
_AFTER: Mapping[Event, tuple[str, ...]] = MappingProxyType(
    {
        "cancellation": (_DEPOSIT, _WRITTEN, _BY_US),
        "postponement": ("Et si j'annule au lieu de reporter ?", _WRITTEN, _DEPOSIT),
        "provider_cancellation": ("Et si c'est moi qui annule, dix jours avant ?", _DEPOSIT),
        "absence": ("Et si j'annule dix jours avant ?", _BY_US),
        "withdrawal": ("Quel est le délai de rétractation ?", _DEPOSIT),
        "deposit": ("Et si j'annule dix jours avant ?", "Quand l'acompte est-il dû ?"),
        "opco_balance": ("L'OPCO ne paie pas : qui règle la facture ?", _DEPOSIT),
        "late_payment": ("Quel est le taux des pénalités de retard ?",),
        "solicitation": ("Que prévoit la clause de non-sollicitation ?",),
        "liability_cap": ("Quelle est la responsabilité de LEXOM ?",),
    }
)


def follow_ups(
    reading: Reading | None, answer: Answer, assistant: Assistant, *, today: date
) -> tuple[str, ...]:
    """The questions to propose below an answer: its own, else those that follow a sum."""
    if answer.suggestions or reading is None or reading.intent != "money" or reading.money is None:
        return answer.suggestions
    if not answer.headline:
        return ()
    case = reading.money.case
    editions = [one.edition for one in answer.calculations if one.edition]
    earlier = _earlier(case, editions, assistant, today)
    other = _other_edition(reading, editions, assistant)
    return tuple(one for one in (earlier, *_AFTER[case.event], other) if one)[:_MOST]


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


def _other_edition(reading: Reading, editions: Sequence[str], assistant: Assistant) -> str:
    """The same under the other edition, where the person chose one and no course decides."""
    others = [one.id for one in assistant.sources.corpus.editions if one.id not in editions]
    return f"Et selon les {others[0]} ?" if len(others) == 1 and editions and not reading.courses else ""
