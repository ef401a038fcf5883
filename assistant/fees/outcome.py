"""Steps of a calculation, and what an event comes to before it is said in French.

Money is rounded in one place, `to_cents` of `datatypes`: half up, to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assistant.datatypes import CalculationKind, to_cents
from assistant.fees.clause import Clause
from assistant.fees.flags import Mark
from assistant.french import say_money, say_percent

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Factor:
    """One number of a step, and how it is said."""

    value: Decimal
    unit: Literal["money", "percent", "count"]

    @property
    def number(self) -> Decimal:
        """The number to multiply by."""
        return self.value / 100 if self.unit == "percent" else self.value

    @property
    def said(self) -> str:
        """The number in French."""
        if self.unit == "money":
            return say_money(self.value)
        return say_percent(self.value) if self.unit == "percent" else str(self.value)


def money(amount: Decimal) -> Factor:
    """A sum in euros."""
    return Factor(amount, "money")


def percent(rate: Decimal) -> Factor:
    """A percentage."""
    return Factor(rate, "percent")


def count(number: Decimal | int) -> Factor:
    """A plain number: days, months."""
    return Factor(Decimal(number), "count")


@dataclass(frozen=True, slots=True)
class Step:
    """One additive part of a sum: the product of `factors`, divided by `over`.

    `less` is taken off the first factor beforehand, `plus` added to it. `clause` is the one that the
    step applies, `None` of a mere conversion.
    """

    label: str
    clause: Clause | None
    factors: tuple[Factor, ...]
    less: Decimal | None = None
    plus: Decimal | None = None
    over: Decimal | None = None

    @property
    def article(self) -> str:
        """The number of the article that the step applies."""
        return self.clause.source if self.clause else ""

    @property
    def exact(self) -> Decimal:
        """The sum before rounding."""
        first, *others = self.factors
        product = first.number - (self.less or ZERO) + (self.plus or ZERO)
        for factor in others:
            product *= factor.number
        return product / self.over if self.over is not None else product

    @property
    def amount(self) -> Decimal:
        """The sum, rounded to the cent."""
        return to_cents(self.exact)

    @property
    def expression(self) -> str:
        """The step as it is written on paper.

        >>> step = Step("", None, (percent(Decimal(30)), money(Decimal(2000))))
        >>> step.expression.replace(chr(0x202F), " ").replace(chr(0xA0), " "), step.amount
        ('30 % × 2 000,00 €', Decimal('600.00'))
        """
        said = [factor.said for factor in self.factors]
        for sign, amount in (("−", self.less), ("+", self.plus)):
            if amount is not None:
                said[0] += f" {sign} {say_money(amount)}"
                said[0] = f"({said[0]})" if len(said) > 1 else said[0]
        divided = f" / {self.over}" if self.over is not None else ""
        return " × ".join(said) + divided


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one edition makes of facts that are all known.

    `low` is the least that is due, `None` when it is not known; `high` the most,
    to which `steps` add up, `None` when no figure is given. `credit` is the step of what
    the client paid (`None`: sums paid are not credited on this one), `stays` whether
    it stays for the new session; `rest` is what is left of the price beside, `whole` that
    price where all of it is due; `invoice` is that on which late payment is due beside. `why` is
    the French sentence that says why, `clauses` are those it rests on.
    """

    kind: CalculationKind
    why: str
    steps: tuple[Step, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    credit: Step | None = None
    stays: bool = False
    rest: Step | None = None
    whole: Step | None = None
    invoice: Step | None = None
    clauses: tuple[Clause, ...] = ()
    marks: frozenset[Mark] = frozenset()
    missing: tuple[str, ...] = ()
    bears_vat: bool = True

    @property
    def paid(self) -> Decimal | None:
        """What the client paid; `None` where it is not credited."""
        return self.credit.amount if self.credit else None

    @property
    def has_sum(self) -> bool:
        """Whether a figure is given."""
        return self.high is not None

    def resting_on(self, *clauses: Clause) -> Outcome:
        """The same outcome, which rests on more clauses."""
        return replace(self, clauses=(*self.clauses, *clauses))

    def marked(self, *marks: Mark) -> Outcome:
        """The same outcome with more marks."""
        return replace(self, marks=self.marks.union(marks))

    def settled(self) -> Outcome:
        """The same sums under the kind that they call for: none due, one sum, or two."""
        if self.kind not in ("amount", "range", "escalate"):
            return self
        if self.high == 0:
            return replace(self, kind="no_fee", low=self.high, steps=())
        if self.kind == "range" and self.low == self.high:
            return replace(self, kind="amount")
        return self


def one_sum(why: str, *steps: Step) -> Outcome:
    """One certain sum."""
    total = total_of(steps)
    return Outcome("amount", why, steps, low=total, high=total, clauses=_clauses(steps))


def up_to(why: str, *steps: Step, low: Decimal | None = ZERO) -> Outcome:
    """Between `low` (`None`: not known) and the sum of the steps."""
    least = None if low is None else to_cents(low)
    return Outcome("range", why, steps, low=least, high=total_of(steps), clauses=_clauses(steps))


def total_of(steps: Iterable[Step]) -> Decimal:
    """The sum of the steps, each rounded to the cent."""
    return sum((step.amount for step in steps), to_cents(ZERO))


def nothing(why: str, *clauses: Clause) -> Outcome:
    """Nothing is due."""
    return Outcome("no_fee", why, low=to_cents(ZERO), high=to_cents(ZERO), clauses=clauses)


def no_figure(why: str, *clauses: Clause) -> Outcome:
    """The documents do not allow a figure."""
    return Outcome("refuse", why, clauses=clauses)


def ask_for(*missing: str) -> Outcome:
    """Inputs that decide are missing."""
    return Outcome("ask", "", missing=missing)


def _clauses(steps: tuple[Step, ...]) -> tuple[Clause, ...]:
    return tuple(step.clause for step in steps if step.clause)
