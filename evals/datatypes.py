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
class Found:
    """A section that the search found, and the words of its best passage."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example, the Answer object it got, what is wrong with it, and how long it took.

    `found` is what the search alone ranks for it, the best first; `None` where
    that says nothing: a conversation, or no section to find.
    """

    example: Example
    answer: AnswerJson
    failures: tuple[Failure, ...]
    seconds: float
    found: tuple[Found, ...] | None = None

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


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a measure over the questions it applies to, and its 95 % interval.

    `category` is empty for all categories taken together.
    """

    measure: str
    category: str
    value: float
    count: int
    low: float
    high: float
