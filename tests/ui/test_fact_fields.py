"""Facts as people type and read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.understand.money.describe import FIELDS, Fact, say_fact
from assistant.errors import UsageError
from assistant.ui.fact_fields import read_fact, type_fact

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("price", "2000", Decimal(2000)),
        ("price", "2 000,50 €", Decimal("2000.50")),
        ("price", "3k€", Decimal(3000)),
        ("start_date", "15/03/2027", date(2027, 3, 15)),
        ("start_date", "1er avril 2027", date(2027, 4, 1)),
        ("start_date", "12 mars", date(2027, 3, 12)),
        ("notice_days", "20", 20),
        ("employer_charges_rate", "42 %", Decimal(42)),
    ],
)
def test_what_people_type_is_read(name: str, typed: str, value: Fact) -> None:
    """Sums, dates, days and rates are read in the forms that people use."""
    assert value == read_fact(name, typed, today=TODAY)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("price", "beaucoup"),
        ("price", "-500"),
        ("start_date", "31/02/2027"),
        ("notice_days", "2,5"),
        ("start_date", "bientôt"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(name: str, typed: str) -> None:
    """The error names the field and gives an example."""
    with pytest.raises(UsageError) as caught:
        read_fact(name, typed, today=TODAY)
    assert FIELDS[name].label == caught.value.where
    assert FIELDS[name].example in caught.value.todo


@pytest.mark.parametrize("typed", ["-500", "-500 €", "prix : -500"])
def test_a_negative_sum_is_said_to_be_so(typed: str) -> None:
    """What is wrong is told, rather than that nothing can be read."""
    with pytest.raises(UsageError) as caught:
        read_fact("price", typed, today=TODAY)
    assert "négative" in caught.value.what


@given(st.decimals(min_value=0, max_value=999_999, places=2))
def test_a_sum_typed_again_is_the_same(amount: Decimal) -> None:
    """What a chip is filled with reads as what it stands for."""
    assert amount == read_fact("price", type_fact("price", amount), today=TODAY)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)))
def test_a_date_typed_again_is_the_same(day: date) -> None:
    """What a chip is filled with reads as what it stands for."""
    assert day == read_fact("start_date", type_fact("start_date", day), today=TODAY)


def test_each_field_has_its_own_name_in_a_link() -> None:
    """No two facts share a name in the address of the page."""
    links = [one.link for one in FIELDS.values()]
    assert len(set(links)) == len(links)


def test_facts_are_said_in_french() -> None:
    """Days, yes or no, kinds of client and answers to a new date are words."""
    assert ["20\xa0jours", "Oui", "Particulier", "Refusée"] == [
        say_fact("notice_days", 20),
        say_fact("online", True),
        say_fact("client", "individual"),
        say_fact("new_session", "refused"),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "800 € le 15/05/2026, 500,50 € le 15/06/2026",
        "le 15 juin 2026 : 500,50 € ; le 15 mai 2026 : 800 €",
        "800 euros le 15 mai 2026 et 500,50 euros le 15 juin 2026",
    ],
)
def test_payments_are_read_each_with_its_day(typed: str) -> None:
    """However they are written, the earliest first; typed again, they are the same."""
    payments = ((date(2026, 5, 15), Decimal(800)), (date(2026, 6, 15), Decimal("500.50")))
    assert payments == read_fact("more_payments", typed, today=TODAY)
    assert payments == read_fact("more_payments", type_fact("more_payments", payments), today=TODAY)


@pytest.mark.parametrize("typed", ["800 €", "800 € le 15/05/2026, 500 €", "800 € le 31/02/2026", "hier"])
def test_a_payment_without_its_sum_or_its_day_is_asked_again(typed: str) -> None:
    """The error gives an example."""
    with pytest.raises(UsageError) as caught:
        read_fact("more_payments", typed, today=TODAY)
    assert FIELDS["more_payments"].example in caught.value.todo
