"""Copies of one text: how alike two are, and whether they are the same text."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio

from assistant.french import fold, words

THRESHOLD = 0.98
# Words that turn a sentence round or change its figure, however small they are.
_DECISIVE = re.compile(
    r"\d+|\b(?:ne?|pas|sans|non|aucune?|jamais|sauf|hors|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    r"|quatorze|quinze|vingt|trente|quarante|cinquante|soixante|cent|double|triple|jours?|semaines?|mois|ans?)\b"
)


def likeness(one: str, other: str) -> float:
    """How alike two texts are once folded, from 0 to 1.

    >>> likeness("L’acompte est dû.", "L'ACOMPTE  est du."), likeness("abcd", "abxy")
    (1.0, 0.5)
    """
    return ratio(fold(one), fold(other)) / 100


def are_twins(one: str, other: str) -> bool:
    """Whether two texts are one, typing apart: a figure or a negation is never typing.

    >>> are_twins("Le solde est dû sous 30 jours.", "Le solde est due sous 30 jours")
    False
    >>> text = "Le prix comprend les repas. " * 5
    >>> are_twins(text + "Délai : 30 jours.", text + "Délai : 20 jours."), are_twins(text, text[:-2])
    (False, True)
    """
    return likeness(one, other) >= THRESHOLD and decisive(one) == decisive(other)


def decisive(text: str) -> list[str]:
    """The figures and negations of a text, in order: two texts that differ in one do not say the same.

    >>> decisive("Valable 30 jours, sans frais"), decisive("six mois")
    (['30', 'jours', 'sans'], ['six', 'mois'])
    """
    return _DECISIVE.findall(fold(text))


def are_spelt_alike(one: str, other: str) -> bool:
    r"""Whether two texts have the same words: names have no typing differences, only spellings.

    >>> are_spelt_alike("SAS DUPONT - Lyon", "SAS  Dupont\nLyon"), are_spelt_alike("DU PONT", "DUPONT")
    (True, False)
    """
    return words(one) == words(other)
