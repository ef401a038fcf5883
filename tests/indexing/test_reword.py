"""Questions are reworded with synonyms and misspelt, always the same way with the same dice."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from assistant.indexing.reword import Rewording, misspell


def test_known_words_are_replaced_by_their_group() -> None:
    """A word of a group becomes another of it, whatever its accents; the others stay."""
    rewording = Rewording([("décaler", "repousser")])
    assert "peut-on repousser la date ?" == rewording.reword("Peut-on Décaler la date ?", random.Random(1))


def test_only_whole_words_are_replaced() -> None:
    """A word inside another is left alone."""
    assert "la datte" == Rewording([("date", "jour")]).reword("la datte", random.Random(1))


def test_the_longest_words_win() -> None:
    """« lettre recommandée » is replaced as a whole, not « lettre » in it."""
    rewording = Rewording([("lettre", "pli"), ("lettre recommandée", "recommandé")])
    assert "par recommande" == rewording.reword("par lettre recommandée", random.Random(1))


def test_without_synonyms_nothing_is_replaced() -> None:
    """No group, no change but folding."""
    assert "ou est l'ecole ?" == Rewording(()).reword("Où est l'école ?", random.Random(1))


@given(st.text(max_size=60), st.integers())
def test_one_slip_changes_the_length_by_one_at_most(text: str, seed: int) -> None:
    """A slip drops, doubles, swaps or mistakes one letter."""
    assert abs(len(misspell(text, random.Random(seed))) - len(text)) <= 1


@given(st.text(max_size=60), st.integers())
def test_the_same_dice_give_the_same_slip(text: str, seed: int) -> None:
    """Nothing but the dice decides."""
    assert misspell(text, random.Random(seed)) == misspell(text, random.Random(seed))


def test_short_words_are_spelt_right() -> None:
    """A text of short words is left as it is."""
    assert "le vu de" == misspell("le vu de", random.Random(1))
