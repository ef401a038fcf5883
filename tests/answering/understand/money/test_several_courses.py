"""Courses named together, each with a sum of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.money.several_courses import ask_apart, without_price
from assistant.datatypes import Case, Doubt, MoneyReading

BOTH = ("RCL-RCL-05", "RELANCE-TELEPHONIQUE")
CANCELS = MoneyReading(Case("cancellation"), doubts=(Doubt("price", "Vous citez plusieurs prix."),))


@pytest.mark.parametrize(
    ("message", "courses", "apart"),
    [
        ("J'annule RCL-RCL-05 (1 000 € HT) et la relance téléphonique (2 000 € HT), combien ?", BOTH, True),
        ("J'annule RCL-RCL-05 et la relance téléphonique, 1 000 € HT chacune, combien ?", BOTH, True),
        ("J'annule les deux, RCL-RCL-05 et la relance téléphonique : combien en tout ?", BOTH, True),
        ("Frais de RCL-RCL-05 et de la relance téléphonique, 1 000 € HT, 20 jours avant ?", BOTH, False),
        ("Relance téléphonique : 2 000 € HT, 600 € versés, combien au total ?", BOTH[1:], False),
    ],
)
def test_courses_with_a_sum_each_are_apart(message: str, courses: tuple[str, ...], apart: bool) -> None:
    """Several prices, or a total, of several courses; one price of two courses compares them."""
    assert apart == ask_apart(message, courses, CANCELS)


@pytest.mark.parametrize(("second", "price"), [("1 000", Decimal(1000)), ("2 000", None)])
def test_the_price_of_each_is_kept(second: str, price: Decimal | None) -> None:
    """One price for all stays; of several, none is taken for granted nor asked about."""
    found = without_price(f"l'une à 1 000 € HT, l'autre à {second} € HT", CANCELS)
    assert (price, ()) == (found.case.price, found.doubts)
