"""The vocabulary of the evaluation: what is asked, what was answered, what was wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

AnswerJson = Mapping[str, Any]
Check = Literal["facts", "not", "cite", "status", "amount", "amount_max"]


@dataclass(frozen=True, slots=True)
class Example:
    """One row of a Q&A set: messages, and what must hold of the last answer.

    `category` is the stem of the file the row stands in. `cite` accepts any of
    its keys, and a document alone any of its sections.
    """

    id: str
    category: str
    turns: tuple[str, ...]
    today: date
    facts: tuple[re.Pattern[str], ...] = ()
    forbidden: tuple[re.Pattern[str], ...] = ()
    cite: tuple[str, ...] = ()
    status: str = "answered"
    amount: Decimal | None = None
    amount_max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """One check that does not hold: what was expected, what was given."""

    check: Check
    expected: str
    given: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example, the Answer object it got, what is wrong with it, and how long it took."""

    example: Example
    answer: AnswerJson
    failures: tuple[Failure, ...]
    seconds: float

    @property
    def right(self) -> bool:
        """Whether every check holds."""
        return not self.failures


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers are wholly right, and the 95 % interval of that rate."""

    category: str
    right: int
    total: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """The share of wholly right answers; 0 when nothing was asked."""
        return self.right / self.total if self.total else 0.0
