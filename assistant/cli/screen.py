"""What commands share: their options, the screen, the assistant they open."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from inspect import Parameter, Signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from assistant.errors import UsageError
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.conversation import Assistant

OUT = Console()
ERR = Console(stderr=True)

CorpusOption = Annotated[Path | None, typer.Option("--corpus", metavar="DIR", help="Dossier des documents.")]
IndexOption = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="Dossier des index.")]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="AAAA-MM-JJ", help="Jour de la question ; par défaut, aujourd'hui."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Écrit du JSON, pour les programmes.")]

_STEPS = {
    "embed": "Calcul des vecteurs",
    "wait": "Un autre index se construit",
    "learn": "Entraînement",
}


def open_assistant(corpus: Path | None, index: Path | None) -> Assistant:
    """The assistant over a corpus, its index brought up to date first; a line names the files not read."""
    from assistant.conversation import Assistant

    settings = read_settings(corpus=corpus, index=index, audience="rep")
    with progress_bar() as on_progress:
        assistant = Assistant(settings, on_progress=on_progress)
    if unread := ", ".join(one.path for one in assistant.index.corpus.problems):
        told = f"Non lu : {unread}. « assistant index » dit pourquoi."
        ERR.print(told, style="dim", highlight=False, markup=False, soft_wrap=True)
    return assistant


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error that appears with the first step, when a person looks on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as progress:
        tasks: dict[str, TaskID] = {}

        def on_progress(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(_STEPS.get(step, step), total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield on_progress


def with_options(
    run: Callable[..., None], options: Mapping[str, tuple[object, object]]
) -> Callable[..., None]:
    """The function as a command whose options are these: the type and the default of each."""

    def command(**given: object) -> None:
        run(**given)

    command.__doc__ = run.__doc__
    command.__annotations__ = {name: kind for name, (kind, _) in options.items()}
    vars(command)["__signature__"] = Signature(
        [
            Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in options.items()
        ]
    )
    return command


def read_day(today: str | None) -> date:
    """The day named, or the system's; `UsageError` when it is no date."""
    if today is None:
        return date.today()
    try:
        return date.fromisoformat(today)
    except ValueError as error:
        raise UsageError(
            "--today", f"« {today} » n'est pas une date.", "Écrivez-la ainsi : 2026-11-20."
        ) from error


def print_json(value: object) -> None:
    """One JSON value on one line of standard output."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def print_line(line: str, *, style: str = "") -> None:
    """One line of plain words on standard output."""
    OUT.print(line, style=style, highlight=False, markup=False, soft_wrap=True)
