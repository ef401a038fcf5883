"""Passages, lines and names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.datatypes import Document, Passage, Section
from assistant.reading.source import (
    Source,
    as_id,
    capital_slug,
    gather_sections,
    line_spans,
    renamed,
    slug,
)


def test_passages_around_holes() -> None:
    """What is foreign is left out, and what is left is trimmed."""
    source = Source("a.txt", "un XX deux YY trois", holes=((3, 5), (11, 13)))
    assert ["un", "deux", "trois"] == [one.text for one in source.passages(0, 19)]
    assert ["de"] == [one.text for one in source.passages(4, 8)]
    assert [] == [one.text for one in source.passages(3, 5)]
    assert ["eux"] == [one.text for one in source.passages(7, 12)]


@given(
    st.text(alphabet="ab \n\ufeff"), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3)
)
def test_passages_are_verbatim(text: str, holes: list[tuple[int, int]]) -> None:
    """Whatever the holes, a passage is what stands at its offsets, and none reaches into a hole."""
    ordered = tuple(sorted((min(one), max(one)) for one in holes))
    passages = Source("a.txt", text, holes=ordered).passages(0, len(text))
    assert all(text[one.start : one.end] == one.text and one.text.strip() for one in passages)
    assert all(one.end <= a or one.start >= b for one in passages for a, b in ordered if a < b)


def test_line_spans() -> None:
    """Blank lines are skipped and white space trimmed."""
    text = "\ufeff a\n \n\tb c \r\nd"
    assert ["a", "b c", "d"] == [text[slice(*span)] for span in line_spans(text, 0, len(text))]
    assert ["c"] == [text[slice(*span)] for span in line_spans(text, 8, 12)]


def test_names() -> None:
    """Ids come from words, whatever the accents; nothing readable gives the name kept for that."""
    assert "ou-dormir-a-l-hotel" == slug("Où dormir, à l'hôtel ?")
    assert "section" == slug("***")
    assert "日本" == slug("日本")
    assert "RUCHER-MONTAGNE" == capital_slug("Le rucher de montagne")
    assert "A-B-C" == as_id(" A/B#C ")


def test_file_names() -> None:
    """A document without a title is called by its file's name made readable."""
    source = Source("x/reglement_interieur-2027.pdf", "")
    assert ("Reglement interieur 2027", "reglement-interieur-2027") == (source.stem, source.slug)


def test_gather_sections() -> None:
    """A section met twice has two passages; one without text is none."""
    one, two = Passage("a", 0, 1, "x"), Passage("a", 2, 3, "y")
    found = [("s", ("S",), (one,)), ("t", ("T",), ()), ("s", ("S encore",), (two,))]
    assert (Section("D", "s", ("Titre", "S"), (one, two)),) == gather_sections("D", "Titre", found)


def test_renamed() -> None:
    """Under another id, a document's sections follow it."""
    document = Document("a", "other", "A", "a.md", (Section("a", "s", ("A",), ()),))
    assert ["b#s"] == [section.key for section in renamed(document, "b").sections]
