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
    assert (True, "courses/RCL-RCL-05.md") == (known.replaces, known.path)
    new = read_incoming("neuf.md", SHEET.format("ABC-DEF-09").encode(), assistant)
    assert (False, "ajouts/neuf.md") == (new.replaces, new.path)


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
    brought = Incoming("après".encode(), "a.md", True, (), ())
    with pytest.raises(OSError, match="space"):
        index_incoming(brought, settings, on_progress=lambda *_: None)
    assert "avant" == path.read_text(encoding="utf-8")
    assert ["a.md"] == [one.name for one in settings.corpus.iterdir()]
