"""A salary that counts is gross and a month's, a share of the OPCO is the whole of what it pays."""

from __future__ import annotations

import pytest

from assistant.answering.understand.sums.amounts import find_sums
from assistant.answering.understand.sums.partial_sums import ask_salary, ask_whole_share, without_net


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("salaire de 30000 € brut annuel", True),
        ("salaire net de 2800 €", True),
        ("il touche 2800 € nets par mois", True),
        ("salaire de 2500 € brut", False),
    ],
)
def test_a_net_or_yearly_salary_is_asked_about(text: str, asks: bool) -> None:
    """Only a gross monthly one is counted."""
    assert asks is bool(ask_salary(find_sums(text)[0], text))


def test_the_gross_salary_counts_where_both_are_told() -> None:
    """The net one is then left out."""
    text = "2180 € net soit 2800 € brut"
    assert [2800] == [one.value for one in without_net(find_sums(text), text)]


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
    assert asks is bool(ask_whole_share(find_sums(text)[0], text))
