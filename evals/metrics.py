"""What is wrong with an answer, how often answers are right, how sure that is: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import ceil, floor, sqrt
from statistics import NormalDist

from assistant.french import fold
from evals.datatypes import AnswerJson, Example, Failure, Outcome, Score

Z = NormalDist().inv_cdf(0.975)  # 95 %, both sides


def find_failures(example: Example, answer: AnswerJson) -> tuple[Failure, ...]:
    """Every check of the example that the Answer object does not meet."""
    return (
        *_status_failures(example, answer),
        *_text_failures(example, str(answer["text"])),
        *_cite_failures(example, answer),
        *_amount_failures(example, [Decimal(amount) for amount in answer["headline"]]),
    )


def _status_failures(example: Example, answer: AnswerJson) -> Iterator[Failure]:
    if answer["status"] != example.status:
        yield Failure("status", example.status, str(answer["status"]))


def _text_failures(example: Example, text: str) -> Iterator[Failure]:
    folded = fold(text)
    for fact in example.facts:
        if not fact.search(folded):
            yield Failure("facts", fact.pattern, "")
    for pattern in example.forbidden:
        if found := pattern.search(folded):
            yield Failure("not", pattern.pattern, found.group())


def _cite_failures(example: Example, answer: AnswerJson) -> Iterator[Failure]:
    documents = [str(citation["document"]) for citation in answer["citations"]]
    keys = [f"{citation['document']}#{citation['section']}" for citation in answer["citations"]]
    if example.cite and not set(example.cite) & {*documents, *keys}:
        yield Failure("cite", ", ".join(example.cite), ", ".join(dict.fromkeys(keys)))


def _amount_failures(example: Example, headline: Sequence[Decimal]) -> Iterator[Failure]:
    given = ", ".join(map(str, headline))
    if example.amount is not None and list(headline) != [example.amount]:
        yield Failure("amount", str(example.amount), given)
    if example.amount_max is not None and list(headline[-1:]) != [example.amount_max]:
        yield Failure("amount_max", str(example.amount_max), given)


def wilson_interval(right: float, total: int) -> tuple[float, float]:
    """The 95 % interval of a rate, by Wilson's formula; (0, 1) when nothing was counted.

    `right` may be a sum of marks between 0 and 1: these vary less than marks of
    0 or 1 of the same mean, so that the interval is then wider than it need be.

    >>> [round(bound, 3) for bound in wilson_interval(9, 10)]
    [0.596, 0.982]
    """
    if not total:
        return 0.0, 1.0
    rate, square = right / total, Z * Z
    middle = rate + square / (2 * total)
    half = Z * sqrt(rate * (1 - rate) / total + square / (4 * total * total))
    scale = 1 + square / total
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def quantile_interval(values: Sequence[float], share: float) -> tuple[float, float, float]:
    """The value that `share` of the values do not pass, and its 95 % interval.

    The bounds are values too: those whose ranks are as far from the quantile's
    as counts of a binomial law go.

    >>> quantile_interval(range(1, 101), 0.5)
    (50, 40, 61)
    """
    ranked, total = sorted(values), len(values)
    middle, half = share * total, Z * sqrt(total * share * (1 - share))
    ranks = (ceil(middle), floor(middle - half), ceil(middle + half) + 1)
    value, low, high = (ranked[min(max(rank, 1), total) - 1] for rank in ranks)
    return value, low, high


def score(outcomes: Iterable[Outcome], *, category: str = "") -> Score:
    """The score of these outcomes taken together."""
    verdicts = [outcome.right for outcome in outcomes]
    low, high = wilson_interval(sum(verdicts), len(verdicts))
    return Score(category, sum(verdicts), len(verdicts), low, high)


def by_category(outcomes: Iterable[Outcome]) -> tuple[Score, ...]:
    """One score a category, in the order in which categories were met."""
    return tuple(score(group, category=name) for name, group in group_by_category(outcomes).items())


def group_by_category(outcomes: Iterable[Outcome]) -> Mapping[str, list[Outcome]]:
    """The outcomes of each category, in the order in which categories were met."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.example.category, []).append(outcome)
    return groups
