"""A small OpenID Connect provider for tests: it signs in whoever is chosen on its page."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "assistant", "a-secret-of-the-tests-only"


class Provider(ThreadingHTTPServer):
    """The provider: its accounts by name, the codes it gave, and the key it signs with."""

    def __init__(self, accounts: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.accounts = accounts
        self.codes: dict[str, dict[str, str]] = {}
        self.key = RSAKey.generate_key(2048, {"kid": "tests", "use": "sig"})

    @property
    def issuer(self) -> str:
        """The address of the provider."""
        return f"http://127.0.0.1:{self.server_port}"

    def metadata(self) -> dict[str, object]:
        """What a client discovers."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def id_token(self, account: str, nonce: str) -> str:
        """The signed claims of an account; `lasts` is how many seconds they hold."""
        claims = {"lasts": 600, **self.accounts[account]}
        now = int(time.time())
        times = {"iat": now, "exp": now + int(claims.pop("lasts"))}
        who = {"iss": self.issuer, "aud": CLIENT, "sub": account, "nonce": nonce}
        return jwt.encode({"alg": "RS256", "kid": "tests"}, {**who, **times, **claims}, self.key)


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/.well-known/openid-configuration":
            self._send_json(self.server.metadata())
        elif address.path == "/jwks":
            self._send_json({"keys": [self.server.key.as_dict(private=False)]})
        elif address.path == "/authorize":
            self._choose(asked)
        elif address.path == "/chosen":
            self._send_back(asked)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        code = self.server.codes.pop(given.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest())
        known = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if (
            code is None
            or self.headers.get("authorization") != f"Basic {known}"
            or challenge.rstrip(b"=").decode() != code["code_challenge"]
        ):
            self._send_json({"error": "invalid_grant"}, status=400)
            return
        token = self.server.id_token(code["account"], code["nonce"])
        self._send_json({"access_token": secrets.token_hex(), "token_type": "Bearer", "id_token": token})

    def _choose(self, asked: dict[str, str]) -> None:
        """A page with one link an account, and one to refuse."""
        links = "".join(
            f'<p><a href="/chosen?{escape(urlencode({**asked, "account": name}))}">{escape(name)}</a></p>'
            for name in (*self.server.accounts, "refuser")
        )
        self._send(f"<!doctype html><title>Compte</title>{links}".encode(), "text/html; charset=utf-8")

    def _send_back(self, asked: dict[str, str]) -> None:
        answer = {"state": asked["state"]}
        if asked["account"] == "refuser":
            answer["error"] = "access_denied"
        else:
            answer["code"] = secrets.token_urlsafe()
            self.server.codes[answer["code"]] = asked
        self.send_response(302)
        self.send_header("location", f"{asked['redirect_uri']}?{urlencode(answer)}")
        self.end_headers()

    def _send_json(self, value: object, *, status: int = 200) -> None:
        self._send(json.dumps(value).encode(), "application/json", status=status)

    def _send(self, body: bytes, kind: str, *, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def run_provider(accounts: Mapping[str, Mapping[str, Any]]) -> Iterator[Provider]:
    """A provider that answers, on this machine alone, until it is left."""
    with Provider(accounts) as provider:
        thread = threading.Thread(target=provider.serve_forever, daemon=True)
        thread.start()
        yield provider
        provider.shutdown()
        thread.join()
