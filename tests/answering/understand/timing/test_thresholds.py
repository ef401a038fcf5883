"""The figures of the terms against which a notice is held."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.timing.notice import Notice
from assistant.answering.understand.timing.thresholds import (
    figures_of,
    inexact_notice,
    settle_notice,
    straddles,
)
from assistant.datatypes import Case, Doubt, MoneyReading, TermsFigures
from tests.conftest import ONLY_30


@pytest.mark.parametrize(
    ("notice", "days", "decides"),
    [
        (Notice(14, 0, 14), {15, 30}, False),
        (Notice(29, 0, 29), {15, 30}, True),
        (Notice(29, 0, 29), {30}, False),
        (Notice(29, 0, 29), {15}, True),
        (Notice(31, 25, 34), {45}, False),
        (Notice(45, 40, 50), {45}, True),
        (Notice(31, 31, None), {15, 30}, False),
        (Notice(16, 16, None), {15, 30}, True),
        (Notice(20, 20, 20), {15, 30}, False),
    ],
)
def test_an_inexact_notice_matters_when_it_straddles_a_figure(
    notice: Notice, days: set[int], decides: bool
) -> None:
    """Only a notice that may fall on both sides of a figure of the terms is in doubt."""
    assert decides == straddles(notice, TermsFigures(frozenset(days), deposit=None))


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (Notice(29, 0, 29), "Au plus 29"),
        (Notice(16, 16, None), "Au moins 16"),
        (Notice(15, 12, 18), "Entre 12 et 18"),
    ],
)
def test_the_question_about_an_inexact_notice_says_its_bounds(notice: Notice, said: str) -> None:
    """The person sees how their words were understood."""
    assert said in inexact_notice(notice)


TERMS = {"CGV-15J": TermsFigures(frozenset({15}), Decimal(30)), "CGV-30J": ONLY_30}


@pytest.mark.parametrize(("edition", "left"), [("CGV-15J", 0), ("CGV-30J", 1), (None, 1), ("CGV-2019", 0)])
def test_the_edition_may_make_a_question_needless(edition: str | None, left: int) -> None:
    """A month decides under CGV-30J only; any other question stays open."""
    month = Doubt("notice_days", inexact_notice(Notice(30, 28, 31)))
    other = Doubt("price", "Quel est le prix ?")
    settled = settle_notice(
        MoneyReading(Case("cancellation"), doubts=(month, other)), figures_of(edition, TERMS)
    )
    assert left + 1 == len(settled.doubts)


def test_editions_that_differ_leave_the_deposit_unknown() -> None:
    """Where no edition is told, what they all say holds; the days of each count."""
    more = {**TERMS, "CGV-45J": TermsFigures(frozenset({45, 21}), Decimal(40))}
    assert (Decimal(30), False) == (figures_of(None, TERMS).deposit, figures_of(None, TERMS).new_date_is_free)
    assert figures_of(None, more).deposit is None
    assert {15, 21, 30, 45} == figures_of(None, more).notices
