"""What a notice costs, by the day on which it is received: the steps of each edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.answering.compose.money_answers import due, in_basis
from assistant.conversation import Assistant
from assistant.datatypes import Answer, Basis, Calculation, Case, Reading
from assistant.fees import cost_by_notice_date
from assistant.fees.case import notice_day
from assistant.french import say_date, say_money

EVENTS_WITH_NOTICE = frozenset({"cancellation", "postponement"})
_SHORTEST, _LONGEST = 45, 120  # days before the start that are looked at


@dataclass(frozen=True, slots=True)
class CostStep:
    """From `date` on, a notice costs between `due_min` and `due_max` (`None`: not known)."""

    date: date
    due_min: Decimal | None
    due_max: Decimal | None


@dataclass(frozen=True, slots=True)
class Costs:
    """The steps of each edition, and the days to mark."""

    steps: Mapping[str, tuple[CostStep, ...]]
    start: date
    today: date
    notice: date | None
    basis: Basis | None = None

    @property
    def first(self) -> date:
        """The first day that is drawn."""
        return min(step.date for steps in self.steps.values() for step in steps)

    @property
    def described(self) -> str:
        """The chart in words."""
        told = (f"{edition} : {_describe(steps)}" for edition, steps in self.steps.items())
        return f"{self.title}, par date de demande. {' '.join(told)}"

    @property
    def title(self) -> str:
        """What is drawn: before or after tax, and under which terms when they are not compared."""
        told = f"Coût {self.basis or ''}".strip()
        return f"{told} selon les {next(iter(self.steps))}" if len(self.steps) == 1 else told


def costs_of(reading: Reading | None, answer: Answer, assistant: Assistant, *, today: date) -> Costs | None:
    """The costs that go with an answer about a notice; `None` with any other."""
    if reading is None or reading.intent != "money" or reading.money is None:
        return None
    editions = [one.edition for one in answer.calculations if one.edition]
    return find_costs(reading.money.case, editions, assistant, today=today)


def find_costs(case: Case, editions: Iterable[str], assistant: Assistant, *, today: date) -> Costs | None:
    """What the notice of a case costs day by day; `None` when there is no day or no sum to draw."""
    if case.event not in EVENTS_WITH_NOTICE or case.start_date is None:
        return None
    days = min(_LONGEST, max(_SHORTEST, (case.start_date - today).days + 5))
    calculator = assistant.calculator
    found = {
        edition: cost_by_notice_date(replace(case, edition=edition), calculator.compute, days=days)
        for edition in editions
        if edition in calculator.rules
    }
    known = {
        edition: steps
        for edition, steps in found.items()
        if any(one.due_max is not None for _, one in steps[:-1])
    }
    bases = {one.basis for steps in known.values() for _, one in steps if one.due_max is not None}
    basis = bases.pop() if len(bases) == 1 else case.basis
    costs = {edition: tuple(_step(day, one, basis) for day, one in steps) for edition, steps in known.items()}
    if not any(step.due_max for steps in costs.values() for step in steps):
        return None  # nothing is ever due: a line along the axis says less than the answer
    return Costs(costs, case.start_date, today, notice_day(case), basis)


def _step(day: date, calculation: Calculation, basis: Basis | None) -> CostStep:
    """What is due from a day on, in the basis in which editions are compared."""
    total = in_basis(calculation, due(calculation), basis)
    return CostStep(day, total.low, total.high)


def _describe(steps: tuple[CostStep, ...]) -> str:
    told = [
        f"{say_money(one.due_max)} à partir du {say_date(one.date)}"
        for one in steps[:-1]
        if one.due_max is not None
    ]
    return ", ".join(told) + "."
