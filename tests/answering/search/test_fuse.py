"""Rankings are fused by the weighted mean of their standardised scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.search.fuse import fuse

ids = st.sampled_from("abcdef")
parts = st.dictionaries(
    st.sampled_from(["one", "two"]), st.dictionaries(ids, st.floats(-100, 100), max_size=6)
)


def test_two_parts_worked_by_hand() -> None:
    """Mean 3, deviation 1: 1 and -1. Mean 6, deviation 2: -1 and 1. Weights 1 and 3: (1 - 3) / 4."""
    scores = {"one": {"a": 4.0, "b": 2.0}, "two": {"a": 4.0, "b": 8.0}}
    assert (("b", 0.5), ("a", -0.5)) == fuse(scores, {"one": 1, "two": 3})


def test_what_a_part_does_not_score_is_judged_by_the_others() -> None:
    """« c » has no score in the second part: its own 0 of the first stands alone."""
    scores = {"one": {"a": 2.0, "b": 0.0, "c": 1.0}, "two": {"a": 1.0, "b": 0.0}}
    high = (2 - 1) / (2 / 3) ** 0.5
    expected = {"a": (high + 1) / 2, "c": 0, "b": -(high + 1) / 2}
    assert expected == pytest.approx(dict(fuse(scores, {"one": 1, "two": 1})))


def test_a_part_that_scores_all_alike_says_nothing() -> None:
    """Three equal scores neither add nor thin out."""
    scores = {"one": {"a": 2.0, "b": 0.0}, "two": {"a": 7.0, "b": 7.0}}
    assert (("a", 1.0), ("b", -1.0)) == fuse(scores, {"one": 1, "two": 5})


@pytest.mark.parametrize("weights", [{}, {"one": 0}, {"other": 1}])
def test_without_weight_all_are_equal(weights: dict[str, float]) -> None:
    """Parts without a weight do not count; equal scores are in the order of the ids."""
    assert (("a", 0.0), ("b", 0.0)) == fuse({"one": {"b": 2.0, "a": 1.0}}, weights)


def test_nothing_to_fuse() -> None:
    """No score, no ranking."""
    assert () == fuse({}, {"one": 1})
    assert () == fuse({"one": {}}, {"one": 1})


@given(parts)
def test_each_id_once_best_first(scores: dict[str, dict[str, float]]) -> None:
    """Every id scored by some part is ranked once, in falling order, ties by id."""
    ranking = fuse(scores, {"one": 1, "two": 2})
    assert {one for part in scores.values() for one in part} == {one for one, _ in ranking}
    assert sorted(ranking, key=lambda pair: (-pair[1], pair[0])) == list(ranking)


@given(parts)
def test_the_order_of_the_ids_does_not_matter(scores: dict[str, dict[str, float]]) -> None:
    """The same scores in another order give the same ranking, but for rounding."""
    turned = {name: dict(reversed(part.items())) for name, part in scores.items()}
    expected = dict(fuse(scores, {"one": 1, "two": 2}))
    assert expected == pytest.approx(dict(fuse(turned, {"one": 1, "two": 2})), abs=1e-6)
