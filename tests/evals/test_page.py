"""The HTML report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import EvaluationError
from evals import Found, Outcome
from evals.page import Origin, draw_page, write_page
from evals.results import read_run, save_results

WHEN = datetime(2026, 11, 20, 9, tzinfo=UTC)
ORIGIN = Origin(when=WHEN, version="1.0", generation="g2", corpus="corpus")
_VOID = {"meta", "br", "link", "img", "input", "hr"}


class _Reader(HTMLParser):
    """The tags, the attributes and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += f"{data} "


def read(page: str) -> _Reader:
    """A page as read, its words on one line."""
    reader = _Reader(page)
    reader.words = " ".join(reader.words.split())
    return reader


def draw(outcomes: list[Outcome], **given: Any) -> _Reader:
    """The page of these outcomes, as read."""
    return read(draw_page(outcomes, **{"origin": ORIGIN, "before": None, "floors": {}, **given}))


def test_page_needs_nothing_else_and_is_whole(outcome: Callable[..., Outcome]) -> None:
    """Every tag is closed; no script, no file, no address."""
    reader = draw([outcome("a"), outcome("b", right=False)], floors={("right", ""): 0.2})
    assert [] == reader.open
    assert not {"script", "img", "link", "iframe"} & set(reader.tags)
    assert not [value for name, value in reader.attributes if name in ("src", "href") and value[:1] != "#"]
    assert not [value for _, value in reader.attributes if "//" in value]


def test_page_gives_each_figure_with_count_and_interval(outcome: Callable[..., Outcome]) -> None:
    """1 of 2 is between 9.5 and 90.5 %, over two questions."""
    words = draw([outcome("a"), outcome("b", right=False)]).words
    assert "1 réponses justes sur 2" in words
    assert "50 % 9,5–90,5 % · n = 2" in words


def test_failing_question_shows_what_was_expected_given_and_found(
    answer: Callable[..., dict[str, Any]], checked: Callable[..., Outcome]
) -> None:
    """Its checks, its answer, what it cited, and the sections ranked with the accepted one marked."""
    outcome = checked(answer("Un acompte.", cite=("A#2",)), found=("B#1", "A#1"), cite=("A#1",))
    words = draw([outcome]).words
    assert "à citer : A#1 – donné : A#2" in words
    assert "Donné Un acompte. Citées A#2" in words
    assert "B#1 Texte de B#1. A#1 attendue Texte de A#1." in words


def test_right_answers_are_not_listed(outcome: Callable[..., Outcome]) -> None:
    """And a run without failure says so."""
    words = draw([outcome("a")]).words
    assert "Question a ?" not in words
    assert "Toutes les réponses sont justes." in words


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src=x>', "![x](http://x.example/y)", "[x](http://x.example)"],
)
def test_words_of_people_and_documents_do_nothing(outcome: Callable[..., Outcome], text: str) -> None:
    """Whatever is asked, answered or found is shown, never acted on."""
    wrong = outcome("b", right=False)
    hostile = replace(
        wrong,
        example=replace(wrong.example, id=text, category=text, turns=(text, text), cite=(text,)),
        answer={**wrong.answer, "text": text},
        found=(Found(text, text),),
    )
    reader = draw([hostile])
    assert not {"script", "img"} & set(reader.tags)
    assert not [value for name, value in reader.attributes if name == "href" and value[:1] != "#"]
    assert text in reader.words


def test_page_compares_with_another_run(outcome: Callable[..., Outcome], tmp_path: Path) -> None:
    """From 2 of 2 to 1 of 2: 50 points fewer, and the question that became wrong with both answers."""
    path = save_results([outcome("a"), outcome("b")], tmp_path, when=WHEN, version="0.9", generation="g1")
    words = draw([outcome("a"), outcome("b", right=False)], before=read_run(path)).words
    assert "−50,0 pt" in words
    assert "version 0.9, sur un autre index (g1)" in words
    assert re.search(r"Devenues fausses 1 Question b \?.*Avant Réponse b\. Maintenant Réponse b\.", words)
    assert "Devenues justes" not in words


def test_page_says_what_fell_below_its_floor(outcome: Callable[..., Outcome]) -> None:
    """What fell is named at the top; else, that all hold; nothing where there is no floor."""
    outcomes = [outcome("a"), outcome("b", right=False)]
    assert "Une mesure est sous le plancher. Ensemble" in draw(outcomes, floors={("right", ""): 0.9}).words
    assert "Toutes les mesures tiennent" in draw(outcomes, floors={("right", ""): 0.4}).words
    assert "plancher" not in draw(outcomes).words


def test_page_is_written_where_it_is_wanted(outcome: Callable[..., Outcome], tmp_path: Path) -> None:
    """Folders are made; a run of no question has its page."""
    path = tmp_path / "reports" / "one.html"
    write_page(path, [], origin=ORIGIN, before=None, floors={})
    assert "0 réponses justes sur 0" in read(path.read_text(encoding="utf-8")).words


def test_a_page_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder stands where the file should."""
    origin = Origin(datetime(2026, 11, 20, tzinfo=UTC), "1", "g", "corpus")
    with pytest.raises(EvaluationError, match="rapport"):
        write_page(tmp_path, [], origin=origin, before=None, floors={})
