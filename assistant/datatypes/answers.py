"""What leaves the program, and who it leaves to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from assistant.datatypes.documents import Audience
from assistant.datatypes.money import Calculation

Status = Literal["answered", "needs_info", "not_found", "out_of_scope"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered proof: `quote` is what stands at `start`:`end` of `path`."""

    mark: int
    document: str
    section: str
    title: str
    edition: str | None
    quote: str
    path: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The citation key, such as `CGV-30J#3.6`."""
        return f"{self.document}#{self.section}"


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply, in French Markdown, with its proofs.

    `headline` holds the sums given as the answer: one, or the lowest and the
    highest. `calculations` has one entry an edition computed. `notice` says in
    French why a chat model did not word it, `faults` what its drafts held that
    nothing supports; `tokens` is what the model took.
    """

    status: Status
    text: str
    headline: tuple[Decimal, ...] = ()
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    understood: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    tokens: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever uses the app: the id their records are kept under, and what they may see.

    `name` is empty for a person who has not signed in.
    """

    id: str
    name: str
    audience: Audience
    signed_in: bool = False
