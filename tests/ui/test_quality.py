"""The Qualité page: scores, history, failing questions and ratings, for reps alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversation import Assistant
from assistant.datatypes import Person
from assistant.ui.opening import Visit
from evals import Example, Outcome
from evals.metrics import find_failures
from evals.results import save_results

from .conftest import plain, words
from .rep_visit import open_rep_visit, rate

WHEN = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def visit(assistant: Assistant, tmp_path: Path) -> Iterator[Visit]:
    """A rep, empty records, no evaluation yet."""
    with open_rep_visit(assistant, tmp_path) as opened:
        yield opened


def _page(visit: object) -> None:
    from assistant.ui.quality import show_quality

    show_quality(visit)  # type: ignore[arg-type]  # a `Visit`, given by the test


def open_quality(visit: Visit) -> AppTest:
    """The page, drawn for a visit."""
    app = AppTest.from_function(_page, args=(visit,), default_timeout=30).run()
    assert not app.exception
    return app


def _outcome(name: str, *, right: bool = True, category: str = "fees") -> Outcome:
    example = Example(name, category, ("Bonjour", f"Question {name} ?"), date(2026, 11, 20))
    given = {
        "status": "answered" if right else "not_found",
        "text": f"Réponse {name}.",
        "headline": [],
        "citations": [],
    }
    return Outcome(example, given, find_failures(example, given), 0.2)


def _save(visit: Visit, *outcomes: Outcome, days: int = 0) -> None:
    folder = visit.assistant.settings.results
    save_results(outcomes, folder, when=WHEN + timedelta(days=days), version="1.0", generation="g1")


def test_a_client_sees_nothing(visit: Visit) -> None:
    """The page itself refuses whoever is not a rep."""
    _save(visit, _outcome("a"))
    rate(visit, up=True)

    app = open_quality(replace(visit, person=Person("x", "", "client")))

    assert 1 == len(app.info)
    assert 0 == len(app.metric) + len(app.button) + len(app.tabs)


def test_an_empty_page_says_how_to_fill_it(visit: Visit) -> None:
    """Without a run and without a rating, the page says what brings them."""
    app = open_quality(visit)

    assert 2 == len(app.info)
    assert "assistant eval" in app.code[0].value


def test_the_last_run_is_summed_up(visit: Visit) -> None:
    """Three right out of four is 75 %, 25 points above the run before; what fails is opened to read."""
    _save(visit, _outcome("a"), _outcome("b", right=False))
    _save(
        visit,
        _outcome("a"),
        _outcome("b"),
        _outcome("c"),
        _outcome("d", right=False, category="terms"),
        days=1,
    )

    app = open_quality(visit)

    values = [one.value.replace("\xa0", " ") for one in app.metric]
    assert ["75 %", "4", "1", "200 ms"] == values
    assert "+25,0 points" == app.metric[0].delta
    assert any("Question d ?" in plain(one.label) and "nouveau" in one.label for one in app.expander)
    assert any("Réponse d." == plain(one.value) for one in app.markdown)


def test_categories_are_in_french_and_no_change_is_no_arrow(visit: Visit) -> None:
    """A newcomer reads names, not those of files; two runs alike have nothing to announce."""
    _save(visit, _outcome("a", right=False, category="hard_terms"))
    _save(visit, _outcome("a", right=False, category="hard_terms"), days=1)
    app = open_quality(visit)
    assert any("Conditions difficiles" in one.value for one in app.markdown)
    assert not app.metric[0].delta


def test_failing_questions_are_kept_to_a_category(visit: Visit) -> None:
    """Choosing a category leaves its failures only."""
    _save(visit, _outcome("a", right=False), _outcome("b", right=False, category="terms"))
    app = open_quality(visit)
    assert 2 == len(app.expander)

    app.selectbox(key="failed-category").select("terms").run()

    assert ["Question b ?"] == [plain(one.label) for one in app.expander]


def test_a_damaged_result_is_said(visit: Visit) -> None:
    """A file that is no result gives a message that names it."""
    visit.assistant.settings.results.mkdir()
    (visit.assistant.settings.results / "broken.json").write_text("{")

    assert "broken" in open_quality(visit).error[0].value


def _counted(counts: dict[str, int]) -> None:
    from assistant.ui.quality import show_model

    show_model(counts, "openai:essai")


def test_each_count_is_named() -> None:
    """Of three answers asked for, two shown, one sent back and dropped."""
    counts = {"asked": 3, "shown": 2, "sent_back": 1, "replaced": 1}
    app = AppTest.from_function(_counted, args=(counts,)).run()
    assert ["3", "2", "1", "1", "0"] == [one.value for one in app.metric]


def test_before_the_first_answer_nothing_is_counted() -> None:
    """A model just named has said nothing yet."""
    app = AppTest.from_function(_counted, args=({},)).run()
    assert not app.metric
    assert "Aucune réponse" in words(app)
    assert "openai:essai" in words(app)
