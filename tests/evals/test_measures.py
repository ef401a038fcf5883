"""What each measure counts, and over which questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import MEASURES, Outcome, measure
from evals.metrics import quantile_interval

Make = Callable[..., dict[str, Any]]
Check = Callable[..., Outcome]


def worth(name: str, outcome: Outcome) -> float | None:
    """What an outcome is worth to a measure."""
    return MEASURES[name].worth(outcome)


def test_facts_are_the_share_that_is_said(answer: Make, checked: Check) -> None:
    """One fact of four is missing: three quarters; no fact expected, nothing measured."""
    facts = tuple(re.compile(word) for word in ("un", "deux", "trois", "quatre"))
    assert 0.75 == worth("facts", checked(answer("Un, deux, trois."), facts=facts))
    assert worth("facts", checked(answer("Un."))) is None


def test_one_forbidden_statement_is_too_much(answer: Make, checked: Check) -> None:
    """Measured where something must not be said."""
    forbidden = (re.compile("gratuit"),)
    assert 0 == worth("nothing_forbidden", checked(answer("C'est gratuit."), forbidden=forbidden))
    assert 1 == worth("nothing_forbidden", checked(answer("C'est payant."), forbidden=forbidden))
    assert worth("nothing_forbidden", checked(answer())) is None


def test_sums_are_exact_or_not(answer: Make, checked: Check) -> None:
    """A cent less is wrong; a question without a sum says nothing."""
    assert 1 == worth("sums", checked(answer(headline=("600.00",)), amount=Decimal(600)))
    assert 0 == worth("sums", checked(answer(headline=("599.99",)), amount_max=Decimal(600)))
    assert worth("sums", checked(answer(headline=("600.00",)))) is None


@pytest.mark.parametrize(
    ("expected", "status", "worths"),
    [
        ("out_of_scope", "answered", (0, None, None)),
        ("out_of_scope", "not_found", (1, None, None)),
        ("not_found", "needs_info", (1, None, None)),
        ("answered", "not_found", (None, 0, None)),
        ("answered", "needs_info", (None, 1, None)),
        ("answered", "answered", (None, 1, None)),
        ("needs_info", "needs_info", (None, None, 1)),
        ("needs_info", "answered", (None, None, 0)),
    ],
)
def test_abstention_is_measured_in_both_directions(
    answer: Make, checked: Check, expected: str, status: str, worths: tuple[float | None, ...]
) -> None:
    """Answers where none exists; refusals where one does; questions back where something is missing."""
    outcome = checked(answer(status=status), status=expected)
    assert worths == tuple(worth(name, outcome) for name in ("silence", "no_refusal", "asks_back"))


def test_citations_are_counted_once_a_section(answer: Make, checked: Check) -> None:
    """Two sections cited, three times in all, one of them accepted: a precision of one half."""
    given = answer(cite=("A#1", "A#1", "B#2"))
    assert 0.5 == worth("citation_precision", checked(given, cite=("A#1", "A#3")))
    assert 1 == worth("citation_recall", checked(given, cite=("A#1", "A#3")))
    assert 1 == worth("citation_precision", checked(given, cite=("A", "B")))
    assert 0 == worth("citation_recall", checked(given, cite=("C#1",)))


def test_precision_says_nothing_without_a_citation(answer: Make, checked: Check) -> None:
    """No citation is a matter of recall."""
    outcome = checked(answer(), cite=("A#1",))
    assert (None, 0) == (worth("citation_precision", outcome), worth("citation_recall", outcome))


def test_search_is_measured_where_it_was_made(answer: Make, checked: Check) -> None:
    """Found in second place; not searched at all."""
    assert 0.5 == worth("mrr", checked(answer(), found=("B#1", "A#1"), cite=("A#1",)))
    assert worth("mrr", checked(answer(), cite=("A#1",))) is None


def test_figures_are_means_by_category_with_their_counts(outcome: Callable[..., Outcome]) -> None:
    """Two of three right; one of two in the first category; what no question tells is left out."""
    outcomes = [outcome("a"), outcome("b", right=False), outcome("c", category="terms")]
    figures = measure(outcomes)
    rights = [(one.category, round(one.value, 4), one.count) for one in figures if one.measure == "right"]
    assert [("", 0.6667, 3), ("fees", 0.5, 2), ("terms", 1.0, 1)] == rights
    assert not [one for one in figures if one.measure == "sums"]
    assert all(one.low <= one.value <= one.high for one in figures)


def test_nothing_asked_gives_no_figure() -> None:
    """Not even a zero."""
    assert () == measure([])


def test_every_measure_is_told_to_a_person() -> None:
    """Each has a label of its own and says what it counts."""
    assert len(MEASURES) == len({one.label for one in MEASURES.values()})
    assert all(one.meaning.endswith((".", "…")) for one in MEASURES.values())


@given(st.lists(st.floats(0, 100), min_size=1), st.sampled_from([0.5, 0.95]))
def test_quantile_stands_in_its_interval(values: list[float], share: float) -> None:
    """All three are values; at least the share of the values are not above the quantile."""
    value, low, high = quantile_interval(values, share)
    assert {value, low, high} <= set(values)
    assert low <= value <= high
    assert sum(one <= value for one in values) >= share * len(values) - 1e-9
