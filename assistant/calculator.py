"""The calculator, asked for what a reading asks: sums, last days, rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assistant.company import say_company
from assistant.datatypes import Calculation, Case, Dated, Reading, Ruling
from assistant.errors import CaseError
from assistant.fees import (
    Rates,
    Rules,
    calculate,
    last_days,
    say_last_days,
    say_last_postponement,
    say_late_rates,
    say_offer,
    say_termination,
)


@dataclass(frozen=True, slots=True)
class Calculator:
    """Rules by edition, rates, the usual VAT rate in percent, the editions of courses, the company's name."""

    rules: Mapping[str, Rules]
    rates: Rates
    vat_rate: Decimal
    editions_of: Callable[[tuple[str, ...]], tuple[str, ...]]
    company: str = ""

    def calculate(self, reading: Reading) -> tuple[Calculation, ...]:
        """One calculation an edition that may apply; none while a value is doubtful.

        Raises `CaseError` when the facts cannot stand together.
        """
        if reading.money is None or reading.money.doubts:
            return ()
        editions = self.editions(reading)
        case, also = reading.money.case, reading.money.also
        events = (case.event, also) if also else (case.event,)
        cases = (replace(case, edition=one, event=event) for event in events for one in editions)
        return tuple(self._explained(case, self.compute(case)) for case in cases)

    def calculate_all(self, reading: Reading) -> tuple[tuple[Reading, tuple[Calculation, ...]], ...]:
        """Each case of the conversation, with its calculations; none for one that is still doubtful.

        Raises `CaseError` when the facts of one cannot stand together.
        """
        cases = (
            replace(reading, courses=one.courses, editions=one.editions, money=one.money)
            for one in reading.computed
        )
        return tuple((one, self.calculate(one)) for one in cases)

    def compute(self, case: Case) -> Calculation:
        """What one case comes to. Raises `CaseError` when the facts cannot stand together."""
        found = calculate(case, rules=self.rules, rates=self.rates, vat_rate=self.vat_rate)
        return say_company(found, self.company)

    def sums_given(self, known: Reading | None) -> frozenset[Decimal]:
        """The sums that were given for a reading, in either basis."""
        try:
            given = self.calculate(known) if known else ()
        except CaseError:
            return frozenset()
        return frozenset(one for calculation in given for one in calculation.sums)

    def tell_days(self, reading: Reading, today: date) -> tuple[Ruling, ...]:
        """What is calculated of days where no sum is asked; nothing where the facts cannot be."""
        found = (self._say_of(one, reading, today) for one in self.editions(reading) if one in self.rules)
        try:
            return tuple(say_company(one, self.company) for one in found if one)
        except CaseError:
            return ()

    def editions(self, reading: Reading) -> tuple[str, ...]:
        """The editions that may apply: named, else of the courses, else all."""
        return reading.editions or self.editions_of(reading.courses) or tuple(self.rules)

    def _say_of(self, edition: str, reading: Reading, today: date) -> Ruling | None:
        """What one edition says of the days asked; `None` where no day is asked, or none is known."""
        dated, money, rules = reading.dated, reading.money, self.rules[edition]
        if dated:
            return self._say_dated(dated, rules)
        if reading.intent != "money" or money is None or money.asked != "deadline" or money.doubts:
            return None
        days = last_days(money.case, edition, rules=self.rules, rates=self.rates)
        return say_last_days(edition, days, today=today) if days else None

    def _say_dated(self, dated: Dated, rules: Rules) -> Ruling | None:
        """What one edition says of the days asked, whatever the case; `None` where it has no such clause."""
        first, *others = dated.days
        if dated.about == "late_rate":
            return say_late_rates(dated.days, rules, self.rates)
        if dated.about == "offer":
            return say_offer(first, others[0] if others else None, rules)
        if dated.about == "postponement":
            return say_last_postponement(first, rules)
        return say_termination(first, rules)

    def _explained(self, case: Case, calculation: Calculation) -> Calculation:
        """The calculation; when the price alone is missing, with the share that is due of any price."""
        if calculation.missing != ("price",) or any((case.deposit_paid, case.paid, case.opco_share)):
            return calculation
        explanation = self.compute(replace(case, price=Decimal(100))).explanation
        return calculation if "€" in explanation else replace(calculation, explanation=explanation)
