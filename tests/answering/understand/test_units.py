"""Sums that are not the whole of what they are for."""

from __future__ import annotations

import pytest

from assistant.answering.understand.amounts import find_sums
from assistant.answering.understand.units import ask_whole


@pytest.mark.parametrize(
    ("text", "role", "asks"),
    [
        ("l'opco prend 15 € de l'heure", "opco", True),
        ("l'opco prend 300 € par stagiaire", "opco", True),
        ("l'opco prend 300 € par stagiaire, 4 stagiaires", "opco", False),
        ("l'opco prend 300 €", "opco", False),
        ("salaire de 30000 € brut annuel", "salary", True),
        ("salaire de 2500 € brut", "salary", False),
    ],
)
def test_a_rate_is_not_a_total(text: str, role: str, asks: bool) -> None:
    """A share an hour or a head, and a salary a year, are asked about."""
    assert asks is bool(ask_whole(find_sums(text)[0], role, text))
