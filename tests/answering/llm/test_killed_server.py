"""A model's server killed in mid-answer: the whole answer leaves all the same."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.conversation import Assistant
from assistant.settings import read_settings
from tests.conftest import TODAY

ROOT = Path(__file__).parents[3]
QUESTION = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
LONGEST = 0.25  # seconds until the server is killed; a whole answer takes about as long


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    """An address that nothing else takes, whether a server listens there or not."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()


@pytest.fixture
def worded(assistant: Assistant, address: tuple[str, int]) -> Assistant:
    """The assistant with the model of that address, opened once for all its servers."""
    settings = read_settings(
        index=assistant.settings.index,
        audience="rep",
        model="openai:fake",
        model_url="http://{}:{}/v1".format(*address),
        model_key="none",
        model_timeout=5.0,
    )
    return Assistant(settings)


@contextmanager
def _server(port: int) -> Iterator[subprocess.Popen[str]]:
    """A server that listens, in a process of its own."""
    command = [sys.executable, "-m", "tests.answering.llm.openai_server", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()
            yield process
        finally:
            process.kill()


def _answer_while_killed(worded: Assistant, port: int, seconds: float) -> tuple[str, str]:
    """The text and the notice of an answer whose model's server dies after so many seconds."""
    with _server(port) as process:
        killer = threading.Timer(seconds, process.kill)
        killer.start()
        try:
            answer, _ = worded.reply(QUESTION, today=TODAY)
        finally:
            killer.cancel()
        return answer.text, answer.notice


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "times", [pytest.param(3, id="thrice"), pytest.param(100, id="hundredfold", marks=pytest.mark.slow)]
)
def test_a_server_killed_in_mid_answer_leaves_whole_answers(assistant, worded, address, times):
    """The composed answer with a notice, or the model's own when it had time to end; the sum is there."""
    chance = random.Random(times)
    composed, _ = assistant.reply(QUESTION, today=TODAY)
    detail = composed.text.partition("\n\n")[2]
    for _ in range(times):
        text, notice = _answer_while_killed(worded, address[1], chance.uniform(0, LONGEST))
        assert text == composed.text if notice else text.endswith(detail)
        assert "2\u202f000,00" in text or "2 000,00" in text
