"""Payments that follow one another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.sums.added_payments import add_payments
from assistant.answering.understand.sums.amounts import find_sums


@pytest.mark.parametrize(
    ("text", "roles", "expected", "paid"),
    [
        ("paye 600 €, puis 1 400 €", ["paid", "price"], ["paid", "ignored"], 2000),
        (
            "paye 200 €, puis 300 €, puis 500 €",
            ["paid", "price", "price"],
            ["paid", "ignored", "ignored"],
            1000,
        ),
        ("paye 600 € et 300 €, prix 2 000 €", ["paid", "price", "price"], ["paid", "ignored", "price"], 900),
        ("paye 600 € et 2 000 €", ["paid", "price"], ["paid", "price"], 600),
        ("acompte 600 € paye en mai puis 1 400 €", ["deposit", "price"], ["deposit", "price"], 600),
        ("acompte 600 € paye ¤¤¤¤¤¤ puis 1 400 €", ["deposit", "price"], ["deposit", "rest"], 600),
        ("paye 600 € sur 2 000 €", ["paid", "price"], ["paid", "price"], 600),
    ],
)
def test_what_is_paid_in_turn_is_added_up(
    text: str, roles: list[str], expected: list[str], paid: int
) -> None:
    """600 and 1 400 are 2 000; a day that is not read, or « et » before the price, adds nothing."""
    sums, given = add_payments(find_sums(text), roles, text)
    assert (expected, Decimal(paid)) == (given, sums[0].value)
