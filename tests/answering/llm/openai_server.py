"""A small server that speaks as OpenAI's does, and behaves as a test tells it."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Words = Callable[[list[dict[str, str]]], str]
"""The messages received, to the words answered."""


@dataclass
class Behaviour:
    """What the server answers, and how badly."""

    words: Words = lambda _: '{"statements": []}'
    status: int = 200
    delay: float = 0.0
    cut_after: int | None = None  # characters sent before the connection is dropped
    pause: float = 0.0  # between two pieces
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextmanager
def serving(behaviour: Behaviour, port: int = 0) -> Iterator[str]:
    """The address of a server that behaves so, while the block runs; at a port of its own unless given."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            behaviour.asked.append(body)
            behaviour.keys.append(self.headers.get("Authorization", ""))
            time.sleep(behaviour.delay)
            if behaviour.status != 200:
                self._refuse(behaviour.status)
                return
            self._stream(behaviour.words(body["messages"]))

        def _refuse(self, status: int) -> None:
            said = json.dumps({"error": {"message": f"no: {self.headers.get('Authorization')}", "code": "x"}})
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said.encode())

        def _stream(self, words: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            sent = words if behaviour.cut_after is None else words[: behaviour.cut_after]
            for start in range(0, len(sent), 20):
                self._event({"choices": [_choice({"content": sent[start : start + 20]})]})
                time.sleep(behaviour.pause)
            if behaviour.cut_after is not None:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self._event({"choices": [_choice({}, finish="stop")]})
            usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
            self._event({"choices": [], "usage": usage})
            self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, payload: dict[str, Any]) -> None:
            whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "fake", **payload}
            self.wfile.write(f"data: {json.dumps(whole)}\n\n".encode())
            self.wfile.flush()

        def log_message(self, *said: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that left is no failure of the server."""

    server = Server(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def serve_until_killed(port: int) -> None:
    """Say the address, then a right draft again and again, piece by piece, to whoever asks."""
    said = {"text": "Vous devez 2 000,00 € HT, soit 2 400,00 € TTC.", "marks": [1]}
    draft = json.dumps({"statements": [said] * 4}, ensure_ascii=False)
    with serving(Behaviour(lambda _: draft, pause=0.01), port) as url:
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        while True:
            time.sleep(1)


def _choice(delta: dict[str, str], *, finish: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}


if __name__ == "__main__":
    serve_until_killed(int(sys.argv[1]))
