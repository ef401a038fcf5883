"""The same sets with a chat model and without it, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table

from evals.datatypes import Outcome
from evals.metrics import by_category, score


def draw_side_by_side(
    without: Sequence[Outcome], with_model: Sequence[Outcome], counts: Mapping[str, int]
) -> Table:
    """A table of the right answers without and with a model, one line a category and one for all.

    `counts` says what became of the model's drafts, as `Writer.counts` does. The
    last line says on how many questions the sums or the status changed: none should.
    """
    asked, shown = counts.get("asked", 0), counts.get("shown", 0)
    left = counts.get("replaced", 0) + counts.get("failed", 0)
    table = Table(
        caption=f"Réponses données au modèle : {asked} ; dans ses mots : {shown} ; reprises : {left}"
    )
    for heading in ("Catégorie", "Questions", "Sans modèle", "Avec modèle"):
        table.add_column(heading, justify="left" if heading == "Catégorie" else "right")
    for one, other in zip(by_category(without), by_category(with_model), strict=True):
        table.add_row(one.category, str(one.total), str(one.right), str(other.right))
    table.add_section()
    one, other = score(without), score(with_model)
    table.add_row("Ensemble", str(one.total), str(one.right), str(other.right), style="bold")
    table.add_row("Sommes ou statuts changés", "", "", str(len(find_changes(without, with_model))))
    return table


def find_changes(without: Sequence[Outcome], with_model: Sequence[Outcome]) -> tuple[str, ...]:
    """The ids of the questions to which the model changed a sum or a status."""
    return tuple(
        one.example.id
        for one, other in zip(without, with_model, strict=True)
        if any(one.answer[field] != other.answer[field] for field in ("headline", "status"))
    )
