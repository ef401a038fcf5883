"""The Documents page, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import copy_documents

from .conftest import OpenApp, plain, words

SHEET = """---
kind: course
reference: ABC-DEF-09
title: Négocier par téléphone
duration: 3 jours
---

# Négocier par téléphone

## Objectifs

- Conclure un appel
"""


@pytest.fixture
def own_corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the corpus that a test may change."""
    corpus = copy_documents(tmp_path / "corpus")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(corpus))
    return corpus


def test_the_catalogue_is_searched_by_any_word(open_app: OpenApp) -> None:
    """A word of a programme finds its sheet and no other."""
    app = open_app("documents")
    app = app.text_input(key="recherche").set_value("RCL-RCL-05").run()
    told = words(app)
    assert "Fidéliser ses clients par la satisfaction" in told
    assert "Relance téléphonique" not in told


def test_a_search_that_finds_nothing_helps(open_app: OpenApp) -> None:
    """An empty result says what to try."""
    app = open_app("documents")
    app = app.text_input(key="recherche").set_value("zzzz").run()
    assert "Essayez un mot plus court" in words(app)


def test_an_article_has_an_address(open_app: OpenApp) -> None:
    """The address of an article opens its document there, every other article around it."""
    app = open_app("documents", document="CGV-30J", article="3.6")
    assert "3.6. Frais d'annulation et de report" in [plain(one.value) for one in app.header]
    assert len(app.selectbox[0].options) == len(app.header)
    assert "3.6" == app.selectbox[0].value


def test_an_unknown_document_is_said_missing(open_app: OpenApp) -> None:
    """An address that leads nowhere says so."""
    app = open_app("documents", document="AUTRE")
    assert not app.exception
    assert "n'existe pas" in words(app)


def test_a_client_cannot_open_a_document_of_reps(open_app: OpenApp, own_corpus: Path) -> None:
    """A document kept for reps is neither listed nor opened for a client."""
    note = "---\naudience: rep\nid: NOTE\n---\n\n# Note interne\n\nRemise de fin d'année.\n"
    (own_corpus / "note.md").write_text(note, encoding="utf-8")
    assert "Note interne" not in words(open_app("documents"))
    assert "n'existe pas" in words(open_app("documents", document="NOTE"))
    assert "Remise" in words(open_app("documents", audience="rep", document="NOTE"))


def test_editions_are_compared_difference_by_difference(open_app: OpenApp) -> None:
    """Side by side, the words of one edition only are highlighted."""
    app = open_app("documents", vue="Comparer les CGV")
    assert not app.exception
    assert ":orange-background[" in words(app)


def test_a_document_is_shown_before_it_is_indexed(open_app: OpenApp, own_corpus: Path) -> None:
    """A sheet dropped is described first; only the button puts it among the documents."""
    app = open_app("documents", audience="rep", vue="Ajouter")
    app = app.file_uploader[0].upload("fiche.md", SHEET.encode()).run()
    assert not app.exception
    assert "Négocier par téléphone" in words(app)
    assert not list(own_corpus.rglob("fiche.md"))
    app = next(one for one in app.button if one.label == "Ajouter et indexer").click().run()
    assert not app.exception
    assert "indexé" in words(app)
    assert list(own_corpus.rglob("fiche.md"))


def test_a_file_that_cannot_be_read_is_said(open_app: OpenApp, own_corpus: Path) -> None:
    """A file without text says what is wrong."""
    app = open_app("documents", audience="rep", vue="Ajouter")
    app = app.file_uploader[0].upload("vide.md", b"").run()
    assert not app.exception
    assert app.error


def test_a_client_cannot_add_a_document(open_app: OpenApp) -> None:
    """The address of the rep's view opens the catalogue for a client."""
    app = open_app("documents", vue="Ajouter")
    assert not app.file_uploader
