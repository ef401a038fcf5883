"""What judged statements teach of meanings: the turn of vectors that tells true from false, the examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from torch.nn.functional import binary_cross_entropy_with_logits, normalize

from assistant.answering.wording.meaning import Meanings, Vectors, encode, keep
from evals.memory import Part

WIDTH = 96  # numbers kept of a vector
BATCH = 48  # statements judged at once while the turn is learned
ENCODED = 256  # texts encoded at once
EPOCHS = 2
STEP = 2e-3
FEWEST = 5  # examples without which a statement teaches no turn
OUT = -1e9  # stands for minus infinity


def encode_parts(parts: Sequence[Part], console: Console) -> Vectors:
    """The vector of what each part says, a row each."""
    texts = sorted({part.said.text for part in parts})
    with ProcessPoolExecutor() as pool:
        encoding = pool.map(encode, texts, chunksize=ENCODED)
        told = list(track(encoding, "Meanings", total=len(texts), console=console, transient=True))
    row = {text: n for n, text in enumerate(texts)}
    found: Vectors = np.array(told)[[row[part.said.text] for part in parts]]
    return found


def traits_apart(
    parts: Sequence[Part],
    authors: Sequence[str],
    encoded: Vectors,
    folds: NDArray[np.int64],
    taught: NDArray[np.bool_],
    console: Console,
) -> NDArray[np.float64]:
    """The traits of each part by its meaning, a row each, by what those taught of the other folds teach."""
    found: list[tuple[float, ...]] = [()] * len(parts)
    for fold in track(sorted(set(folds)), "Meanings", console=console, transient=True):
        meanings = learn_meanings(parts, authors, encoded, taught & (folds != fold))
        for n in map(int, np.flatnonzero(folds == fold)):
            found[n] = meanings.traits(encoded[n], parts[n].scope.keys)
    return np.array(found, dtype=float)


def learn_meanings(
    parts: Sequence[Part], authors: Sequence[str], encoded: Vectors, taught: NDArray[np.bool_]
) -> Meanings:
    """The meanings of the parts that teach, turned so that true and false ones of a key lie apart."""
    first: dict[tuple[str, bool, tuple[str, ...]], int] = {}
    for n in map(int, np.flatnonzero(taught)):
        first.setdefault((parts[n].said.text, parts[n].is_true, parts[n].scope.keys), n)
    rows = sorted(first.values())
    centre = encoded[rows].mean(axis=0)
    plain = encoded[rows] - centre
    plain /= np.linalg.norm(plain, axis=1, keepdims=True)
    of = _by_key([parts[n] for n in rows])
    is_true = np.array([parts[n].is_true for n in rows])
    around = _around([parts[n] for n in rows], np.array([authors[n] for n in rows]), of)
    turn = _learn_turn(plain, around, is_true)
    vectors = normalize(torch.from_numpy(plain @ turn), dim=1).numpy()
    return Meanings(centre, turn, keep(vectors), is_true, of)


def _by_key(parts: Sequence[Part]) -> dict[str, NDArray[np.int32]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, part in enumerate(parts):
        for key in part.scope.keys:
            found[key].append(n)
    return {key: np.array(rows, dtype=np.int32) for key, rows in found.items()}


def _around(
    parts: Sequence[Part], authors: NDArray[np.str_], of: Mapping[str, NDArray[np.int32]]
) -> list[NDArray[np.int64]]:
    """For each part, those of its keys that others wrote."""
    found = []
    for part, author in zip(parts, authors, strict=True):
        rows = [np.zeros(0, dtype=np.int32), *(of[key] for key in part.scope.keys)]
        near = np.unique(np.concatenate(rows))
        found.append(near[authors[near] != author])
    return found


def _learn_turn(vectors: Vectors, around: Sequence[NDArray[np.int64]], is_true: NDArray[np.bool_]) -> Vectors:
    """The turn by which those around a statement tell best whether it is true.

    Neighbourhood components analysis (Goldberger et al., 2004).
    """
    torch.manual_seed(0)
    axes = np.linalg.svd(vectors[:: max(1, len(vectors) // 5000)], full_matrices=False)[2][:WIDTH]
    turn = torch.tensor(axes.T.copy(), requires_grad=True)
    sharp, lean = (torch.tensor(start, requires_grad=True) for start in (12.0, 0.0))
    learner = torch.optim.Adam([{"params": [turn], "lr": STEP}, {"params": [sharp, lean], "lr": 0.05}])
    told, truth = torch.from_numpy(vectors), torch.from_numpy(is_true)
    asked = np.array([n for n, near in enumerate(around) if len(near) >= FEWEST])
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for batch in np.array_split(order.permutation(asked), max(1, len(asked) // BATCH)):
            loss = _loss(told, truth, batch, [around[n] for n in batch], (turn, sharp, lean))
            learner.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            learner.step()
    return turn.detach().numpy()


def _loss(
    told: torch.Tensor,
    truth: torch.Tensor,
    batch: NDArray[np.int64],
    around: Sequence[NDArray[np.int64]],
    learned: tuple[torch.Tensor, torch.Tensor, torch.Tensor],
) -> torch.Tensor:
    """How badly the neighbours of a batch tell whether it is true."""
    turn, sharp, lean = learned
    every = np.unique(np.concatenate(list(around)))
    likeness = normalize(told[batch] @ turn, dim=1) @ normalize(told[every] @ turn, dim=1).T
    mine = torch.full(likeness.shape, OUT)
    for n, near in enumerate(around):
        mine[n, np.searchsorted(every, near)] = 0.0
    votes = sharp * likeness + mine
    true = torch.logsumexp(votes.masked_fill(~truth[every], OUT), 1)
    false = torch.logsumexp(votes.masked_fill(truth[every], OUT), 1)
    return binary_cross_entropy_with_logits((true - false + lean).clamp(-30, 30), truth[batch].float())
