"""Answers to what was asked back, over several turns."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.answering.understand.events import NO_SUM_FOR_PART
from assistant.answering.understand.money.asked_back import gives_up_part, is_day_asked, read_answer
from assistant.answering.understand.money.money import understand_money
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import Case, Doubt, MoneyReading
from tests.conftest import ONLY_30, TODAY

NEXT_MONTH = "J'annule le mois prochain, 2 000 € HT"
DISCOUNT = "Prix 2 400 € HT avec 15 % de remise, annulation 8 jours avant"
REBATE = "Prix 2 400 € HT, remise de 400 €, annulation 8 jours avant"
PLACES = "Sur 4 inscrits à 500 € HT chacun, une personne annule 5 jours avant. Combien ?"


def _talk(*turns):
    reading = None
    for turn in turns:
        reading = understand_money(turn, known=reading, today=TODAY, figures=ONLY_30)
    return reading


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("le 5", date(2026, 12, 5)),
        ("5", date(2026, 12, 5)),
        ("ce sera le 5 décembre.", date(2026, 12, 5)),
        ("the 5th", date(2026, 12, 5)),
        ("samedi 5", date(2026, 12, 5)),
        ("mardi", None),  # there are five of them
        ("lundi 5", None),
    ],
)
def test_a_day_answers_which_day_exactly(answer, day):
    """It is one of the days that the question names, of the notice that it is about, and no start."""
    reading = _talk(NEXT_MONTH, answer)
    assert (reading.case.notice_date, reading.case.start_date) == (day, None)
    assert any(is_day_asked(one) for one in reading.doubts) is (day is None)


def test_the_start_does_not_settle_the_day_of_the_notice():
    """« le mois prochain » is asked about until its day is known: 5 December is 28 days before."""
    assert _talk(NEXT_MONTH, "la session commence le 2 janvier 2027").case.notice_date is None
    for turns in (
        ("la session commence le 2 janvier 2027", "le 5"),
        ("le 5", "elle commence le 2 janvier 2027"),
    ):
        case = _talk(NEXT_MONTH, *turns).case
        assert (case.notice_date, case.start_date) == (date(2026, 12, 5), date(2027, 1, 2))


@pytest.mark.parametrize(
    ("turns", "price"),
    [
        ((DISCOUNT, "non, pas encore déduite"), 2040),  # 2400 - 15 %
        ((DISCOUNT, "il faut la déduire"), 2040),
        ((DISCOUNT, "oui, elle est déjà déduite"), 2400),
        ((DISCOUNT, "2 100 €"), 2100),
        ((REBATE, "not yet"), 2000),  # 2400 - 400
        ((REBATE, "déjà comprise"), 2400),
    ],
)
def test_a_discount_is_deducted_once(turns, price):
    """Whether it is deducted is answered by a yes, a no, or the price."""
    reading = _talk(*turns)
    assert (reading.case.price, reading.doubts) == (Decimal(price), ())


@pytest.mark.parametrize(
    "answer", ["seulement une place", "juste une personne", "une seule", "only one seat"]
)
def test_some_places_given_up_have_no_sum(answer):
    """It is said once, and the whole order may still be cancelled."""
    reading = _talk(PLACES, answer)
    assert [NO_SUM_FOR_PART] == [one.text for one in reading.doubts]
    assert "cancellation" == reading.case.event
    whole = _talk(PLACES, answer, "alors toute la commande")
    assert (whole.case.event, whole.case.price, whole.doubts) == ("cancellation", Decimal(2000), ())


def test_the_whole_order_is_no_part():
    """« les 4 places » of four is everyone."""
    known = MoneyReading(Case(event="cancellation"), doubts=(Doubt("event", NO_SUM_FOR_PART),))
    assert not gives_up_part("les 4 places", known)
    assert gives_up_part("2 places", known)


def test_another_message_answers_nothing():
    """A question that goes on is read as any other."""
    assert read_answer(prepare("et si je reporte ?"), _talk(NEXT_MONTH), TODAY) is None
