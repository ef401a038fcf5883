"""What became of a model's drafts."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from .conftest import words


def _page(counts: dict[str, int]) -> None:
    from assistant.ui.model_counts import show_model

    show_model(counts, "openai:essai")


def test_each_count_is_named() -> None:
    """Of three answers asked for, two shown, one sent back and dropped."""
    counts = {"asked": 3, "shown": 2, "sent_back": 1, "replaced": 1}
    app = AppTest.from_function(_page, args=(counts,)).run()
    assert ["3", "2", "1", "1", "0"] == [one.value for one in app.metric]


def test_before_the_first_answer_nothing_is_counted() -> None:
    """A model just named has said nothing yet."""
    app = AppTest.from_function(_page, args=({},)).run()
    assert not app.metric
    assert "Aucune réponse" in words(app)
    assert "openai:essai" in words(app)
