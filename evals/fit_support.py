"""Fits the check of a model's statements: `python -m evals.fit_support [CORPUS …]` writes `support.json.gz`.

It learns from the drafts in `evals/drafts/dev/`, read against our corpus and any
others named, which say the same in other words. Each set is judged by what the
others teach, to show how statements that were not learned from are told apart.
"""

from __future__ import annotations

import math
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from sklearn.ensemble import HistGradientBoostingClassifier

from assistant.answering.wording.check import find_certain_faults, find_whole_faults
from assistant.answering.wording.said import said_of
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.support import Support, Tree, write_support
from assistant.answering.wording.traits import TRAITS, find_traits
from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.settings import read_settings
from evals.judged import FOLDER, Judged, read_judged
from evals.memory import Part, remember

MOST = 0.5  # a statement that is likelier false than true is refused
FOLDS = 6
ROUNDS = 2  # of fitting: the second on the parts of false drafts that the first doubts most


def main(asked: Sequence[str] | None = None) -> None:
    """Fits, says how well it does on what it did not learn from, and writes what was learned.

    Ends with 1, and why, where a corpus or a draft cannot be read: nothing is written then.
    """
    parser = ArgumentParser(prog="python -m evals.fit_support", description=__doc__)
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help="documents that say the same")
    console = Console(stderr=True, log_time=False, log_path=False)
    try:
        judged = list(_read(parser.parse_args(asked).corpora, console))
    except AssistantError as error:
        sys.exit(f"Erreur. {error}")
    write_support(fit(judged, console))
    console.log("Written.")


def fit(judged: Sequence[Judged], console: Console) -> Support:
    """What some judged drafts teach, by at least two authors; draws how each was judged by the others."""
    parts, settled = _parts(judged, console)
    names = sorted({one.source for one in judged})
    count = min(FOLDS, len(names))
    fold_of = {name: n % count for n, name in enumerate(names)}
    folds = np.array([fold_of[judged[part.draft].source] for part in parts])
    rows = _traits(judged, parts, folds, console)
    doubts = np.zeros(len(parts))
    for fold in range(count):
        inside = folds[rows.part] == fold
        trees = _fit(rows.only(~inside), parts)
        for n, doubt in _doubts(trees, rows.only(inside)).items():
            doubts[n] = doubt
    worst = _worst(parts, doubts)
    _report(judged, settled, worst, console)
    return Support(remember(parts), *_export(_fit(rows, parts)), MOST)


@dataclass(frozen=True, slots=True)
class Rows:
    """The traits of parts and of their clauses, a row each: `part` is the number of its part."""

    numbers: NDArray[np.float64]
    part: NDArray[np.int64]

    def only(self, kept: NDArray[np.bool_]) -> Rows:
        """Some of the rows."""
        return Rows(self.numbers[kept], self.part[kept])

    @property
    def is_clause(self) -> NDArray[np.bool_]:
        """Whether each row is on a clause, and not on a whole part."""
        return self.numbers[:, TRAITS.index("clause")] > 0


def _traits(
    judged: Sequence[Judged], parts: Sequence[Part], folds: NDArray[np.int64], console: Console
) -> Rows:
    """The traits of the parts that say something, by what the other folds teach."""
    told = {
        fold: remember([p for p, f in zip(parts, folds, strict=True) if f != fold]) for fold in set(folds)
    }
    found: list[tuple[float, ...]] = []
    owners: list[int] = []
    for n, part in enumerate(track(parts, description="Traits", console=console, transient=True)):
        question = judged[part.draft].evidence.question
        traits = find_traits(part.scope, part.said, question, told[folds[n]])
        found.extend(traits)
        owners.extend([n] * len(traits))
    return Rows(np.array(found, dtype=float), np.array(owners))


def _doubts(trees: HistGradientBoostingClassifier, rows: Rows) -> dict[int, float]:
    """The doubt on each part, as `Support.doubt` makes it of the votes on the whole and on its clauses."""
    votes = trees.decision_function(rows.numbers)
    whole: dict[int, float] = {}
    clause: dict[int, float] = {}
    for part, vote, is_clause in zip(rows.part, votes, rows.is_clause, strict=True):
        if is_clause:
            clause[part] = max(vote, clause.get(part, vote))
        else:
            whole[part] = vote
    return {part: 1 / (1 + math.exp(-(vote + clause.get(part, vote)) / 2)) for part, vote in whole.items()}


def _read(corpora: Sequence[str], console: Console) -> Iterator[Judged]:
    paths = sorted((FOLDER / "dev").glob("*.yaml"))
    opened = [
        Assistant(read_settings(audience="rep", corpus=Path(corpus) if corpus else None))
        for corpus in (None, *corpora)
    ]
    for assistant in opened:
        with console.status("Drafts"):
            yield from read_judged(paths, assistant)


def _parts(judged: Sequence[Judged], console: Console) -> tuple[list[Part], dict[int, bool]]:
    """The parts of drafts that nothing exact settles; for the others, whether they are refused."""
    parts: list[Part] = []
    settled: dict[int, bool] = {}
    for n, one in enumerate(track(judged, description="Exact checks", console=console, transient=True)):
        certain = any(find_certain_faults(each, one.evidence) for each in one.statements)
        if certain or any(find_whole_faults(one.statements, one.evidence)):
            settled[n] = True
            continue
        scopes = (scope for each in one.statements for scope in read_scopes(each, one.evidence))
        parts.extend(Part(n, scope, said_of(scope, one.evidence), one.is_true) for scope in scopes)
    return parts, settled


def _fit(rows: Rows, parts: Sequence[Part]) -> HistGradientBoostingClassifier:
    """Trees that tell false from true; of a false draft, the part and the clause doubted most are false."""
    labels = np.array([not parts[n].is_true for n in rows.part])
    groups = [(parts[n].draft, bool(each)) for n, each in zip(rows.part, rows.is_clause, strict=True)]
    size = Counter(groups)
    used = np.ones(len(labels), dtype=bool)
    weight = np.array([1.0 / size[one] if false else 1.0 for one, false in zip(groups, labels, strict=True)])
    for turn in range(ROUNDS):
        trees = HistGradientBoostingClassifier(
            max_iter=300,
            learning_rate=0.06,
            max_leaf_nodes=16,
            min_samples_leaf=20,
            l2_regularization=2.0,
            max_features=0.4,
            early_stopping=False,
            random_state=0,
        ).fit(rows.numbers[used], labels[used], sample_weight=weight[used])
        if turn < ROUNDS - 1:
            worst = _most_doubted(groups, labels, trees.decision_function(rows.numbers))
            used = np.array([not labels[n] or worst[groups[n]] == n for n in range(len(labels))])
            weight = np.ones(len(labels))
    return trees


def _most_doubted(
    groups: Sequence[tuple[int, bool]], labels: NDArray[np.bool_], votes: NDArray[np.float64]
) -> dict[tuple[int, bool], int]:
    """Of each false draft, the number of the part, and of the clause, that most votes are against."""
    worst: dict[tuple[int, bool], int] = {}
    for n, group in enumerate(groups):
        if labels[n] and (group not in worst or votes[n] > votes[worst[group]]):
            worst[group] = n
    return worst


def _export(trees: HistGradientBoostingClassifier) -> tuple[tuple[Tree, ...], float]:
    """The trees as they are kept, and where their votes start from.

    scikit-learn gives no other way to them than these two names of its own; a test
    holds that what is kept votes as they do. Limits are values that were met: rounded
    down, they would send these the other way.
    """
    kept = []
    for (one,) in trees._predictors:
        nodes = one.nodes
        kept.append(
            Tree(
                tuple(
                    -1 if leaf else int(n)
                    for n, leaf in zip(nodes["feature_idx"], nodes["is_leaf"], strict=True)
                ),
                tuple(float(n) for n in np.ceil(nodes["num_threshold"] * 1e6) / 1e6),
                tuple(int(n) for n in nodes["left"]),
                tuple(int(n) for n in nodes["right"]),
                tuple(round(float(n), 6) for n in nodes["value"]),
            )
        )
    return tuple(kept), float(np.ravel(trees._baseline_prediction)[0])


def _worst(parts: Sequence[Part], doubts: Iterable[float]) -> dict[int, float]:
    """For each draft, the doubt of its most doubtful part."""
    worst: dict[int, float] = {}
    for part, doubt in zip(parts, doubts, strict=True):
        worst[part.draft] = max(doubt, worst.get(part.draft, 0.0))
    return worst


def _report(
    judged: Sequence[Judged], settled: Mapping[int, bool], worst: Mapping[int, float], console: Console
) -> None:
    """Draws, for several limits, what share of each kind of draft passes."""
    kinds = Counter(one.lie or "truth" for one in judged)
    table = Table("limit", *(f"{kind} ({count})" for kind, count in sorted(kinds.items())), box=None)
    table.add_row(
        "exact",
        *(
            f"{sum(n in settled for n, one in enumerate(judged) if (one.lie or 'truth') == kind) / count:.3f}"
            for kind, count in sorted(kinds.items())
        ),
    )
    for limit in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        passing = Counter(
            one.lie or "truth"
            for n, one in enumerate(judged)
            if n not in settled and worst.get(n, 0.0) <= limit
        )
        table.add_row(f"{limit}", *(f"{passing[kind] / count:.3f}" for kind, count in sorted(kinds.items())))
    console.log(table)


if __name__ == "__main__":
    main()
