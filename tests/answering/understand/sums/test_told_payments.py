"""Sums paid that are told beside those known, or with the tax of a price without it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.findings import Findings
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.told_payments import settle_told
from assistant.datatypes import Case

KNOWN = Case("cancellation", price=Decimal(2000), basis="HT", paid=Decimal(500))


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("et encore 300 € de plus", {"price": 300}, {"paid": 800}),
        ("on a payé 300 € de plus", {"paid": 300}, {"paid": 800}),
        ("le prix a augmenté de 300 €", {"price": 300}, {"price": 2300}),
        ("le prix est de 300 €", {"price": 300}, {"price": 300}),
        ("on a payé 300 € de plus que prévu", {"paid": 300}, {"paid": 300}),
        ("on a payé 300 €", {"paid": 300}, {"paid": 300}),
    ],
)
def test_a_sum_is_added_only_where_it_comes_on_top(
    text: str, told: dict[str, int], expected: dict[str, int]
) -> None:
    """« De plus » adds to what is known of the same; without it the sum replaces that."""
    found = Findings({name: Decimal(value) for name, value in told.items()})
    assert expected == dict(settle_told(prepare(text), found, KNOWN, Decimal(30)).facts)


@pytest.mark.parametrize(
    ("text", "paid", "expected"),
    [
        ("acompte de 720 €", 720, 600),
        ("tout payé, 2 400 €", 2400, 2000),
        ("acompte de 720 € HT", 720, 720),
        ("acompte de 700 €", 700, 700),
    ],
)
def test_a_payment_that_is_just_a_sum_due_with_tax_is_told_with_it(
    text: str, paid: int, expected: int
) -> None:
    """Of 2 000 € HT, 720 € is the deposit TTC and 2 400 € the price TTC; 700 € is neither."""
    case = Case("cancellation", price=Decimal(2000), basis="HT")
    found = settle_told(prepare(text), Findings({"paid": Decimal(paid)}), case, Decimal(30))
    assert expected == found.facts["paid"]
    assert bool(found.notes) is (expected != paid)


def test_without_tax_a_payment_is_what_it_is() -> None:
    """An exempt price is the same in both bases."""
    case = Case("cancellation", price=Decimal(2000), basis="HT", vat_rate=Decimal(0))
    found = settle_told("acompte de 600 €", Findings({"paid": Decimal(600)}), case, Decimal(30))
    assert Findings({"paid": Decimal(600)}) == found
