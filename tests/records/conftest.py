"""Records in a folder of the test, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.datatypes import Answer, Calculation, Citation, Flag, Line, Threshold
from assistant.records import Records, new_id
from assistant.settings import Settings


class Clock:
    """A clock that goes on by one second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The next moment."""
        self.now += timedelta(seconds=1)
        return self.now


def save(
    records: Records, user: str, question: str, answer: Answer, conversation: str = ""
) -> tuple[str, str]:
    """The ids of the conversation and of the turn just kept."""
    conversation = conversation or new_id()
    turn = records.save_turn(user, conversation, question, answer, seconds=0.25, generation="g1")
    return conversation, turn


@pytest.fixture
def clock() -> Clock:
    """The clock of the records."""
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose data folder is empty."""
    return Settings(data=tmp_path / "data", keep_days=30)


@pytest.fixture
def records(settings: Settings, clock: Clock) -> Iterator[Records]:
    """Empty records."""
    opened = Records(settings, now=clock)
    yield opened
    opened.close()


@pytest.fixture
def answer() -> Answer:
    """An answer with a sum, its calculation and a source."""
    calculation = Calculation(
        kind="amount",
        edition="CGV-30J",
        event="cancellation",
        due_min=Decimal("600.00"),
        due_max=Decimal("600.00"),
        basis="HT",
        due_other_basis=(Decimal("720.00"), None),
        lines=(Line("Frais", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6"),),
        articles=("CGV-30J#3.6",),
        next_threshold=Threshold(datetime(2026, 12, 1, tzinfo=UTC).date(), Decimal("2000.00")),
        flags=(Flag("opco", "Un OPCO paie une part."),),
    )
    citation = Citation(1, "CGV-30J", "3.6", "Annulation", "CGV-30J", "trente jours", "terms/a.md", 3, 15)
    return Answer(
        status="answered",
        text="600,00 € de frais [1].",
        headline=(Decimal("600.00"),),
        citations=(citation,),
        calculations=(calculation,),
        understood={"Prix": "2 000,00 € HT"},
    )
