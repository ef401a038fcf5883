"""Words of documents and people, drawn without active Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.datatypes import Citation
from assistant.ui.escaping import mark_passage, quiet, quiet_answer

ACTIVE = ["<b>x</b>", "![a](b)", "[a](b)", "**x**", "`x`", "$x$", ":red[x]", "~~x~~", "_x_"]


@pytest.mark.parametrize("text", ACTIVE)
def test_nothing_active_is_left(text: str) -> None:
    """What would be drawn is the text as typed."""
    assert (
        f"<p>{text}</p>".replace("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")
        == MarkdownIt().render(quiet(text).replace("\u2060", "")).strip()
    )


def test_a_short_code_is_broken() -> None:
    """A name between colons, which is looked for after escaping, no longer reads as one."""
    assert ":smile:" not in quiet(":smile:").replace("\\", "")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs", "Zs", "Zl", "Zp"])))
def test_escaping_loses_no_character(text: str) -> None:
    """Without the signs added, the text is whole."""
    escaped = quiet(text)
    assert len(escaped) >= len(text)
    assert [one for one in text if one.isalnum()] == [one for one in escaped if one.isalnum()]


def test_an_answer_keeps_its_own_markdown_only() -> None:
    """Bold, lists, quotes, tables and the marks of its citations stay; the rest is shown as it is."""
    citation = Citation(1, "D", "s", "t", None, "q", "p", 0, 1)
    text = "**30 %** [1] [2]\n- <i>un</i>\n> dit $x$\n| a | b |\n| --- | ---: |"
    drawn = quiet_answer(text, [citation])
    assert (
        "**30\xa0%**\xa0:blue-badge[1] \\[2\\]\n- \\<i\\>un\\</i\\>\n> dit \\$x\\$\n| a | b |\n| --- | ---: |"
        == drawn
    )


def test_a_lone_bold_sign_is_shown() -> None:
    """Two stars that open nothing are no bold."""
    assert "a \\*\\* b" == quiet_answer("a ** b", [])


def test_a_passage_is_highlighted_at_its_place() -> None:
    """Only the characters of the span are highlighted, across lines too."""
    text = "Un deux\n- trois quatre"
    marked = mark_passage(text, [(3, 15)])
    assert "Un :orange-background[deux]  \n- :orange-background[trois] quatre" == marked


def test_headings_of_a_passage_are_not_page_headings() -> None:
    """A heading inside a passage is drawn in bold."""
    assert "**Jour 1**" == mark_passage("### Jour 1").strip()
