"""Front matter and headings of Markdown."""

from __future__ import annotations

import pytest

from assistant.errors import ReadingError
from assistant.reading.markdown import find_headings, parse_front_matter


def test_front_matter() -> None:
    """Values are text; the text begins after the closing line."""
    text = "---\nkind: course\nduration: 2\nempty:\n---\n# Titre\n"
    front = parse_front_matter(text, "a.md")
    assert {"kind": "course", "duration": "2"} == front.values
    assert "\n# Titre\n" == text[front.end :]


@pytest.mark.parametrize("text", ["# Titre\n", "", "--- \n\nUne ligne tracée.\n", "\n---\na: b\n---\n"])
def test_no_front_matter(text: str) -> None:
    """A text that does not open with front matter has none."""
    front = parse_front_matter(text, "a.md")
    assert ({}, 0) == (front.values, front.end)


def test_front_matter_after_a_byte_order_mark() -> None:
    """The mark that Windows puts first does not hide the front matter."""
    assert {"a": "b"} == parse_front_matter("\ufeff---\na: b\n---\n", "a.md").values


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a\nterms: [\nkind: course\n---\n", "ligne 4"),
        ("---\ntitle: a: b\n---\n", "ligne 2"),
        ("---\nle: 2027-02-31\n---\n", "ligne 2"),
        ("---\njuste des mots\n---\n", "ligne 2"),
        pytest.param(f"---\ntitle: {'[' * 2000}\n---\n", "ligne 2", id="nested without end"),
        ("---\ntitle: a\n\n# Titre\n", "ligne 1"),
        ("---\ntitle: a\nkind: sheet\n---\n", "ligne 3"),
        ("---\ntitle: a\n\naudience: tous\n---\n", "ligne 4"),
    ],
)
def test_broken_front_matter(text: str, line: str) -> None:
    """Broken front matter is an error that names the file and the line."""
    with pytest.raises(ReadingError) as caught:
        parse_front_matter(text, "notes/a.md")
    assert "notes/a.md" == caught.value.where
    assert caught.value.what.startswith(line)


def test_headings() -> None:
    """Both ways of writing a heading are found, with their offsets and plain words."""
    text = "Avant\n\n# Le **pain** ##\n\nTexte\n\nLe four\n=======\nFin\n"
    first, second = find_headings(text)
    assert (1, "Le pain", "\nTexte\n") == (first.level, first.title, text[first.body : second.start - 1])
    assert (1, "Le four", "Fin\n") == (second.level, second.title, text[second.body :])
    assert text[first.start :].startswith("# Le")


def test_no_headings_in_code_or_quotes() -> None:
    """A # in code, in a quotation or at the end of a line is no heading."""
    assert () == find_headings("```\n# a\n```\n\n> # b\n\n    # c\n\nd # e\n#f\n")


def test_headings_after_front_matter() -> None:
    """Offsets count from the start of the file."""
    text = "---\na: b\n---\n# Titre\n"
    (heading,) = find_headings(text, parse_front_matter(text, "a.md").end)
    assert "# Titre\n" == text[heading.start : heading.body]
