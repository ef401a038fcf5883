"""Every fact of a message, together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.answering.understand.money.facts import find_facts
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import Case
from tests.conftest import FIGURES

TODAY = date(2026, 11, 20)


def test_sums_dates_notice_and_plain_facts_are_found_together() -> None:
    """One message gives facts of every kind."""
    text = prepare("commandé en ligne, intra, 2 000 € HT, début le 12 mars 2027, acompte de 600 €")
    assert {
        "start_date": date(2027, 3, 12),
        "price": Decimal(2000),
        "basis": "HT",
        "deposit_paid": Decimal(600),
        "online": True,
        "intra": True,
    } == dict(find_facts(text, "cancellation", None, TODAY, FIGURES).facts)


def test_a_price_a_day_is_multiplied_by_the_days_said() -> None:
    """Two days at 700 € are 1 400 €; ten days of notice are not days of training."""
    text = prepare("formation de deux jours à 700 € par jour, dix jours avant")
    found = find_facts(text, "cancellation", None, TODAY, FIGURES)
    assert (Decimal(1400), 10) == (found.facts["price"], found.facts["notice_days"])


def test_a_length_is_no_notice_even_in_an_answer() -> None:
    """« formation de 2 jours » answers no question about the notice."""
    known = Case("cancellation")
    assert {} == dict(find_facts("formation de 2 jours", "cancellation", known, TODAY, FIGURES).facts)
    assert {"notice_days": 2} == dict(find_facts("2 jours", "cancellation", known, TODAY, FIGURES).facts)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("confirmé par mail sans signer de devis, j'annule", True),
        ("devis non signé mais accepté par courriel, annulation", True),
        ("accord écrit, rien n'est signé, j'annule", True),
        ("never signed but agreed by email, I cancel", True),
        ("devis ni signé ni accepté par mail, j'annule", None),
        ("rien n'est signé, j'ai confirmé l'annulation par mail", None),
        ("rien n'est signé, annulation confirmée par mail", None),
        ("rien n'est signé, confirmé par téléphone, j'annule", None),
    ],
)
def test_what_is_accepted_in_writing_is_told_from_its_cancellation(text: str, accepted: bool | None) -> None:
    """An agreement by e-mail counts, an annulment by e-mail and a word by telephone do not."""
    assert accepted == find_facts(prepare(text), "cancellation", None, TODAY, FIGURES).facts.get("accepted")


def test_a_cancellation_of_some_places_or_by_nobody_is_asked_about() -> None:
    """The terms set no sum for some of the places; somebody must cancel."""
    some = find_facts("2 participants sur les 8 annulent", "cancellation", None, TODAY, FIGURES)
    nobody = find_facts("la session est annulee", "provider_cancellation", None, TODAY, FIGURES)
    assert ["event", "event"] == [some.doubts[0].field, nobody.doubts[0].field]
