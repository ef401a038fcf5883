"""Sign-in granted, refused and run out, in a real browser, with a provider run by the test."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .openid_provider import CLIENT, SECRET, run_provider

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
ACCOUNTS: dict[str, dict[str, Any]] = {
    "conseillere": {"name": "Anna Conseil", "email": "anna@exemple.fr", "email_verified": True},
    "cliente": {"name": "Lea Cliente", "email": "lea@autre.fr", "email_verified": True},
    "imposteur": {"name": "Max Faux", "email": "max@exemple.fr", "email_verified": False},
    "presque-parti": {"name": "Paul", "email": "paul@exemple.fr", "email_verified": True, "lasts": 4},
}
SCRIPT = """
import streamlit as st
from assistant.settings import read_settings
from assistant.ui.sign_in import current_person, show_sign_in

person = current_person(read_settings())
st.write(f"public={person.audience} signé={person.signed_in}")
show_sign_in()
"""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that says who is here, whose provider is the test's."""
    folder, port = tmp_path_factory.mktemp("app"), _free_port()
    (folder / ".streamlit").mkdir()
    (folder / "page.py").write_text(SCRIPT, encoding="utf-8")
    with run_provider(ACCOUNTS) as provider:
        (folder / ".streamlit" / "secrets.toml").write_text(
            f"""[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "{secrets.token_hex(32)}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.issuer}/.well-known/openid-configuration"
""",
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "streamlit", "run", "page.py", "--server.headless=true"]
        options = [f"--server.port={port}", "--server.address=localhost", "--browser.gatherUsageStats=false"]
        environment = {
            **os.environ,
            "ASSISTANT_REP_DOMAIN": "exemple.fr",
            "NO_PROXY": "127.0.0.1,localhost",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        with subprocess.Popen([*command, *options], cwd=folder, env=environment) as running:
            _wait_for(port)
            yield f"http://localhost:{port}"
            running.terminate()


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the app did not start")


@pytest.fixture
def page(app: str) -> Iterator[Page]:
    """A new browser, at the page."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.set_default_timeout(30_000)
        opened.goto(app)
        yield opened
        browser.close()


def _sign_in(page: Page, account: str) -> None:
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("link", name=account, exact=True).click()


def _sees(page: Page, text: str) -> bool:
    page.get_by_text(text).wait_for()
    return True


def test_a_rep_is_let_in_and_may_leave(page: Page) -> None:
    """A verified address of the company makes a rep; signing out makes a client again."""
    assert _sees(page, "public=client signé=False")

    _sign_in(page, "conseillere")
    assert _sees(page, "public=rep signé=True")
    assert _sees(page, "Anna Conseil")

    page.get_by_role("button", name="Se déconnecter").click()
    assert _sees(page, "public=client signé=False")


def test_a_rep_stays_signed_in_when_the_page_is_loaded_again(page: Page) -> None:
    """The sign-in outlives the session."""
    _sign_in(page, "conseillere")
    assert _sees(page, "public=rep signé=True")

    page.reload()

    assert _sees(page, "public=rep signé=True")


@pytest.mark.parametrize("account", ["cliente", "imposteur"])
def test_whoever_is_no_rep_sees_what_clients_see(page: Page, account: str) -> None:
    """Another domain, or an address the provider did not verify, opens nothing more."""
    _sign_in(page, account)

    assert _sees(page, "public=client signé=True")


def test_a_sign_in_refused_leaves_a_visitor(page: Page) -> None:
    """When the provider refuses, the person is back on the page, not signed in."""
    _sign_in(page, "refuser")

    assert _sees(page, "public=client signé=False")


def test_a_sign_in_that_ran_out_is_refused(page: Page) -> None:
    """Once the token is out of date, the same browser is a client until it signs in again."""
    _sign_in(page, "presque-parti")
    assert _sees(page, "public=rep signé=True")

    time.sleep(ACCOUNTS["presque-parti"]["lasts"])
    page.reload()

    assert _sees(page, "public=client signé=False")
    assert _sees(page, "Votre session a expiré")
