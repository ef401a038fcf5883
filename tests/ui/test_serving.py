"""What the server does around the pages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assistant.ui import serving


def _faulty_page() -> None:
    from assistant.ui.serving import tell

    tell(ValueError("secret détail"))


def test_a_fault_is_told_in_plain_words_with_a_number(caplog: pytest.LogCaptureFixture) -> None:
    """The person sees what to do and a number; the detail is in the log, under that number."""
    with caplog.at_level(logging.ERROR, logger="assistant.ui.serving"):
        app = AppTest.from_function(_faulty_page).run()
    told = app.error[0].value
    assert "secret" not in told
    assert "Rechargez la page" in told
    number = caplog.records[-1].args
    assert number is not None
    assert str(number[0]) in told  # type: ignore[index]  # the number is the first argument


@pytest.fixture
def own_logging() -> Iterator[None]:
    """The making of log records, put back after the test."""
    before = logging.getLogRecordFactory()
    yield
    logging.setLogRecordFactory(before)


@pytest.mark.usefixtures("own_logging")
def test_a_running_server_logs_no_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """From the start of the server on, what anyone logs is masked."""
    monkeypatch.setattr(serving, "_open", lambda: None)

    async def serve() -> None:
        async with serving.ready(None):
            logging.getLogger("autre").error("Écrit par %s", "anna@exemple.fr")

    asyncio.run(serve())
    assert "exemple" not in caplog.text
    assert "[adresse e-mail]" in caplog.text
