"""A chunk is searched by its headings and its words."""

from __future__ import annotations

from collections.abc import Callable

from assistant.datatypes import Chunk
from assistant.indexing.fields import embedded_text, gram_tokens, heading, stem_tokens


def test_headings_are_said_once(make_chunk: Callable[..., Chunk]) -> None:
    """The document's title is not repeated when it opens the heading path."""
    chunk = make_chunk("D#1", "Corps.", title="Titre", heading_path=("Titre", "Chapitre"))
    assert "Titre\nChapitre" == heading(chunk)
    assert "Titre\nChapitre\nCorps." == embedded_text(chunk)


def test_a_misspelling_shares_pieces() -> None:
    """Half of the pieces of « annulation » at least are in « anulation »."""
    right, wrong = set(gram_tokens("annulation")), set(gram_tokens("anulation"))
    assert len(right & wrong) >= len(right) / 2


def test_a_question_of_empty_words_keeps_them() -> None:
    """Where no word carries a subject, all of them are searched."""
    assert ["c'est"[0], "est", "quoi"] == stem_tokens("c'est quoi ?")
