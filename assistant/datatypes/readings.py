"""A message as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from assistant.datatypes.money import Case, Event

Asked = Literal["fee", "balance", "refund", "deposit", "rest", "whole", "price", "deadline", "interest"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that cannot be right, or can be read two ways, said in French."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What a message says about a sum.

    `case` holds the facts known so far, this message's included; `given` the
    fields that this message states. `asked` is the sum the person wants, or the last
    day on which it stays the same.
    `wants_sum` is false when facts are stated but no sum is asked for. `notes`
    say in French what was taken for granted, such as a notice given today. `also`
    is another event whose sum is asked for too: « annuler ou reporter ». `each` is the
    price a head of which that of the case was made.
    """

    case: Case
    asked: Asked = "fee"
    given: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    wants_sum: bool = True
    notes: tuple[str, ...] = ()
    also: Event | None = None
    each: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """A case of which the sum was given, with the courses and the editions that it was given for."""

    courses: tuple[str, ...]
    editions: tuple[str, ...]
    money: MoneyReading

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it another case than one before, and no correction of it."""
        case = self.money.case
        days = (case.start_date, case.days_before, case.due_date, case.payment_date)
        return self.courses, self.editions, case.event, *days


@dataclass(frozen=True, slots=True)
class Dated:
    """What is asked of days and no sum.

    The rate of late payment on them, what follows a formal notice, until when a quote
    of the first day is valid (and whether on the second), or an order be postponed.
    """

    about: Literal["late_rate", "termination", "offer", "postponement"]
    days: tuple[date, ...]


Intent = Literal[
    "money",
    "field",
    "unknown",
    "choice",
    "comparison",
    "catalogue",
    "greeting",
    "open",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message asks, as understood.

    `courses` and `editions` are those the person named, or those of the turn
    before. `fields` are what is asked of a
    sheet (`duree`, `prerequis`…), `unknowns` what no sheet is known to hold
    (`prix`, `dates`…). `spelt` is the question, what is misspelt mended; `wanted`
    is that without the names that narrow the search; `context` the question
    before, when this one leans on it; `subject` what is left of `wanted` without
    field words, as stems; `stranger` the name of a course that is none of ours. `apart` is
    true of courses that each have an answer of their own, of which one is to be chosen;
    `prices` are theirs, as they were told. `spoken` are the courses of the whole conversation,
    `computed` its cases before this one, of which the `extreme` may be asked for.
    """

    question: str
    intent: Intent
    courses: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    spelt: str = ""
    wanted: str = ""
    context: str = ""
    subject: tuple[str, ...] = ()
    money: MoneyReading | None = None
    dated: Dated | None = None
    apart: bool = False
    stranger: str = ""
    prices: tuple[tuple[str, str], ...] = ()
    spoken: tuple[str, ...] = ()
    computed: tuple[Computed, ...] = ()
    extreme: Literal["least", "most"] | None = None
