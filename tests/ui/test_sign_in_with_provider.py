"""Sign-in granted, refused and run out, on the whole app, with a provider run by the test."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from functools import partial
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from .browser import DESKTOP, PROJECT, ask, keep, open_page, run_browser, run_server
from .openid_provider import CLIENT, SECRET, run_provider

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
ACCOUNTS: dict[str, dict[str, Any]] = {
    "conseillere": {"name": "Anna Conseil", "email": "anna@exemple.fr", "email_verified": True},
    "par-son-role": {"name": "Ines Role", "email": "ines@autre.fr", "groups": ["ventes", "conseil"]},
    "cliente": {"name": "Lea Cliente", "email": "lea@autre.fr", "email_verified": True},
    "imposteur": {"name": "Max Faux", "email": "max@exemple.fr", "email_verified": False},
    "presque-parti": {"name": "Paul", "email": "paul@exemple.fr", "email_verified": True, "lasts": 5},
}
NOTE = "---\naudience: rep\nid: NOTE\n---\n\n# Note interne\n\n## Remises\n\nRemise de fin d'année.\n"


def _secrets(issuer: str, address: str) -> str:
    return f"""[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secrets.token_hex(32)}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser; each person has a context of their own."""
    with run_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, with a note for reps among its documents."""
    folder = tmp_path_factory.mktemp("signed")
    copytree(PROJECT / "corpus", folder / "corpus")
    (folder / "corpus" / "note.md").write_text(NOTE, encoding="utf-8")
    with (
        run_provider(ACCOUNTS) as provider,
        run_server(
            folder,
            audience="rep",
            corpus=folder / "corpus",
            secrets=partial(_secrets, provider.issuer),
            rep_domain="exemple.fr",
            rep_claim="groups=conseil",
        ) as address,
    ):
        yield address


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    """The first page, of a person who has not signed in."""
    with open_page(browser, app, size=DESKTOP) as opened:
        opened.get_by_role("button", name="Se connecter").wait_for()
        yield opened


def _sign_in(page: Page, account: str) -> None:
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("link", name=account, exact=True).click()
    page.get_by_text("Que voulez-vous savoir").wait_for()


def _is_served_as_rep(page: Page, app: str) -> bool:
    """Whether the page of reps, their note, and what it says are open."""
    page.get_by_role("link", name="Simulateur").first.wait_for()
    has_page = page.get_by_role("link", name="Qualité").count() > 0
    page.goto(f"{app}/documents?document=NOTE")
    told = page.get_by_text("Remise de fin").or_(page.get_by_text("n'existe pas")).first
    told.wait_for()
    has_note = "Remise" in told.inner_text()
    assert has_page is has_note
    return has_page


def test_a_rep_is_let_in_and_may_leave(page: Page, app: str) -> None:
    """A verified address of the company makes a rep; signing out makes a client again."""
    assert not _is_served_as_rep(page, app)
    page.goto(app)
    _sign_in(page, "conseillere")
    page.get_by_text("Anna Conseil").wait_for()
    keep(page, "connexion-conseillere")
    assert _is_served_as_rep(page, app)
    page.goto(app)
    page.get_by_role("button", name="Se déconnecter").click()
    page.get_by_role("button", name="Se connecter").wait_for()
    assert not _is_served_as_rep(page, app)


def test_a_claim_makes_a_rep_whatever_the_address(page: Page, app: str) -> None:
    """The group that the provider signs is enough."""
    _sign_in(page, "par-son-role")
    assert _is_served_as_rep(page, app)


@pytest.mark.parametrize("account", ["cliente", "imposteur"])
def test_whoever_is_no_rep_sees_what_clients_see(page: Page, app: str, account: str) -> None:
    """Another domain, or an address the provider did not verify, opens nothing more."""
    _sign_in(page, account)
    page.get_by_text(ACCOUNTS[account]["name"]).wait_for()
    assert not _is_served_as_rep(page, app)
    page.goto(f"{app}/qualite")
    page.get_by_text("réservée aux conseillers").wait_for()
    keep(page, "connexion-refusee")


def test_what_reps_read_is_not_in_a_client_s_answer(page: Page) -> None:
    """A document for reps is not searched for a client."""
    ask(page, "Y a-t-il une remise de fin d'année ?")
    page.get_by_text("Note interne").wait_for(state="hidden")
    assert "Remise de fin d'année." not in page.inner_text("body")


def test_conversations_follow_the_person_not_the_browser(page: Page, app: str) -> None:
    """Signed in, one finds one's own; signed out, what was asked then is no longer there."""
    _sign_in(page, "cliente")
    ask(page, "Quels sont les prérequis de la formation RCL-APPL-03 ?")
    page.get_by_role("button", name="Quels sont les prérequis de la").wait_for()
    page.reload()
    page.get_by_role("button", name="Quels sont les prérequis de la").wait_for()
    page.get_by_role("button", name="Se déconnecter").click()
    page.get_by_role("button", name="Se connecter").wait_for()
    page.get_by_text("Vos conversations apparaîtront ici.").wait_for()


def test_a_sign_in_refused_leaves_a_visitor(page: Page) -> None:
    """When the provider refuses, the person is back on the page, not signed in."""
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("link", name="refuser", exact=True).click()
    page.get_by_role("button", name="Se connecter").wait_for()


def test_a_sign_in_that_ran_out_is_refused(page: Page, app: str) -> None:
    """Once the token is out of date, the same browser is a client until it signs in again."""
    _sign_in(page, "presque-parti")
    page.get_by_role("link", name="Qualité").first.wait_for()
    time.sleep(ACCOUNTS["presque-parti"]["lasts"])
    page.goto(app)
    page.get_by_text("Votre session a expiré").wait_for()
    assert not _is_served_as_rep(page, app)
