"""A browser's own id, so that someone who has not signed in finds their conversations again."""

from __future__ import annotations

import re
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "assistant_visitor"
DAYS = 365
_VISITOR = re.compile(r"[A-Za-z0-9_-]{43}")


def new_visitor() -> str:
    """An id that nobody can guess."""
    return secrets.token_urlsafe(32)


def read_visitor(cookie: str) -> str | None:
    """The id that a cookie holds, `None` when it is none of ours.

    >>> read_visitor("anna") is None, read_visitor("a" * 43) == "a" * 43
    (True, True)
    """
    return cookie if _VISITOR.fullmatch(cookie) else None


class VisitorCookie:
    """Gives each browser its id with the first page: middleware for `st.App`.

    The cookie holds nothing else, and no script of a page can read it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, with a cookie on the page of a browser that has none."""
        if scope["type"] != "http" or _has_cookie(scope):
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                header = (b"set-cookie", _cookie(secure=scope.get("scheme") == "https"))
                message = {**message, "headers": [*message["headers"], header]}
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def _has_cookie(scope: Scope) -> bool:
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                found = SimpleCookie(value.decode("latin-1")).get(COOKIE)
            except CookieError:
                continue
            if found is not None and read_visitor(found.value):
                return True
    return False


def _is_page(message: Message) -> bool:
    return any(
        name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"]
    )


def _cookie(*, secure: bool) -> bytes:
    flags = "; Secure" if secure else ""
    age = DAYS * 24 * 3600
    return f"{COOKIE}={new_visitor()}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{flags}".encode()
