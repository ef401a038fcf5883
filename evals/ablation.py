"""What each part of the retrieval brings: the search measured again without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from assistant.french import NBSP, say_date
from evals.datatypes import Example, Found
from evals.metrics import Z
from evals.ranking import rate_ranking
from evals.run import DEPTH, Search, followed, search_of
from evals.sets import read_sets
from evals.words import say_rate, say_value

if TYPE_CHECKING:
    from assistant.conversation import Assistant

ABLATION = Path(__file__).with_name("ablation.md")
WHOLE = "recherche entière"
_PARTS = {
    "vectors": "les vecteurs",
    "phrasing": "les tournures des questions apprises",
    "words": "les mots du texte",
    "asked": "les mots et les lettres des questions apprises",
    "heading": "les suites de lettres des titres",
    "grams": "les suites de lettres du texte",
}
_MARKS = ("recall@1", "recall@5", "mrr")
_HEADINGS = ("Rappel à 1", "Rappel à 5", "MRR", f"Écart de MRR, à 95{NBSP}%")


@dataclass(frozen=True, slots=True)
class Variant:
    """The search with something switched off, and its marks question by question.

    `marks` holds, under `recall@1`, `recall@5` and `mrr`, one mark a question,
    in the order of the questions.
    """

    name: str
    marks: Mapping[str, tuple[float, ...]]

    def mean(self, mark: str) -> float:
        """The mean of a mark over the questions; 0 without any."""
        return fmean(self.marks[mark] or (0.0,))


def ablate(
    assistant: Assistant, paths: Sequence[Path], *, console: Console | None = None
) -> tuple[Variant, ...]:
    """The whole search first, then not narrowed, without each part, and with each alone.

    Measured on the single questions of these sets that expect a section.
    """
    examples = [one for one in read_sets(paths) if one.cite and len(one.turns) == 1]
    searches = followed(list(_variants(assistant)), "Recherches", console)
    return tuple(Variant(name, rate_search(examples, search)) for name, search in searches)


def _variants(assistant: Assistant) -> Iterator[tuple[str, Search]]:
    from assistant.answering.search.retrieve import weights_for

    weights = {part: weight for part, weight in weights_for(assistant.index).items() if weight}
    yield WHOLE, search_of(assistant)
    yield "sans tenir compte de ce que la question nomme", _everywhere(assistant)
    for part in weights:
        others = {name: weight for name, weight in weights.items() if name != part}
        yield f"sans {_PARTS.get(part, part)}", search_of(_reweighed(assistant, others))
    for part, weight in weights.items():
        yield f"{_PARTS.get(part, part)} sans le reste", search_of(_reweighed(assistant, {part: weight}))


def _everywhere(assistant: Assistant) -> Search:
    """The search over all documents alike, whatever course, edition or article the question names."""

    def search(question: str, today: date) -> list[Found]:
        del today
        return [Found(hit.chunk.key, hit.chunk.text) for hit in assistant.sources.search(question, k=DEPTH)]

    return search


def _reweighed(assistant: Assistant, weights: Mapping[str, float]) -> Assistant:
    """The same assistant, whose search counts only these parts."""
    from assistant.answering.search.retrieve import Retriever

    other = copy(assistant)
    whole = assistant.sources.retriever
    phrasing = whole.phrasing if isinstance(whole, Retriever) else None
    retriever = Retriever(index=assistant.index, phrasing=phrasing, weights=weights)
    other.sources = replace(assistant.sources, retriever=retriever)
    return other


def rate_search(examples: Sequence[Example], search: Search) -> Mapping[str, tuple[float, ...]]:
    """The marks of a search on single questions, in their order: see `Variant`."""
    rated = [
        rate_ranking(one.cite, tuple(found.key for found in search(one.turns[0], one.today)))
        for one in examples
    ]
    return {mark: tuple(marks[mark] for marks in rated) for mark in _MARKS}


def mean_gap(marks: Sequence[float], whole: Sequence[float]) -> tuple[float, float, float]:
    """The mean difference of paired marks, and its 95 % interval (normal law).

    >>> [round(bound, 3) for bound in mean_gap((0, 1, 0, 1), (1, 1, 1, 1))]
    [-0.5, -1.066, 0.066]
    """
    gaps = [one - other for one, other in zip(marks, whole, strict=True)]
    if len(gaps) < 2:
        return sum(gaps), -1.0, 1.0
    half = Z * stdev(gaps) / sqrt(len(gaps))
    return fmean(gaps), fmean(gaps) - half, fmean(gaps) + half


def _rows(variants: Sequence[Variant]) -> Iterator[tuple[str, ...]]:
    whole = variants[0]
    for one in variants:
        gap = "" if one is whole else _say_gap(*mean_gap(one.marks["mrr"], whole.marks["mrr"]))
        recalls = (say_rate(one.mean(mark)) for mark in ("recall@1", "recall@5"))
        yield (one.name, *recalls, say_value(one.mean("mrr"), "score"), gap)


def _say_gap(mean: float, low: float, high: float) -> str:
    """A difference and its interval, signed.

    >>> _say_gap(-0.05, -0.0812, -0.0188)
    '−0,050 (−0,081 à −0,019)'
    """
    return f"{mean:+.3f} ({low:+.3f} à {high:+.3f})".replace(".", ",").replace("-", "−")


def draw_ablation(variants: Sequence[Variant], *, what: str = "Recherche") -> Table:
    """The variants as a table for the terminal; `what` they are heads the first column."""
    table = Table(box=SIMPLE, show_edge=False, caption=f"{_count(variants)} questions")
    table.add_column(what)
    for heading in _HEADINGS:
        table.add_column(heading, justify="right")
    for row in _rows(variants):
        table.add_row(*row, style="bold" if row[0] == WHOLE else "")
    return table


def _count(variants: Sequence[Variant]) -> int:
    return len(variants[0].marks["mrr"])


def ablation_as_json(variants: Sequence[Variant]) -> list[dict[str, object]]:
    """The variants as JSON objects, the whole search first."""
    return [
        {
            "search": one.name,
            "n": _count(variants),
            **{mark: round(one.mean(mark), 4) for mark in _MARKS},
            "mrr_gap": [round(bound, 4) for bound in mean_gap(one.marks["mrr"], variants[0].marks["mrr"])],
        }
        for one in variants
    ]


def write_ablation(path: Path, variants: Sequence[Variant], *, day: date, version: str) -> None:
    """Write the variants as a Markdown page, with the day they were measured."""
    lines = (
        "# Ce qu'apporte chaque partie de la recherche",
        "",
        f"Mesuré le {say_date(day)}, version {version}, sur {_count(variants)} questions des jeux de réglage "
        "qui attendent une section, posées en un seul message. Pour refaire cette page : "
        "`assistant eval --ablation`.",
        "",
        "Le rappel à *k* est la part des questions dont une section acceptée est parmi les *k* premières. "
        "L'écart est celui du MRR avec la recherche entière, question par question, et son intervalle à "
        f"95{NBSP}% : quand il contient zéro, ces questions ne suffisent pas à dire que la partie compte.",
        "",
        f"| Recherche | {' | '.join(_HEADINGS)} |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(f"| {' | '.join(row)} |" for row in _rows(variants)),
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
