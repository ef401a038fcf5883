"""A browser's own id, so that someone who has not signed in finds their conversations again."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection

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
        if scope["type"] != "http" or read_visitor(HTTPConnection(scope).cookies.get(COOKIE, "")):
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", _cookie(secure=scope.get("scheme") == "https"))
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def _cookie(*, secure: bool) -> str:
    flags = "; Secure" if secure else ""
    age = DAYS * 24 * 3600
    return f"{COOKIE}={new_visitor()}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{flags}"
