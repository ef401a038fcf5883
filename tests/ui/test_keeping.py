"""The pages when the records cannot be read or written."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import RecordsError, UsageError
from assistant.ui.keeping import tell_trouble

from .conftest import OpenApp, words

QUESTION = "Quelle est la durée de la formation RCL-RCL-05 ?"


@pytest.fixture
def asked(open_app: OpenApp) -> AppTest:
    """The app, a question answered and kept."""
    return open_app(audience="rep").chat_input[0].set_value(QUESTION).run()


@pytest.fixture
def broken(asked: AppTest, tmp_path: Path) -> AppTest:
    """The same, its tables gone since."""
    with closing(sqlite3.connect(tmp_path / "data" / "records.sqlite")) as database, database:
        for table in ("ratings", "turns", "conversations"):
            database.execute(f"DROP TABLE {table}")
    return asked


def _told(app: AppTest) -> str:
    assert not app.exception
    return " ".join((words(app), *(one.value for one in app.toast)))


def test_a_question_is_answered_all_the_same(broken: AppTest) -> None:
    """The answer is shown; that it was not kept is said, without the address of the database."""
    app = broken.chat_input[0].set_value("Quels sont les prérequis ?").run()
    told = _told(app)
    assert 4 == len(app.chat_message)
    assert "Cette réponse n'a pas été gardée" in told
    assert "Vos conversations ne peuvent pas être montrées" in told
    assert "sqlite" not in told


def test_a_thumb_is_said_not_kept(broken: AppTest) -> None:
    """A rating that is lost does not thank for it."""
    told = _told(broken.feedback[0].set_value(1).run())
    assert "Votre avis n'a pas été gardé" in told
    assert "Merci" not in told


def test_a_remark_is_said_not_kept(asked: AppTest, tmp_path: Path) -> None:
    """The form stays, so that the remark can be sent again."""
    app = asked.feedback[0].set_value(0).run()
    with closing(sqlite3.connect(tmp_path / "data" / "records.sqlite")) as database, database:
        database.execute("DROP TABLE ratings")
    send = next(one for one in app.button if one.label == "Envoyer la remarque")
    app = send.click().run()
    assert "Votre remarque n'a pas été gardée" in _told(app)
    assert [one for one in app.button if one.label == "Envoyer la remarque"]


@pytest.mark.parametrize("action", ["Exporter", "Renommer", "Supprimer"])
def test_a_conversation_that_cannot_be_reached_is_said(asked: AppTest, tmp_path: Path, action: str) -> None:
    """What was asked in a dialog is said not done, and the page stays."""
    row = next(one for one in asked.button if one.key and one.key.startswith("open-"))
    app = asked.get_by_key(f"act-{row.key.removeprefix('open-')}").set_value(action).run()
    with closing(sqlite3.connect(tmp_path / "data" / "records.sqlite")) as database, database:
        database.execute("ALTER TABLE conversations RENAME TO gone")
    confirm = [one for one in app.button if one.label == action]
    app = confirm[-1].click().run() if confirm else app.run()
    assert "la base des conversations ne répond pas" in _told(app)


def test_a_past_conversation_that_cannot_be_opened_is_said(broken: AppTest) -> None:
    """The conversation on screen stays."""
    row = next(one for one in broken.button if one.key and one.key.startswith("open-"))
    app = row.click().run()
    assert "Cette conversation ne peut pas être ouverte" in _told(app)
    assert 2 == len(app.chat_message)


def test_own_data_that_cannot_be_read_are_said(broken: AppTest) -> None:
    """No file is promised."""
    app = broken.button(key="export").click().run()
    assert "Vos données ne peuvent pas être téléchargées" in _told(app)
    assert not app.get("download_button")


def test_how_the_database_is_reached_is_for_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """The person is told in plain words; the administrator finds the rest in the log."""
    told: list[str] = []

    def show(text: str, **_: object) -> None:
        told.append(text)

    with caplog.at_level(logging.ERROR), tell_trouble("Rien n'a été gardé", show):
        raise RecordsError("postgresql://secret", "panne.", "Voir.") from OSError("disque")
    with tell_trouble("Rien n'a été gardé", show):
        raise RecordsError("Conversation", "elle n'existe pas, ou plus.", "En choisir une autre")
    assert "secret" in caplog.text
    assert "secret" not in told[0]
    assert "ou plus" in told[1]


def test_any_other_trouble_goes_on() -> None:
    """Only the records are meant."""
    with pytest.raises(UsageError), tell_trouble("Rien", lambda *_, **__: None):
        raise UsageError("prix", "illisible.", "Écrivez-le.")
