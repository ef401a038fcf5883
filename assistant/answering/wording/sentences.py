"""Sentences as they are compared: their words by their roots, their figures, their clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.words import Words, every_stem

_CLAUSES = re.compile(
    r"[;:,.()]|\s[–—-]\s|\b(?:mais|alors que|tandis que|sinon|puisque|car|et si)\b"
    r"|\bet (?=(?:peu\w+|doi\w+|est|sont|sera|ne|se|le|la|les|une?|aucune?|vous|lexom|nous)\b|[nsl]')"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a proof, ready to be compared."""

    text: str
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    clauses: tuple[str, ...]


def read_sentence(text: str) -> Sentence:
    """A sentence in the form that statements are compared with."""
    spelt = spell(text)
    return Sentence(spelt, every_stem(spelt), quantities(text), clauses_of(spelt))


def clauses_of(spelt: str) -> tuple[str, ...]:
    """The clauses of a spelt text; the points of abbreviations and figures end none."""
    guarded = re.sub(r"(?<=\d)[.,](?=\d)|(?<=\bart)\.|(?<=\b[a-z])\.(?=\w)", "·", spelt)
    return tuple(part.replace("·", ".").strip() for part in _CLAUSES.split(guarded) if part.strip())


def share_of(stems: Sequence[str], held: frozenset[str], lexicon: Words) -> float:
    """The share of some roots that others hold, or say in other words."""
    return sum(lexicon.covered(one, held) for one in stems) / len(stems) if stems else 0.0
