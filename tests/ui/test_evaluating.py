"""An evaluation started from the Qualité page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
import streamlit as st

from assistant.conversation import Assistant
from assistant.ui.evaluating import Evaluation
from assistant.ui.opening import Visit
from evals.results import read_history

from .rep_visit import open_rep_visit
from .test_quality import open_quality


@pytest.fixture
def visit(assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """A rep, and two questions to ask."""
    path = tmp_path / "set.yaml"
    path.write_text(
        """
        - {id: one, q: Je veux connaître l'acompte, facts: ['30 ?%']}
        - {id: two, q: Donnez la capitale du Pérou, status: out_of_scope}
        """,
        encoding="utf-8",
    )
    monkeypatch.setattr("assistant.ui.evaluating.DEV", path)
    st.cache_resource.clear()
    with open_rep_visit(assistant, tmp_path) as opened:
        yield opened


def _wait(evaluation: Evaluation) -> None:
    end = monotonic() + 30
    while evaluation.running and monotonic() < end:
        sleep(0.01)


def test_its_result_is_drawn_when_it_is_over(visit: Visit) -> None:
    """Both questions are asked beside the page, which then shows how many were answered right."""
    app = open_quality(visit)
    app.button(key="evaluate").click().run()
    assert not app.exception
    end = monotonic() + 30
    while not read_history(visit.assistant.settings.results) and monotonic() < end:
        sleep(0.05)
    app.run()
    assert ["100 %", "2", "0"] == [one.value.replace("\xa0", " ") for one in app.metric[:3]]


def test_a_run_that_is_stopped_is_not_kept(visit: Visit) -> None:
    """Half of the questions would be compared with all of them."""
    evaluation = Evaluation(visit.assistant)
    evaluation.stop()
    _wait(evaluation)
    assert (1, 2) == (evaluation.done, evaluation.total)
    assert () == read_history(visit.assistant.settings.results)


def test_a_folder_that_cannot_be_written_is_said(visit: Visit, tmp_path: Path) -> None:
    """What went wrong at the end waits for whoever looks at the page."""
    visit.assistant.settings.results.write_text("", encoding="utf-8")
    evaluation = Evaluation(visit.assistant)
    _wait(evaluation)
    assert "ASSISTANT_RESULTS" in evaluation.problem


def test_a_fault_of_ours_is_said_and_logged(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever stops the run is told on the page in one French line, its detail kept for the log."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret détail")

    monkeypatch.setattr("assistant.ui.evaluating.ask_example", fail)
    with caplog.at_level(logging.ERROR, logger="assistant.ui.serving"):
        app = open_quality(visit)
        app.button(key="evaluate").click().run()
        end = monotonic() + 30
        while not caplog.records and monotonic() < end:
            sleep(0.01)
        app.run()
    told = app.error[0].value
    assert "avant la fin" in told
    assert "secret" not in told
    assert "\n" not in told
    number = caplog.records[-1].args
    assert number is not None
    assert str(number[0]) in told  # type: ignore[index]  # the number is the first argument
    assert "secret détail" in caplog.text
