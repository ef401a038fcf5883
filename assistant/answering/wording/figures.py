"""Whether each figure of a part of a statement stands in what it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import Sentence

_WHOLE = re.compile(r"\b(?:totalite|integralite|entier\w*|integral\w*|montant total|prix total)\b|\b100 ?%")
_NO = re.compile(r"\b(?:ne|pas|sans|aucun\w*)\b|\bn'")
_SHARE = re.compile(r"\bmoitie\b|\b(?:double|triple|quart) d")
_TIMES = {"triple d": "3 fois", "double d": "2 fois"}
_KIND_OF_DAY = re.compile(r"\b(?:jours?|delais?) (ouvr\w+|francs?|calendaires?)\b")


def find_figure_faults(text: str, scope: Scope, question: str) -> Iterable[str]:
    """The figures that no sentence holds with the same unit and bound, nor the person's own words.

    `text` is the part without what is checked elsewhere; how many things there
    are, in letters, is no figure. Sums, and rates where nothing is computed, are
    never taken from the person.
    """
    sentences = scope.sentences
    spelt = spell(text)
    held = [one for other in sentences for one in other.quantities]
    asked = quantities(question)
    for one in quantities(text):
        if not one.unit and len(one.value) == 1 and not _is_written(one.value, scope.text):
            continue
        theirs = one.unit != "€" and (one.unit != "%" or scope.computed)
        if one.stands_in(tuple(held)) or (theirs and any(other.value == one.value for other in asked)):
            continue
        if not _is_other_side(one, held, spelt) and not _numbers_days(one, sentences):
            yield f"the figure {one.value} {one.unit} has no support"
    for match in _SHARE.finditer(spelt):
        said = (match.group(), _TIMES.get(match.group(), match.group()))
        if not any(one in other.spelt for one in said for other in sentences):
            yield f"« {match.group()} » is not said"
    for match in _KIND_OF_DAY.finditer(spelt):
        kind = re.compile(rf"\b(?:jours?|delais?) {match[1][:4]}")
        told = any(kind.search(other.spelt) for other in sentences)
        if not told and not re.search(r"\b(?:non|pas) (?:des |en |de )?$", spelt[: match.start()]):
            yield f"« {match.group()} » is not said"


def _is_written(digit: str, text: str) -> bool:
    """Whether a digit stands in a text by itself, and not in a reference."""
    return re.search(rf"(?<![\w-]){digit}(?![\w-])", text) is not None


def _is_other_side(one: Quantity, held: Sequence[Quantity], spelt: str) -> bool:
    """Whether « au moins 30 jours » is what a rule for « moins de 30 jours » leaves out, and said as such."""
    opposed = {"more": "less", "less": "more"}.get(one.bound)
    across = any(other.same(one) and other.bound == opposed for other in held)
    return across and (_WHOLE.search(spelt) is None or _NO.search(spelt) is not None)


def _numbers_days(one: Quantity, sentences: Sequence[Sentence]) -> bool:
    """Whether days, or half-days, are as many as a programme numbers."""
    numbered = [int(day) for other in sentences for day in re.findall(r"\bjour (\d)\b", other.spelt)]
    most = max(numbered, default=0)
    return most > 0 and (one.unit, one.value) in (("day", str(most)), ("half-day", str(2 * most)))
