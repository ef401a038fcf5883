"""The figures and the failures, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.french import NBSP
from evals.datatypes import Figure, Outcome, Score
from evals.floors import Fall
from evals.measures import MEASURES, Measure, measure
from evals.metrics import by_category, score
from evals.words import say_category, say_failure, say_fall, say_figure, say_interval, say_rate

__all__ = ["as_json", "draw_failures", "draw_falls", "draw_figures", "say_failure", "say_rate"]


def draw_figures(outcomes: Sequence[Outcome], falls: Sequence[Fall] = ()) -> Table:
    """The one table: a line a measure, right answers by category, and where each is lowest.

    What is below its floor is red. Every measure in every category is in the
    JSON and on the page.
    """
    figures = measure(outcomes)
    below = {(fall.figure.measure, fall.figure.category) for fall in falls}
    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("Mesure", "n", "Valeur", f"À 95{NBSP}%", "Le plus bas"):
        table.add_column(heading, justify="right" if heading in ("n", "Valeur") else "left")
    for name, one in MEASURES.items():
        mine = [figure for figure in figures if figure.measure == name]
        for figure in mine if name == "right" else mine[:1]:
            by_category = mine[1:] if not figure.category and len(mine) > 2 else []
            style = "bold red" if (name, figure.category) in below else ""
            table.add_row(*_cells(figure, by_category), style=style)
        if mine and _is_last_of_group(one):
            table.add_row()
    return table


def _cells(figure: Figure, by_category: Sequence[Figure]) -> Iterator[str]:
    label = MEASURES[figure.measure].label
    yield f"  {say_category(figure.category)}" if figure.category else label
    yield str(figure.count)
    yield say_figure(figure)
    yield say_interval(figure)
    lowest = min(by_category, key=_worth, default=None)
    yield f"{say_category(lowest.category)} {say_figure(lowest)}" if lowest else ""


def _worth(figure: Figure) -> float:
    """How good a figure is; a long time is not."""
    return -figure.value if MEASURES[figure.measure].unit == "seconds" else figure.value


def _is_last_of_group(one: Measure) -> bool:
    return [other for other in MEASURES.values() if other.group == one.group][-1] is one


def draw_falls(falls: Iterable[Fall]) -> RenderableType:
    """What is below its floor, a line each."""
    return Group(*(Text(f"Sous le plancher{NBSP}: {say_fall(fall)}", style="red") for fall in falls))


def draw_failures(outcomes: Sequence[Outcome]) -> RenderableType:
    """Each answer that is not wholly right: what was asked, expected and given."""
    return Group(*(part for outcome in outcomes if not outcome.right for part in _draw_failure(outcome)))


def _draw_failure(outcome: Outcome) -> Iterator[RenderableType]:
    yield Text(f"{outcome.example.category} · {outcome.example.id}", style="bold")
    for turn in outcome.example.turns:
        yield Text(f"  > {turn}")
    for failure in outcome.failures:
        yield Text(f"  ✗ {say_failure(failure)}", style="red")
    yield Padding(Text(str(outcome.answer["text"]), style="dim"), (0, 0, 1, 4))


def as_json(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The scores, the figures and every outcome as one JSON object."""
    return {
        "total": _score_as_json(score(outcomes)),
        "categories": {one.category: _score_as_json(one) for one in by_category(outcomes)},
        "figures": [_figure_as_json(one) for one in measure(outcomes)],
        "outcomes": [_outcome_as_json(outcome) for outcome in outcomes],
    }


def _score_as_json(one: Score) -> dict[str, object]:
    return {
        "n": one.total,
        "right": one.right,
        "rate": round(one.rate, 4),
        "interval": [round(one.low, 4), round(one.high, 4)],
    }


def _figure_as_json(one: Figure) -> dict[str, object]:
    return {
        "measure": one.measure,
        "category": one.category,
        "n": one.count,
        "value": round(one.value, 6),
        "interval": [round(one.low, 6), round(one.high, 6)],
    }


def _outcome_as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "id": outcome.example.id,
        "category": outcome.example.category,
        "turns": list(outcome.example.turns),
        "right": outcome.right,
        "failures": [
            {"check": failure.check, "expected": failure.expected, "given": failure.given}
            for failure in outcome.failures
        ],
        "seconds": round(outcome.seconds, 4),
        "answer": dict(outcome.answer),
        "found": None if outcome.found is None else [one.key for one in outcome.found],
    }
