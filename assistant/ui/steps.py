"""The steps of calculations, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answering.compose.money_answers import due, say_other_basis, say_sum
from assistant.datatypes import Calculation, Line
from assistant.french import NBSP, say_money
from assistant.ui.escaping import bind, quiet


def steps_table(calculations: Sequence[Calculation], *, headline: Sequence[Decimal] = ()) -> str:
    """The steps as a Markdown table, with the article that each rests on.

    They go on to the balance or the refund where the `headline` is that.

    Where editions do not all count before tax, or all after it, the total of
    each is given both ways. Where they count alike, each step stands once.
    """
    compared = len({one.basis for one in calculations}) > 1
    rows = [row for one in _merge(calculations) for row in _rows(one, headline, compared=compared)]
    return "\n".join(("| Étape | Calcul | Montant |", "| --- | --- | ---: |", *rows))


def _merge(calculations: Sequence[Calculation]) -> Sequence[Calculation]:
    """One calculation where all have the same steps, each resting on the articles of all."""
    alike = {
        tuple((line.label, line.expression, line.amount) for line in (*one.lines, *one.settlement))
        for one in calculations
    }
    if len(alike) > 1:
        return calculations
    first = calculations[0]
    lines, settlement = (
        tuple(_with_articles(same) for same in zip(*steps, strict=True))
        for steps in ([one.lines for one in calculations], [one.settlement for one in calculations])
    )
    return (replace(first, lines=lines, settlement=settlement),)


def _with_articles(same: Sequence[Line]) -> Line:
    return replace(same[0], article=" ; ".join(dict.fromkeys(line.article for line in same)))


def _rows(calculation: Calculation, headline: Sequence[Decimal], *, compared: bool) -> Iterator[str]:
    lines, total = calculation.lines, ""
    if compared and lines:
        total = say_sum(due(calculation), calculation.basis)
        other = say_other_basis(calculation)
        total += f" :small[:gray[{bind(other)}]]" if other else ""
    is_total = len(lines) == 1 and {lines[0].amount} == {calculation.due_min, calculation.due_max}
    settles = any(line.amount in headline for line in calculation.settlement[-1:])
    for line in (*lines, *(calculation.settlement if settles else ())):
        # A narrow column would break « CGV-15J » in two.
        article = quiet(line.article.replace("#", f",{NBSP}art. ").replace("-", "\u2011"))
        amount = total if is_total and total and line in lines else say_money(line.amount)
        yield f"| {quiet(line.label)} :small[:gray[{article}]] | {quiet(line.expression)} | {amount} |"
    if total and not is_total:
        yield f"| **Selon les {quiet(calculation.edition or '')}** | | {total} |"
