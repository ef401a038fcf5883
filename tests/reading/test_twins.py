"""Copies of a text told from texts that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.twins import are_spelt_alike, are_twins, likeness

LONG = (
    "Le stagiaire apporte ses gants, ses bottes et une combinaison propre, que le rucher ne prête pas. " * 3
)


@given(st.text())
def test_a_text_is_its_own_twin(text: str) -> None:
    """A text is wholly like itself."""
    assert 1.0 == likeness(text, text)
    assert are_twins(text, text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    """It is the same from either side, between 0 and 1."""
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (LONG.replace("gants,", "gants"), True),
        (LONG.replace("propre", "propres", 1), True),
        (LONG.replace(" ", "\n").upper(), True),
        (LONG.replace("ne prête", "prête", 1), False),
        (LONG.replace("une combinaison", "deux combinaisons", 1), False),
        (LONG[:200], False),
    ],
)
def test_twins(copy: str, same: bool) -> None:
    """A comma or an accord is typing; a negation, a figure or a missing half is not."""
    assert same == are_twins(LONG, copy)


def test_spelling_of_names() -> None:
    """Punctuation is no spelling; a space inside a name is."""
    assert are_spelt_alike("L'AIR PUR, Lyon", "L’Air pur - LYON")
    assert not are_spelt_alike("AIR PUR", "AIRPUR")
