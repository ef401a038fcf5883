"""Steps as written on paper, and rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fees.outcome import Step, count, money, one_sum, percent, to_cents, up_to
from assistant.french import NBSP, spaced
from tests.fees.paper import evaluate

SUMS = st.decimals(0, 10**9, places=2)
RATES = st.decimals(0, 100, places=4)


@given(price=SUMS, rate=RATES, less=st.none() | SUMS, days=st.integers(1, 4000), over=st.booleans())
def test_an_expression_evaluates_to_its_amount(
    price: Decimal, rate: Decimal, less: Decimal | None, days: int, over: bool
) -> None:
    """Read back from its French, an expression gives the step's amount."""
    year = Decimal(365) if over else None
    step = Step("", None, (money(price), percent(rate), count(days)), less=less, over=year)
    assert evaluate(step.expression) == step.amount
    alone = Step("", None, (money(price),), less=less)
    assert evaluate(alone.expression) == alone.amount


@pytest.mark.parametrize(("exact", "cents"), [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68")])
def test_a_half_cent_goes_up(exact: str, cents: str) -> None:
    """Half up, on the decimal as it is written."""
    assert Decimal(cents) == to_cents(Decimal(exact))


def test_nothing_due_is_no_fee_and_equal_ends_one_sum() -> None:
    """A kind follows from the sums: none, one, two."""
    ten, none = Step("", None, (money(Decimal(10)),)), Step("", None, (money(Decimal(0)),))
    kinds = [
        one_sum("", ten).settled().kind,
        one_sum("", none).settled().kind,
        up_to("", ten).settled().kind,
        up_to("", ten, low=Decimal(10)).settled().kind,
        up_to("", ten, low=None).settled().kind,
    ]
    assert ["amount", "no_fee", "range", "amount", "range"] == kinds


def test_french_punctuation_is_not_left_alone_on_a_line() -> None:
    """A space before a colon or inside quotation marks does not break."""
    assert f"Seuil{NBSP}: «{NBSP}reçu{NBSP}»" == spaced("Seuil : « reçu »")
