"""What is kept about a person, taken away or erased."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from streamlit.testing.v1 import AppTest

from assistant.conversation import Assistant
from assistant.datatypes import Answer

from .conftest import OpenApp, words
from .rep_visit import open_rep_visit


def _asked(open_app: OpenApp) -> AppTest:
    return open_app().chat_input[0].set_value("Quels sont les prérequis de la formation RCL-RCL-05 ?").run()


def test_how_long_things_are_kept_is_said(open_app: OpenApp) -> None:
    """The days of the settings are told where the data are."""
    assert "conservés 365 jours" in words(open_app())


def test_everything_is_offered_in_one_file(open_app: OpenApp) -> None:
    """The dialog has one download, of JSON."""
    app = _asked(open_app).button(key="export").click().run()
    assert not app.exception
    assert "dans un fichier JSON" in words(app)
    assert ["Télécharger"] == [one.label for one in app.get("download_button")]


def _asked_to_erase(visit: object) -> None:
    from assistant.ui import own_data

    own_data._erase(visit)  # type: ignore[arg-type]  # a `Visit`


def test_what_is_erased_is_gone(assistant: Assistant, tmp_path: Path) -> None:
    """After the second yes nothing is kept of the person, and the rest is."""
    with open_rep_visit(assistant, tmp_path) as visit:
        for user in ("rep", "paul"):
            visit.records.save_turn(
                user, f"de-{user}", "Combien ?", Answer("answered", "Oui."), seconds=0.1, generation="g"
            )
        app = AppTest.from_function(_asked_to_erase, args=(visit,), default_timeout=30).run()
        assert 1 == len(visit.records.conversations("rep"))
        app.button(key="erase-now").click().run()
        assert () == visit.records.conversations("rep")
        assert 1 == len(visit.records.conversations("paul"))


def test_what_cannot_be_erased_is_not_said_erased(assistant: Assistant, tmp_path: Path) -> None:
    """When the database fails, the person is told that their data are still there."""
    with open_rep_visit(assistant, tmp_path) as visit:
        with closing(sqlite3.connect(tmp_path / "data" / "records.sqlite")) as database, database:
            database.execute("DROP TABLE conversations")
        app = AppTest.from_function(_asked_to_erase, args=(visit,), default_timeout=30).run()
        app = app.button(key="erase-now").click().run()
        assert "Vos données n'ont pas été effacées" in words(app)
