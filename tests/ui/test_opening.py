"""The assistant shared by all sessions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings, read_settings
from assistant.ui.opening import forget_freshness, open_assistant
from tests.conftest import copy_documents


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings on a corpus that the test may change."""
    return read_settings(corpus=copy_documents(tmp_path / "corpus"), index=tmp_path / "index")


def test_one_index_serves_both_audiences(settings: Settings) -> None:
    """A client and a rep share what was opened, each within what they may see."""
    note = "---\naudience: rep\nid: NOTE\n---\n\n# Note interne\n\nRemise de fin d'année.\n"
    (settings.corpus / "note.md").write_text(note, encoding="utf-8")
    forget_freshness()
    client, rep = open_assistant("client", settings), open_assistant("rep", settings)
    assert client.index is rep.index
    assert "NOTE" in {one.id for one in rep.sources.documents}
    assert "NOTE" not in {one.id for one in client.sources.documents}


def test_a_changed_document_is_read_again(settings: Settings) -> None:
    """Once a document is added, the next opening knows it; before, nothing is opened twice."""
    forget_freshness()
    before = open_assistant("rep", settings)
    assert before.index is open_assistant("rep", settings).index
    (settings.corpus / "neuf.md").write_text(
        "# Un avis\n\n## Parking\n\nSous le bâtiment.\n", encoding="utf-8"
    )
    forget_freshness()
    assert len(open_assistant("rep", settings).sources.documents) == len(before.sources.documents) + 1
