"""Sentences as they are compared: their words by their roots, their figures, what they turn on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.wording.quantities import Quantity, quantities
from assistant.answering.wording.roots import has_kin, root_set
from assistant.answering.wording.spelt import spell
from assistant.french import fold

# What a sentence may turn on: whether both say no, must or may, before or after, who does it…
_SIGNS = {
    "accord": r"\b(?:accord\w*|autoris\w*|consent\w*|valid[ae]\w*|approuv\w*|approbation)\b",
    "after": r"\b(?:apres|issue|suite|ulterieur\w*|une fois|posterieur\w*|terme)\b",
    "all": (
        r"\b(?:tou(?:t|s|te|tes)|toujours|chaque|systemati\w*|quel\w* que"
        r"|integral\w*|entier\w*|total\w*)\b"
    ),
    "always": r"\b(?:toujours|systemati\w*|chaque|dans tous les cas|a chaque fois)\b",
    "automatic": r"\b(?:automatiqu\w*|plein droit|sans formalite|immediat\w*|aussitot)\b",
    "before": r"\b(?:avant|prealable\w*|preced\w*|anterieur\w*)\b",
    "client": r"\b(?:client\w*|vous|acheteur\w*)\b",
    "company": r"\blamaison\b|\bnous\b",
    "condition": (
        r"\b(?:si|s'il\w*|en cas|lorsqu\w*|quand|condition|des lors|faute d|a defaut|pourvu qu|tant qu"
        r"|pour autant qu|du moment qu|moyennant)\b"
    ),
    "during": r"\b(?:pendant|durant|au cours|en cours|lors)\b",
    "even": r"\b(?:meme|y compris)\b",
    "except": r"\b(?:sauf|hormis|except\w*|a moins qu|hors|sous reserve)\b",
    "less": r"\bmoins\b|\binferieur\w*\b",
    "may": r"\b(?:peu(?:t|vent)|pouv\w+|pourr\w+|possib\w*|facult\w*|libre\w*|eventuel\w*|choix|choisi\w*)\b",
    "more": r"\bplus\b|\bsuperieur\w*\b|\bau-dela\b",
    "must": (
        r"\b(?:doi(?:t|vent)|dev(?:ez|r\w+|ons)|oblig\w*|imperat\w*|exig\w*|faut|necessair\w*"
        r"|tenue?s?|requi\w*|impos\w*)\b"
    ),
    "no": (r"\b(?:ne|pas|aucune?s?|jamais|ni|sans|non|exclu\w*|interdi\w*|refus\w*|ecart\w*)\b|\bn'"),
    "only": r"\b(?:seule?s?|unique\w*|exclusi\w*|seulement)\b|\bn(?:e |')[^,;.]{1,40}\bqu(?:e\b|')",
    "oral": r"\b(?:oral\w*|telephon\w*|verbal\w*)\b",
    "or": r"\bou\b",
    "part": r"\b(?:parti\w*|moitie|quart|fraction)\b",
    "received": r"\b(?:recep\w*|recu\w*|recoi\w*|parv\w*)\b",
    "sent": r"\b(?:envo\w*|expedi\w*|poste\w*|adress\w*|transm\w*)\b",
    "self": r"\b(?:elles?|lui|eux|vous|nous)-memes?\b",
    "silent": (
        r"(?:\bne |\bn')(?:\w+ ){0,2}(?:precis|mention|di[ts]|parl|detaill|donn|prevoi|indiqu|evoqu)\w*"
        r"|\bsilence\b|\b(?:seule?s?|tout ce)\b.{0,40}\b(?:dont|que?)\b.{0,20}\b(?:dit|parl|donn|indiqu)\w*"
    ),
    "written": r"\b(?:ecrit\w*|lettre|courrier|recommande\w*|e-?mail\w*)\b",
}
_CLAUSES = re.compile(r"[;:()]|,(?!\d)|\b(?:et|mais|dont|tandis qu|alors qu)\b")
_ACTOR = re.compile(rf"(?P<client>{_SIGNS['client']})|(?P<company>{_SIGNS['company']})")
_PATTERNS = {name: re.compile(pattern) for name, pattern in _SIGNS.items()}
NO = _PATTERNS["no"]
"""What denies, in a folded text."""
SIGNS = tuple(sorted(_SIGNS))
"""The names of what a sentence may turn on, in the order of the numbers made of them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a proof, ready to be compared; `spelt` has its numbers in digits."""

    spelt: str
    folded: str
    roots: frozenset[str]
    quantities: tuple[Quantity, ...]
    signs: frozenset[str]


@lru_cache(maxsize=4096)
def read_sentence(text: str) -> Sentence:
    """A sentence in the form that statements are compared with."""
    folded = fold(text)
    return Sentence(spell(text), folded, root_set(text), quantities(text), signs_of(folded))


@lru_cache(maxsize=4096)
def signs_of(folded: str) -> frozenset[str]:
    """What a folded text turns on, by name.

    >>> sorted(signs_of("vous ne pouvez annuler qu'avant le debut"))
    ['before', 'client', 'may', 'no', 'only']
    """
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(folded))


def actor_of(folded: str) -> str:
    """Who is named first in a folded text, « client » or « company »; empty where neither is.

    >>> actor_of("lamaison rembourse le client"), actor_of("vous payez"), actor_of("rien n'est du")
    ('company', 'client', '')
    """
    found = _ACTOR.search(folded)
    return str(found.lastgroup) if found else ""


def clauses_of(text: str) -> list[str]:
    """The clauses of a text; the commas of figures end none.

    >>> clauses_of("LEXOM garde 720,00 € et rend le reste")
    ['LEXOM garde 720,00 €', 'rend le reste']
    """
    return [part.strip() for part in _CLAUSES.split(text) if part.strip()]


def share_of(said: Iterable[str], held: frozenset[str]) -> float:
    """The share of some roots that others hold, or one of their family.

    >>> share_of(["annul", "factur"], frozenset(["annul"]))
    0.5
    """
    wanted = list(said)
    found = sum(has_kin(one, held) for one in wanted)
    return found / len(wanted) if wanted else 0.0
