"""The price among the sums of a message."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import find_sums
from assistant.answering.understand.sums.prices import read_prices


def priced(message: str) -> tuple[dict[str, object], list[str]]:
    """The facts and the fields in doubt of the sums of a message, all taken for prices."""
    text = prepare(message)
    found = read_prices(list(find_sums(text)), text, "cancellation")
    return dict(found.facts), [one.field for one in found.doubts]


def test_the_same_price_before_and_after_tax_is_one_price() -> None:
    """1 000 × 1.2 = 1 200: one price and its VAT rate."""
    expected = {"price": Decimal(1000), "basis": "HT", "vat_rate": Decimal(20)}
    assert (expected, []) == priced("1 000 € HT, soit 1 200 € TTC")


def test_a_price_a_head_keeps_its_basis_while_the_number_is_asked() -> None:
    """« 500 € HT par stagiaire » is a price before tax, of how many people is asked."""
    assert ({"basis": "HT"}, ["price"]) == priced("500 € HT par stagiaire")


@pytest.mark.parametrize(
    "message", ["0 €", "120 € de l'heure", "2 000 € et 400 €", "1 000 € HT, 1 500 € TTC"]
)
def test_what_is_no_price_is_asked_about(message: str) -> None:
    """Nothing, a price by the hour, two prices, or two that no VAT rate explains."""
    assert ["price"] == priced(message)[1]
