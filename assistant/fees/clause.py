"""One clause of an edition: a value, its unit, its article and that article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import Field, model_validator

from assistant.fees.yaml_files import Entry

Value = TypeVar("Value")
_NUMBER = re.compile(r"\d+(?:,\d+)?")


class Clause(Entry):
    """One value of an edition: its article (`source`), its words, the figure to find there."""

    since: date | None = Field(alias="from")
    source: str = Field(min_length=1)
    quote: str = Field(min_length=1)
    figure: str = Field(min_length=1)


class _Number(Clause):
    """A clause whose figure, where it is written in digits, is the value."""

    @model_validator(mode="after")
    def _figure_says_the_value(self) -> Self:
        value = Decimal(getattr(self, "value", 0))
        written = [Decimal(found.replace(",", ".")) for found in _NUMBER.findall(self.figure)]
        if written and value not in written:
            raise ValueError(f"« {self.figure} », à l'article {self.source}, ne dit pas {value}")
        return self


class Share(_Number):
    """A percentage of the price."""

    value: Annotated[Decimal, Field(ge=0, le=100)]
    unit: Literal["percent"]


class Days(_Number):
    """A number of calendar days."""

    value: Annotated[int, Field(ge=0)]
    unit: Literal["days"]


class Months(_Number):
    """A number of months."""

    value: Annotated[int, Field(ge=0)]
    unit: Literal["months"]


class Points(_Number):
    """Percentage points added to a rate."""

    value: Annotated[Decimal, Field(ge=0)]
    unit: Literal["points"]


class Times(_Number):
    """A multiplier."""

    value: Annotated[Decimal, Field(ge=0)]
    unit: Literal["times"]


class Euros(_Number):
    """A sum in euros."""

    value: Annotated[Decimal, Field(ge=0)]
    unit: Literal["EUR"]


class Policy(Clause, Generic[Value]):
    """A clause that says how, not how much: one of a few words."""

    value: Value
    unit: Literal["policy"]


def clauses_of(entry: Entry) -> Iterator[Clause]:
    """Every clause under an entry, in the order of its file."""
    if isinstance(entry, Clause):
        yield entry
        return
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Entry):
                yield from clauses_of(one)
