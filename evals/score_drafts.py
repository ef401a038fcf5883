"""How many true drafts pass the check and how many lies: `python -m evals.score_drafts [dev|test]`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from assistant.answering.wording.check import find_draft_faults
from assistant.conversation import Assistant
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


def main(half: str = "test") -> int:
    """Prints the scores of one half of the drafts."""
    assistant = Assistant(read_settings(audience="rep"))
    table = Table("kind", "pass", "of", "share", box=None)
    for one in score_drafts(read_judged(sorted((FOLDER / half).glob("*.yaml")), assistant)):
        table.add_row(one.kind, str(one.passing), str(one.total), f"{one.share:.1%}")
    Console(log_time=False, log_path=False).log(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
