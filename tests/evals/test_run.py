"""Asking every example of the sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console

from assistant.conversation import Assistant
from evals import Found, run_sets, search_of
from evals.run import without_model


def test_each_example_is_asked_whole_on_its_day(
    tmp_path: Path, answer: Callable[..., dict[str, Any]]
) -> None:
    """The reply gets all the messages and the date; its answer is checked and kept."""
    path = tmp_path / "terms.yaml"
    path.write_text(
        """
        - {id: one, q: "Quel acompte ?", facts: ['30 ?%']}
        - {id: two, turns: ["Bonjour", "Et alors ?"], today: 2027-03-01, facts: ['15 jours']}
        """,
        encoding="utf-8",
    )
    asked = []

    def reply(turns: Sequence[str], today: date) -> dict[str, Any]:
        asked.append((turns, today))
        return answer("Un acompte de 30 %.")

    outcomes = run_sets([path], reply)
    assert [
        (("Quel acompte ?",), date(2026, 11, 20)),
        (("Bonjour", "Et alors ?"), date(2027, 3, 1)),
    ] == asked
    assert [True, False] == [outcome.right for outcome in outcomes]
    assert ["Un acompte de 30 %."] * 2 == [outcome.answer["text"] for outcome in outcomes]
    assert all(outcome.seconds >= 0 for outcome in outcomes)


def test_progress_is_drawn_on_a_terminal_only(tmp_path: Path, answer: Callable[..., dict[str, Any]]) -> None:
    """A bar for a person; nothing in a file or a pipe."""
    path = tmp_path / "terms.yaml"
    path.write_text("- {id: one, q: Quel acompte}", encoding="utf-8")
    drawn = {}
    for terminal in (True, False):
        screen = StringIO()
        console = Console(file=screen, force_terminal=terminal, _environ={"TERM": "xterm"})
        run_sets([path], lambda turns, today: answer(), console=console)
        drawn[terminal] = "Questions" in screen.getvalue()
    assert {True: True, False: False} == drawn


def test_single_questions_that_expect_a_section_are_searched(
    tmp_path: Path, answer: Callable[..., dict[str, Any]]
) -> None:
    """Neither a conversation nor a question without a section to find is searched."""
    path = tmp_path / "terms.yaml"
    path.write_text(
        """
        - {id: one, q: "Quel acompte ?", cite: [A#1], today: 2027-03-01}
        - {id: two, turns: ["Bonjour", "Et alors ?"], cite: [A#1]}
        - {id: three, q: "Quel temps fait-il ?"}
        """,
        encoding="utf-8",
    )
    searched = []

    def search(question: str, today: date) -> list[Found]:
        searched.append((question, today))
        return [Found("A#1", "Un acompte.")]

    outcomes = run_sets([path], lambda turns, today: answer(), search=search)
    assert [("Quel acompte ?", date(2027, 3, 1))] == searched
    assert [(Found("A#1", "Un acompte."),), None, None] == [outcome.found for outcome in outcomes]


def test_search_of_an_assistant_ranks_sections(assistant: Assistant) -> None:
    """Ten sections, each once, with the words of their passage."""
    found = search_of(assistant)("Qui est le médiateur ?", date(2026, 11, 20))
    assert 10 == len({one.key for one in found}) == len(found)
    assert all(one.text for one in found)


def test_without_a_model_the_assistant_is_the_same(assistant: Assistant) -> None:
    """Only the wording goes; the one given is left as it is."""
    other = without_model(assistant)
    assert (None, assistant.index) == (other.writer, other.index)
