"""The same records in a real PostgreSQL, started for the test."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.datatypes import Answer
from assistant.records import Records, new_id
from assistant.settings import Settings

from .conftest import Clock

pytestmark = pytest.mark.slow


def _program(name: str) -> str | None:
    found = shutil.which(name)
    return found or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)


def _account() -> str | None:
    """The account that the server runs under: it refuses to run as root."""
    if os.geteuid():
        return None
    return next((one.pw_name for one in pwd.getpwall() if one.pw_name in ("postgres", "nobody")), "")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of an empty database."""
    pytest.importorskip("psycopg", reason="the psycopg package is not installed")
    initdb, server, account = _program("initdb"), _program("postgres"), _account()
    if not initdb or not server:
        pytest.skip("PostgreSQL is not installed here")
    if account == "":
        pytest.skip("PostgreSQL refuses to run as root, and there is no account to run it under")
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        data = Path(folder) / "data"
        data.mkdir()
        for path in (Path(folder), data):
            path.chmod(0o700)
            if account:
                shutil.chown(path, account)
        subprocess.run(
            [initdb, "-D", data, "-U", "tests", "-A", "trust", "-N"],
            user=account,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [server, "-D", data, "-k", folder, "-h", "127.0.0.1", "-p", str(port), "-F"]
        with subprocess.Popen(command, user=account, stderr=subprocess.PIPE, text=True) as running:
            assert running.stderr is not None
            for line in running.stderr:
                if "ready to accept connections" in line:
                    break
            yield f"postgresql+psycopg://tests@127.0.0.1:{port}/postgres"
            running.terminate()


@pytest.fixture
def records(url: str, clock: Clock) -> Iterator[Records]:
    """The records in that database, empty."""
    opened = Records(Settings(records_url=url, keep_days=30), now=clock)
    yield opened
    opened.close()


def test_a_conversation_lives_and_goes_in_postgresql(records: Records, answer: Answer, clock: Clock) -> None:
    """Kept whole, listed, rated, hidden from others, then erased with its ratings."""
    conversation = new_id()
    turn = records.save_turn("anna", conversation, "Combien ?", answer, seconds=0.1, generation="g1")
    records.rate("anna", turn, up=True)
    records.rate("anna", turn, up=False, right_passage="CGV-30J#3.5")

    assert [answer] == [one.answer for one in records.turns("anna", conversation)]
    assert [clock.now.date()] == [one.updated.date() for one in records.conversations("anna")]
    assert [False] == [one.up for one in records.ratings_waiting()]
    assert () == records.turns("paul", conversation)
    assert 1 == records.erase_expired(clock.now.date() + timedelta(days=31))
    assert () == records.ratings_waiting()


def test_many_people_write_at_once_in_postgresql(records: Records, answer: Answer) -> None:
    """Ten people who write at the same time each find their own turns."""

    def write(user: str) -> int:
        conversation = new_id()
        for number in range(3):
            records.save_turn(user, conversation, str(number), answer, seconds=0.1, generation="g1")
        return len(records.turns(user, conversation))

    with ThreadPoolExecutor(10) as pool:
        assert [3] * 10 == list(pool.map(write, (f"personne-{number}" for number in range(10))))


def test_the_tables_are_made_once(records: Records, url: str) -> None:
    """Opening a database that already has the tables keeps what is in it."""
    records.save_turn("lea", "une", "Combien ?", Answer("answered", "Oui."), seconds=0.1, generation="g1")

    again = Records(Settings(records_url=url))
    found = again.conversations("lea")
    again.close()

    assert ["Combien ?"] == [one.title for one in found]
