"""The quality of answers: eval · ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.screen import (
    ERR,
    OUT,
    CorpusOption,
    IndexOption,
    JsonOption,
    open_assistant,
    print_json,
    print_line,
)
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from evals.datatypes import Outcome


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
    save: Annotated[bool, typer.Option("--save", help="Garde ce résultat pour l'historique.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score the answers to question sets, category by category."""
    from assistant.contract import reply_as_json
    from evals import DEV, draw_failures, draw_scores, run_sets
    from evals import as_json as outcomes_as_json

    assistant = open_assistant(corpus, index)
    outcomes = run_sets(sets or [DEV], reply_as_json(assistant), console=ERR)
    if save:
        _save(outcomes, assistant)
    if as_json:
        print_json(outcomes_as_json(outcomes))
        return
    if failures:
        OUT.print(draw_failures(outcomes))
    OUT.print(draw_scores(outcomes))


def _save(outcomes: Sequence[Outcome], assistant: Assistant) -> None:
    from evals.results import save_results

    save_results(
        outcomes,
        assistant.settings.results,
        when=datetime.now(UTC),
        version=version("course-terms-assistant"),
        generation=assistant.index.manifest.fingerprint[:16],
    )


def ratings(
    keep: Annotated[
        str | None,
        typer.Option("--keep", metavar="FICHIER", help="Jeu où ajouter ces réponses, une fois relues."),
    ] = None,
) -> None:
    """Show rated answers as candidate rows of a set; keep them once a person has read them."""
    from assistant.records import candidate_rows, open_records

    records = open_records(read_settings())
    waiting = records.ratings_waiting()
    if not waiting:
        print_line("Aucune réponse notée n'attend.")
        return
    rows = candidate_rows(waiting)
    OUT.print(rows, highlight=False, markup=False, soft_wrap=True)
    if keep and typer.confirm(f"Ajouter ces {len(waiting)} questions à {keep} ?"):
        from evals.rated import add_rows

        add_rows(rows, Path(keep))
        for rating in waiting:
            records.settle(rating.turn, "test")
