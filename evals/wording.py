"""The same sets with a chat model and without it, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

from rich.table import Table

from assistant.french import NBSP
from evals.datatypes import Outcome
from evals.metrics import by_category, score
from evals.words import say_category

_FIELDS = ("headline", "status")
_ASKED = "asked"
_COUNTS = {
    _ASKED: "Réponses données au modèle",
    "shown": "Montrées dans ses mots",
    "sent_back": "Renvoyées une fois avec le motif",
    "replaced": "Remplacées : rien ne tenait",
    "failed": "Sans réponse du modèle",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what is counted, without the model and with it."""

    label: str
    without: str
    with_model: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same questions without and with a model; `counts` as `Writer.counts` has them."""

    model: str
    without: Sequence[Outcome]
    with_model: Sequence[Outcome]
    counts: Mapping[str, int]

    @property
    def changes(self) -> tuple[str, ...]:
        """The ids of the questions to which the model changed a sum, a status or, of a sum, a source."""
        return find_changes(self.without, self.with_model)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Right answers by category, then time, tokens, and what became of the drafts."""
        return (*self._right(), *self._costs(), *self._drafts())

    def _right(self) -> Iterator[Row]:
        for one, other in zip(by_category(self.without), by_category(self.with_model), strict=True):
            yield Row(
                say_category(one.category), f"{one.right} / {one.total}", f"{other.right} / {other.total}"
            )
        one, other = score(self.without), score(self.with_model)
        yield Row("Ensemble", f"{one.right} / {one.total}", f"{other.right} / {other.total}", is_total=True)
        yield Row("Sommes, statuts ou sources d'une somme changés", "", str(len(self.changes)))

    def _costs(self) -> Iterator[Row]:
        for label, at in (("Durée médiane", 50), ("Durée au 95e centile", 95)):
            yield Row(label, _say_time(self.without, at), _say_time(self.with_model, at))
        tokens = [_tokens(one) for one in self.with_model]
        yield Row("Jetons", "0", str(sum(tokens)))
        mean = round(sum(tokens) / self.counts[_ASKED]) if self.counts.get(_ASKED) else 0
        yield Row("Jetons par réponse donnée au modèle", "", str(mean))

    def _drafts(self) -> Iterator[Row]:
        for name, label in _COUNTS.items():
            yield Row(label, "", str(self.counts.get(name, 0)))


def _tokens(outcome: Outcome) -> int:
    return int(str(outcome.answer.get("tokens", 0)))


def _say_time(outcomes: Iterable[Outcome], at: int) -> str:
    seconds = [one.seconds for one in outcomes]
    value = quantiles(seconds, n=100, method="inclusive")[at - 1] if len(seconds) > 1 else sum(seconds)
    return f"{1000 * value:.0f}{NBSP}ms"


def draw_side_by_side(compared: SideBySide) -> Table:
    """A table, one line a category, then what the model cost and what became of its drafts."""
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(f"Avec {compared.model}")
    for heading in ("Sans modèle", "Avec modèle"):
        table.add_column(heading, justify="right")
    for row in compared.rows:
        table.add_row(row.label, row.without, row.with_model, style="bold" if row.is_total else "")
    return table


def side_by_side_as_json(compared: SideBySide) -> dict[str, object]:
    """The comparison as one JSON object; the answers with the model are under `answers`."""
    one, other = score(compared.without), score(compared.with_model)
    return {
        "model": compared.model,
        "right": {"without": one.right, "with": other.right, "n": one.total},
        "changed": list(compared.changes),
        "counts": dict(compared.counts),
        "tokens": sum(map(_tokens, compared.with_model)),
        "answers": {one.example.id: dict(one.answer) for one in compared.with_model},
    }


def find_changes(without: Sequence[Outcome], with_model: Sequence[Outcome]) -> tuple[str, ...]:
    """The ids of the questions to which the model changed a sum, a status, or a source of a sum."""
    return tuple(
        one.example.id
        for one, other in zip(without, with_model, strict=True)
        if any(one.answer[field] != other.answer[field] for field in _FIELDS)
        or (one.answer["headline"] and _sources(one) != _sources(other))
    )


def _sources(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one["document"], one["section"]) for one in outcome.answer.get("citations", ())]
