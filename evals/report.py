"""The scores and the failures, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from assistant.french import NBSP, say_percent
from evals.datatypes import Check, Failure, Outcome, Score
from evals.metrics import by_category, score

_CHECKS: dict[Check, str] = {
    "facts": "à dire",
    "not": "à ne pas dire",
    "cite": "à citer",
    "status": "statut",
    "amount": "somme",
    "amount_max": "somme la plus haute",
}


def draw_scores(outcomes: Sequence[Outcome]) -> Table:
    """A table of the scores, one line a category and one for all."""
    table = Table(caption=_say_times(outcomes) if outcomes else None)
    table.add_column("Catégorie")
    for heading in ("Questions", "Justes", "Taux", f"Intervalle à 95{NBSP}%"):
        table.add_column(heading, justify="right")
    for one in by_category(outcomes):
        table.add_row(*_score_cells(one))
    table.add_section()
    table.add_row(*_score_cells(score(outcomes, category="Ensemble")), style="bold")
    return table


def _score_cells(one: Score) -> Iterator[str]:
    yield one.category
    yield str(one.total)
    yield str(one.right)
    yield say_rate(one.rate)
    yield f"{say_rate(one.low)} – {say_rate(one.high)}"


def say_rate(rate: float) -> str:
    """A rate as a percentage, to a tenth of a point.

    >>> say_rate(0.9232).replace(NBSP, " ")
    '92,3 %'
    """
    return say_percent((Decimal(rate) * 100).quantize(Decimal("0.1")))


def _say_times(outcomes: Sequence[Outcome]) -> str:
    median, late = (_percentile(outcomes, share) * 1000 for share in (0.5, 0.95))
    return f"Temps de réponse{NBSP}: médiane {median:.0f}{NBSP}ms, 95 sur 100 en {late:.0f}{NBSP}ms"


def _percentile(outcomes: Sequence[Outcome], share: float) -> float:
    ranked = sorted(outcome.seconds for outcome in outcomes)
    return ranked[ceil(share * len(ranked)) - 1]


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


def say_failure(failure: Failure) -> str:
    """A check that does not hold: what was expected, and what was given instead."""
    given = f" – donné{NBSP}: {failure.given or 'rien'}" if failure.check != "facts" else ""
    return f"{_CHECKS[failure.check]}{NBSP}: {failure.expected}{given}"


def as_json(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The scores and every outcome as one JSON object."""
    return {
        "total": _score_as_json(score(outcomes)),
        "categories": {one.category: _score_as_json(one) for one in by_category(outcomes)},
        "outcomes": [_outcome_as_json(outcome) for outcome in outcomes],
    }


def _score_as_json(one: Score) -> dict[str, object]:
    return {
        "n": one.total,
        "right": one.right,
        "rate": round(one.rate, 4),
        "interval": [round(one.low, 4), round(one.high, 4)],
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
    }
