"""Words of one family share a root."""

from __future__ import annotations

import pytest

from assistant.answering.wording.roots import is_kin, root_of, roots


@pytest.mark.parametrize(
    ("one", "other"), [("previent", "prevenu"), ("recu", "recevez"), ("factures", "facturer")]
)
def test_forms_of_a_word_share_a_root(one: str, other: str) -> None:
    """Verbs whose forms are far apart are brought to one."""
    assert root_of(one) == root_of(other)


@pytest.mark.parametrize(("one", "other"), [("client", "clientele"), ("annulation", "annuler")])
def test_words_of_a_family_are_kin(one: str, other: str) -> None:
    """A longer word of the family is recognised by its beginning."""
    assert is_kin(root_of(one), root_of(other))


def test_short_words_are_no_kin_of_longer_ones() -> None:
    """« cas » has nothing to do with « casser »."""
    assert not is_kin("cas", "casser")


def test_what_joins_words_is_left_out() -> None:
    """Articles, prepositions and figures say nothing by themselves."""
    assert ("acompt", "pay") == roots("L'acompte de 30 % est payé")
