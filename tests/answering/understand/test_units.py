"""Shares that are not the whole of what the OPCO pays."""

from __future__ import annotations

import pytest

from assistant.answering.understand.amounts import find_sums
from assistant.answering.understand.units import ask_total


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("l'opco prend 15 € de l'heure", True),
        ("l'opco prend 300 € par stagiaire", True),
        ("l'opco prend 300 € par stagiaire, 4 stagiaires", False),
        ("l'opco prend 300 €", False),
    ],
)
def test_a_rate_is_not_a_total(text: str, asks: bool) -> None:
    """A share an hour or a head is asked about."""
    assert asks is bool(ask_total(find_sums(text)[0], text))
