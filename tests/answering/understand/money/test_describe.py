"""The case, said back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.answering.understand.money.describe import describe_case
from assistant.datatypes import Case, MoneyReading


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_fact_is_said_in_french() -> None:
    """Sums, dates, kinds and answers are said as people read them."""
    case = Case(
        "cancellation",
        price=Decimal(2000),
        basis="HT",
        client="individual",
        start_date=date(2027, 3, 12),
        notice_date=date(2027, 3, 1),
        online=False,
        deposit_paid=Decimal(0),
        vat_rate=Decimal("5.5"),
    )
    said = {
        label: plain(value) for label, value in describe_case(MoneyReading(case, notes=("Oui.",))).items()
    }
    assert {
        "Situation": "annulation par le client",
        "Prix": "2 000,00 € HT",
        "TVA": "5,5 %",
        "Client": "particulier",
        "Début": "12 mars 2027",
        "Écrit reçu le": "1er mars 2027",
        "Commande en ligne": "non",
        "Acompte versé": "0,00 €",
        "Préavis": "11 jours",
        "À noter": "Oui.",
    } == said


def test_what_became_of_the_new_date_is_said() -> None:
    """Beside who postpones."""
    case = Case("provider_cancellation", new_session="accepted")
    assert {
        "Situation": "annulation ou report par <us>",
        "Nouvelle date proposée par <us>": "acceptée",
    } == dict(describe_case(MoneyReading(case)))


def test_one_day_of_notice_is_singular() -> None:
    """« 1 jour », « 0 jour »."""
    assert "1 jour" == plain(describe_case(MoneyReading(Case("cancellation", notice_days=1)))["Préavis"])


def test_a_basis_waits_for_its_price() -> None:
    """« c'est du HT » without a price is said as it is."""
    assert "HT" in describe_case(MoneyReading(Case("cancellation", basis="HT")))["Prix"]
