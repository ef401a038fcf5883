"""A rep, with empty records and folders of the test, and a rated answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from assistant.conversation import Assistant
from assistant.datatypes import Answer, Citation, Person
from assistant.records import Records
from assistant.ui.opening import Visit


@contextmanager
def open_rep_visit(assistant: Assistant, folder: Path) -> Iterator[Visit]:
    """A rep, empty records, no evaluation yet."""
    (folder / "corpus" / "questions").mkdir(parents=True)
    served = assistant.serving("rep")
    served.settings = assistant.settings.model_copy(
        update={"data": folder / "data", "results": folder / "results", "corpus": folder / "corpus"}
    )
    records = Records(served.settings)
    yield Visit(Person("rep", "Anna", "rep", signed_in=True), served, records)
    records.close()


def rate(visit: Visit, *, up: bool, right_passage: str = "") -> str:
    """The id of an answer that someone has just rated."""
    citation = Citation(1, "CGV-30J", "3.6", "Frais", "CGV-30J", "trente", "a.md", 0, 6)
    answer = Answer("answered", "600,00 € [1].", (Decimal("600.00"),), (citation,))
    turn = visit.records.save_turn("paul", "une", "Combien ?", answer, seconds=0.1, generation="g1")
    visit.records.rate("paul", turn, up=up, reason="Non", right_passage=right_passage)
    return turn
