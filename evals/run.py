"""The run: each example is asked, its answer checked and timed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import track

from evals.datatypes import AnswerJson, Example, Outcome
from evals.metrics import find_failures
from evals.sets import read_sets

Reply = Callable[[Sequence[str], date], AnswerJson]
"""The messages of one conversation and its date into the last Answer object."""


def run_sets(paths: Iterable[Path], reply: Reply, *, console: Console | None = None) -> tuple[Outcome, ...]:
    """What became of every example of these sets, asked one after the other.

    A progress bar is drawn on `console` while it is a terminal, by default on
    standard error.
    """
    console = console or Console(stderr=True)
    examples = track(
        read_sets(paths),
        description="Questions",
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    return tuple(_ask(example, reply) for example in examples)


def _ask(example: Example, reply: Reply) -> Outcome:
    started = perf_counter()
    answer = reply(example.turns, example.today)
    seconds = perf_counter() - started
    return Outcome(example, answer, find_failures(example, answer), seconds)
