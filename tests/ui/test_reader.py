"""One document to read, whole or one article of it."""

from __future__ import annotations

from assistant.conversation import Assistant
from assistant.datatypes import Document
from assistant.ui.reader import tell_facts

from .conftest import OpenApp, words


def test_a_sheet_says_what_it_does_not_state(assistant: Assistant) -> None:
    """A sheet without a reference or a duration has them empty, not left out."""
    told = tell_facts(assistant.sources.document("RELANCE-TELEPHONIQUE"))
    assert ("", "") == (told["Référence"], told["Durée"])
    assert "CGV-30J" == told["Conditions jointes"]


def test_a_document_kept_for_reps_says_so() -> None:
    """A rep sees that clients do not."""
    assert {"Ouvert": "aux conseillers seulement"} == tell_facts(
        Document("NOTE", "other", "Note", "note.md", (), audience="rep")
    )


def test_a_document_is_read_whole(open_app: OpenApp) -> None:
    """Every article is there under its heading, with a list to go to one."""
    app = open_app("documents", document="CGV-30J")
    assert not app.exception
    assert 23 == len(app.header)
    assert len(app.header) == len(app.selectbox[0].options)


def test_an_article_that_is_not_there_is_said(open_app: OpenApp) -> None:
    """An old link to an article opens the document and says what is missing."""
    app = open_app("documents", document="CGV-30J", article="99.9")
    assert "n'a pas d'article « 99.9 »" in words(app)
    assert app.header


def test_the_markup_of_a_document_is_not_active(open_app: OpenApp) -> None:
    """A name in an address is shown as typed."""
    app = open_app("documents", document="<b>x</b>")
    assert "<b>" not in app.warning[0].value.replace("\\<b", "")
