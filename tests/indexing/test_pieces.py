"""A tokenizer is learned from texts, in pieces that accents and capitals do not change."""

from __future__ import annotations

from assistant.indexing.pieces import train_tokenizer

WORDS = ["session", "annulée", "acompte", "organisme", "reporter", "stagiaire", "facture", "délai"]
TEXTS = [f"La {one} et {other}." for one in WORDS for other in WORDS]


def test_accents_and_capitals_do_not_count() -> None:
    """« ANNULÉE » and « annulee » are one word."""
    tokenizer = train_tokenizer(TEXTS)
    assert tokenizer.encode("ANNULÉE").ids == tokenizer.encode("annulee").ids


def test_pieces_spell_the_words() -> None:
    """Put together, the pieces are the words, each after a mark."""
    assert "▁la▁facture" == "".join(train_tokenizer(TEXTS).encode("La facture").tokens)


def test_letters_never_met_are_unknown() -> None:
    """The unknown piece comes first."""
    assert [0] == train_tokenizer(TEXTS).encode("日").ids[-1:]


def test_the_order_of_the_texts_does_not_matter() -> None:
    """The same texts in another order give the same tokenizer."""
    assert train_tokenizer(TEXTS).to_str() == train_tokenizer(reversed(TEXTS)).to_str()
