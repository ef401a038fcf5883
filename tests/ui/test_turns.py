"""One question and its answer, taken away as text."""

from __future__ import annotations

import pytest

from assistant.datatypes import Answer, Citation
from assistant.ui.turns import as_text, say_marks


@pytest.mark.parametrize(
    ("marks", "said"), [([2], "[2]"), ([1, 2], "[1][2]"), ([1, 3, 4], "[1][3][4]"), ([3, 4, 5], "[3] à [5]")]
)
def test_many_marks_in_a_row_are_said_short(marks: list[int], said: str) -> None:
    """From three on, a run of marks is its first and its last."""
    assert said == say_marks([Citation(mark, "A", "1", "", None, "", "a.md", 0, 1) for mark in marks])


def test_an_answer_copied_carries_its_sources() -> None:
    """The text pasted elsewhere has the question, the answer without markup, and each source."""
    citation = Citation(1, "CGV-30J", "3.6", "CGV – Frais", "CGV-30J", "trente", "a.md", 0, 6)
    text = as_text("Combien ?", Answer("answered", "**600 €** [1]", citations=(citation,)))
    assert ["Combien ?", "", "600 € [1]", "", "Sources\xa0:", "[1] CGV – Frais"] == text.splitlines()


def test_an_answer_without_sources_lists_none() -> None:
    """Nothing is listed where nothing is cited."""
    assert "Quoi ?\n\nNos documents ne le précisent pas." == as_text(
        "Quoi ?", Answer("not_found", "Nos documents ne le précisent pas.")
    )
