"""Reads an expression as written on paper: « (2 000,00 € − 1 500,00 €) × 120 % »."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(r"(\d+(?:,\d+)?) ?(€|%)?|([()×/+−])")


def evaluate(expression: str) -> Decimal:
    """The value of the expression, rounded half up to the cent."""
    plain = re.sub(r"(?<=\d)[\u202f\u00a0 ](?=\d{3}\b)", "", expression).replace("\u00a0", " ")
    tokens = [match.group().strip() for match in _TOKEN.finditer(plain)]
    assert "".join(tokens).replace(" ", "") == plain.replace(" ", ""), f"unread words in {expression!r}"
    value = _sum(tokens)
    assert not tokens, f"left over in {expression!r}: {tokens}"
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _sum(tokens: list[str]) -> Decimal:
    value = _product(tokens)
    while tokens and tokens[0] in "+−":
        value = value + _product(tokens) if tokens.pop(0) == "+" else value - _product(tokens)
    return value


def _product(tokens: list[str]) -> Decimal:
    value = _number(tokens)
    while tokens and tokens[0] in "×/":
        value = value * _number(tokens) if tokens.pop(0) == "×" else value / _number(tokens)
    return value


def _number(tokens: list[str]) -> Decimal:
    token = tokens.pop(0)
    if token == "(":
        value = _sum(tokens)
        assert tokens.pop(0) == ")"
        return value
    number = Decimal(token.rstrip(" €%").replace(",", "."))
    return number / 100 if token.endswith("%") else number
