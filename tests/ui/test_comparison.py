"""Two editions of the terms side by side."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversation import Assistant

from .conftest import words


def _page(editions: object) -> None:
    from assistant.ui.comparison import show_comparison

    show_comparison(editions)  # type: ignore[arg-type]  # documents


def _open(editions: object) -> AppTest:
    app = AppTest.from_function(_page, args=(editions,), default_timeout=30).run()
    assert not app.exception
    return app


def test_how_many_articles_differ_is_said_and_each_is_shown(assistant: Assistant) -> None:
    """As many headings as articles that differ."""
    app = _open(assistant.sources.corpus.editions)
    assert f"{len(app.header)} articles diffèrent" in words(app)


def test_one_article_is_shown_alone(assistant: Assistant) -> None:
    """The article chosen in the list, and no other."""
    app = _open(assistant.sources.corpus.editions)
    chosen = app.selectbox[0].options[-1]
    app = app.selectbox[0].set_value(chosen).run()
    assert [chosen] == [one.value.replace("\\", "") for one in app.header]


def test_an_edition_beside_itself_has_no_difference(assistant: Assistant) -> None:
    """Nothing is highlighted where nothing changes."""
    edition = assistant.sources.corpus.editions[0]
    app = _open((edition, edition))
    assert not app.header
    assert words(app).startswith("0 articles diffèrent")


def test_of_three_editions_two_are_chosen(assistant: Assistant) -> None:
    """With a third edition, the person says which two."""
    first, second = assistant.sources.corpus.editions
    app = _open((first, second, first))
    assert {"Édition", "Comparée à"} <= {one.label for one in app.selectbox}


def test_an_article_without_an_equivalent_is_named_as_it_is(assistant: Assistant) -> None:
    """Each side has its own number and title; what has no equivalent says so."""
    app = _open(assistant.sources.corpus.editions)
    assert "Rien d'équivalent dans cet article." in words(app)


def test_the_link_to_an_article_is_short(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its title stands above: with it again, the label is cut on a telephone."""
    labels: list[str] = []
    monkeypatch.setattr("assistant.ui.comparison.link_to", lambda page, label, **_: labels.append(label))
    _open(assistant.sources.corpus.editions)
    assert labels
    assert [] == [one for one in labels if not re.fullmatch(r"CGV-\d\dJ, article\xa0\S+", one)]
