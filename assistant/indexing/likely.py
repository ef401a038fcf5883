"""How likely a question is one of those a section answers: a naive Bayes model of their words and letters."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

OWN_WORDS = 3.0  # questions that a section's own text counts for
_UNSEEN = 0.02  # weight that a section is taken to give to a token it never has
_VOCABULARY = "vocabulary.json"
_TABLE = "table.npz"


@dataclass(frozen=True, eq=False)
class Likely:
    """The model of some chunks, whose places among all are `rows`.

    `weights` holds how telling each token is, `masses` what each
    takes away from a chunk that says much; `places`, `values` and `starts` hold,
    token after token, what it adds for the chunks that have it.
    """

    rows: NDArray[np.int64]
    vocabulary: Mapping[str, int]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]
    places: NDArray[np.int32]
    values: NDArray[np.float32]
    masses: NDArray[np.float32]

    def scores(self, tokens: Sequence[str], size: int) -> Scores:
        """For each of `size` chunks, the log-likelihood of the tokens; not a number where unknown."""
        known = [self.vocabulary[token] for token in set(tokens) if token in self.vocabulary]
        spans = [np.arange(self.starts[one], self.starts[one + 1]) for one in known]
        met = np.concatenate(spans) if spans else np.zeros(0, dtype=np.int64)
        added = np.bincount(self.places[met], weights=self.values[met], minlength=len(self.rows))
        found = np.full(size, np.nan, dtype=np.float32)
        found[self.rows] = added - self.weights[known].sum() * self.masses
        return found

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _VOCABULARY).write_text(json.dumps(list(self.vocabulary)), encoding="utf-8")
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        np.savez(folder / _TABLE, **arrays)


_ARRAYS = ("rows", "weights", "starts", "places", "values", "masses")


def load_likely(folder: Path) -> Likely:
    """The model that `save` wrote."""
    words = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
    with np.load(folder / _TABLE) as table:
        arrays = {name: table[name] for name in _ARRAYS}
    return Likely(vocabulary={word: number for number, word in enumerate(words)}, **arrays)


def build_likely(texts: Mapping[int, Sequence[Sequence[str]]]) -> Likely:
    """The model of chunks, each with the tokens of its own text first, then those of its questions.

    A text weighs the same, long or short; a token counts the more, the fewer
    texts it is in.
    """
    met = Counter(token for told in texts.values() for text in told for token in set(text))
    kept = sorted(met)
    total = sum(map(len, texts.values()))
    weights = np.array([1 + log((1 + total) / (1 + met[token])) for token in kept], dtype=np.float32)
    vocabulary = {token: number for number, token in enumerate(kept)}
    mass = [_masses(told, vocabulary, weights) for told in texts.values()]
    cells = sorted((token, place, mass) for place, row in enumerate(mass) for token, mass in row.items())
    tokens = np.array([token for token, _, _ in cells], dtype=np.int64)
    return Likely(
        rows=np.fromiter(texts, dtype=np.int64),
        vocabulary=vocabulary,
        weights=weights,
        starts=np.searchsorted(tokens, np.arange(len(kept) + 1)),
        places=np.array([place for _, place, _ in cells], dtype=np.int32),
        values=np.array([weights[t] * log(1 + held / _UNSEEN) for t, _, held in cells], dtype=np.float32),
        masses=np.array(
            [log(1 + sum(row.values()) / _UNSEEN / max(1, len(kept))) for row in mass], dtype=np.float32
        ),
    )


def _masses(
    told: Sequence[Sequence[str]], vocabulary: Mapping[str, int], weights: NDArray[np.float32]
) -> Mapping[int, float]:
    """What each token weighs in a chunk's own text and questions together."""
    found: dict[int, float] = defaultdict(float)
    for number, text in enumerate(told):
        known = [vocabulary[token] for token in set(text) if token in vocabulary]
        length = sqrt(sum(float(weights[one]) ** 2 for one in known)) or 1.0
        for one in known:
            found[one] += float(weights[one]) / length * (OWN_WORDS if number == 0 else 1.0)
    return found
