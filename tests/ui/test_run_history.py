"""The history of the runs, as a chart and in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from assistant.ui.run_history import describe_history, draw_history
from evals import Score
from evals.results import Run

WHEN = datetime(2026, 11, 20, 9, tzinfo=UTC)
RUNS = (
    Run(WHEN, "1.0", "g1", Score("", 1, 2, 0.1, 0.9), (), (), 0.1),
    Run(WHEN + timedelta(days=1), "1.1", "g2", Score("", 2, 2, 0.4, 1.0), (), (), 0.1),
)


def test_there_is_a_point_a_run_with_its_interval() -> None:
    """One right out of two is drawn at a half, between the ends of its interval."""
    rows = draw_history(RUNS)["data"]["values"]  # type: ignore[index]  # the drawing is a mapping

    assert [(0.1, 0.5, 0.9), (0.4, 1.0, 1.0)] == [(one["low"], one["rate"], one["high"]) for one in rows]


def test_the_chart_is_told_in_words() -> None:
    """Who cannot see the chart reads the day and the rate of each run."""
    said = describe_history(RUNS).replace("\xa0", " ")

    assert "20 novembre 2026 : 50 %" in said
    assert "21 novembre 2026 : 100 %" in said


def test_the_chart_is_drawn() -> None:
    """The page takes the chart as it is made."""

    def page() -> None:
        from assistant.ui.run_history import show_history
        from tests.ui.test_run_history import RUNS

        show_history(RUNS)

    assert not AppTest.from_function(page, default_timeout=20).run().exception
