"""A sum said first: which one, of several editions."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        (
            "L'OPCO prend 1 200 € HT sur 2 000 € HT, 600 € HT versés : combien reste-t-il à payer ?",
            ["200.00"],
        ),
        ("2 000 € HT, tout est payé, j'annule 40 jours avant : combien me rendez-vous ?", ["1400.00"]),
        (
            "2 000 € HT, tout est payé, j'annule 20 jours avant : combien me rendez-vous ?",
            ["0.00", "1400.00"],
        ),
    ],
)
def test_what_is_left_or_comes_back_is_compared_in_one_basis(
    assistant: Assistant, question: str, sums: list[str]
) -> None:
    """The same sum before and after tax is one sum, under editions that say it in two ways."""
    answer, _ = assistant.reply(question, today=TODAY)
    assert sums == [f"{one:.2f}" for one in answer.headline]
