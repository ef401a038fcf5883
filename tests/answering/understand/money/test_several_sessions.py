"""Several sessions given up in one message; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.money.facts import find_facts
from assistant.answering.understand.spelling import prepare
from tests.conftest import FIGURES

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2 sessions à 900 € HT, le 25 novembre et le 20 janvier, j'annule",
        "sessions du 25 novembre 2026 et du 20 janvier 2027, 900 € HT, j'annule",
        "les 25 novembre 2026 et 20 janvier 2027, 900 € HT, j'annule les deux formations",
        "session A le 25 novembre, session B le 20 janvier, 900 € HT, j'annule A et B",
        "2 sessions à 900 € HT, la 1re le 25 novembre, la 2e le 20 janvier 2027, j'annule tout",
    ],
)
def test_sessions_on_both_sides_of_a_threshold_are_asked_about(text: str) -> None:
    """Neither the date nor the price of one is taken for both."""
    found = find_facts(prepare(text), "cancellation", None, TODAY, FIGURES)
    assert {"price", "start_date"}.isdisjoint(found.facts)
    assert ["start_date"] == [one.field for one in found.doubts]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("nos sessions des 25 et 26 novembre 2026, 900 € HT, j'annule", date(2026, 11, 25)),
        ("2 sessions, le 25 novembre et le 27 novembre, 900 € HT, j'annule", date(2026, 11, 25)),
        ("session du 25 novembre, j'annule le 21 novembre, 900 € HT", date(2026, 11, 25)),
    ],
)
def test_dates_that_come_to_the_same_need_no_question(text: str, start: date) -> None:
    """The first day counts where the rule is the same for each."""
    found = find_facts(prepare(text), "cancellation", None, TODAY, FIGURES)
    assert (start, ()) == (found.facts["start_date"], found.doubts)


@pytest.mark.parametrize(
    ("text", "priced"),
    [
        ("4 000 € HT pour 2 sessions, on annule une seule session 10 jours avant", False),
        ("2 formations à 3 000 € HT en tout, on n'annule qu'une formation, 10 jours avant", False),
        ("2 formations à 3 000 € HT en tout, on annule les deux 10 jours avant", True),
        ("on annule une formation à 3 000 € HT 10 jours avant", True),
    ],
)
def test_the_price_of_several_sessions_is_not_that_of_the_one_cancelled(text: str, priced: bool) -> None:
    """It is asked for."""
    found = find_facts(prepare(text), "cancellation", None, TODAY, FIGURES)
    assert priced == ("price" in found.facts)
    assert ([] if priced else ["price"]) == [one.field for one in found.doubts]
