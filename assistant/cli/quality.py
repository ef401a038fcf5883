"""The quality of answers: eval · ratings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_type_hints

import typer

from assistant.cli.compare_models import compare_models
from assistant.cli.screen import (
    ERR,
    OUT,
    CorpusOption,
    IndexOption,
    JsonOption,
    open_assistant,
    print_json,
    print_line,
    with_options,
)
from assistant.errors import UsageError
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from evals.datatypes import Outcome
    from evals.floors import Fall
    from evals.page import Origin
    from evals.results import Run
    from evals.wording import SideBySide


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `assistant eval` is asked for; each field is an argument or an option."""

    sets: Annotated[
        list[Path] | None,
        typer.Argument(help="Jeux de questions, ou dossiers ; par défaut, ceux de réglage."),
    ] = None
    corpus: CorpusOption = None
    index: IndexOption = None
    failures: Annotated[
        bool, typer.Option("--failures", help="Montre chaque réponse qui n'est pas juste en tout.")
    ] = False
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FICHIER.html", help="Écrit un rapport, comparé au précédent."),
    ] = None
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FICHIER.json", help="Résultat gardé auquel comparer le rapport."),
    ] = None
    save: Annotated[bool, typer.Option("--save", help="Garde ce résultat pour l'historique.")] = False
    ablation: Annotated[
        bool, typer.Option("--ablation", help="Mesure plutôt ce qu'apporte chaque partie de la recherche.")
    ] = False
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="NOM",
            help="Pose les mêmes questions avec ce modèle, et met les deux côte à côte.",
        ),
    ] = None
    as_json: JsonOption = False


def _evaluate(**given: object) -> None:
    """Score the answers to question sets; exit code 1 when a figure does not hold its floor."""
    wanted = Wanted(**given)  # type: ignore[arg-type]  # the command line checked the values
    _check(wanted)
    kept = _read_kept(wanted.against)
    from evals.run import without_model

    assistant = without_model(open_assistant(wanted.corpus, wanted.index))
    if wanted.ablation:
        _ablate(assistant, wanted)
        return
    from assistant.contract import reply_as_json
    from evals import DEV, find_falls, measure, read_floors, run_sets, search_of
    from evals.compare import find_previous
    from evals.page import write_page
    from evals.results import read_history

    sets, results = wanted.sets or [DEV], assistant.settings.results
    floors, history = read_floors(sets), read_history(results) if wanted.report else ()
    outcomes = run_sets(sets, reply_as_json(assistant), search=search_of(assistant), console=ERR)
    falls = find_falls(measure(outcomes), floors)
    beside = compare_models(assistant, wanted.model, sets, outcomes) if wanted.model else None
    _print(outcomes, falls, wanted, beside)
    origin = _origin(assistant)
    if wanted.report:
        before = kept or find_previous(history, outcomes)
        write_page(wanted.report, outcomes, origin=origin, before=before, floors=floors, beside=beside)
    if wanted.save:
        _save(outcomes, results, origin)
    if falls:
        raise typer.Exit(1)


_TYPES = get_type_hints(Wanted, include_extras=True)
evaluate = with_options(_evaluate, {one.name: (_TYPES[one.name], one.default) for one in fields(Wanted)})


def _check(wanted: Wanted) -> None:
    """Refuse, before hundreds of questions are asked, what could not be done after them."""
    from evals import read_sets

    read_sets(wanted.sets or ())
    if wanted.report and wanted.report.is_dir():
        raise UsageError("--report", f"{wanted.report} est un dossier.", "Donnez le nom d'un fichier .html.")
    if wanted.against and not wanted.report:
        raise UsageError("--against", "la comparaison s'écrit dans un rapport.", "Ajoutez --report.")
    if wanted.ablation and (wanted.report or wanted.save or wanted.failures or wanted.model):
        raise UsageError(
            "--ablation", "elle mesure la recherche, pas les réponses.", "Demandez-la seule, ou avec --json."
        )


def _read_kept(file: Path | None) -> Run | None:
    from evals.results import read_run

    return read_run(file) if file else None


def _print(
    outcomes: Sequence[Outcome], falls: Sequence[Fall], wanted: Wanted, beside: SideBySide | None
) -> None:
    from evals import as_json, draw_failures, draw_falls, draw_figures
    from evals.wording import draw_side_by_side, side_by_side_as_json

    if wanted.as_json:
        compared = {"model": side_by_side_as_json(beside)} if beside else {}
        print_json({**as_json(outcomes), **compared})
    else:
        if wanted.failures:
            OUT.print(draw_failures(outcomes))
        OUT.print(draw_figures(outcomes, falls))
        if beside:
            OUT.print(draw_side_by_side(beside))
    ERR.print(draw_falls(falls), end="")


def _origin(assistant: Assistant) -> Origin:
    from evals.page import Origin

    return Origin(
        when=datetime.now(UTC),
        version=version("course-terms-assistant"),
        generation=assistant.index.manifest.fingerprint[:16],
        corpus=assistant.settings.corpus.resolve().name,
    )


def _save(outcomes: Sequence[Outcome], folder: Path, origin: Origin) -> None:
    from evals.results import save_results

    save_results(outcomes, folder, when=origin.when, version=origin.version, generation=origin.generation)


def _ablate(assistant: Assistant, wanted: Wanted) -> None:
    from evals import DEV
    from evals.ablation import ABLATION, ablate, ablation_as_json, draw_ablation, write_ablation

    variants = ablate(assistant, wanted.sets or [DEV], console=ERR)
    if not wanted.sets:
        write_ablation(ABLATION, variants, day=date.today(), version=version("course-terms-assistant"))
    if wanted.as_json:
        print_json(ablation_as_json(variants))
    else:
        OUT.print(draw_ablation(variants))


def ratings(
    keep: Annotated[
        str | None,
        typer.Option("--keep", metavar="FICHIER", help="Jeu où ajouter ces réponses, une fois relues."),
    ] = None,
) -> None:
    """Show rated answers as candidate rows of a set; keep them once a person has read them."""
    from assistant.records import Records, candidate_rows

    records = Records(read_settings())
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
