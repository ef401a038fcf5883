"""The steps of calculations, as a table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.datatypes import Calculation, Line
from assistant.ui.steps import steps_table

from .conftest import plain


def test_each_step_is_a_row_with_its_sum_and_clause() -> None:
    """A step is said with its expression, its sum and the article it rests on."""
    line = Line("Frais | annulation", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6")
    table = steps_table([Calculation("amount", "CGV-30J", "cancellation", lines=(line,))])
    rows = table.splitlines()
    assert 3 == len(rows)
    assert "600,00\xa0€" in rows[2]
    assert "CGV-30J, art. 3.6" in plain(rows[2])
    assert 4 == rows[2].replace("\\|", "").count("|")


def test_editions_with_and_without_tax_are_given_both_ways() -> None:
    """2 000 € before tax is 2 400 € with it: neither row can be taken for another sum."""
    with_tax = Calculation(
        "amount",
        "CGV-15J",
        "cancellation",
        due_min=Decimal(2400),
        due_max=Decimal(2400),
        basis="TTC",
        due_other_basis=(Decimal(2000), Decimal(2000)),
        lines=(Line("Frais", "100 % × 2 000,00 € × 120 %", Decimal(2400), "CGV-15J#3.5"),),
    )
    line = Line("Frais", "100 % × 2 000,00 €", Decimal(2000), "CGV-30J#3.6")
    without = replace(
        with_tax,
        edition="CGV-30J",
        basis="HT",
        due_min=Decimal(2000),
        due_max=Decimal(2000),
        due_other_basis=(Decimal(2400), Decimal(2400)),
        lines=(line, replace(line, label="Pénalité", amount=Decimal(0))),
    )
    rows = steps_table([with_tax, without]).replace("\u202f", " ").replace("\xa0", " ").splitlines()[2:]
    assert "**2 400,00 € TTC** :small[:gray[soit 2 000,00 € HT]]" in rows[0]
    assert "**2 000,00 € HT** :small[:gray[soit 2 400,00 € TTC]]" in rows[-1]
    assert "**Selon les CGV\\-30J**" in rows[-1]


def test_editions_that_count_alike_are_one_table() -> None:
    """Summed down its column, the table gives what is due, not twice that."""
    line = Line("Indemnité", "40,00 €", Decimal(40), "CGV-15J#3.4")
    first = Calculation("amount", "CGV-15J", "late_payment", lines=(line,))
    second = replace(first, edition="CGV-30J", lines=(replace(line, article="CGV-30J#3.4"),))
    rows = plain(steps_table([first, second])).splitlines()[2:]
    assert ["| Indemnité :small[:gray[CGV-15J, art. 3.4 ; CGV-30J, art. 3.4]] | 40,00 € | 40,00 € |"] == rows
