"""The database is opened again, or its fault is said without anyone's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.datatypes import Answer
from assistant.errors import RecordsError
from assistant.records import Records
from assistant.settings import Settings

from .conftest import save


def test_records_are_there_after_opening_again(settings: Settings, answer: Answer) -> None:
    """What was kept is found by the next program that opens the same database."""
    first = Records(settings)
    conversation, _ = save(first, "anna", "Combien ?", answer)
    first.close()

    second = Records(settings)
    found = second.turns("anna", conversation)
    second.close()

    assert ["Combien ?"] == [one.question for one in found]


@pytest.mark.parametrize(
    "url", ["n'importe quoi", "inconnu://serveur/base", "postgresql+absent://serveur/base"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    """An address of no known database says which setting to correct."""
    with pytest.raises(RecordsError, match="ASSISTANT_RECORDS_URL"):
        Records(Settings(records_url=url))


def test_a_password_is_never_in_the_message() -> None:
    """A database that does not answer is named without its password."""
    with pytest.raises(RecordsError) as raised:
        Records(Settings(records_url="postgresql+psycopg://u:secret@127.0.0.1:1/base"))

    assert "secret" not in str(raised.value)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A data folder that is a file gives a message, not a traceback of the database."""
    file = tmp_path / "data"
    file.write_text("")

    with pytest.raises(RecordsError, match="Base des conversations"):
        Records(Settings(data=file))


def test_a_damaged_database_is_said(settings: Settings) -> None:
    """A file that is no database gives a message that names it."""
    settings.data.mkdir()
    (settings.data / "records.sqlite").write_bytes(b"x" * 5000)

    with pytest.raises(RecordsError, match=r"records\.sqlite"):
        Records(settings)
