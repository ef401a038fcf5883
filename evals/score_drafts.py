"""How many true drafts pass the check and how many lies: `python -m evals.score_drafts [dev|test]`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from assistant.answering.wording.check import find_draft_faults
from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.settings import read_settings
from evals.datatypes import Score
from evals.judged import FOLDER, Judged, read_judged
from evals.metrics import wilson_interval

TRUTH = "truth"


def score_drafts(judged: Iterable[Judged]) -> tuple[Score, ...]:
    """How many drafts of each kind pass, true ones first: the kind of those is `TRUTH`."""
    total, passing = Counter[str](), Counter[str]()
    for one in judged:
        kind = one.lie or TRUTH
        total[kind] += 1
        passing[kind] += not find_draft_faults(one.statements, one.evidence)
    kinds = sorted(total, key=lambda kind: (kind != TRUTH, kind))
    return tuple(
        Score(kind, passing[kind], total[kind], *wilson_interval(passing[kind], total[kind]))
        for kind in kinds
    )


def main(asked: Sequence[str] | None = None) -> None:
    """Prints the scores of one half of the drafts; ends with 1, and why, where they cannot be read."""
    parser = ArgumentParser(prog="python -m evals.score_drafts", description=__doc__)
    parser.add_argument("half", nargs="?", choices=("dev", "test"), default="test")
    half = parser.parse_args(asked).half
    assistant = Assistant(read_settings(audience="rep"))
    table = Table("kind", "pass", "of", "share", box=None)
    try:
        scores = score_drafts(read_judged(sorted((FOLDER / half).glob("*.yaml")), assistant))
    except AssistantError as error:
        sys.exit(f"Erreur. {error}")
    for one in scores:
        table.add_row(one.category, str(one.right), str(one.total), f"{one.rate:.1%}")
    Console(log_time=False, log_path=False).log(table)


if __name__ == "__main__":
    main()
