"""What is measured: each measure, what one answer is worth to it, and the figures of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from evals.datatypes import Check, Figure, Outcome
from evals.metrics import group_by_category, quantile_interval, wilson_interval
from evals.ranking import rate_ranking

Unit = Literal["percent", "score", "seconds"]
_SILENT = ("not_found", "out_of_scope")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, in a person's words, and what one answer is worth to it.

    `worth` is between 0 and 1, or in seconds; `None` where the measure says
    nothing of the question. The figure is the mean of the worths, or the
    `quantile` of them.
    """

    name: str
    group: str
    label: str
    meaning: str
    worth: Callable[[Outcome], float | None]
    unit: Unit = "percent"
    quantile: float | None = None


def _right(outcome: Outcome) -> float:
    return float(outcome.right)


def _facts(outcome: Outcome) -> float | None:
    total = len(outcome.example.facts)
    return 1 - _failed(outcome, "facts") / total if total else None


def _failed(outcome: Outcome, *checks: Check) -> int:
    return sum(failure.check in checks for failure in outcome.failures)


def _nothing_forbidden(outcome: Outcome) -> float | None:
    return float(not _failed(outcome, "not")) if outcome.example.forbidden else None


def _sum_exact(outcome: Outcome) -> float | None:
    if outcome.example.amount is None and outcome.example.amount_max is None:
        return None
    return float(not _failed(outcome, "amount", "amount_max"))


def _silent(outcome: Outcome) -> float | None:
    return float(outcome.answer["status"] != "answered") if outcome.example.status in _SILENT else None


def _not_refused(outcome: Outcome) -> float | None:
    return float(outcome.answer["status"] not in _SILENT) if outcome.example.status == "answered" else None


def _asked_back(outcome: Outcome) -> float | None:
    if outcome.example.status != "needs_info":
        return None
    return float(outcome.answer["status"] == "needs_info")


def _citation_precision(outcome: Outcome) -> float | None:
    accepted = outcome.example.cite
    cited = {(str(one["document"]), str(one["section"])) for one in outcome.answer["citations"]}
    if not accepted or not cited:
        return None
    return sum(document in accepted or f"{document}#{one}" in accepted for document, one in cited) / len(
        cited
    )


def _citation_recall(outcome: Outcome) -> float | None:
    return float(not _failed(outcome, "cite")) if outcome.example.cite else None


def _ranking(outcome: Outcome, *, name: str) -> float | None:
    if outcome.found is None:
        return None
    return rate_ranking(outcome.example.cite, tuple(one.key for one in outcome.found))[name]


def _seconds(outcome: Outcome) -> float:
    return outcome.seconds


_ANSWERS, _SILENCES, _CITATIONS, _SEARCH, _TIME = (
    "Réponses",
    "Abstention",
    "Citations",
    "Recherche",
    "Temps de réponse",
)
_TOP = "Une section acceptée est parmi les {} premières que la recherche classe."

_ALL = (
    Measure("right", _ANSWERS, "Réponses justes", "Tout ce que la question exige est tenu.", _right),
    Measure("facts", _ANSWERS, "Faits trouvés", "Part des faits attendus que la réponse dit.", _facts),
    Measure(
        "nothing_forbidden",
        _ANSWERS,
        "Sans énoncé interdit",
        "Rien de ce qui ne doit pas être dit n'est dit.",
        _nothing_forbidden,
    ),
    Measure("sums", _ANSWERS, "Sommes exactes", "La somme donnée est la bonne, au centime.", _sum_exact),
    Measure(
        "silence",
        _SILENCES,
        "Se tait à raison",
        "Aucune réponse n'est donnée là où il n'en existe pas.",
        _silent,
    ),
    Measure(
        "no_refusal",
        _SILENCES,
        "Ne refuse pas à tort",
        "Une question qui a sa réponse n'est pas écartée.",
        _not_refused,
    ),
    Measure(
        "asks_back",
        _SILENCES,
        "Demande ce qui manque",
        "Quand une information manque pour calculer, elle est demandée.",
        _asked_back,
    ),
    Measure(
        "citation_precision",
        _CITATIONS,
        "Précision des citations",
        "Part des sections citées qui sont parmi celles attendues.",
        _citation_precision,
    ),
    Measure(
        "citation_recall",
        _CITATIONS,
        "Rappel des citations",
        "Une section attendue au moins est citée.",
        _citation_recall,
    ),
    Measure(
        "recall@1",
        _SEARCH,
        "Rappel à 1",
        "La première section que la recherche classe est acceptée.",
        partial(_ranking, name="recall@1"),
    ),
    Measure("recall@3", _SEARCH, "Rappel à 3", _TOP.format(3), partial(_ranking, name="recall@3")),
    Measure("recall@5", _SEARCH, "Rappel à 5", _TOP.format(5), partial(_ranking, name="recall@5")),
    Measure(
        "mrr",
        _SEARCH,
        "Rang réciproque, MRR",
        "1 quand la première section acceptée est en tête, ½ en deuxième place, ⅓ en troisième…",
        partial(_ranking, name="mrr"),
        unit="score",
    ),
    Measure(
        "ndcg@10",
        _SEARCH,
        "nDCG à 10",
        "1 quand toutes les sections acceptées sont classées devant les autres.",
        partial(_ranking, name="ndcg@10"),
        unit="score",
    ),
    Measure("p50", _TIME, "Temps médian", "Une réponse sur deux vient plus vite.", _seconds, "seconds", 0.5),
    Measure(
        "p95", _TIME, "95 sur 100 en", "Cinq réponses sur cent viennent plus tard.", _seconds, "seconds", 0.95
    ),
)
MEASURES: Mapping[str, Measure] = {one.name: one for one in _ALL}


def measure(outcomes: Sequence[Outcome]) -> tuple[Figure, ...]:
    """Every figure: all categories together, then each; none of what no question tells."""
    groups = {"": outcomes, **group_by_category(outcomes)}
    found = (_figure(one, name, group) for name, group in groups.items() for one in _ALL)
    return tuple(figure for figure in found if figure)


def _figure(one: Measure, category: str, outcomes: Iterable[Outcome]) -> Figure | None:
    worths = [worth for outcome in outcomes if (worth := one.worth(outcome)) is not None]
    if not worths:
        return None
    if one.quantile is not None:
        value, low, high = quantile_interval(worths, one.quantile)
    else:
        value = sum(worths) / len(worths)
        low, high = wilson_interval(sum(worths), len(worths))
    return Figure(one.name, category, value, len(worths), low, high)
