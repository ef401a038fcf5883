"""Ratings are read, then made a test or a question to learn from, or put aside."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversation import Assistant
from assistant.ui.opening import Visit
from evals import read_sets

from .conftest import plain
from .rep_visit import open_rep_visit, rate


@pytest.fixture
def visit(assistant: Assistant, tmp_path: Path) -> Iterator[Visit]:
    """A rep, empty records, no evaluation yet."""
    with open_rep_visit(assistant, tmp_path) as opened:
        yield opened


def _page(visit: object) -> None:
    from assistant.ui.rated_answers import show_rated_answers

    show_rated_answers(visit.records.ratings_waiting(), visit)  # type: ignore[attr-defined,arg-type]  # a `Visit`


def _open(visit: Visit) -> AppTest:
    app = AppTest.from_function(_page, args=(visit,), default_timeout=30).run()
    assert not app.exception
    return app


def test_a_rating_put_aside_leaves_the_page(visit: Visit) -> None:
    """« Écarter » takes it off the list for good."""
    turn = rate(visit, up=False)
    app = _open(visit)

    app.pills(key=f"deal-{turn}").set_value("Écarter").run()
    app.button(key=f"dismiss-{turn}").click().run()

    assert () == visit.records.ratings_waiting()
    assert not [one for one in app.button if one.key == f"dismiss-{turn}"]


def test_a_rating_becomes_a_test_once_confirmed(visit: Visit) -> None:
    """The row proposed is added to the set of rated questions, and the rating settled."""
    turn = rate(visit, up=True)
    app = _open(visit)

    app.pills(key=f"deal-{turn}").set_value("En faire un test").run()
    app.button(key=f"confirm-test-{turn}").click().run()

    (row,) = read_sets([visit.assistant.settings.data / "rated.yaml"])
    assert (("Combien ?",), Decimal("600.00"), ("CGV-30J#3.6",)) == (row.turns, row.amount, row.cite)
    assert () == visit.records.ratings_waiting()


def test_a_rating_becomes_a_question_once_the_passage_is_named(visit: Visit) -> None:
    """A complaint without a passage asks for it; the question is then kept to be learnt."""
    turn = rate(visit, up=False)
    app = _open(visit)

    app.pills(key=f"deal-{turn}").set_value("En faire une question à apprendre").run()
    app.selectbox(key=f"right-{turn}").select("CGV-30J#3.5").run()
    app.button(key=f"confirm-question-{turn}").click().run()

    kept = (visit.assistant.settings.questions / "rated.jsonl").read_text(encoding="utf-8")
    assert '{"q": "Combien ?", "keys": ["CGV-30J#3.5"]}\n' == kept
    assert () == visit.records.ratings_waiting()


def test_a_row_that_does_not_hold_is_said(visit: Visit) -> None:
    """What was typed wrongly is told, and the rating goes on waiting."""
    turn = rate(visit, up=True)
    app = _open(visit)

    app.pills(key=f"deal-{turn}").set_value("En faire un test").run()
    app.text_area[0].set_value("- {id: a}").run()
    app.button(key=f"confirm-test-{turn}").click().run()

    assert "rated.yaml" in app.error[0].value.replace("\\", "")
    assert 1 == len(visit.records.ratings_waiting())


def test_a_rating_shows_what_was_asked_answered_and_said_of_it(visit: Visit) -> None:
    """The question, the thumb, the remark, the right passage and the answer are there to read."""
    rate(visit, up=False, right_passage="CGV-30J#3.5")

    app = _open(visit)

    shown = plain(" ".join(one.value for one in app.markdown))
    for expected in ("À revoir", "Combien ?", "Remarque : Non", "CGV-30J, article 3.5", "600,00 €"):
        assert expected in shown
