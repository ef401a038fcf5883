"""Courses named together, each with a sum of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.money.several_courses import (
    ask_apart,
    by_reference,
    name_joined,
    without_price,
)
from assistant.answering.understand.names.courses import build_catalogue
from assistant.datatypes import Case, Doubt, MoneyReading
from tests.answering.build import make_corpus, make_course

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


@pytest.fixture
def catalogue(tmp_path):
    """A course with a number, and one called by a usual name."""
    names = tmp_path / "names.yaml"
    names.write_text("AMIDON: [amidonnage main]\n", encoding="utf-8")
    letters = make_course("LIN-GE-01", "Laver par écrit - lettres et mails", fiche="x")
    return build_catalogue(make_corpus(letters, make_course("AMIDON", "Amidonner", fiche="x")), names)


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("l'amidonnage à la main (1 000 HT) et LIN-GE-01 (1 000 HT), annulés", ("AMIDON", "LIN-GE-01")),
        ("LIN-GE-01 à 1 000 € et amidonnage à la main à 900 €", ("LIN-GE-01", "AMIDON")),
        ("LIN-GE-01 à 1 000 € HT et 300 € payés", ("LIN-GE-01",)),
        ("LIN-GE-01 à 1 000 € : on parle d'amidonnage à la main et de plis ?", ("LIN-GE-01",)),
    ],
)
def test_a_usual_name_beside_a_reference_is_a_second_course(catalogue, message, named) -> None:
    """Where each has its sum: neither is computed for both."""
    assert named == name_joined(message, ("LIN-GE-01",), catalogue)


def test_a_title_tells_nothing_of_the_case(catalogue) -> None:
    """« par écrit » in a title is no word on how a notice came."""
    message = "« Laver par écrit » du 3 mars, puis Laver par écrit - lettres et mails"
    assert "« LIN-GE-01 » du 3 mars, puis LIN-GE-01" == by_reference(message, ("LIN-GE-01",), catalogue)
