"""How many true drafts pass the check and how many lies: `python -m evals.score_drafts [dev|test]`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from assistant.answering.wording.check import find_draft_faults
from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.settings import read_settings
from evals.judged import FOLDER, Judged, read_judged

TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Score:
    """How many drafts of a kind there are, and how many pass; the kind of a true one is `TRUTH`."""

    kind: str
    passing: int
    total: int

    @property
    def share(self) -> float:
        """The share that passes."""
        return self.passing / self.total


def score_drafts(judged: Iterable[Judged]) -> tuple[Score, ...]:
    """The score of each kind of draft, true ones first."""
    total, passing = Counter[str](), Counter[str]()
    for one in judged:
        kind = one.lie or TRUTH
        total[kind] += 1
        passing[kind] += not find_draft_faults(one.statements, one.evidence)
    kinds = sorted(total, key=lambda kind: (kind != TRUTH, kind))
    return tuple(Score(kind, passing[kind], total[kind]) for kind in kinds)


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
        table.add_row(one.kind, str(one.passing), str(one.total), f"{one.share:.1%}")
    Console(log_time=False, log_path=False).log(table)


if __name__ == "__main__":
    main()
