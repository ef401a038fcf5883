"""Passages cut into chunks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Corpus, Document, Passage, Section
from assistant.reading import cut_chunks
from assistant.reading.chunks import cut_spans


def corpus_of(*texts: str) -> Corpus:
    """A corpus of one section with those passages, each in a file of its own."""
    passages = tuple(Passage(f"{n}.txt", 100, 100 + len(text), text) for n, text in enumerate(texts))
    section = Section("D", "s", ("Titre", "S"), passages, appears_in=("C",))
    return Corpus((Document("D", "terms", "Titre", "0.txt", (section,), edition="D"),))


def test_one_chunk_a_passage() -> None:
    """A short passage is one chunk, with all that its document and section say."""
    first, second = cut_chunks(corpus_of("un", "deux"), chunk_chars=200)
    assert ("D#s", "D#s/2") == (first.id, second.id)
    assert ("D", "s", "Titre", ("Titre", "S"), "terms", "D", "client", ("C",)) == (
        first.document,
        first.section,
        first.title,
        first.heading_path,
        first.kind,
        first.edition,
        first.audience,
        first.appears_in,
    )
    assert ("1.txt", 100, 104, "deux", "D#s") == (
        second.path,
        second.start,
        second.end,
        second.text,
        second.key,
    )


def test_cut_between_paragraphs_first() -> None:
    """Paragraphs are kept whole, and together as long as they fit."""
    text = "Aaa. Bbb.\n\nCcc.\n\nDdd. Eee. Fff."
    assert ["Aaa. Bbb.\n\nCcc.", "Ddd. Eee. Fff."] == [text[a:b] for a, b in cut_spans(text, 16)]


def test_then_between_sentences() -> None:
    """A paragraph too long is cut where a sentence ends."""
    text = "Un deux trois. Quatre cinq. Six."
    assert ["Un deux trois.", "Quatre cinq.", "Six."] == [text[a:b] for a, b in cut_spans(text, 15)]


def test_then_between_words_then_anywhere() -> None:
    """A sentence too long is cut at a space, a word too long wherever it must."""
    assert ["un deux", "trois"] == ["un deux trois"[a:b] for a, b in cut_spans("un deux trois", 8)]
    assert ["abcd", "efgh", "ij"] == ["abcdefghij"[a:b] for a, b in cut_spans("abcdefghij", 4)]


@given(st.text(alphabet="ab. \n!é-", max_size=300), st.integers(1, 40))
def test_pieces_cover_the_text(text: str, longest: int) -> None:
    """No piece is too long, none overlaps, and all that is not white space is in one."""
    spans = cut_spans(text, longest)
    assert all(0 < end - start <= longest for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text.split()) == "".join("".join(text[a:b] for a, b in spans).split())
