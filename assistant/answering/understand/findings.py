"""What a part of a message states: facts of a case, doubts, and what was assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.datatypes import Doubt


@dataclass(frozen=True, slots=True)
class Findings:
    """Facts by field of `Case`, what is doubtful, and what to say back in French.

    `each` is the price a head of which the price was made.
    """

    facts: Mapping[str, object] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()
    each: Decimal | None = None

    def without(self, *fields: str) -> Findings:
        """The same, but for some facts, and the notes, which may be about them."""
        return Findings({name: one for name, one in self.facts.items() if name not in fields}, self.doubts)

    def __add__(self, other: Findings) -> Findings:
        """Both together; the other's facts replace those of the same field."""
        return Findings(
            {**self.facts, **other.facts},
            tuple(dict.fromkeys((*self.doubts, *other.doubts))),
            tuple(dict.fromkeys((*self.notes, *other.notes))),
            other.each or self.each,
        )


def ask(fact: str, question: str) -> Findings:
    """Nothing but a doubt about one fact, as a question in French."""
    return Findings(doubts=(Doubt(fact, question),))
