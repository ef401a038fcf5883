"""Fits the check of a model's statements: `python -m evals.fit_support [CORPUS …]` writes what it learns.

It learns from the drafts in `evals/drafts/dev/`, read against our corpus and any
others named, which say the same in other words, and from lists of words that stand for
others or exclude them. Each set is judged by what the others teach, to show how statements
that were not learned from are told apart.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.answering.wording.check import find_certain_faults, find_whole_faults
from assistant.answering.wording.meaning import Meanings, write_meanings
from assistant.answering.wording.said import Said, said_of
from assistant.answering.wording.scopes import Scope, read_scopes
from assistant.answering.wording.support import Support, write_support
from assistant.answering.wording.traits import find_traits
from assistant.conversation import Assistant
from assistant.errors import AssistantError
from assistant.reading import read_corpus
from assistant.settings import read_settings
from evals.judged import FOLDER, Judged, read_judged
from evals.meanings import encode_parts, learn_meanings, traits_apart
from evals.memory import Part, read_opposites, read_thesaurus, remember
from evals.trees import SKETCH, TREES, Rows, export_trees, find_doubts, fit_trees, most_doubted

MOST = 0.5  # a statement that is likelier false than true is refused
FOLDS = 6


def main(asked: Sequence[str] | None = None) -> None:
    """Fits, says how well it does on what it did not learn from, and writes what was learned.

    Ends with 1, and why, where a corpus or a draft cannot be read: nothing is written then.
    """
    parser = ArgumentParser(prog="python -m evals.fit_support", description=__doc__)
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help="documents that say the same")
    console = Console(stderr=True, log_time=False, log_path=False)
    try:
        judged = _read(parser.parse_args(asked).corpora, console)
    except AssistantError as error:
        sys.exit(f"Erreur. {error}")
    support, meanings = fit(judged, console)
    write_support(support)
    write_meanings(meanings)
    console.log("Written.")


def fit(judged: Sequence[Judged], console: Console) -> tuple[Support, Meanings]:
    """What some judged drafts teach, by at least two authors; draws how each was judged by the others.

    What each teaches is learned twice, the second time without parts of false drafts that may well be true.
    """
    parts, settled = _parts(judged, console)
    names = sorted({one.source for one in judged})
    count = min(FOLDS, len(names))
    fold_of = {name: n % count for n, name in enumerate(names)}
    folds = np.array([fold_of[judged[part.draft].source] for part in parts])
    rows = _traits(judged, parts, folds, np.ones(len(parts), dtype=bool), console)
    taught = _telling(parts, _doubts_apart(rows, parts, folds, SKETCH))
    authors = [judged[part.draft].source for part in parts]
    encoded = encode_parts(parts, console)
    near = traits_apart(parts, authors, encoded, folds, taught, console)
    rows = _traits(judged, parts, folds, taught, console).beside(near)
    doubts = _doubts_apart(rows, parts, folds, TREES)
    _report(judged, settled, _worst(parts, doubts), console)
    taught = _telling(parts, doubts)
    memory = remember(_kept(parts, taught), read_thesaurus(), read_opposites())
    support = Support(memory, *export_trees(fit_trees(rows, parts)), MOST)
    return support, learn_meanings(parts, authors, encoded, taught)


def _kept(parts: Sequence[Part], taught: NDArray[np.bool_]) -> list[Part]:
    return [part for part, kept in zip(parts, taught, strict=True) if kept]


def _telling(parts: Sequence[Part], doubts: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The parts that teach: of a false draft, the one doubted most, for the others may well be true."""
    drafts, false = [part.draft for part in parts], np.array([not part.is_true for part in parts])
    worst = most_doubted(drafts, false, doubts)
    return np.array([worst.get(draft, n) == n for n, draft in enumerate(drafts)])


def _doubts_apart(
    rows: Rows, parts: Sequence[Part], folds: NDArray[np.int64], most: int
) -> NDArray[np.float64]:
    """The doubt on each part, by so many trees fitted on the other folds."""
    doubts = np.zeros(len(parts))
    for fold in set(folds):
        inside = folds[rows.part] == fold
        trees = fit_trees(rows.only(~inside), parts, most)
        for n, doubt in find_doubts(trees, rows.only(inside)).items():
            doubts[n] = doubt
    return doubts


def _traits(
    judged: Sequence[Judged],
    parts: Sequence[Part],
    folds: NDArray[np.int64],
    taught: NDArray[np.bool_],
    console: Console,
) -> Rows:
    """The traits of the parts that say something, by what those taught of the other folds teach."""
    found: list[tuple[float, ...]] = []
    owners: list[int] = []
    with ProcessPoolExecutor() as pool:
        told = {}
        for fold in set(folds):
            inside = [int(n) for n in np.flatnonzero(folds == fold)]
            asked = [(parts[n], judged[parts[n].draft].evidence.question) for n in inside]
            told[pool.submit(_traits_of, asked, _kept(parts, taught & (folds != fold)))] = inside
        done = track(as_completed(told), "Traits", total=len(told), console=console, transient=True)
        for one in done:
            for n, traits in zip(told[one], one.result(), strict=True):
                found.extend(traits)
                owners.extend([n] * len(traits))
    order = np.argsort(owners, kind="stable")
    return Rows(np.array(found, dtype=float)[order], np.array(owners)[order])


def _traits_of(asked: Sequence[tuple[Part, str]], taught: Sequence[Part]) -> list[list[tuple[float, ...]]]:
    """The traits of each part, with the question it answers, by what others teach."""
    memory = remember(taught, read_thesaurus(), read_opposites())
    return [find_traits(part.scope, part.said, question, memory) for part, question in asked]


def _read(corpora: Sequence[str], console: Console) -> list[Judged]:
    """The drafts as read against each corpus, ours first; a process reads each."""
    named = [Path(corpus) for corpus in corpora]
    for place in named:
        read_corpus(place, rules=read_settings().rules)  # what cannot be read is said before the long work
    with ProcessPoolExecutor() as pool, console.status("Drafts"):
        return [one for judged in pool.map(_read_against, (None, *named)) for one in judged]


def _read_against(corpus: Path | None) -> list[Judged]:
    paths = sorted((FOLDER / "dev").glob("*.yaml"))
    return list(read_judged(paths, Assistant(read_settings(audience="rep", corpus=corpus))))


def _parts(judged: Sequence[Judged], console: Console) -> tuple[list[Part], dict[int, bool]]:
    """The parts of drafts that nothing exact settles; for the others, whether they are refused."""
    parts: list[Part] = []
    settled: dict[int, bool] = {}
    with ProcessPoolExecutor() as pool:
        done = pool.map(_parts_of, judged, chunksize=200)
        for n, found in enumerate(
            track(done, "Exact checks", total=len(judged), console=console, transient=True)
        ):
            if found is None:
                settled[n] = True
            else:
                parts.extend(Part(n, scope, said, judged[n].is_true) for scope, said in found)
    return parts, settled


def _parts_of(one: Judged) -> list[tuple[Scope, Said]] | None:
    """The parts of a draft, each with what it says; none where an exact check refuses it."""
    certain = any(find_certain_faults(each, one.evidence) for each in one.statements)
    if certain or any(find_whole_faults(one.statements, one.evidence)):
        return None
    scopes = (scope for each in one.statements for scope in read_scopes(each, one.evidence))
    return [(scope, said_of(scope, one.evidence)) for scope in scopes]


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
