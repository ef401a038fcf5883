"""A date met in a text, before it is known what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.french import NBSP

ASK_DATE = f"quelle est la date exacte{NBSP}?"


@dataclass(frozen=True, slots=True)
class Mention:
    """A date met in a text, from `start` to `end` of it once these are known.

    `options` are the days it may mean, in order: one when it is complete, one a
    year when the year is not said. `last` are those of the last day of « du 3 au
    5 mars ». `vague` is the stretch of a date such as « fin mars ». `problem`
    says in French what is wrong with it.
    """

    start: int = 0
    end: int = 0
    options: tuple[date, ...] = ()
    last: tuple[date, ...] = ()
    vague: tuple[date, date] | None = None
    problem: str | None = None


def unclear_date(typed: str) -> str:
    """The question about a date that can be read in several ways."""
    return f"La date « {typed} » n'est pas claire{NBSP}: {ASK_DATE}"
