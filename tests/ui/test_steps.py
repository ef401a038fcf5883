"""The steps of calculations, as a table."""

from __future__ import annotations

from decimal import Decimal

from assistant.datatypes import Calculation, Line
from assistant.ui.steps import steps_table


def test_each_step_is_a_row_with_its_sum_and_clause() -> None:
    """A step is said with its expression, its sum and the article it rests on."""
    line = Line("Frais | annulation", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6")
    table = steps_table([Calculation("amount", "CGV-30J", "cancellation", lines=(line,))])
    rows = table.splitlines()
    assert 3 == len(rows)
    assert "600,00\xa0€" in rows[2]
    assert "CGV-30J, art. 3.6" in rows[2].replace("\\", "")
    assert 4 == rows[2].replace("\\|", "").count("|")
