"""Thumbs, reasons and right passages, as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversation import Assistant
from assistant.datatypes import Answer
from assistant.ui.opening import Visit
from assistant.ui.ratings import REASONS

from .rep_visit import open_rep_visit


@pytest.fixture
def visit(assistant: Assistant, tmp_path: Path) -> Iterator[Visit]:
    """A rep, empty records."""
    with open_rep_visit(assistant, tmp_path) as opened:
        yield opened


def _page(turn_id: str, visit: object) -> None:
    from assistant.ui.ratings import show_rating

    below = show_rating(turn_id, visit)  # type: ignore[arg-type]  # a `Visit`
    if below is not None:
        below()


def _open(visit: Visit) -> tuple[AppTest, str]:
    turn = visit.records.save_turn(
        "rep", "une", "Combien ?", Answer("answered", "Oui."), seconds=0.1, generation="g"
    )
    return AppTest.from_function(_page, args=(turn, visit), default_timeout=30).run(), turn


def test_a_thumb_up_is_kept_and_asks_nothing(visit: Visit) -> None:
    """One press is enough."""
    app, turn = _open(visit)
    app = app.feedback[0].set_value(1).run()
    assert not app.selectbox
    assert [(turn, True)] == [(one.turn, one.up) for one in visit.records.ratings_waiting()]


def test_a_thumb_down_counts_before_it_is_explained(visit: Visit) -> None:
    """Who does not fill the form has still said no."""
    app, turn = _open(visit)
    app.feedback[0].set_value(0).run()
    assert [(turn, False, "")] == [(one.turn, one.up, one.reason) for one in visit.records.ratings_waiting()]


def test_a_remark_is_kept_with_its_passage_and_masked(visit: Visit) -> None:
    """The reason, the detail without its address, and the key of the passage."""
    app, turn = _open(visit)
    app = app.feedback[0].set_value(0).run()
    app.selectbox(key=f"reason-{turn}").set_value(REASONS[1])
    app.text_input(key=f"detail-{turn}").set_value("Écrire à anna@exemple.fr")
    app.selectbox(key=f"passage-{turn}").set_value("CGV-30J#3.6")
    app = app.button[0].click().run()
    (kept,) = visit.records.ratings_waiting()
    assert f"{REASONS[1]} : Écrire à [adresse e-mail]" == kept.reason
    assert "CGV-30J#3.6" == kept.right_passage
    assert not app.selectbox


def test_a_remark_without_a_reason_invents_none(visit: Visit) -> None:
    """No reason is chosen in advance: what is sent is what was written."""
    app, turn = _open(visit)
    app = app.feedback[0].set_value(0).run()
    app.text_input(key=f"detail-{turn}").set_value("Il manque la date")
    app.button[0].click().run()
    assert ["Il manque la date"] == [one.reason for one in visit.records.ratings_waiting()]
