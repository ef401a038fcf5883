"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.errors import EvaluationError
from assistant.french import NBSP, say_count, say_date
from evals.compare import compare
from evals.datatypes import Figure, Outcome
from evals.floors import Floors, find_falls
from evals.measures import MEASURES, Measure, measure
from evals.metrics import group_by_category, score
from evals.results import Run
from evals.wording import SideBySide
from evals.words import (
    say_category,
    say_change,
    say_failure,
    say_fall,
    say_figure,
    say_interval,
    say_rate,
)

_TEMPLATE = "report.html.j2"
_TILES = ("right", "sums", "citation_recall", "recall@5", "silence", "p95")
_LONGEST = 420  # characters of a passage that are shown


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run was made with: its moment, the version, the documents and their index."""

    when: datetime
    version: str
    generation: str
    corpus: str


@dataclass(frozen=True, slots=True)
class _Bar:
    """A figure as drawn: places on a scale from 0 to 100, and words."""

    figure: Figure
    scale: float
    before: Figure | None
    floor: float | None

    def place(self, value: float) -> float:
        """Where a value stands on the scale."""
        return round(100 * min(value / self.scale, 1), 2)

    @property
    def change(self) -> str:
        """What changed since the run before; empty without one."""
        unit = MEASURES[self.figure.measure].unit
        return say_change(self.figure.value, self.before.value, unit) if self.before else ""

    @property
    def fallen(self) -> bool:
        """Whether the figure does not hold its floor."""
        return self.floor is not None and bool(find_falls([self.figure], {self._key: self.floor}))

    @property
    def _key(self) -> tuple[str, str]:
        return self.figure.measure, self.figure.category

    @property
    def mood(self) -> str:
        """Whether the change is for the better: `good`, `bad`; empty for a time, which varies."""
        if not self.before or self.change == "=" or MEASURES[self.figure.measure].unit == "seconds":
            return ""
        return "good" if self.figure.value > self.before.value else "bad"


def write_page(
    path: Path,
    outcomes: Sequence[Outcome],
    *,
    origin: Origin,
    before: Run | None,
    floors: Floors,
    beside: SideBySide | None = None,
) -> None:
    """Write the report of a run, compared with the run `before`, and with a chat model `beside`.

    Raises `EvaluationError` when the file cannot be written.
    """
    page = draw_page(outcomes, origin=origin, before=before, floors=floors, beside=beside)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        what = "le rapport ne peut pas y être écrit."
        raise EvaluationError(str(path), what, "Donner un autre fichier à --report.") from error


def draw_page(
    outcomes: Sequence[Outcome],
    *,
    origin: Origin,
    before: Run | None,
    floors: Floors,
    beside: SideBySide | None = None,
) -> str:
    """The HTML of the report; every word of a person or a document is escaped."""
    figures = measure(outcomes)
    bars = _bars(figures, before.figures if before else (), floors)
    failing = [outcome for outcome in outcomes if not outcome.right]
    return (
        _environment()
        .get_template(_TEMPLATE)
        .render(
            outcomes=outcomes,
            origin=origin,
            before=before,
            total=score(outcomes),
            tiles=[bar for bar in bars if not bar.figure.category and bar.figure.measure in _TILES],
            groups=_groups(bars),
            falls=[say_fall(fall) for fall in find_falls(figures, floors)],
            has_floors=bool(floors),
            failing=group_by_category(failing),
            changes=compare(outcomes, before) if before else None,
            measures=MEASURES,
            beside=beside,
            worded=_worded(beside) if beside else (),
        )
    )


def _worded(beside: SideBySide) -> tuple[tuple[Outcome, Outcome], ...]:
    """The answers that the model changed: without it, with it."""
    pairs = zip(beside.without, beside.with_model, strict=True)
    return tuple((one, other) for one, other in pairs if one.answer["text"] != other.answer["text"])


def _bars(figures: Sequence[Figure], before: Iterable[Figure], floors: Floors) -> tuple[_Bar, ...]:
    """The figures as drawn; what changed is told where as many questions were asked before."""
    earlier = {(one.measure, one.category, one.count): one for one in before}
    return tuple(
        _Bar(
            one,
            _scale(one.measure, figures),
            earlier.get((one.measure, one.category, one.count)),
            floors.get((one.measure, one.category)),
        )
        for one in figures
    )


def _scale(name: str, figures: Iterable[Figure]) -> float:
    """What fills a bar: all there can be, or more than the longest time."""
    if MEASURES[name].unit != "seconds":
        return 1.0
    return 1.5 * max(one.value for one in figures if one.measure == name) or 1.0


def _groups(bars: Iterable[_Bar]) -> Mapping[str, list[tuple[Measure, list[_Bar]]]]:
    """The bars of each measure, under the name of its group."""
    by_measure: dict[str, list[_Bar]] = {}
    for bar in bars:
        by_measure.setdefault(bar.figure.measure, []).append(bar)
    groups: dict[str, list[tuple[Measure, list[_Bar]]]] = {}
    for name, one in MEASURES.items():
        if name in by_measure:
            groups.setdefault(one.group, []).append((one, by_measure[name]))
    return groups


def _ranked(outcome: Outcome) -> Iterator[tuple[str, bool, str]]:
    """The first sections found: the key, whether it is accepted, the opening words."""
    for one in (outcome.found or ())[:5]:
        accepted = {one.key, one.key.partition("#")[0]} & set(outcome.example.cite)
        words = " ".join(one.text.split())
        yield one.key, bool(accepted), words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _cited(outcome: Outcome) -> list[str]:
    return list(dict.fromkeys(f"{one['document']}#{one['section']}" for one in outcome.answer["citations"]))


@cache
def _markdown() -> MarkdownIt:
    """Markdown without HTML, images or links: nothing that loads or runs."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "link", "autolink"])


def _say_moment(when: datetime) -> str:
    local = when.astimezone()
    return f"{say_date(local.date())} à {local:%H}{NBSP}h{NBSP}{local:%M}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        category=say_category,
        cited=_cited,
        failure=say_failure,
        count=say_count,
        figure=say_figure,
        interval=say_interval,
        markdown=lambda text: Markup(_markdown().render(str(text))),  # noqa: S704  HTML is off in it
        moment=_say_moment,
        ranked=_ranked,
        rate=say_rate,
    )
    return environment
