"""The roots by which the words of statements and passages are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.french import fold, stem_words

# Verbs whose forms share no stem, brought to one: « prévient », « prévenu »; « reçu », « recevez ».
_IRREGULAR = (
    (
        re.compile(r"(v|t)(?:ien(?:t|s|nent|ne|nes|dr\w+)|enu(?:e|s|es)?|enan[st]|en(?:ons|ez|ait|aient))$"),
        r"\1enir",
    ),
    (re.compile(r"^(re|per|aper|con|de)(?:coi(?:t|s|vent)|cu(?:e|s|es)?|cev\w+)$"), r"\1cevoir"),
    (re.compile(r"(\w{2})iss(?:ez|ent|ons|ant|ait|aient)$"), r"\1ir"),
    (re.compile(r"(\w{2}[dt]r)(?:ai|ais|ait|aient|as?|ont|ez|ons)$"), r"\1e"),
    (re.compile(r"(\w{2}[nr]d)u(?:e|s|es)?$"), r"\1re"),
)
_NOUNS = frozenset(
    ["client", "absent", "argent", "urgent", "agent", "souvent", "president", "equivalent", "different"]
)
_WORD = re.compile(r"[a-z]+(?:\d[a-z]+)?'?")
_FAMILY = 5, 3  # letters that roots of one family share at least, and by which one is longer at most


@lru_cache(maxsize=65536)
def root_of(word: str) -> str:
    """What is left of a folded word without its endings.

    >>> root_of("facturees") == root_of("facturer") == root_of("facture")
    True
    """
    for form, regular in _IRREGULAR:
        word = form.sub(regular, word)
    for ending, least, but in (("ent", 6, "ment"), ("ons", 6, "ions")):
        if word.endswith(ending) and len(word) >= least and not word.endswith(but) and word not in _NOUNS:
            word = word[: -len(ending)] + "e"
    return stem_words([word])[0].rstrip("e")


# Words that only join others: what they say is in those they join.
_JOINS = frozenset(
    root_of(word)
    for word in """
    le la les un une des du de au aux et que qui ce cette ces cet son sa ses leur leurs votre vos notre nos
    vous nous il elle ils elles se en dans sur par pour avec est sont a ont etre avoir ou dont y lui cela si
    on je tu ne
    """.split()
)


@lru_cache(maxsize=8192)
def roots(text: str) -> tuple[str, ...]:
    """The roots of the words of a text that say something, in order; figures are left out.

    >>> roots("L'acompte de 30 % est versé à LEXOM")
    ('acompt', 'vers', 'lexom')
    """
    found = (root_of(word) for word in _WORD.findall(fold(text)) if len(word) > 1 and word[-1] != "'")
    return tuple(root for root in found if root not in _JOINS)


def root_set(text: str) -> frozenset[str]:
    """The roots of a text, in no order."""
    return frozenset(roots(text))


def is_kin(one: str, other: str) -> bool:
    """Whether two roots are the same, or of one family: « facturation », « facturer ».

    >>> is_kin(root_of("facturation"), root_of("facturer"))
    True
    """
    least, most = _FAMILY
    if one == other or one[:least] != other[:least]:
        return one == other
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= least and long.startswith(short) and len(long) - len(short) <= most


def has_kin(root: str, held: frozenset[str]) -> bool:
    """Whether some roots hold this one, or one of its family.

    >>> has_kin(root_of("facturation"), frozenset([root_of("facturer"), "annul"]))
    True
    """
    if root in held:
        return True
    return root[: _FAMILY[0]] in _openings(held) and any(is_kin(root, other) for other in held)


@lru_cache(maxsize=8192)
def _openings(held: frozenset[str]) -> frozenset[str]:
    """The letters that open some roots: few are worth comparing further."""
    return frozenset(root[: _FAMILY[0]] for root in held)
