"""How many people a price is for."""

from __future__ import annotations

import pytest

from assistant.answering.understand.headcount import count_group, count_heads, find_headcount


@pytest.mark.parametrize(
    ("left", "right", "heads"),
    [
        ("8 participants a ", "", 8),
        ("8 x ", "", 8),
        ("", " x 8", 8),
        ("", " par personne pour 8 stagiaires", 8),
        ("", " par personne", 0),
        ("prix de ", "", None),
        ("pour 8 participants a ", "", None),
    ],
)
def test_a_price_a_head_has_a_number_of_heads(left: str, right: str, heads: int | None) -> None:
    """The number stands before, after, or is not said."""
    text = f"{left}890 €{right}"
    assert heads == count_heads(len(left), len(left) + 5, text)


def test_a_group_price_is_open_unless_it_is_told() -> None:
    """« par personne » or « intra » says whose price it is."""
    text = "pour 8 participants a 890 €"
    assert 8 == count_group(22, 27, text)
    assert None is count_group(22, 27, text + " par personne")
    assert None is count_group(28, 33, "intra " + text)


def test_the_largest_head_count_is_the_groups() -> None:
    """« 2 participants sur 8 personnes » is a group of eight."""
    assert 8 == find_headcount("2 participants sur les 8 personnes")
    assert None is find_headcount("aucune")
