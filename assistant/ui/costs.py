"""What a notice costs, by the day on which it is received: the steps of each edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.money_answers import Sum, in_basis
from assistant.conversation import Assistant
from assistant.datatypes import Answer, Basis, Calculation, Case, Reading
from assistant.fees import CostStep, calculate, cost_by_notice_date
from assistant.fees.case import notice_day
from assistant.french import say_date, say_money

EVENTS_WITH_NOTICE = frozenset({"cancellation", "postponement"})
_SHORTEST, _LONGEST = 45, 120  # days before the start that are looked at


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
    found = {
        edition: cost_by_notice_date(
            replace(case, edition=edition),
            rules=assistant.rules,
            rates=assistant.rates,
            vat_rate=assistant.settings.vat_rate,
            days=days,
        )
        for edition in editions
        if edition in assistant.rules
    }
    known = {
        edition: steps
        for edition, steps in found.items()
        if any(step.due_max is not None for step in steps[:-1])
    }
    if not known:
        return None
    costs, basis = _in_one_basis(known, case, assistant)
    if not any(step.due_max for steps in costs.values() for step in steps):
        return None  # nothing is ever due: a line along the axis says less than the answer
    return Costs(costs, case.start_date, today, notice_day(case), basis)


def _in_one_basis(
    found: Mapping[str, tuple[CostStep, ...]], case: Case, assistant: Assistant
) -> tuple[Mapping[str, tuple[CostStep, ...]], Basis | None]:
    """The costs, all before or all after tax so that they can be compared, and which."""
    due = {
        edition: [_cost(replace(case, edition=edition), step.date, assistant) for step in steps]
        for edition, steps in found.items()
    }
    bases = {one.basis for calculations in due.values() for one in calculations if one.due_max is not None}
    if len(bases) == 1:
        return found, bases.pop()
    shown = {
        edition: tuple(
            _step_in_basis(step, one, case.basis) for step, one in zip(steps, due[edition], strict=True)
        )
        for edition, steps in found.items()
    }
    return shown, case.basis


def _cost(case: Case, day: date, assistant: Assistant) -> Calculation:
    noticed = replace(case, notice_date=day, notice_days=None, started=None)
    settings = assistant.settings
    return calculate(noticed, rules=assistant.rules, rates=assistant.rates, vat_rate=settings.vat_rate)


def _step_in_basis(step: CostStep, calculation: Calculation, basis: Basis | None) -> CostStep:
    total = in_basis(calculation, Sum(step.due_min, step.due_max), basis)
    return CostStep(step.date, total.low, total.high)


def _describe(steps: tuple[CostStep, ...]) -> str:
    told = [
        f"{say_money(one.due_max)} à partir du {say_date(one.date)}"
        for one in steps[:-1]
        if one.due_max is not None
    ]
    return ", ".join(told) + "."
