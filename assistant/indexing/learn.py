"""A small embedding model, trained on the corpus and the questions people ask about it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.datatypes import Chunk
from assistant.errors import CorpusError
from assistant.french import sentence_spans
from assistant.indexing.fields import embedded_text, heading
from assistant.indexing.questions import Question
from assistant.indexing.reword import Rewording, misspell

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

Progress = Callable[[str, int, int], None]

_PIECES = 6000
_DIMENSIONS = 256
_BATCH = 64
_RATE = 0.05
_SHARPNESS = 20.0
_SEED = 20261120
_SHORTEST_SENTENCE = 25


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
        raise CorpusError("the corpus", "has fewer than two sections to learn from.", "Add documents.")
    texts = sorted(
        {embedded_text(one) for one in chunks}
        | {pair.text for pair in pairs}
        | {w for g in synonyms for w in g}
    )
    tokenizer = _train_tokenizer(texts)
    table, losses = _train_vectors(pairs, tokenizer, Rewording(synonyms), epochs, on_progress)
    _save(out, tokenizer, table)
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


def _train_tokenizer(texts: Sequence[str]) -> Tokenizer:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=_PIECES, special_tokens=["[UNK]"], unk_token="[UNK]", show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _train_vectors(
    pairs: Sequence[Pair],
    tokenizer: Tokenizer,
    rewording: Rewording,
    epochs: int,
    on_progress: Progress | None,
) -> tuple[np.ndarray, list[float]]:
    """The vector of each piece, and the mean loss of each epoch."""
    import torch

    dice = random.Random(_SEED)  # noqa: S311  nothing secret is drawn
    table = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), _DIMENSIONS, mode="mean")
    seed = torch.Generator().manual_seed(_SEED)
    torch.nn.init.normal_(table.weight, std=_DIMENSIONS**-0.5, generator=seed)
    optimizer = torch.optim.AdamW(table.parameters(), lr=_RATE)
    steps = epochs * -(-len(pairs) // _BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for batch in _batches(pairs, dice):
            texts = [_varied(pair, rewording, dice) for pair in batch]
            loss = _loss(
                table, batch, _bags(tokenizer, texts, dice), _bags(tokenizer, [p.near for p in batch], None)
            )
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch) / len(pairs)
        losses.append(total)
        if on_progress:
            on_progress("learn", epoch + 1, epochs)
    return table.weight.detach().numpy(), losses


_REWORD = 0.5
_MISSPELL = 0.1
_DROP = 0.0


def _varied(pair, rewording, dice):
    text = pair.text
    if not pair.asked:
        return text
    if dice.random() < _REWORD:
        text = rewording.reword(text, dice)
    if dice.random() < _MISSPELL:
        text = misspell(text, dice)
    return text


def _bags(tokenizer, texts, dice):
    bags = [e.ids or [0] for e in tokenizer.encode_batch(texts)]
    if dice and _DROP:
        bags = [[i for i in b if dice.random() >= _DROP] or b for b in bags]
    return bags


def _batches(pairs: Sequence[Pair], dice: random.Random) -> Iterator[list[Pair]]:
    shuffled = dice.sample(pairs, len(pairs))
    for start in range(0, len(shuffled), _BATCH):
        yield shuffled[start : start + _BATCH]


def _loss(table: torch.nn.EmbeddingBag, batch: list[Pair], left, right) -> torch.Tensor:
    """How far each text is from its own neighbour among those of the batch."""
    import torch

    left, right = (torch.nn.functional.normalize(_embed(table, bags)) for bags in (left, right))
    likeness = left @ right.T * _SHARPNESS
    alike = torch.tensor([[b.key in a.keys for b in batch] for a in batch])
    likeness = likeness.masked_fill(alike.fill_diagonal_(False), float("-inf"))
    return torch.nn.functional.cross_entropy(likeness, torch.arange(len(batch)))


def _embed(table: torch.nn.EmbeddingBag, bags: list[list[int]]) -> torch.Tensor:
    import torch

    starts = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
    flat = [token for bag in bags for token in bag]
    found: torch.Tensor = table(torch.tensor(flat), torch.from_numpy(starts))
    return found


def _save(out: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    """Write the files that both model2vec and sentence-transformers read."""
    from model2vec.persistence import save_pretrained

    save_pretrained(
        out,
        embeddings=table.astype(np.float16),
        tokenizer=tokenizer,
        config={"normalize": True, "max_length": None},
        create_model_card=False,
    )
