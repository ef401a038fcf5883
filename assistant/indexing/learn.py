"""A small embedding model, trained on the corpus and the questions people ask about it."""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.datatypes import Chunk
from assistant.errors import CorpusError
from assistant.french import sentence_spans
from assistant.indexing.embed import TAUGHT
from assistant.indexing.fields import embedded_text, heading
from assistant.indexing.pieces import train_tokenizer
from assistant.indexing.questions import Question
from assistant.indexing.reword import Rewording, misspell

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

Progress = Callable[[str, int, int], None]
Tokens = NDArray[np.int64]

_DIMENSIONS = 256
_BATCH = 64
_RATE = 0.05
_SHARPNESS = 12.0
_SEED = 20261120
_SHORTEST_SENTENCE = 25
_REWORDED = 0.8
_MISSPELT = 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that should be near; `keys` are the sections that would do as well as `key`."""

    text: str
    near: str
    key: str
    keys: frozenset[str]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class LearnReport:
    """What was learned from, how it went, and where the model stands."""

    folder: Path
    pairs: int
    questions: int
    pieces: int
    first_loss: float
    last_loss: float
    seconds: float


def learn(
    chunks: Sequence[Chunk],
    questions: Sequence[Question],
    out: Path,
    *,
    synonyms: Sequence[Sequence[str]] = (),
    epochs: int = 40,
    on_progress: Progress | None = None,
) -> LearnReport:
    """Train the embedding model and write it to a folder that `embed` reads.

    The same chunks and questions give the same files. Raises `CorpusError`
    when there is too little to learn from.
    """
    start = time.monotonic()
    pairs = make_pairs(chunks, questions)
    if len({pair.key for pair in pairs}) < 2:
        raise CorpusError(
            "le corpus", "il faut au moins deux sections pour apprendre.", "Ajoutez des documents."
        )
    texts = {text for pair in pairs for text in (pair.text, pair.near)}
    tokenizer = train_tokenizer(texts.union(*synonyms))
    training = _Training(tokenizer, Rewording(synonyms), steps=epochs * -(-len(pairs) // _BATCH))
    losses = _train_vectors(training, pairs, epochs, on_progress or _silent)
    taught = sorted({pair.key for pair in pairs if pair.asked})
    _save(out, tokenizer, training.table.weight.detach().numpy(), taught)
    return LearnReport(
        folder=out,
        pairs=len(pairs),
        questions=len(questions),
        pieces=tokenizer.get_vocab_size(),
        first_loss=losses[0],
        last_loss=losses[-1],
        seconds=time.monotonic() - start,
    )


def make_pairs(chunks: Sequence[Chunk], questions: Sequence[Question]) -> tuple[Pair, ...]:
    """What should be near: a question and its sections, a heading and its body, sentences of one section."""
    texts: dict[str, list[str]] = {}
    for chunk in chunks:
        texts.setdefault(chunk.key, []).append(embedded_text(chunk))
    asked = (
        Pair(question.text, text, key, frozenset(question.keys), asked=True)
        for question in questions
        for key in question.keys
        for text in texts.get(key, ())
    )
    own = (pair for chunk in chunks for pair in _own_pairs(chunk))
    return tuple(dict.fromkeys([*asked, *own]))


def _own_pairs(chunk: Chunk) -> Iterator[Pair]:
    key, keys = chunk.key, frozenset({chunk.key})
    yield Pair(heading(chunk), chunk.text, key, keys)
    sentences = [chunk.text[a:b] for a, b in sentence_spans(chunk.text) if b - a >= _SHORTEST_SENTENCE]
    for one, following in zip(sentences, sentences[1:] + sentences[:1], strict=True):
        if one != following:
            yield Pair(one, following, key, keys)


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
    """Write the files that both model2vec and sentence-transformers read, each whole or not at all."""
    from model2vec.persistence import save_pretrained

    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".learning-") as temporary:
        save_pretrained(
            Path(temporary),
            embeddings=table.astype(np.float16),
            tokenizer=tokenizer,
            config={"normalize": True, "max_length": None},
            create_model_card=False,
        )
        Path(temporary, TAUGHT).write_text(json.dumps(taught, indent=0), encoding="utf-8")
        for path in Path(temporary).iterdir():
            path.chmod(0o644)  # the vectors are written for their owner alone otherwise
            path.replace(out / path.name)


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
