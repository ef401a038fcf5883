"""How rankings of sections are marked."""

from __future__ import annotations

from math import log2

import pytest

from evals.ranking import rate_ranking


def test_accepted_section_in_third_place() -> None:
    """Not first, among three and five; 1/3 of reciprocal rank; a gain of 1 / log2(4)."""
    marks = rate_ranking(("A#1",), ("B#1", "B#2", "A#1", "B#3"))
    assert [0, 1, 1] == [marks[f"recall@{k}"] for k in (1, 3, 5)]
    assert pytest.approx(1 / 3) == marks["mrr"]
    assert pytest.approx(1 / log2(4)) == marks["ndcg@10"]


def test_one_accepted_section_is_enough_but_for_the_gain() -> None:
    """Of two accepted, one in front is all that recall wants; nDCG wants both in front."""
    marks = rate_ranking(("A#1", "B#1"), ("A#1", "C#1", "B#1"))
    assert (1, 1) == (marks["recall@1"], marks["mrr"])
    assert pytest.approx((1 + 1 / log2(4)) / (1 + 1 / log2(3))) == marks["ndcg@10"]


def test_document_is_found_by_the_first_of_its_sections() -> None:
    """Two sections of an accepted document count once, where the first stands."""
    marks = rate_ranking(("A",), ("B#1", "A#7", "A#2"))
    assert (0, 1, 0.5) == (marks["recall@1"], marks["recall@3"], marks["mrr"])
    assert pytest.approx(1 / log2(3)) == marks["ndcg@10"]


@pytest.mark.parametrize("ranked", [(), ("B#1", "B#2")])
def test_nothing_accepted_is_found(ranked: tuple[str, ...]) -> None:
    """An empty ranking is as bad as a wrong one."""
    assert {0.0} == set(rate_ranking(("A#1",), ranked).values())
