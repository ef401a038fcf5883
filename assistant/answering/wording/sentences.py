"""Sentences as they are compared: their words by their roots, their figures, their clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.words import Words, every_stem

NEAR = 0.9  # a sentence is as near as the best one from this share of what the best holds
_CLAUSES = re.compile(
    r"[;:,.()]|\s[–—-]\s|\b(?:mais|alors que|tandis que|sinon|puisque|car|et si)\b"
    r"|\bet (?=(?:peu\w+|doi\w+|est|sont|sera|ne|se|le|la|les|son|sa|ses|leurs?|une?"
    r"|aucune?|vous|lamaison|nous|vise|dure|comporte|comprend|porte|concerne|demande|permet|donne|recoit|garde|conserve|applique|facture|rembourse)\b|[nsl]')"
)

_WITHOUT = re.compile(
    r"sans (?:l'|la |le )?(?P<needed>(?:autorisation|accord|consentement)[^,]*), "
    r"(?:il est (?:\w+ment )?interdit (?:de |d')|(?=\w))(?P<done>.+)"
)
_ASIDE = re.compile(
    r"(?<=\w), (?P<aside>(?:meme|y compris|partielle?|totale?|notamment|par exemple|en"
    r" revanche|toutefois|hors)\b[^,;:.()]{0,60}), ?(?=\w)"
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


def restate(spelt: str, said: str) -> str:
    """What a sentence that forbids something without an agreement asks for; empty for another.

    Only a text `said` of that agreement, and not of doing without it, may rest on it.

    >>> restate("sans accord ecrit, il est interdit de copier les supports.", "copier exige un accord ecrit")
    "copier les supports exige accord ecrit et n'est possible qu'avec accord ecrit"
    """
    match = _WITHOUT.match(spelt)
    if match is None or match["needed"].split()[0] not in said or re.search(r"\bsans\b|\bn[e']", said):
        return ""
    needed, done = match["needed"].strip(), match["done"].strip(" .")
    return f"{done} exige {needed} et n'est possible qu'avec {needed}"


def clauses_of(spelt: str) -> tuple[str, ...]:
    """The clauses of a spelt text; the points of abbreviations and figures end none."""
    guarded = re.sub(r"(?<=\d)[.,](?=\d)|(?<=\bart)\.|(?<=[a-z])\.(?=\w)", "·", spelt)
    if aside := _ASIDE.search(guarded):
        guarded = f"{guarded[: aside.start()]} {guarded[aside.end() :]} ; {aside['aside']}"
    return tuple(part.replace("·", ".").strip() for part in _CLAUSES.split(guarded) if part.strip())


def share_of(stems: Sequence[str], held: frozenset[str], lexicon: Words) -> float:
    """The share of some roots that others hold, or say in other words."""
    return sum(lexicon.covered(one, held) for one in stems) / len(stems) if stems else 0.0


def nearest(
    roots: Sequence[str],
    sentences: Sequence[Sentence],
    lexicon: Words,
    *,
    within: float = NEAR,
    least: float = 0.0,
) -> list[Sentence]:
    """The sentences that hold most of some roots, or `within` that share of it; none under `least`."""
    shares = [share_of(roots, one.stems, lexicon) for one in sentences]
    best = max(shares, default=0.0)
    if best < least:
        return []
    return [one for one, share in zip(sentences, shares, strict=True) if share >= within * best]
