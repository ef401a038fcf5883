"""What a passage is called, and how it is shown."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from assistant.datatypes import Document, Section
from assistant.ui.source import name_section

from .conftest import plain


def _passage() -> None:
    from assistant.datatypes import Citation, Passage, Section
    from assistant.ui.source import show_section

    text = "Un acompte de 30 % est versé."
    section = Section("A", "1", ("A", "Acompte"), (Passage("a.md", 100, 100 + len(text), text),))
    other = Citation(1, "A", "1", "", None, "30 %", "b.md", 114, 118)
    cited = Citation(2, "A", "1", "", None, "30 %", "a.md", 114, 118)
    show_section(section, (other, cited))


def test_sections_are_called_as_people_call_them() -> None:
    """An article by its edition and number, another section by its document and heading."""
    terms = Document("CGV-30J", "terms", "Conditions", "", ())
    sheet = Document("A", "course", "Vendre", "", ())
    assert "CGV-30J, article\xa03.6" == name_section(terms, Section("CGV-30J", "3.6", ("x",), ()))
    assert "Vendre – Programme" == name_section(sheet, Section("A", "programme", ("A", "Programme"), ()))


def test_a_quote_is_highlighted_in_its_own_file_only() -> None:
    """The offsets of a quote are those of its file."""
    app = AppTest.from_function(_passage).run()
    assert "Un acompte de :orange-background[30 %] est versé." == plain(app.markdown[0].value).strip()
