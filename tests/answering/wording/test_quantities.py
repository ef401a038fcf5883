"""Figures, their units and their bounds, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.wording.quantities import quantities
from assistant.french import say_money


def _read(text):
    return [(one.value, one.unit, one.bound, one.basis) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quinze jours", ("15", "day", "", "")),
        ("moins de 15 jours", ("15", "day", "less", "")),
        ("plus de trente jours", ("30", "day", "more", "")),
        ("trente pour cent", ("30", "%", "", "")),
        ("1 350,00 € TTC", ("1350", "€", "", "ttc")),
        ("deux mille euros hors taxes", ("2000", "€", "", "ht")),
        ("un mois", ("1", "month", "", "")),
        ("douze fois", ("12", "time", "", "")),
        ("une quinzaine de jours", ("15", "day", "", "")),
        ("ne peut pas être inférieur à 3 fois", ("3", "time", "more", "")),
    ],
)
def test_a_quantity_is_read(text, expected):
    """In figures or in words, with its unit, its bound and its basis."""
    assert [expected] == _read(text)


def test_a_date_is_no_quantity():
    """The day and the year of a date are not figures of their own."""
    assert [] == _read("le 1er janvier 2027")


@given(st.decimals(min_value=1, max_value=10**7, places=2))
def test_a_sum_written_in_french_is_one_quantity(amount):
    """Its thousands and cents make one figure of euros."""
    assert ["€"] == [one.unit for one in quantities(say_money(amount))]
