"""What a document adds or changes is shown before it is indexed."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import copy_documents

from .conftest import OpenApp, words

NAME = "RCL-RCL-05.md"


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the corpus that a test may change."""
    folder = copy_documents(tmp_path / "corpus")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(folder))
    return folder


def _bring(open_app: OpenApp, name: str, text: str) -> AppTest:
    app = open_app("documents", audience="rep", vue="Ajouter")
    app = app.file_uploader[0].upload(name, text.encode()).run()
    assert not app.exception
    return app


def test_a_head_that_changes_is_shown(open_app: OpenApp, corpus: Path) -> None:
    """A duration corrected in the head of a sheet changes answers: it is told before and after."""
    text = (corpus / "courses" / NAME).read_text(encoding="utf-8")
    told = words(_bring(open_app, NAME, text.replace("duration: 2 jours", "duration: 3 jours")))
    assert "Durée : 2 jours → **3 jours**" in told
    assert "rien ne change" not in told


def test_a_sentence_that_changes_is_shown_before_and_after(open_app: OpenApp, corpus: Path) -> None:
    """The words that differ are highlighted on both sides."""
    text = (corpus / "courses" / NAME).read_text(encoding="utf-8")
    told = words(_bring(open_app, NAME, text.replace("Planifier la reconquête", "Organiser la reconquête")))
    assert "orange-background[Planifier]" in told
    assert "orange-background[Organiser]" in told


def test_the_same_text_is_said_the_same(open_app: OpenApp, corpus: Path) -> None:
    """Nothing to see, and no doubt about terms that are among the documents."""
    app = _bring(open_app, NAME, (corpus / "courses" / NAME).read_text(encoding="utf-8"))
    assert "rien ne change" in words(app)
    assert not app.warning


def test_terms_that_are_nowhere_are_said_missing(open_app: OpenApp, corpus: Path) -> None:
    """A sheet that names unknown terms is told so."""
    text = (corpus / "courses" / NAME).read_text(encoding="utf-8")
    app = _bring(open_app, NAME, text.replace("terms: CGV-15J", "terms: CGV-99J"))
    assert "CGV-99J" in words(app)
    assert app.warning


def test_a_new_document_is_shown_as_it_was_read(open_app: OpenApp, corpus: Path) -> None:
    """Its head, then each part with its words, so that a bad extraction is seen."""
    sheet = (corpus / "courses" / NAME).read_text(encoding="utf-8").replace("RCL-RCL-05", "ABC-DEF-09")
    app = _bring(open_app, "neuf.md", sheet)
    assert "Référence : ABC-DEF-09" in words(app)
    assert 7 == len(app.expander)
