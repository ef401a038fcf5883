"""The quality of answers: eval."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.screen import ERR, OUT, CorpusOption, IndexOption, JsonOption, open_assistant, print_json


def evaluate(
    sets: Annotated[
        list[Path] | None,
        typer.Argument(help="Jeux de questions, ou dossiers ; par défaut, ceux de réglage."),
    ] = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="Montre chaque réponse qui n'est pas juste en tout.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Score the answers to question sets, category by category."""
    from assistant.contract import reply_as_json
    from evals import DEV, draw_failures, draw_scores, run_sets
    from evals import as_json as outcomes_as_json

    assistant = open_assistant(corpus, index)
    outcomes = run_sets(sets or [DEV], reply_as_json(assistant), console=ERR)
    if as_json:
        print_json(outcomes_as_json(outcomes))
        return
    if failures:
        OUT.print(draw_failures(outcomes))
    OUT.print(draw_scores(outcomes))
