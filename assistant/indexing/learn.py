"""A small embedding model, trained on the corpus and the questions people ask about it."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import CorpusError
from assistant.indexing import Progress, silent
from assistant.indexing.embed import TAUGHT
from assistant.indexing.pairs import Pair
from assistant.indexing.pieces import train_tokenizer
from assistant.indexing.reword import Rewording, misspell

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

Tokens = NDArray[np.int64]

_DIMENSIONS = 256
_BATCH = 64
_RATE = 0.05
_SHARPNESS = 12.0
_SEED = 20261120
_REWORDED = 0.8
_MISSPELT = 0.1


@dataclass(frozen=True, slots=True)
class LearnReport:
    """What was learned from, and how it went."""

    pairs: int
    first_loss: float
    last_loss: float
    seconds: float


def learn(
    pairs: Sequence[Pair],
    out: Path,
    *,
    synonyms: Sequence[Sequence[str]] = (),
    epochs: int = 20,
    on_progress: Progress = silent,
) -> LearnReport:
    """Train the embedding model and write it to a folder that `embed` reads.

    The same pairs give the same files. What stood in the folder is replaced at
    the end, whole. Raises `CorpusError` when there is too little to learn from.
    """
    start = time.monotonic()
    if len({pair.key for pair in pairs}) < 2:
        raise CorpusError(
            "le corpus", "il faut au moins deux sections pour apprendre.", "Ajoutez des documents."
        )
    texts = {text for pair in pairs for text in (pair.text, pair.near)}
    tokenizer = train_tokenizer(texts.union(*synonyms))
    training = _Training(tokenizer, Rewording(synonyms), steps=epochs * -(-len(pairs) // _BATCH))
    losses = _train_vectors(training, pairs, epochs, on_progress)
    taught = sorted({pair.key for pair in pairs if pair.asked})
    _save(out, tokenizer, training.table.weight.detach().numpy(), taught)
    return LearnReport(
        pairs=len(pairs),
        first_loss=losses[0],
        last_loss=losses[-1],
        seconds=time.monotonic() - start,
    )


class _Training:
    """The table of token vectors while it is trained."""

    def __init__(self, tokenizer: Tokenizer, rewording: Rewording, steps: int) -> None:
        import torch

        self.dice = random.Random(_SEED)  # noqa: S311  nothing secret is drawn
        self._tokenizer = tokenizer
        self._rewording = rewording
        self._tokens: dict[str, Tokens] = {}
        self.table = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), _DIMENSIONS, mode="mean")
        seed = torch.Generator().manual_seed(_SEED)
        torch.nn.init.normal_(self.table.weight, std=_DIMENSIONS**-0.5, generator=seed)
        self._optimizer = torch.optim.AdamW(self.table.parameters(), lr=_RATE)
        self._schedule = torch.optim.lr_scheduler.LinearLR(self._optimizer, 1.0, 0.0, total_iters=steps)

    def step(self, batch: Sequence[Pair]) -> float:
        """The loss of the batch, before the table learns from it."""
        import torch

        likeness = (
            self._embed([self._varied(pair) for pair in batch])
            @ self._embed([self._known(pair.near) for pair in batch]).T
        )
        alike = torch.tensor([[other.key in pair.keys for other in batch] for pair in batch])
        likeness = (likeness * _SHARPNESS).masked_fill(alike.fill_diagonal_(False), float("-inf"))
        loss = torch.nn.functional.cross_entropy(likeness, torch.arange(len(batch)))
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self._optimizer.step()
        self._schedule.step()
        return loss.item()

    def _varied(self, pair: Pair) -> Tokens:
        """The tokens of the pair's text; of a question, often in other words or misspelt."""
        text = pair.text
        if pair.asked and self.dice.random() < _REWORDED:
            text = self._rewording.reword(text, self.dice)
        if pair.asked and self.dice.random() < _MISSPELT:
            text = misspell(text, self.dice)
        return self._known(text) if text == pair.text else self._encode(text)

    def _known(self, text: str) -> Tokens:
        if text not in self._tokens:
            self._tokens[text] = self._encode(text)
        return self._tokens[text]

    def _encode(self, text: str) -> Tokens:
        return np.asarray(self._tokenizer.encode(text).ids or [0], dtype=np.int64)

    def _embed(self, bags: Sequence[Tokens]) -> torch.Tensor:
        import torch

        starts = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
        found = self.table(torch.from_numpy(np.concatenate(bags)), torch.from_numpy(starts))
        return torch.nn.functional.normalize(found)


def _train_vectors(training: _Training, pairs: Sequence[Pair], epochs: int, tell: Progress) -> list[float]:
    """The mean loss of each epoch."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # sums in one order, so that the same input gives the same bytes
    losses = []
    try:
        for epoch in range(epochs):
            shuffled = training.dice.sample(pairs, len(pairs))
            batches = [shuffled[start : start + _BATCH] for start in range(0, len(shuffled), _BATCH)]
            losses.append(sum(training.step(batch) * len(batch) for batch in batches) / len(pairs))
            tell("learn", epoch + 1, epochs)
    finally:
        torch.set_num_threads(threads)
    return losses


def _save(out: Path, tokenizer: Tokenizer, table: np.ndarray, taught: Sequence[str]) -> None:
    """Write the files that both model2vec and sentence-transformers read."""
    from model2vec.persistence import save_pretrained

    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".learning-") as temporary:
        folder = Path(temporary, "model")
        save_pretrained(
            folder,
            embeddings=table.astype(np.float16),
            tokenizer=tokenizer,
            config={"normalize": True, "max_length": None},
            create_model_card=False,
        )
        (folder / TAUGHT).write_text(json.dumps(taught, indent=0), encoding="utf-8")
        for path in folder.iterdir():
            path.chmod(0o644)  # the vectors are written for their owner alone otherwise
        put_in_place(folder, out)


def put_in_place(folder: Path, out: Path) -> None:
    """Give a model's folder the name `out`; what bore it goes when the new one stands, and not before."""
    before = folder.with_name(f"{folder.name}-before")
    try:
        if out.exists():
            out.rename(before)
        folder.rename(out)
    finally:
        if before.exists() and not out.exists():
            before.rename(out)
    shutil.rmtree(before, ignore_errors=True)
