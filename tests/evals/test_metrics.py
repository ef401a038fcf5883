"""What counts as a wrong answer, and how sure a rate is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import Example, Failure, Outcome, Score, by_category, find_failures, score
from evals.metrics import wilson_interval

Make = Callable[..., dict[str, Any]]


def example(**checks: Any) -> Example:
    """An example with these checks."""
    return Example("one", "fees", ("Combien ?",), date(2026, 11, 20), **checks)


def test_fact_is_sought_in_folded_text(answer: Make) -> None:
    """A fact is found whatever the case, the accents and the white space of the answer."""
    row = example(facts=(re.compile("delai de 15 jours"),))
    assert () == find_failures(row, answer("Un DÉLAI\nde 15\u00a0jours."))


def test_each_missing_fact_is_a_failure(answer: Make) -> None:
    """Facts are all required."""
    row = example(facts=(re.compile("15"), re.compile("30"), re.compile("60")))
    expected = (Failure("facts", "30", ""), Failure("facts", "60", ""))
    assert expected == find_failures(row, answer("15 jours"))


def test_forbidden_words_are_reported_as_found(answer: Make) -> None:
    """What must not be said is shown as it was said."""
    row = example(forbidden=(re.compile(r"\d+ ?€"),))
    assert (Failure("not", r"\d+ ?€", "90 €"),) == find_failures(row, answer("C'est 90 €."))


@pytest.mark.parametrize("cite", ["CGV-15J#3.5", "CGV-15J"])
def test_one_accepted_citation_is_enough(answer: Make, cite: str) -> None:
    """A key accepts its section, a document alone any of its sections."""
    row = example(cite=("CGV-30J#3.6", cite))
    assert () == find_failures(row, answer(cite=("CGV-15J#3.5", "CGV-15J#4.1")))


def test_citation_of_another_section_fails(answer: Make) -> None:
    """The same number in another edition is another article."""
    row = example(cite=("CGV-15J#3.5",))
    expected = (Failure("cite", "CGV-15J#3.5", "CGV-30J#3.5"),)
    assert expected == find_failures(row, answer(cite=("CGV-30J#3.5",)))


def test_status_is_always_checked(answer: Make) -> None:
    """A row without status expects an answer."""
    expected = (Failure("status", "answered", "not_found"),)
    assert expected == find_failures(example(), answer(status="not_found"))


@pytest.mark.parametrize(
    ("headline", "right"),
    [(("600.00",), True), (("600",), True), ((), False), (("600.00", "720.00"), False), (("600.01",), False)],
)
def test_amount_is_the_only_sum(answer: Make, headline: tuple[str, ...], right: bool) -> None:
    """The amount is the one and only sum of the headline, to the cent."""
    failures = find_failures(example(amount=Decimal("600.00")), answer(headline=headline))
    assert right == (not failures)


@pytest.mark.parametrize(
    ("headline", "right"),
    [(("0.00", "600.00"), True), (("600.00",), True), (("600.00", "720.00"), False), ((), False)],
)
def test_amount_max_is_the_last_sum(answer: Make, headline: tuple[str, ...], right: bool) -> None:
    """The highest amount is the last sum of the headline."""
    failures = find_failures(example(amount_max=Decimal("600.00")), answer(headline=headline))
    assert right == (not failures)


def test_interval_of_no_right_answer_out_of_ten() -> None:
    """With 0 of n right, the upper bound is z² / (n + z²), here 3.8415 / 13.8415."""
    assert [0.0, 0.2775] == [round(bound, 4) for bound in wilson_interval(0, 10)]


def test_interval_of_nothing_is_everything() -> None:
    """Nothing asked, nothing known."""
    assert (0.0, 1.0) == wilson_interval(0, 0)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_interval_holds_the_rate(counts: tuple[int, int]) -> None:
    """The interval stands between 0 and 1, around the rate, and mirrors that of the wrong answers."""
    right, total = counts
    low, high = wilson_interval(right, total)
    mirrored = wilson_interval(total - right, total)
    assert 0 <= low <= right / total + 1e-12
    assert right / total - 1e-12 <= high <= 1
    assert mirrored == pytest.approx((1 - high, 1 - low))


def test_scores_by_category_keep_the_order_met(outcome: Callable[..., Outcome]) -> None:
    """Each category has its own rate, whatever the order of its questions."""
    outcomes = [
        outcome("a", category="terms"),
        outcome("b", category="courses", right=False),
        outcome("c", category="terms", right=False),
    ]
    scores = by_category(outcomes)
    assert [("terms", 1, 2), ("courses", 0, 1)] == [(one.category, one.right, one.total) for one in scores]


def test_score_of_nothing_is_zero() -> None:
    """No question, no right answer, and no certainty."""
    assert score([]) == Score("", 0, 0, 0.0, 1.0)
    assert score([]).rate == 0.0
