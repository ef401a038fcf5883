"""The run: each example is asked, its answer checked and timed, its sections searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import track

from evals.datatypes import AnswerJson, Example, Found, Outcome
from evals.metrics import find_failures
from evals.sets import read_sets

if TYPE_CHECKING:
    from assistant.conversation import Assistant

Item = TypeVar("Item")

Reply = Callable[[Sequence[str], date], AnswerJson]
"""The messages of one conversation and its date into the last Answer object."""

Search = Callable[[str, date], Sequence[Found]]
"""A question and its date into the sections that the search ranks, the best first."""

DEPTH = 10  # sections looked at: no measure goes further


def run_sets(
    paths: Iterable[Path], reply: Reply, *, search: Search | None = None, console: Console | None = None
) -> tuple[Outcome, ...]:
    """What became of every example of these sets, asked one after the other.

    A progress bar is drawn on `console` while it is a terminal, by default on
    standard error.
    """
    examples = followed(read_sets(paths), "Questions", console)
    return tuple(ask_example(example, reply, search) for example in examples)


def followed(items: Sequence[Item], description: str, console: Console | None) -> Iterable[Item]:
    """The items, one after the other, with a bar that a person may follow on a terminal."""
    console = console or Console(stderr=True)
    return track(items, description, console=console, transient=True, disable=not console.is_terminal)


def ask_example(example: Example, reply: Reply, search: Search | None) -> Outcome:
    """What became of one example: its answer, checked and timed, and the sections found for it."""
    started = perf_counter()
    answer = reply(example.turns, example.today)
    seconds = perf_counter() - started
    found = _search(example, search) if search else None
    return Outcome(example, answer, find_failures(example, answer), seconds, found)


def _search(example: Example, search: Search) -> tuple[Found, ...] | None:
    """The sections found for a single question that expects some."""
    if len(example.turns) > 1 or not example.cite:
        return None
    return tuple(search(example.turns[0], example.today))


def without_model(assistant: Assistant) -> Assistant:
    """The same assistant, composing its answers by itself."""
    other = copy(assistant)
    other.writer = None
    return other


def search_of(assistant: Assistant) -> Search:
    """The search of an assistant, as the run asks for it."""

    def search(question: str, today: date) -> list[Found]:
        hits = assistant.search(question, k=DEPTH, today=today)
        return [Found(hit.chunk.key, hit.chunk.text) for hit in hits]

    return search
