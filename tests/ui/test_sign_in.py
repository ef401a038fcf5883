"""Who is here and what they may see, without a browser."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.datatypes import Audience
from assistant.errors import SettingError
from assistant.settings import Settings, read_settings
from assistant.ui.sign_in import find_audience

SETTINGS = Settings(rep_domain="exemple.fr, @exemple.com", rep_claim="realm_access.roles=conseiller")


def _page() -> None:
    import streamlit as st

    from assistant.settings import read_settings
    from assistant.ui.sign_in import current_person, show_sign_in

    person = current_person(read_settings())
    st.session_state["seen"] = person
    show_sign_in()


def _open(user: Mapping[str, Any] | None = None) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=20)
    app.user = dict(user) if user is not None else {}
    app.secrets = {"auth": {"client_id": "app", "redirect_uri": "http://localhost/oauth2callback"}}
    return app.run()


def _claims(**more: object) -> dict[str, Any]:
    return {
        "is_logged_in": True,
        "iss": "https://compte.exemple",
        "sub": "42",
        "exp": time.time() + 600,
        "name": "Anna Martin",
        "email": "anna@exemple.fr",
        "email_verified": True,
        **more,
    }


@pytest.fixture(autouse=True)
def reps_have_a_domain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of the page: reps have addresses of exemple.fr."""
    monkeypatch.setenv("ASSISTANT_REP_DOMAIN", "exemple.fr")


@pytest.mark.parametrize(
    ("claims", "audience"),
    [
        ({"email": "a@exemple.fr", "email_verified": True}, "rep"),
        ({"email": "A@EXEMPLE.COM", "email_verified": True}, "rep"),
        ({"email": "a@exemple.fr", "email_verified": False}, "client"),
        ({"email": "a@exemple.fr", "email_verified": "true"}, "client"),
        ({"email": "a@exemple.fr"}, "client"),
        ({"email": "a@mal.exemple.fr", "email_verified": True}, "client"),
        ({"email": "a@exemple.fr@autre.fr", "email_verified": True}, "client"),
        ({"email": "exemple.fr", "email_verified": True}, "client"),
        ({"realm_access": {"roles": ["lecteur", "conseiller"]}}, "rep"),
        ({"realm_access.roles": "conseiller"}, "rep"),
        ({"realm_access": {"roles": "conseillers"}}, "client"),
        ({"realm_access": "conseiller"}, "client"),
        ({}, "client"),
    ],
)
def test_a_role_comes_from_a_claim_or_a_verified_domain(claims: dict[str, Any], audience: Audience) -> None:
    """Only the whole domain of a verified address, or the very value of the claim, makes a rep."""
    assert audience == find_audience(claims, SETTINGS)


def test_without_a_rule_nobody_is_a_rep() -> None:
    """When no domain and no claim is set, whoever signs in is a client."""
    claims = {"email": "a@exemple.fr", "email_verified": True, "": "", "groups": [""]}

    assert "client" == find_audience(claims, Settings(rep_domain=""))
    assert "client" == find_audience(claims, Settings(rep_domain=",", rep_claim=""))


def test_a_claim_without_a_value_is_refused() -> None:
    """A setting that would make nobody a rep, or everybody, is said at the start."""
    with pytest.raises(SettingError, match="ASSISTANT_REP_CLAIM"):
        read_settings(rep_claim="groups")


def test_a_claim_that_is_true_may_be_asked_for() -> None:
    """A yes-or-no claim is compared with `true`; a value may hold an equals sign."""
    assert "rep" == find_audience({"staff": True}, Settings(rep_claim="staff=true"))
    assert "rep" == find_audience({"groups": ["CN=a", "CN=b"]}, Settings(rep_claim="groups=CN=b"))


def test_without_sign_in_the_setting_says_whom_the_app_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no provider, the setting decides, client by default, and no button is drawn."""
    app = _open()
    assert ("client", False) == (app.session_state["seen"].audience, app.session_state["seen"].signed_in)
    assert 0 == len(app.button)

    monkeypatch.setenv("ASSISTANT_AUDIENCE", "rep")
    assert "rep" == _open().session_state["seen"].audience


def test_with_sign_in_a_stranger_is_a_client_whatever_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting cannot make a rep of someone who could sign in and did not."""
    monkeypatch.setenv("ASSISTANT_AUDIENCE", "rep")

    app = _open({"is_logged_in": False})

    assert "client" == app.session_state["seen"].audience
    assert ["Se connecter"] == [one.label for one in app.button]


def test_a_rep_signed_in_is_named_and_may_leave() -> None:
    """The name and the way out are drawn; the id is not the name."""
    app = _open(_claims())

    person = app.session_state["seen"]
    assert ("Anna Martin", "rep", True) == (person.name, person.audience, person.signed_in)
    assert "anna" not in person.id.lower()
    assert ["Se déconnecter"] == [one.label for one in app.button]


@pytest.mark.parametrize("expiry", [1_700_000_000.0, None, "demain"])
def test_an_expired_sign_in_is_no_sign_in(expiry: object) -> None:
    """Once the token is out of date, or without a date, the person is a client and is told."""
    app = _open(_claims(exp=expiry))

    person = app.session_state["seen"]
    assert ("client", False) == (person.audience, person.signed_in)
    assert "expiré" in app.caption[0].value


def test_the_role_is_worked_out_again_at_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who loses the role loses it at the next run, with what the session held."""
    app = _open(_claims())
    app.session_state["turns"] = ["réservé aux conseillers"]
    monkeypatch.setenv("ASSISTANT_REP_DOMAIN", "autre.fr")

    app.run()

    assert "client" == app.session_state["seen"].audience
    assert "turns" not in app.session_state


def test_a_visitor_keeps_an_id_that_nobody_can_guess() -> None:
    """Two runs of one visitor have one id, two visitors two ids."""
    app, other = _open(), _open()
    first = app.session_state["seen"].id

    assert first == app.run().session_state["seen"].id
    assert first != other.session_state["seen"].id
    assert len(first) >= 43


def test_the_cookie_of_a_browser_brings_the_visitor_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same cookie gives the same id in another session; what is no cookie of ours does not."""
    for cookie, alike in (("k" * 43, True), ("person-42", False)):
        monkeypatch.setattr(type(st.context), "cookies", {"assistant_visitor": cookie})
        ids = {_open().session_state["seen"].id for _ in range(2)}
        assert alike == (len(ids) == 1)


def test_each_provider_has_its_button() -> None:
    """Several providers are offered by name."""
    app = AppTest.from_function(_page, default_timeout=20)
    app.user = {"is_logged_in": False}
    section = {"client_id": "app"}
    app.secrets = {"auth": {"cookie_secret": "secret", "google": section, "interne": section}}
    app.run()

    assert ["Se connecter avec google", "Se connecter avec interne"] == [one.label for one in app.button]
