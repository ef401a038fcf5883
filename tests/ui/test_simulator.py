"""The Simulateur page, without a browser."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from assistant.ui.fact_fields import EVENTS

from .conftest import OpenApp, words

CASE = {"prix": "2000", "debut": "15/03/2027", "demande": "20/02/2027"}


def test_a_link_opens_the_same_case(open_app: OpenApp) -> None:
    """The address holds the case: 23 days before, 30 % kept under one edition, all due under the other."""
    told = words(open_app("simulator", **CASE))
    assert "720,00 € TTC" in told
    assert "2 000,00 € HT" in told


def test_one_edition_gives_one_sum(open_app: OpenApp) -> None:
    """With the edition chosen only its sum is shown, with its clauses."""
    app = open_app("simulator", **CASE, conditions="CGV-30J")
    assert "Selon les CGV-15J" not in words(app)
    assert any("CGV-30J" in one.label.replace("\\", "") for one in app.expander)


@pytest.mark.parametrize("event", EVENTS.values())
def test_every_event_has_a_form(open_app: OpenApp, event: str) -> None:
    """Whatever happens, the form opens and says what it waits for or what is due."""
    app = open_app("simulator", evenement=event)
    assert not app.exception
    assert event == EVENTS[app.selectbox(key="evenement").value]


def test_fields_appear_only_when_they_matter(open_app: OpenApp) -> None:
    """The date of signature is asked of a private individual, not of a company."""
    app = open_app("simulator", **CASE)
    assert "signature" not in {one.key for one in app.text_input}
    app = app.selectbox(key="client").set_value("individual").run()
    assert "signature" in {one.key for one in app.text_input}


@pytest.mark.parametrize(
    ("filled", "refunded"),
    [
        ({}, True),
        ({"accord": "Refusée"}, True),
        ({"accord": "Acceptée"}, False),
        ({"accord": "Sans réponse du client"}, False),
        ({"report": "15/04/2027"}, False),
    ],
)
def test_what_is_paid_stays_for_an_accepted_date(
    open_app: OpenApp, filled: dict[str, str], refunded: bool
) -> None:
    """LEXOM postpones: sums paid come back unless the client accepts, or has yet to answer."""
    event = EVENTS["provider_cancellation"]
    app = open_app("simulator", evenement=event, conditions="CGV-30J", prix="2000", verse="600", **filled)
    assert not app.exception
    assert refunded == ("À rembourser au client" in words(app))


def test_a_date_that_does_not_exist_is_said(open_app: OpenApp) -> None:
    """An impossible date is told under its field, and no sum is shown."""
    told = words(open_app("simulator", **{**CASE, "debut": "31/02/2027"}))
    assert "n'existe pas" in told
    assert "Corrigez ce qui suit" in told


def test_two_dates_that_cannot_stand_together_are_said(open_app: OpenApp) -> None:
    """A start before the order is told, not repaired."""
    told = words(open_app("simulator", **CASE, evenement=EVENTS["postponement"], commande="01/05/2027"))
    assert "le 15 mars 2027 est avant la commande (1er mai 2027)" in told


def test_an_unknown_address_opens_an_empty_form(open_app: OpenApp) -> None:
    """A link with values that mean nothing opens the form all the same."""
    app = open_app("simulator", evenement="autre", conditions="CGV-99J", client="roi")
    assert not app.exception


def test_what_was_paid_is_named_as_it_is_taken(open_app: OpenApp) -> None:
    """Sums paid are before or after tax as the price is, and their fields say so."""
    app = open_app("simulator", **CASE, base="TTC")
    assert {"Acompte versé (TTC)", "Total déjà versé (TTC)"} <= {one.label for one in app.text_input}


def test_a_sum_that_cannot_be_is_said_as_people_write_it(open_app: OpenApp) -> None:
    """A deposit above the price is told in euros, with the name of its field."""
    told = words(open_app("simulator", **CASE, acompte="5000"))
    assert "Acompte versé : 5 000,00 € dépasse le prix (2 000,00 €)." in told


LATE = {
    "evenement": EVENTS["late_payment"],
    "conditions": "CGV-30J",
    "prix": "1800",
    "base": "TTC",
    "client": "Entreprise",
    "echeance": "31/03/2026",
    "verse": "800",
    "paiement_partiel": "15/05/2026",
    "paiement": "15/08/2026",
}


def test_an_invoice_paid_in_several_times_is_taken_as_it_was_paid(open_app: OpenApp) -> None:
    """A payment more leaves less to bear interest until the last one."""
    more = {"autres_paiements": "500 € le 15/06/2026, 100 € le 15/07/2026"}
    told = [words(open_app("simulator", **LATE, **one)) for one in ({}, more)]
    less = [re.findall(r"seul reste dû : (\d+,\d\d)", one)[0].replace(",", ".") for one in told]
    assert Decimal(less[0]) > Decimal(less[1])


def test_what_an_invoice_waits_for_is_called_as_in_its_form(open_app: OpenApp) -> None:
    """The sum of an invoice is not called the price of a course."""
    told = words(open_app("simulator", evenement=EVENTS["late_payment"]))
    assert "Montant de la facture" in told
    assert "Prix de la formation" not in told


def test_a_payment_more_needs_the_first_one(open_app: OpenApp) -> None:
    """What is missing is said, in the words of the form."""
    without = {name: value for name, value in LATE.items() if name not in ("verse", "paiement_partiel")}
    told = words(open_app("simulator", **without, autres_paiements="500 € le 15/06/2026"))
    assert "Autres paiements avant le solde" in told
    assert "premier paiement" in told
