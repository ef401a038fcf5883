"""The steps of calculations, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datatypes import Calculation
from assistant.french import say_money
from assistant.ui.escaping import quiet


def steps_table(calculations: Sequence[Calculation]) -> str:
    """The steps as a Markdown table, with the article that each rests on."""
    rows = [
        f"| {quiet(line.label)} :small[:gray[{quiet(line.article.replace('#', ', art. '))}]] "
        f"| {quiet(line.expression)} | {say_money(line.amount)} |"
        for calculation in calculations
        for line in calculation.lines
    ]
    return "\n".join(("| Étape | Calcul | Montant |", "| --- | --- | ---: |", *rows))
