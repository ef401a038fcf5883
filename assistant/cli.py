"""The command line: index · ask · chat · search · fees · eval · learn."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from assistant.errors import AssistantError, UsageError
from assistant.settings import Settings, read_settings

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from assistant.datatypes import Answer

app = typer.Typer(
    help="Answers questions about courses and terms of sale, with citations; sums by a calculator.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_out = Console()
_err = Console(stderr=True)

CorpusOption = Annotated[
    Path | None, typer.Option("--corpus", metavar="DIR", help="Folder of the documents.")
]
IndexOption = Annotated[
    Path | None, typer.Option("--index", metavar="DIR", help="Folder of the built indexes.")
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="YYYY-MM-DD", help="The day it is asked on; the system date by default."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def main() -> None:
    """Run the command line; an error is one line, exit code 1 (could not) or 2 (asked wrongly)."""
    try:
        app()
    except AssistantError as error:
        _err.print(f"Erreur. {error}", style="red", highlight=False, markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


@app.command()
def index(corpus: CorpusOption = None, index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Build or refresh the index, and say what changed. Safe to interrupt, safe to run twice at once."""
    from assistant.indexing.build import refresh

    settings = read_settings(corpus=corpus, index=index)
    with _progress() as on_progress:
        report = refresh(settings, on_progress=on_progress)
    if as_json:
        _print_json(report.as_json())
        return
    for line in report.lines():
        _out.print(line, highlight=False, markup=False, soft_wrap=True)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    corpus: CorpusOption = None,
    index: IndexOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer one question, with its sources."""
    day = _day(today)
    assistant = _open(corpus, index)
    answer, _ = assistant.reply(question, today=day)
    _print_answer(answer, assistant.settings, as_json=as_json)


@app.command()
def chat(
    corpus: CorpusOption = None,
    index: IndexOption = None,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer one message a line, as a conversation; an empty line starts a new one."""
    from assistant.conversation import Conversation

    day = _day(today)
    assistant = _open(corpus, index)
    conversation = Conversation()
    if not as_json and sys.stdin.isatty():
        _err.print("Posez votre question. Ligne vide : nouvelle conversation. Ctrl-D : quitter.")
    for line in sys.stdin:
        if not line.strip():
            conversation = Conversation()
            continue
        try:
            answer, conversation = assistant.reply(line.strip(), conversation=conversation, today=day)
        except UsageError as error:
            _print_json({"error": str(error)}) if as_json else _err.print(str(error), style="red")
            continue
        _print_answer(answer, assistant.settings, as_json=as_json)


@app.command()
def search(
    question: Annotated[
        str | None, typer.Argument(help="The question; without it, one a line is read.")
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many results.")] = 10,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Rank the passages for a question, one result a section."""
    from assistant.contract import hits_as_json

    assistant = _open(corpus, index)
    lines = (line.strip() for line in sys.stdin) if question is None else iter([question])
    for asked in lines:
        if not asked.strip() and question is not None:
            raise UsageError("question", "elle est vide.", "Écrivez votre question.")
        hits = assistant.sources.search(asked, k=k) if asked else ()
        if as_json:
            _print_json(hits_as_json(hits, corpus=_folder(assistant.settings)))
            continue
        for hit in hits:
            _out.print(f"{hit.score:7.3f}  {hit.chunk.key}", highlight=False, markup=False)


@app.command("eval")
def evaluate(
    sets: Annotated[
        list[Path] | None, typer.Argument(help="Question sets, or folders of them; ours for tuning by default.")
    ] = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    failures: Annotated[bool, typer.Option("--failures", help="Show each answer that is not wholly right.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score the answers to question sets, category by category."""
    from assistant.contract import reply_as_json
    from evals import DEV, as_json as outcomes_as_json, draw_failures, draw_scores, run_sets

    assistant = _open(corpus, index)
    outcomes = run_sets(sets or [DEV], reply_as_json(assistant), console=_err)
    if as_json:
        _print_json(outcomes_as_json(outcomes))
        return
    if failures:
        _out.print(draw_failures(outcomes))
    _out.print(draw_scores(outcomes))


def _open(corpus: Path | None, index: Path | None) -> Assistant:
    from assistant.conversation import Assistant

    settings = read_settings(corpus=corpus, index=index)
    with _progress() as on_progress:
        return Assistant(settings, on_progress=on_progress)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error that appears with the first step, when a person looks on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal) as progress:
        tasks: dict[str, object] = {}

        def on_progress(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total)
            progress.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]  # a TaskID

        yield on_progress


def _day(today: str | None) -> date:
    if today is None:
        return date.today()
    try:
        return date.fromisoformat(today)
    except ValueError as error:
        raise UsageError("--today", f"« {today} » n'est pas une date.", "Écrivez-la ainsi : 2026-11-20.") from error


def _folder(settings: Settings) -> Path:
    return settings.corpus.resolve()


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _print_answer(answer: Answer, settings: Settings, *, as_json: bool) -> None:
    from assistant.contract import answer_as_json

    if as_json:
        _print_json(answer_as_json(answer, corpus=_folder(settings)))
        return
    _out.print(Markdown(answer.text))
    if answer.citations:
        _out.print()
    for citation in answer.citations:
        place = f"{citation.path}:{citation.start}-{citation.end}"
        _out.print(
            f"[{citation.mark}] {citation.key} – {citation.title} ({place})", markup=False, highlight=False
        )
    for suggestion in answer.suggestions:
        _out.print(f"  → {suggestion}", style="dim", markup=False, highlight=False)
