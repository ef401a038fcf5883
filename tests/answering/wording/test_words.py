"""The words by which statements and passages are compared."""

from __future__ import annotations

import pytest

from assistant.answering.wording.words import every_stem, read_words, root_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("previent", "prevenir"),
        ("tenu", "tenir"),
        ("recu", "recevez"),
        ("finissent", "finir"),
        ("vendu", "vendre"),
    ],
)
def test_irregular_verbs_meet(one, other):
    """Forms of one verb that share no stem have one root."""
    assert root_of(one) == root_of(other)


def test_a_passage_licenses_a_word_one_way():
    """What a passage says may be put into a wider word, not the other way round."""
    words = read_words()
    assert words.covered(root_of("recouvre"), every_stem("recouvre"))
    assert words.covered(root_of("lettre"), every_stem("par ecrit"))
    assert not words.covered(root_of("ecrit"), every_stem("une lettre"))


@pytest.mark.parametrize(
    "text", ["aucun frais n'est du", "il est interdit de copier", "sans frais", "nul frais"]
)
def test_a_clause_says_no(text):
    """Negations in their many forms."""
    assert read_words().says_no(text)


@pytest.mark.parametrize(
    "text", ["n'est recevable que par ecrit", "acceptation sans reserve", "sans prejudice de dommages"]
)
def test_a_clause_with_a_negative_word_may_say_yes(text):
    """« Ne … que » and « sans réserve » deny nothing."""
    assert not read_words().says_no(text)


def test_what_is_refused_is_what_follows_at_once():
    """« Aucune réduction … pour l'absence » refuses the reduction, not the absence."""
    refused = read_words().refused("aucune reduction du prix pour l'absence d'un stagiaire")
    assert root_of("reduction") in refused
    assert root_of("absence") not in refused


def test_a_contrary_needs_the_other_side_only():
    """Before against after; a passage that says both is no contrary."""
    words = read_words()
    assert words.contrary("apres le debut", "avant le debut")
    assert not words.contrary("apres le debut", "avant ou apres le debut")
