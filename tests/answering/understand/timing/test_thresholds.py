"""The figures of the terms against which a notice is held."""

from __future__ import annotations

import pytest

from assistant.answering.understand.timing.notice import Notice
from assistant.answering.understand.timing.thresholds import (
    inexact_notice,
    settle_notice,
    straddles,
)
from assistant.datatypes import Case, Doubt, MoneyReading


@pytest.mark.parametrize(
    ("notice", "edition", "decides"),
    [
        (Notice(14, 0, 14), None, False),
        (Notice(29, 0, 29), None, True),
        (Notice(29, 0, 29), "CGV-30J", False),
        (Notice(29, 0, 29), "CGV-15J", True),
        (Notice(31, 25, 34), "CGV-45J", False),
        (Notice(45, 40, 50), "CGV-45J", True),
        (Notice(31, 31, None), None, False),
        (Notice(16, 16, None), None, True),
        (Notice(20, 20, 20), None, False),
    ],
)
def test_an_inexact_notice_matters_when_it_straddles_a_figure(
    notice: Notice, edition: str | None, decides: bool
) -> None:
    """Only a notice that may fall on both sides of a figure of the terms is in doubt."""
    assert decides == straddles(notice, edition)


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


@pytest.mark.parametrize(("edition", "left"), [("CGV-15J", 0), ("CGV-30J", 1), (None, 1)])
def test_the_edition_may_make_a_question_needless(edition: str | None, left: int) -> None:
    """A month decides under CGV-30J only; any other question stays open."""
    month = Doubt("notice_days", inexact_notice(Notice(30, 28, 31)))
    other = Doubt("price", "Quel est le prix ?")
    settled = settle_notice(MoneyReading(Case("cancellation"), doubts=(month, other)), edition)
    assert left + 1 == len(settled.doubts)
