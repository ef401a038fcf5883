"""Numbers that a message says and corrects at once."""

from __future__ import annotations

import pytest

from assistant.answering.understand.taken_back import take_back


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("soldee le 4 avril... pardon le 2 avril 2026", "soldee le 2 avril 2026"),
        ("20 jours avant, euh non, 12 jours avant", "12 jours avant"),
        ("le 12 decembre, pardon, le 15", "le 15 decembre"),
        ("2 000 € ht, pardon 2 500 € ht", "2 500 € ht"),
        ("2 000 €, je voulais dire 2 500, le 3 mai", "2 500 €, le 3 mai"),
        ("session du 12/01/2027, plutot du 15/01/2027", "session du 15/01/2027"),
        ("ils sont 3, non pardon 4", "ils sont 4"),
        ("payee 2 366,67 € brut... non 2 300 €", "payee 2 300 €"),
        ("acompte de 600 €... non verse", "acompte de 600 €... non verse"),
        ("10 jours avant, pardon, 2 000 € ht", "10 jours avant, pardon, 2 000 € ht"),
        ("le 12 decembre et non le 5 decembre", "le 12 decembre et non le 5 decembre"),
        ("pas 2 000 €, 2 500 €", "pas 2 000 €, 2 500 €"),
    ],
)
def test_only_the_number_that_is_meant_is_left(text: str, left: str) -> None:
    """A number corrected by another of its kind goes; what is denied or of another kind stays."""
    assert left == take_back(text)
