"""Payments said without a sum."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.payments import read_payments
from assistant.datatypes import Case, Event

CASE = Case(event="cancellation", price=Decimal(2000))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sans avoir versé l'acompte", {"deposit_paid": Decimal(0)}),
        ("l'acompte n'a pas été payé", {"deposit_paid": Decimal(0)}),
        ("il ne verse pas l'acompte", {"deposit_paid": Decimal(0)}),
        ("sans acompte", {"deposit_paid": Decimal(0)}),
        ("vous n'avez jamais reçu les acomptes", {"deposit_paid": Decimal(0)}),
        ("deposit not paid", {"deposit_paid": Decimal(0)}),
        ("j'ai payé l'acompte", {"deposit_paid": None}),
        ("seul l'acompte est payé", {"paid": None, "deposit_paid": None}),
        ("only the deposit was paid", {"paid": None, "deposit_paid": None}),
        ("rien payé", {"paid": Decimal(0), "deposit_paid": Decimal(0)}),
        ("nothing paid yet", {"paid": Decimal(0), "deposit_paid": Decimal(0)}),
        ("tout est payé", {"paid": Decimal(2000)}),
        ("réglée en totalité", {"paid": Decimal(2000)}),
        ("paid in full", {"paid": Decimal(2000)}),
        ("solde payé", {"paid": Decimal(2000)}),
        ("l'acompte et le solde ont été versés", {"paid": Decimal(2000)}),
        ("la session est soldée", {"paid": Decimal(2000)}),
        ("facture soldée", {"paid": Decimal(2000)}),
        ("tout est soldé", {"paid": Decimal(2000)}),
        ("the balance has been paid", {"paid": Decimal(2000)}),
        ("facture d'acompte soldée", {}),
        ("le compte n'est pas soldé", {}),
        ("le solde n'est pas encore payé", {}),
        ("balance not yet paid", {}),
        ("acompte versé et solde non réglé", {"deposit_paid": None}),
        ("nous n'avons jamais payé le solde", {}),
        ("l'OPCO n'a rien versé", {"opco_share": Decimal(0)}),
        ("l'OPCO prend tout en charge", {"opco_share": Decimal(2000)}),
        ("l'OPCO ne paie pas tout", {}),
        ("j'annule", {}),
    ],
)
def test_a_payment_without_a_sum_is_understood(text: str, expected: dict[str, Decimal | None]) -> None:
    """What was paid, or was not, is known without a figure."""
    assert expected == dict(read_payments(prepare(text), "cancellation", CASE, deposit=Decimal(30)).facts)


def test_an_unpaid_invoice_is_no_unpaid_deposit() -> None:
    """« toujours pas payée » of a late invoice says nothing of the deposit."""
    assert {} == dict(read_payments("toujours pas payee", "late_payment", CASE, deposit=Decimal(30)).facts)


@pytest.mark.parametrize("event", ["opco_balance", "deposit"])
def test_in_a_balance_the_usual_deposit_is_counted(event: Event) -> None:
    """30 % of 2 000 € are 600 €, and it is said."""
    found = read_payments("acompte verse", event, CASE, deposit=Decimal(30))
    assert {"deposit_paid": Decimal("600.00")} == dict(found.facts)
    assert "Acompte" in found.notes[0]


def test_a_balance_paid_beside_an_opco_is_not_the_whole_price() -> None:
    """« solde payé » of what an OPCO leaves is not all that the training costs."""
    assert {} == dict(read_payments("solde paye", "opco_balance", CASE, deposit=Decimal(30)).facts)


def test_without_a_price_the_usual_deposit_waits() -> None:
    """No price, no sum."""
    assert {"deposit_paid": None} == dict(
        read_payments("acompte verse", "deposit", Case(event="deposit"), deposit=Decimal(30)).facts
    )


def test_the_deposit_is_asked_where_the_editions_differ() -> None:
    """No share of the price is taken for the deposit of terms that are not known."""
    found = read_payments("acompte verse", "deposit", CASE, deposit=None)
    assert (["deposit_paid"], {}) == ([one.field for one in found.doubts], dict(found.facts))
