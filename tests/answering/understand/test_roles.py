"""Roles by the words nearby."""

from __future__ import annotations

from assistant.answering.understand.roles import assign_roles, rank_roles
from assistant.answering.understand.sums.amounts import find_sums


def ranks(text: str) -> list[dict[str, int]]:
    """The roles of the sums of a text, with their distances."""
    return rank_roles("sum_role", text, find_sums(text))


def test_the_nearest_word_gives_the_role() -> None:
    """« acompte de 600 € » is a deposit, « formation à 2 000 € » a price."""
    first, second = ranks("acompte de 600 € pour une formation a 2 000 €")
    assert ("deposit", "price") == (min(first, key=first.__getitem__), min(second, key=second.__getitem__))


def test_words_beyond_a_neighbour_or_a_sentence_do_not_count() -> None:
    """A word on the other side of another sum, or of a full stop, is about something else."""
    assert "deposit" not in ranks("acompte de 600 € ou 2 000 €")[1]
    assert "deposit" not in ranks("un acompte. soit 2 000 €")[0]


def test_a_comma_parts_a_word_from_a_sum() -> None:
    """« acompte payé, 2 000 € » speaks of two things."""
    assert "paid" in ranks("paye 2 000 €")[0]
    assert "paid" not in ranks("acompte paye, 2 000 €")[0]


def test_a_role_is_given_once_unless_shared() -> None:
    """The nearest bidder takes the role; the other takes its next best, or none."""
    ranked = [{"start": 1}, {"start": 2, "notice": 9}, {"start": 3}]
    assert ["start", "notice", None] == assign_roles(ranked, frozenset())
    assert ["start", "start", "start"] == assign_roles(ranked, frozenset({"start"}))
