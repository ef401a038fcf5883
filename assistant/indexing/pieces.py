"""The pieces of words that the embedding model has a vector for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_PIECES = 6000
_UNKNOWN = "[UNK]"
_RARE_STEP = 1e-4  # of the trainer


def train_tokenizer(texts: Iterable[str]) -> Tokenizer:
    """A tokenizer that knows the pieces of words met most; accents and capitals are dropped.

    The same texts, in any order, give the same tokenizer.
    """
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=_PIECES, special_tokens=[_UNKNOWN], unk_token=_UNKNOWN, show_progress=False
    )
    tokenizer.train_from_iterator(sorted(texts), trainer)
    tokenizer.model = models.Unigram(_settled(tokenizer), unk_id=0)
    return tokenizer


def _settled(tokenizer: Tokenizer) -> list[tuple[str, float]]:
    """The pieces, the unknown one first; nothing in them depends on how threads took turns.

    The trainer sums in any order, and gives the letters too rare to be scored
    the lowest scores in any order, a step apart.
    """
    pieces = dict(json.loads(tokenizer.to_str())["model"]["vocab"])
    del pieces[_UNKNOWN]
    letters = {piece for piece in pieces if len(piece) == 1}
    lowest = min(pieces.values())
    rare = lowest + _RARE_STEP * len(letters)
    scores = {
        piece: round(lowest if piece in letters and score <= rare else score, 6)
        for piece, score in pieces.items()
    }
    return [(_UNKNOWN, 0.0), *sorted(scores.items(), key=lambda one: (-one[1], one[0]))]
