"""The documents: index · search."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.screen import (
    CorpusOption,
    IndexOption,
    JsonOption,
    open_assistant,
    print_json,
    print_line,
    progress_bar,
)
from assistant.errors import UsageError
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.indexing.build import BuildReport


def index(corpus: CorpusOption = None, index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Build or refresh the index, and say what changed. Safe to interrupt, safe to run twice at once."""
    from assistant.indexing.build import refresh

    settings = read_settings(corpus=corpus, index=index)
    with progress_bar() as on_progress:
        report = refresh(settings, on_progress=on_progress)
    if as_json:
        print_json(asdict(report))
        return
    _print_report(report)


def _print_report(report: BuildReport) -> None:
    for label, documents in (
        ("Ajoutés", report.added),
        ("Modifiés", report.changed),
        ("Retirés", report.removed),
    ):
        if documents:
            print_line(f"{label} : {', '.join(documents)}")
    for merge in report.merges:
        copies = ", ".join(merge.merged)
        print_line(f"Fusionné : {merge.key}, lu aussi dans {copies} (ressemblance {merge.likeness:.1%})")
    for problem in report.problems:
        print_line(f"Non lu : {problem.path} : {problem.what} {problem.todo}", style="yellow")
    what = "Index construit" if report.built else "Index à jour"
    print_line(
        f"{what} : {report.chunks} passages, {report.embedded} vecteurs calculés, "
        f"{report.reused} repris, {report.seconds:.1f} s."
    )


def search(
    question: Annotated[
        str | None, typer.Argument(help="La question ; sans elle, une par ligne est lue.")
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Nombre de résultats, de 1 à 1000.")] = 10,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    as_json: JsonOption = False,
) -> None:
    """Rank the passages for a question, one result a section."""
    from assistant.contract import hits_as_json

    if question is not None and not question.strip():
        raise UsageError("question", "elle est vide.", "Écrivez votre question.")
    assistant = open_assistant(corpus, index)
    for asked in [question] if question is not None else map(str.strip, sys.stdin):
        hits = assistant.search(asked, k=k, today=date.today()) if asked else ()
        if as_json:
            print_json(hits_as_json(hits, corpus=assistant.settings.corpus.resolve()))
            continue
        for hit in hits:
            print_line(f"{hit.score:7.3f}  {hit.chunk.key}")
