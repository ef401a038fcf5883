"""What the sums of a message are for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.sums import read_sums
from assistant.datatypes import Case

KNOWN = Case(event="cancellation", price=Decimal(2000), basis="HT")


def facts(text: str, event: str = "cancellation", known: Case | None = None) -> dict[str, Any]:
    """The facts about sums that a text states."""
    found, _ = read_sums(prepare(text), event, known)
    return {name: str(value) for name, value in found.facts.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "formation à 2 000 € HT, acompte de 600 € versé",
            {"price": "2000", "basis": "HT", "deposit_paid": "600"},
        ),
        ("2 000 € HT et j'ai déjà payé 1 200 €", {"price": "2000", "basis": "HT", "paid": "1200"}),
        ("600 € d'acompte sur 2 000 €", {"price": "2000", "deposit_paid": "600"}),
        ("j'ai payé ma formation 2 000 €", {"price": "2000", "paid": "2000"}),
        ("2 000 € HT soit 2 400 € TTC", {"price": "2000", "basis": "HT", "vat_rate": "20"}),
        ("2 400 € TTC, 2 000 € HT", {"price": "2000", "basis": "HT", "vat_rate": "20"}),
        ("2 110 € TTC pour 2 000 € HT", {"price": "2000", "basis": "HT", "vat_rate": "5.5"}),
        ("2 000 € HT puis 2 000 € HT", {"price": "2000", "basis": "HT"}),
        ("2 000 €, TVA à 5,5 %", {"price": "2000", "vat_rate": "5.5"}),
        ("2 000 € exonéré de TVA", {"price": "2000", "vat_rate": "0"}),
        ("2 000 € sans TVA", {"price": "2000", "vat_rate": "0"}),
        ("non assujetti, 2 000 €", {"price": "2000", "vat_rate": "0"}),
        ("2 000 €, c'est du HT", {"price": "2000", "basis": "HT"}),
        ("payé 50 % de 2 000 €", {"price": "2000", "paid": "1000.00"}),
        ("acompte de 30 % payé, 2 000 €", {"price": "2000", "deposit_paid": "600.00"}),
        ("une avance de 25 % a été versée sur 2 000 €", {"price": "2000", "deposit_paid": "500.00"}),
        ("we paid a deposit of 40 % on 2000 €", {"price": "2000", "deposit_paid": "800.00"}),
        ("acompte de 40 % à verser, 2 000 €", {"price": "2000"}),
        ("2 000 € - 30 % versés", {"price": "2000", "paid": "600.00"}),
        ("2 000 € moins 10 %", {"price": "1800.00"}),
        ("2 000 € HT, remisés de 10 %", {"price": "1800.00", "basis": "HT"}),
        ("2 sessions de 1 500 € HT", {"price": "3000", "basis": "HT"}),
        ("le prix est au moins 300 €", {}),
        ("2 400 € HT moins 15 %, soit 2 040 €", {"price": "2040", "basis": "HT"}),
        ("l'acompte de 40 % n'a pas été versé, 2 000 €", {"price": "2000"}),
        ("indemnité de 40 € de recouvrement", {}),
        ("forfait groupe 4 500 € HT pour 8 personnes", {"price": "4500", "basis": "HT"}),
        ("tout réglé d'avance (2 880 € TTC)", {"price": "2880", "basis": "TTC"}),
        ("2 880 € dont 500 € d'avance", {"price": "2880", "deposit_paid": "500"}),
        ("2 400 € HT avec 15 % de remise soit 2 040 €", {"price": "2040", "basis": "HT"}),
        ("2 400 € HT moins 360 € de remise = 2 040 € HT", {"price": "2040", "basis": "HT"}),
        ("2 400 € HT, 15 % de remise soit 2 448 € TTC", {"price": "2448", "basis": "TTC"}),
        ("2 400 € HT, 15 % de remise soit 2 100 € HT", {}),
        ("pas 2 000 € mais 2 500 €", {"price": "2500"}),
        ("acompte 600 € et solde 1 400 € payés", {"price": "2000", "deposit_paid": "600", "paid": "2000"}),
    ],
)
def test_each_sum_has_its_part(text: str, expected: dict[str, str]) -> None:
    """Prices, deposits, sums paid, rates and sums that do not matter are told apart."""
    assert expected == facts(text)


def test_what_the_opco_takes_is_a_sum_or_a_share() -> None:
    """« l'OPCO prend 1 500 € » and « l'OPCO paie 60 % » both come to a sum."""
    assert {"price": "2400", "opco_share": "1500"} == facts(
        "l'OPCO prend 1 500 € sur 2 400 €", "opco_balance"
    )
    assert "1200.00" == facts("l'OPCO paie 60 %", "opco_balance", KNOWN)["opco_share"]


def test_a_salary_and_charges_are_read_for_a_hiring() -> None:
    """Salary and employer charges matter to the hiring of a trainer only."""
    text = "salaire de 2 800 € brut, 42 % de charges"
    assert {"monthly_salary": "2800", "employer_charges_rate": "42"} == facts(text, "solicitation")


def test_a_late_invoice_that_was_paid_is_the_price() -> None:
    """« j'ai payé 2 400 € en retard » is about an invoice of that sum."""
    assert {"price": "2400"} == facts("j'ai payé 2 400 € en retard", "late_payment")


def test_a_deposit_in_the_other_basis_is_converted() -> None:
    """720 € TTC on a price HT are 600 € HT, at the usual rate or at the one said."""
    assert "600.00" == facts("acompte de 720 € TTC", known=KNOWN)["deposit_paid"]
    assert "660.00" == facts("2 400 € TTC, TVA 10 %, acompte de 600 € HT")["deposit_paid"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("2 000 € HT soit 2 500 € TTC", "price"),
        ("2 000 € ou 2 500 €", "price"),
        ("prix de 0 €", "price"),
        ("prix de -500 €", "price"),
        ("890 € par personne", "price"),
        ("pour 8 personnes à 890 €", "price"),
        ("700 € par jour", "price"),
        ("2 000 € avec 10 % de remise", "price"),
        ("2 000 € HT (promo -10 %)", "price"),
        ("une formation à moins 300 euros", "price"),
        ("le prix est de moins trois cents euros", "price"),
        ("acompte de -600 €", "deposit_paid"),
        ("TVA de 200 %", "vat_rate"),
        ("combien si l'OPCO paie 60 % ?", "opco_share"),
    ],
)
def test_a_sum_that_cannot_be_used_is_asked_about(text: str, field: str) -> None:
    """Prices that disagree, negative sums, unit prices and impossible rates are never guessed."""
    found, _ = read_sums(prepare(text), "cancellation", None)
    assert [field] == [one.field for one in found.doubts]


def test_the_total_of_a_price_a_head_is_said() -> None:
    """The multiplication is said back."""
    found, _ = read_sums("8 participants a 890 €", "cancellation", None)
    assert "8 ×" in found.notes[0]


@pytest.mark.parametrize(
    "text",
    ["les penalites de 40 € s'appliquent-elles", "une indemnite forfaitaire de 40 €", "a penalty of 40 €"],
)
def test_a_penalty_is_no_price(text: str) -> None:
    """Nothing is reckoned from it."""
    assert "price" not in facts(text, "deposit")
