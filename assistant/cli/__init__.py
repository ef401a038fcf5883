"""The command line: index · search · learn · ask · chat · fees · eval · ratings."""

from __future__ import annotations

import gc
import logging
import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from assistant.cli.documents import index, search
from assistant.cli.fees import fees
from assistant.cli.learning import learn
from assistant.cli.quality import evaluate, ratings
from assistant.cli.refusals import refuse
from assistant.cli.screen import ERR
from assistant.cli.talk import ask, chat
from assistant.errors import AssistantError, OperationError
from assistant.faults import say_system_fault
from assistant.privacy import mask_logs

__all__ = ["app", "main"]

app = typer.Typer(
    help="Répond aux questions sur les formations et les CGV, preuves à l'appui ; calcule les sommes.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(help="Construit ou met à jour l'index, et dit ce qui a changé.")(index)
app.command(help="Répond à une question, avec ses sources.")(ask)
app.command(help="Répond ligne à ligne, comme dans une conversation ; une ligne vide en ouvre une autre.")(
    chat
)
app.command(help="Classe les passages pour une question, sans y répondre.")(search)
app.command("fees", help="Calcule un cas, donné par des options, ou un cas JSON par ligne avec --json.")(fees)
app.command("eval", help="Note les réponses à des jeux de questions, catégorie par catégorie.")(evaluate)
app.command(help="Montre les réponses notées, et en fait des questions d'évaluation.")(ratings)
app.command(help="Entraîne de nouveau le modèle de recherche sur les documents et leurs questions.")(learn)

_RARELY = 100_000, 50, 100  # when to look for garbage: an opening makes much and leaves none


def main() -> None:
    """Run the command line; an error is one line, exit code 1 (could not) or 2 (asked wrongly)."""
    gc.set_threshold(*_RARELY)
    mask_logs()
    logging.getLogger("assistant").addHandler(logging.NullHandler())  # what went wrong is said in French
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # one bad byte does not stop a batch
    try:
        sys.exit(_run())
    except AssistantError as error:
        _stop(error)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        if not error.filename:
            raise
        what = f"il ne peut être ni lu ni écrit ({say_system_fault(error)})."
        _stop(OperationError(str(error.filename), what, "Vérifiez le chemin, les droits et la place libre."))


def _stop(error: AssistantError) -> NoReturn:
    ERR.print(f"Erreur. {error}", style="red", highlight=False, markup=False, soft_wrap=True)
    sys.exit(error.exit_code)


def _run() -> int:
    """The exit code of the command; a refusal of its parser becomes one of ours."""
    given = [one.encode(errors="replace").decode() for one in sys.argv[1:]]
    try:
        return app(given or ["--help"], prog_name="assistant", standalone_mode=False) or 0
    except typer.TyperException as error:
        raise refuse(error) from error
