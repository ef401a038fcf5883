"""Everyday words that stand for one another."""

from __future__ import annotations

from assistant.indexing.synonyms import everyday_words, near_stems


def test_nearness_goes_both_ways() -> None:
    """What may be used for a word may be replaced by it, and is not the word itself."""
    near = near_stems()
    assert near
    assert [] == [
        (one, other) for one in near for other in near[one] if one not in near[other] or one == other
    ]


def test_a_group_has_several_words() -> None:
    """A word alone says nothing of any other; none is written twice in a group."""
    assert [] == [group for group in everyday_words() if len(set(group)) < 2 or len(set(group)) < len(group)]
