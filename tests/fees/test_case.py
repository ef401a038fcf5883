"""The fields of a case: what is read, and what is an error."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.datatypes import Case
from assistant.errors import CaseError
from assistant.fees import check_case, parse_case


def test_each_field_is_read_as_what_it_is() -> None:
    """Sums become decimals, dates dates; JSON numbers are taken too; null is unknown."""
    given = {
        "event": "cancellation",
        "price": 1350.5,
        "paid": "400",
        "vat_rate": 20,
        "start_date": "2027-03-31",
        "notice_days": 45,
        "online": False,
        "client": None,
    }
    expected = Case(
        event="cancellation",
        price=Decimal("1350.5"),
        paid=Decimal(400),
        vat_rate=Decimal(20),
        start_date=date(2027, 3, 31),
        notice_days=45,
        online=False,
    )
    assert expected == parse_case(given)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("prix", "100"),
        ("event", "party"),
        ("event", None),
        ("client", "martian"),
        ("basis", "TVA"),
        ("basis", 1),
        ("edition", ""),
        ("price", "mille"),
        ("price", "1 350,50"),
        ("price", "1_000"),
        ("price", "NaN"),
        ("price", "-500"),
        ("price", "10.005"),
        ("price", "1" + "0" * 20),
        ("price", True),
        ("vat_rate", "120"),
        ("vat_rate", "5.12345"),
        ("employer_charges_rate", "-1"),
        ("start_date", "2027-02-31"),
        ("start_date", "31/03/2027"),
        ("start_date", "2027-W10-1"),
        ("start_date", 20270331),
        ("start_date", "9999-12-31"),
        ("notice_days", "4.5"),
        ("notice_days", "bientôt"),
        ("online", "oui"),
        ("new_session", "oui"),
    ],
)
def test_a_value_that_cannot_be_is_an_error_naming_its_field(field: str, value: object) -> None:
    """An unknown field, an impossible date, a negative sum: the field is named."""
    with pytest.raises(CaseError) as error:
        parse_case({"event": "cancellation", field: value})
    assert field == error.value.where


def test_a_notice_beyond_any_calendar_is_an_error() -> None:
    """A notice of millions of days names its field."""
    with pytest.raises(CaseError) as error:
        parse_case({"event": "cancellation", "start_date": "2027-03-31", "notice_days": 10**9})
    assert "notice_days" == error.value.where


def test_a_case_made_by_hand_is_checked_too() -> None:
    """Not only parsed cases: a negative price is an error wherever it comes from."""
    with pytest.raises(CaseError):
        check_case(Case("deposit", price=Decimal(-1)))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"more_payments": "2026-06-15=500.00"}, "more_payments"),
        ({"paid": "800", "more_payments": "2026-06-15=1500.00"}, "more_payments"),
        ({"paid": "800", "more_payments": "2026-09-15=500.00"}, "payment_date"),
    ],
)
def test_payments_stand_together(told: dict[str, object], field: str) -> None:
    """The first one is told, all together are within the invoice, and none comes after the last."""
    with pytest.raises(CaseError) as caught:
        parse_case({"event": "late_payment", "price": "1800", "payment_date": "2026-08-15", **told})
    assert field == caught.value.where
