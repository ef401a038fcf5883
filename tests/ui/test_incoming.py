"""A file brought, before and after it is put among the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings, read_settings
from assistant.ui import incoming as module
from assistant.ui.incoming import Incoming, index_incoming, read_incoming

HEAD = "---\nkind: course\nreference: {}\ntitle: Un titre\n---\n\n"
SHEET = HEAD + "# Un titre\n\n## Objectifs\n\n- Réussir un appel\n"


def test_a_sheet_of_a_known_reference_replaces_it(assistant: Assistant) -> None:
    """A file whose reference is known takes the place of that file, another is added."""
    known = read_incoming("neuf.md", SHEET.format("RCL-RCL-05").encode(), assistant)
    assert ("courses/RCL-RCL-05.md", "courses/RCL-RCL-05.md") == (known.replaced, known.path)
    new = read_incoming("neuf.md", SHEET.format("ABC-DEF-09").encode(), assistant)
    assert (None, "ajouts/neuf.md") == (new.replaced, new.path)


def test_another_format_takes_the_place_of_the_first(assistant: Assistant) -> None:
    """A sheet brought as HTML replaces the Markdown one under its own name."""
    page = "<h1>Un titre</h1><p>Référence : RCL-RCL-05</p><h2>Objectifs</h2><ul><li>Réussir</li></ul>"
    brought = read_incoming("fiche.html", page.encode(), assistant)
    assert ("courses/RCL-RCL-05.md", "ajouts/fiche.html") == (brought.replaced, brought.path)


def test_a_name_already_taken_by_another_document_is_kept_apart(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two different sheets sent under one name do not overwrite each other."""
    (tmp_path / "ajouts").mkdir()
    (tmp_path / "ajouts" / "fiche.md").write_text("autre", encoding="utf-8")
    elsewhere = assistant.settings.model_copy(update={"corpus": tmp_path})
    monkeypatch.setattr(assistant, "settings", elsewhere)
    brought = read_incoming("fiche.md", SHEET.format("ABC-DEF-09").encode(), assistant)
    assert "ajouts/fiche-2.md" == brought.path


def test_a_file_without_text_is_refused(assistant: Assistant) -> None:
    """An empty file is told unreadable, and nothing is kept of it."""
    with pytest.raises(AssistantError):
        read_incoming("vide.md", b"", assistant)


def _settings(folder: Path) -> Settings:
    (folder / "corpus").mkdir()
    return read_settings(corpus=folder / "corpus", index=folder / "index")


def test_a_file_that_cannot_be_indexed_leaves_things_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When indexing fails, the file that stood there before is put back."""
    settings = _settings(tmp_path)
    path = settings.corpus / "a.md"
    path.write_text("avant", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "refresh", fail)
    brought = Incoming("après".encode(), "a.md", (), replaced="a.md")
    with pytest.raises(OSError, match="space"):
        index_incoming(brought, settings, on_progress=lambda *_: None)
    assert "avant" == path.read_text(encoding="utf-8")
    assert ["a.md"] == [one.name for one in settings.corpus.iterdir()]


def test_the_file_replaced_by_another_format_is_gone(tmp_path: Path) -> None:
    """Once the new file is indexed, the old one is no longer a document."""
    settings = _settings(tmp_path)
    (settings.corpus / "a.md").write_text(SHEET.format("ABC-DEF-09"), encoding="utf-8")
    page = b"<h1>Un avis</h1><h2>Horaires</h2><p>De neuf heures au soir.</p>"
    index_incoming(
        Incoming(page, "ajouts/a.html", (), replaced="a.md"), settings, on_progress=lambda *_: None
    )
    kept = sorted(one.name for one in settings.corpus.rglob("*") if one.is_file())
    assert ["a.html"] == kept
