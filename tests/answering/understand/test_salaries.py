"""The salary that counts is gross, and a month's."""

from __future__ import annotations

import pytest

from assistant.answering.understand.amounts import find_sums
from assistant.answering.understand.salaries import ask_salary, without_net


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
