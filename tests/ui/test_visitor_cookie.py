"""A browser is given its id once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from assistant.ui.visitor_cookie import COOKIE, VisitorCookie


def _headers(*, kind: str, cookie: str = "", scheme: str = "http") -> list[tuple[bytes, bytes]]:
    """The headers of the answer to one request."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind.encode())]}
        )
        await send({"type": "http.response.body", "body": b""})

    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    headers = [(b"cookie", cookie.encode())] if cookie else []
    scope = {"type": "http", "scheme": scheme, "headers": headers}
    asyncio.run(VisitorCookie(app)(scope, receive, send))  # type: ignore[arg-type]  # plain dictionaries
    return list(sent[0]["headers"])


def _set(headers: list[tuple[bytes, bytes]]) -> list[str]:
    return [value.decode() for name, value in headers if name == b"set-cookie"]


def test_a_new_browser_gets_an_id_no_script_can_read() -> None:
    """The first page sets a long id, for HTTP only; over HTTPS, for HTTPS only."""
    (cookie,) = _set(_headers(kind="text/html; charset=utf-8"))
    (safe,) = _set(_headers(kind="text/html", scheme="https"))

    assert cookie.startswith(f"{COOKIE}=")
    assert "HttpOnly" in cookie
    assert ("Secure" in cookie, "Secure" in safe) == (False, True)
    assert cookie.split(";")[0] != safe.split(";")[0]


@pytest.mark.parametrize(
    ("cookie", "count"),
    [(f"{COOKIE}={'a' * 43}", 0), (f"autre=1; {COOKIE}={'a' * 43}", 0), (f"{COOKIE}=anna", 1)],
)
def test_an_id_is_kept_unless_it_is_none_of_ours(cookie: str, count: int) -> None:
    """A browser that has an id keeps it; a made-up one is replaced."""
    assert count == len(_set(_headers(kind="text/html", cookie=cookie)))


def test_only_pages_set_the_cookie() -> None:
    """A script, a style or an image sets nothing."""
    assert [] == _set(_headers(kind="application/javascript"))
