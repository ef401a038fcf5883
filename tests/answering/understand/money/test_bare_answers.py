"""Bare answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.answering.understand.money.bare_answers import answered_event, read_bare_answer
from assistant.datatypes import Case, Doubt, Event, MoneyReading

PRICED = Case("cancellation", price=Decimal(2000))


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("2000", Case("cancellation"), {"price": Decimal(2000)}),
        ("5", Case("cancellation"), {}),
        ("20", PRICED, {"notice_days": 20}),
        ("2500", Case("cancellation", price=Decimal(2000), notice_days=20), {"price": Decimal(2500)}),
        ("1500", Case("opco_balance", price=Decimal(2400)), {"opco_share": Decimal(1500)}),
        ("2800", Case("solicitation"), {"monthly_salary": Decimal(2800)}),
        ("42", Case("solicitation", monthly_salary=Decimal(2800)), {"employer_charges_rate": Decimal(42)}),
        ("42 %", Case("solicitation", monthly_salary=Decimal(2800)), {"employer_charges_rate": Decimal(42)}),
        ("oui", PRICED, {"deposit_paid": None}),
        ("non", PRICED, {"deposit_paid": Decimal(0)}),
        ("non, pas encore", PRICED, {"deposit_paid": Decimal(0)}),
        ("oui", Case("withdrawal"), {"online": True}),
        ("non", Case("cancellation", client="individual"), {"online": False}),
        ("5000000", Case("cancellation"), {}),
        ("bonjour", PRICED, {}),
    ],
)
def test_a_bare_answer_is_for_what_is_missing(text: str, case: Case, expected: dict[str, Any]) -> None:
    """A number, a percentage, a yes or a no gives the fact most likely asked for."""
    assert expected == dict(read_bare_answer(text, MoneyReading(case)).facts)


@pytest.mark.parametrize(("text", "answer"), [("oui", "accepted"), ("non", "refused"), ("yes", "accepted")])
def test_yes_or_no_answers_whether_the_new_date_is_accepted(text: str, answer: str) -> None:
    """Where that is the question, and no longer whether the deposit was paid."""
    known = MoneyReading(Case("provider_cancellation"), doubts=(Doubt("new_session", "Acceptée ?"),))
    assert {"new_session": answer} == dict(read_bare_answer(text, known).facts)


@pytest.mark.parametrize(
    ("text", "price"),
    [("8", 7120), ("pour 8 personnes", 7120), ("8 participants", 7120)],
)
def test_how_many_people_gives_the_price_of_all(text: str, price: int) -> None:
    """A price a head waits for the number of people."""
    asked = Doubt("price", "890,00\u00a0€ par personne\u00a0: pour combien de participants\u00a0?")
    found = read_bare_answer(text, MoneyReading(Case("cancellation"), doubts=(asked,)))
    assert {"price": Decimal(price)} == dict(found.facts)


@pytest.mark.parametrize(("text", "price"), [("pour tous", 350), ("par personne", 2800)])
def test_whose_price_it_is_gives_the_price_of_all(text: str, price: int) -> None:
    """A price that may be each one's or everyone's waits for the word."""
    asked = Doubt(
        "price", "350,00\u00a0€\u00a0: est-ce le prix par personne ou celui des 8 participants\u00a0?"
    )
    found = read_bare_answer(text, MoneyReading(Case("deposit"), doubts=(asked,)))
    assert {"price": Decimal(price)} == dict(found.facts)


@pytest.mark.parametrize(
    ("text", "event", "named", "answered"),
    [
        ("toute la commande", "cancellation", None, "cancellation"),
        ("tout", "cancellation", None, "cancellation"),
        ("the whole order", "cancellation", None, "cancellation"),
        ("3 places seulement", "cancellation", None, None),
        ("c'est nous", "provider_cancellation", None, "cancellation"),
        ("ceans", "provider_cancellation", None, "provider_cancellation"),
        ("nous annulons", "provider_cancellation", "cancellation", "cancellation"),
        ("je ne sais pas", "provider_cancellation", None, None),
    ],
)
def test_a_question_about_the_event_can_be_answered(
    text: str, event: Event, named: Event | None, answered: Event | None
) -> None:
    """Who cancels, or whether all is cancelled, is told in a word."""
    known = MoneyReading(Case(event), doubts=(Doubt("event", "Laquelle ?"),))
    assert answered == answered_event(text, known, named)
    assert None is answered_event(text, MoneyReading(Case(event)), named)
