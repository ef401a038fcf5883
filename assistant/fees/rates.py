"""Reference rates by date, each with its source; outside the dates held there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import ConfigDict, Field, model_validator

from assistant.errors import RuleError
from assistant.fees.yaml_files import Entry, read_folder

SeriesId = Literal["ecb_main_refinancing", "legal_interest", "day_count"]


class Dated(Entry):
    """A value that holds from `since` until the next one.

    Every key is needed, so that none is lost by a slip; others are a company's own notes, such
    as the rate of other creditors, and are not read.
    """

    model_config = ConfigDict(extra="ignore")

    since: date = Field(alias="from")
    value: Annotated[Decimal, Field(ge=0)]
    unit: Literal["percent a year", "days"]
    source: str = Field(min_length=1)
    quote: str = Field(min_length=1)


class Series(Entry):
    """Dated values, oldest first, known through a date; nothing is extrapolated."""

    id: SeriesId
    title: str
    known_through: date
    entries: tuple[Dated, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _oldest_first(self) -> Self:
        days = [entry.since for entry in self.entries]
        if days != sorted(set(days)):
            raise ValueError("les valeurs vont de la plus ancienne à la plus récente, une par date")
        if self.known_through < days[-1]:
            raise ValueError("known_through est avant la dernière valeur")
        return self

    def holds(self, day: date) -> bool:
        """Whether the value of that day is known."""
        return self.entries[0].since <= day <= self.known_through

    def value_on(self, day: date) -> Decimal:
        """The value on a day that the series holds."""
        return self.entries[bisect_right(self.entries, day, key=lambda entry: entry.since) - 1].value


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days late within one semester: from `first` to `last`, both included."""

    semester: date
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days the stretch has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Rates:
    """The three series behind late-payment interest."""

    refinancing: Series
    legal_interest: Series
    day_count: Series

    @property
    def first(self) -> date:
        """The first day late that can be computed; 1 January's reference rate has to be known."""
        return max(one.entries[0].since for one in (self.refinancing, self.legal_interest, self.day_count))

    @property
    def last(self) -> date:
        """The last day late that can be computed."""
        return min(one.known_through for one in (self.refinancing, self.legal_interest, self.day_count))

    def hold(self, due: date, paid: date) -> bool:
        """Whether every rate is known for every day late."""
        first = due + timedelta(days=1)
        return self.first <= first and self.refinancing.holds(date(first.year, 1, 1)) and paid <= self.last

    def stretches(self, due: date, paid: date) -> Iterator[Stretch]:
        """The days after `due`, up to `paid` included, cut at each new legal rate."""
        starts = [entry.since for entry in self.legal_interest.entries]
        ends = [start - timedelta(days=1) for start in starts[1:]] + [self.legal_interest.known_through]
        for entry, end in zip(self.legal_interest.entries, ends, strict=True):
            first, last = max(due + timedelta(days=1), entry.since), min(paid, end)
            if first <= last:
                yield Stretch(entry.since, first, last)


def read_rates(folder: Path) -> Rates:
    """The reference rates of a folder.

    Raises `RuleError` when a file does not hold together or a series is missing.
    """
    series = read_folder(folder, Series, lambda one: one.id)
    missing = [name for name in get_args(SeriesId) if name not in series]
    if missing:
        raise RuleError(str(folder), f"il manque {', '.join(missing)}.", "Remettez le fichier de ces taux.")
    return Rates(
        refinancing=series["ecb_main_refinancing"],
        legal_interest=series["legal_interest"],
        day_count=series["day_count"],
    )
