"""A model's server killed in mid-answer: the whole answer leaves all the same."""

from __future__ import annotations

import random
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


@contextmanager
def _server() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in a process of its own, and its address."""
    command = [sys.executable, "-m", "tests.answering.llm.openai_server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def _answer_while_killed(assistant: Assistant, seconds: float) -> tuple[str, str]:
    """The text and the notice of an answer whose model's server dies after so many seconds."""
    with _server() as (process, url):
        settings = read_settings(
            index=assistant.settings.index,
            audience="rep",
            model="openai:fake",
            model_url=url,
            model_key="none",
            model_timeout=5.0,
        )
        worded = Assistant(settings)
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
def test_a_server_killed_in_mid_answer_leaves_whole_answers(assistant, times):
    """The composed answer with a notice, or the model's own when it had time to end; the sum is there."""
    chance = random.Random(times)
    composed, _ = assistant.reply(QUESTION, today=TODAY)
    detail = composed.text.partition("\n\n")[2]
    for _ in range(times):
        text, notice = _answer_while_killed(assistant, chance.uniform(0, LONGEST))
        assert text == composed.text if notice else text.endswith(detail)
        assert "2\u202f000,00" in text or "2 000,00" in text
