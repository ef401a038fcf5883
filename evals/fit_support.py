"""Fits the check of a model's statements: `python -m evals.fit_support [CORPUS …]` writes `support.json.gz`.

It learns from the drafts in `evals/drafts/dev/`, read against our corpus and any
others named, which say the same in other words. Each set is judged by what the
others teach, so that the doubt above which a statement is refused is chosen on
statements that were not learned from.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from sklearn.ensemble import GradientBoostingClassifier

from assistant.answering.wording.check import find_certain_faults, find_whole_faults, said_of
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.support import Support, Tree, write_support
from assistant.answering.wording.traits import find_traits
from assistant.conversation import Assistant
from assistant.settings import read_settings
from evals.judged import FOLDER, Judged, read_judged
from evals.memory import Part, remember

LOST = 0.06  # share of the lies that may pass where the limit is set
FOLDS = 6


def main(*corpora: str) -> int:
    """Fits, says how well it does on what it did not learn from, and writes what was learned."""
    console = Console(stderr=True, log_time=False, log_path=False)
    support = fit(list(_read(corpora, console)), console)
    write_support(support)
    console.log(f"Limit {support.most:.3f}; written.")
    return 0


def fit(judged: Sequence[Judged], console: Console) -> Support:
    """What some judged drafts teach, by at least two authors; draws how each was judged by the others."""
    parts, settled = _parts(judged, console)
    names = sorted({one.source for one in judged})
    count = min(FOLDS, len(names))
    fold_of = {name: n % count for n, name in enumerate(names)}
    folds = np.array([fold_of[judged[part.draft].source] for part in parts])
    parts, folds, numbers = _traits(judged, parts, folds, console)
    doubts = np.zeros(len(parts))
    for fold in range(count):
        trees = _fit(numbers[folds != fold], [p for p, f in zip(parts, folds, strict=True) if f != fold])
        doubts[folds == fold] = trees.predict_proba(numbers[folds == fold])[:, 1]
    worst = _worst(parts, doubts)
    _report(judged, settled, worst, console)
    return Support(remember(parts), *_export(_fit(numbers, parts)), _limit(judged, settled, worst))


def _traits(
    judged: Sequence[Judged], parts: Sequence[Part], folds: NDArray[np.int64], console: Console
) -> tuple[list[Part], NDArray[np.int64], NDArray[np.float64]]:
    """The parts that say something, their folds, and their traits by what the other folds teach."""
    told = {
        fold: remember([p for p, f in zip(parts, folds, strict=True) if f != fold]) for fold in set(folds)
    }
    pairs = list(zip(parts, folds, strict=True))
    traits = [
        find_traits(part.scope, part.said, judged[part.draft].evidence.question, told[fold])
        for part, fold in track(pairs, description="Traits", console=console, transient=True)
    ]
    kept = [n for n, one in enumerate(traits) if one is not None]
    return [parts[n] for n in kept], folds[kept], np.array([traits[n] for n in kept], dtype=float)


def _read(corpora: Sequence[str], console: Console) -> Iterator[Judged]:
    paths = sorted((FOLDER / "dev").glob("*.yaml"))
    for corpus in (None, *corpora):
        assistant = Assistant(read_settings(audience="rep", corpus=Path(corpus) if corpus else None))
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


def _fit(numbers: NDArray[np.float64], parts: Sequence[Part]) -> GradientBoostingClassifier:
    """Trees that tell false parts from true ones; of a false draft, the part they doubt most is false."""
    labels = np.array([not part.is_true for part in parts])
    drafts = [part.draft for part in parts]
    size = Counter(drafts)
    used = np.ones(len(parts), dtype=bool)
    weight = np.array([1.0 / size[n] if false else 1.0 for n, false in zip(drafts, labels, strict=True)])
    for _ in range(3):
        trees = GradientBoostingClassifier(
            n_estimators=160,
            max_depth=4,
            learning_rate=0.07,
            subsample=0.7,
            min_samples_leaf=12,
            max_features=0.4,
            random_state=0,
        ).fit(numbers[used], labels[used], sample_weight=weight[used])
        doubts = trees.predict_proba(numbers)[:, 1]
        worst: dict[int, int] = {}
        for n, draft in enumerate(drafts):
            if labels[n] and (draft not in worst or doubts[n] > doubts[worst[draft]]):
                worst[draft] = n
        used = np.array([not labels[n] or worst[drafts[n]] == n for n in range(len(parts))])
        weight = np.ones(len(parts))
    return trees


def _export(trees: GradientBoostingClassifier) -> tuple[tuple[Tree, ...], float]:
    """The trees as they are kept, and where their votes start from."""
    kept = []
    for (one,) in trees.estimators_:
        tree = one.tree_
        kept.append(
            Tree(
                tuple(int(n) if n >= 0 else -1 for n in tree.feature),
                tuple(round(float(n), 6) for n in tree.threshold),
                tuple(int(n) for n in tree.children_left),
                tuple(int(n) for n in tree.children_right),
                tuple(round(float(n) * trees.learning_rate, 6) for n in tree.value[:, 0, 0]),
            )
        )
    share = float(trees.init_.class_prior_[1])
    return tuple(kept), math.log(share / (1 - share))


def _worst(parts: Sequence[Part], doubts: Iterable[float]) -> dict[int, float]:
    """For each draft, the doubt of its most doubtful part."""
    worst: dict[int, float] = {}
    for part, doubt in zip(parts, doubts, strict=True):
        worst[part.draft] = max(doubt, worst.get(part.draft, 0.0))
    return worst


def _limit(judged: Sequence[Judged], settled: Mapping[int, bool], worst: Mapping[int, float]) -> float:
    """The doubt under which no more than `LOST` of the lies on questions pass."""
    lies = [n for n, one in enumerate(judged) if one.lie and one.evidence.question]
    found = sorted(worst.get(n, 0.0) for n in lies if n not in settled)
    return round(float(found[min(len(found) - 1, int(LOST * len(lies)))]), 4)


def _report(
    judged: Sequence[Judged], settled: Mapping[int, bool], worst: Mapping[int, float], console: Console
) -> None:
    """Draws, for several shares of lies that pass, how many truths do."""
    kinds = Counter(one.lie or "truth" for one in judged)
    table = Table("limit", *(f"{kind} ({count})" for kind, count in sorted(kinds.items())), box=None)
    table.add_row(
        "exact",
        *(
            f"{sum(n in settled for n, one in enumerate(judged) if (one.lie or 'truth') == kind) / count:.3f}"
            for kind, count in sorted(kinds.items())
        ),
    )
    for limit in (0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5):
        passing = Counter(
            one.lie or "truth"
            for n, one in enumerate(judged)
            if n not in settled and worst.get(n, 0.0) <= limit
        )
        table.add_row(f"{limit}", *(f"{passing[kind] / count:.3f}" for kind, count in sorted(kinds.items())))
    console.log(table)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
