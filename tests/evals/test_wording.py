"""With a model and without it, side by side."""

from __future__ import annotations

from datetime import date
from io import StringIO

from rich.console import Console

from evals.datatypes import Example, Failure, Outcome
from evals.wording import draw_side_by_side, find_changes


def _outcome(name: str, headline: list[str], *failures: Failure) -> Outcome:
    example = Example(name, "money", ("Combien ?",), date(2026, 11, 20))
    return Outcome(example, {"headline": headline, "status": "answered", "text": ""}, failures, 0.1)


ONE, TWO = _outcome("one", ["1.00"]), _outcome("two", ["2.00"])
LOST = _outcome("two", ["3.00"], Failure("amount", "2.00", "3.00"))


def test_a_sum_that_changed_is_named():
    """The questions whose sum or status differs are listed by id."""
    assert ("two",) == find_changes((ONE, TWO), (ONE, LOST))


def test_both_scores_stand_on_one_line():
    """Right answers without and with the model, and what became of drafts."""
    console = Console(width=100, record=True, file=StringIO())
    console.print(draw_side_by_side((ONE, TWO), (ONE, LOST), {"asked": 2, "shown": 1, "replaced": 1}))
    drawn = console.export_text()
    line = next(row for row in drawn.splitlines() if "money" in row)
    assert ["2", "2", "1"] == [cell for cell in line.replace("│", " ").split() if cell.isdigit()]
    assert "reprises : 1" in drawn
