"""Who is here: signed in with OpenID Connect when it is set up, unknown otherwise.

The role is worked out again at each run, from the claims that the provider signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from time import time
from typing import Any

import streamlit as st

from assistant.datatypes import Audience, Person
from assistant.settings import Settings
from assistant.ui.escaping import quiet
from assistant.ui.visitor_cookie import COOKIE, new_visitor, read_visitor

_PERSON = "person"
_ICON = ":material/account_circle:"


def current_person(settings: Settings) -> Person:
    """The person who is here, and what they may see now.

    Without sign-in, the setting `audience` says whom the app serves. With it, who
    is not signed in, or no longer, is a client. When the person or their role has
    changed since the last run, nothing of that run is left in the session.
    """
    person = _find_person(settings)
    if st.session_state.get(_PERSON, person) != person:
        st.session_state.clear()
    st.session_state[_PERSON] = person
    return person


def _find_person(settings: Settings) -> Person:
    claims = _claims()
    if claims is None:
        return Person(_visitor(), "", settings.audience)
    if not is_signed_in(claims, now=time()):
        return Person(_visitor(), "", "client")
    return Person(person_id(claims), _name(claims), find_audience(claims, settings), signed_in=True)


def _name(claims: Mapping[str, Any]) -> str:
    return str(claims.get("name") or claims.get("email") or "Compte sans nom")


def show_sign_in() -> None:
    """Draw who is signed in and the way out, or the way in; nothing when sign-in is not set up."""
    claims = _claims()
    if claims is None:
        return
    if is_signed_in(claims, now=time()):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{_ICON} {quiet(_name(claims))}")
            st.button(
                "Se déconnecter",
                icon=":material/logout:",
                on_click=st.logout,
                key="sign-out",
                type="tertiary",
            )
        return
    if claims.get("is_logged_in"):
        st.caption("Votre session a expiré. Connectez-vous de nouveau.")
    for provider in _providers():
        label = f"Se connecter avec {provider}" if provider else "Se connecter"
        st.button(label, icon=_ICON, on_click=st.login, args=(provider,), key=f"sign-in-{provider or ''}")


def is_signed_in(claims: Mapping[str, Any], *, now: float) -> bool:
    """Whether the provider vouches for the person, and still does.

    >>> is_signed_in({"is_logged_in": True, "exp": 200}, now=100)
    True
    >>> is_signed_in({"is_logged_in": True, "exp": 200}, now=300)
    False
    """
    expiry = claims.get("exp")
    return claims.get("is_logged_in") is True and isinstance(expiry, int | float) and now < expiry


def find_audience(claims: Mapping[str, Any], settings: Settings) -> Audience:
    """A rep when a claim says so, or a verified e-mail address of one of the domains; else a client.

    >>> find_audience({"email": "a@exemple.fr", "email_verified": True}, Settings(rep_domain="exemple.fr"))
    'rep'
    """
    return "rep" if _has_claim(claims, settings.rep_claim) or _has_domain(claims, settings) else "client"


def _has_claim(claims: Mapping[str, Any], wanted: str) -> bool:
    name, _, value = wanted.partition("=")
    found = claims.get(name, _nested(claims, name.split(".")))
    values = found if isinstance(found, list | tuple) else [found]
    return bool(name and value) and value in map(_say, values)


def _nested(claims: object, names: Sequence[str]) -> object:
    for name in names:
        claims = claims.get(name) if isinstance(claims, Mapping) else None
    return claims


def _say(value: object) -> str:
    """A claim's value as it is written in the setting: `true`, not `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _has_domain(claims: Mapping[str, Any], settings: Settings) -> bool:
    """Whether the address is of a rep's domain; one that the provider did not verify proves nothing."""
    domains = {one.strip().lower().removeprefix("@") for one in settings.rep_domain.split(",")} - {""}
    name, _, domain = str(claims.get("email", "")).rpartition("@")
    return claims.get("email_verified") is True and bool(name) and domain.lower() in domains


def person_id(claims: Mapping[str, Any]) -> str:
    """The id that a person's records are kept under: always the same, and not their name.

    >>> person_id({"iss": "https://a", "sub": "1"}) == person_id({"iss": "https://b", "sub": "1"})
    False
    """
    who = f"{claims.get('iss', '')}\n{claims.get('sub', '')}"
    return "person-" + hashlib.sha256(who.encode()).hexdigest()


def _claims() -> Mapping[str, Any] | None:
    """What the provider says of the person; `None` when sign-in is not set up."""
    claims = st.user.to_dict()
    return claims if "is_logged_in" in claims else None


def _providers() -> tuple[str | None, ...]:
    """The names of the providers to choose from; `None` stands for the only one."""
    sections = st.secrets.get("auth", {})
    named = [
        name for name, section in sections.items() if isinstance(section, Mapping) and name != "client_kwargs"
    ]
    return tuple(named) if named and "client_id" not in sections else (None, *named)


def _visitor() -> str:
    """The id of someone who has not signed in: their browser's when it has one, else the session's."""
    kept = read_visitor(str(st.context.cookies.get(COOKIE)))
    before: Person | None = st.session_state.get(_PERSON)
    if kept is None and before is not None and not before.signed_in:
        return before.id
    return f"visitor-{kept or new_visitor()}"
