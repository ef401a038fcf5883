"""Whether each figure of a part of a statement stands in what it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from text_to_num import alpha2digit

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import Sentence
from assistant.french import fold

_WHOLE = re.compile(r"\b(?:totalite|integralite|entier\w*|integral\w*|montant total|prix total)\b|\b100 ?%")
_NO = re.compile(r"\b(?:ne|pas|sans|aucun\w*)\b|\bn'")
_SHARE = re.compile(r"\bmoitie\b|\b2 tiers\b|\b[13] quarts?\b|(?<!\bun )\b(?:double|triple|quart) d")
_EACH = re.compile(
    r"(?:[€%]|\bjours?)(?: (?:ht|ttc))? (?:par|pour chaque|pour chacun\w*(?: des?(?: \d+)?)?)"
    r" (?P<what>[a-z]{3})\w*"
)
_TAX = re.compile(r"(?<!€ )\b(?:(?P<without>ht|hors taxes?)|ttc|toutes taxes)\b")
_TIMES = {"triple d": "3 fois", "double d": "2 fois"}
_NO_TAX = re.compile(r"\bexoner\w*|\bsans tva\b")
_CLAIMED = re.compile(r"\b(?:demand|reclam|exig|estim|chiffr|prejudice|obten|obtien|pretend)\w*[^.;€]{0,40}$")
_KIND_OF_DAY = re.compile(r"\b(?:jours?|delais?) (ouvr\w+|francs?|calendaires?)\b")


def find_figure_faults(text: str, scope: Scope, question: str) -> Iterable[str]:
    """The figures that no sentence holds with the same unit and bound, nor the person's own words.

    `text` is the part without what is checked elsewhere; how many things there
    are, in letters, is no figure. Sums, and rates where nothing is computed, are
    taken from the person only where they are said to be what the person claims.
    """
    sentences = scope.sentences
    spelt = spell(text)
    held = [one for other in sentences for one in other.quantities]
    asked = quantities(question)
    counted = set(re.findall(r"\d+", str(alpha2digit(fold(question), "fr", threshold=0))))
    for one in quantities(text):
        if not one.unit and len(one.value) == 1 and not _is_written(one.value, scope.text):
            continue
        claimed = one.unit == "€" and _CLAIMED.search(spelt[: one.start]) is not None
        rule = one.bound and not scope.computed and any(proof.citation.edition for proof in scope.proofs)
        theirs = claimed or not (one.unit == "€" or rule or (one.unit == "%" and not scope.computed))
        if one.stands_in(tuple(held)) or (
            theirs and any(one.same(other) or other.same(one) for other in asked)
        ):
            continue
        if one.unit == "person" and one.value in counted:
            continue
        if _in_days(one).stands_in(tuple(held)):
            continue
        if not _is_other_side(one, held, spelt) and not _numbers_days(one, sentences):
            yield f"the figure {one.value} {one.unit} has no support"
    told = " ".join(one.spelt for one in sentences)
    yield from _word_faults(
        spelt, spell(scope.text), told, has_tax=not _NO_TAX.search(f"{told} {spell(question)}")
    )


def _word_faults(spelt: str, whole: str, told: str, *, has_tax: bool) -> Iterable[str]:
    """What goes with figures in words: a half, « par mois », « jours ouvrés » must be told as well."""
    for match in _SHARE.finditer(spelt):
        if not any(one in told for one in (match.group(), _TIMES.get(match.group(), match.group()))):
            yield f"« {match.group()} » is not said"
    for match in _TAX.finditer(whole) if has_tax else ():
        if not any(bool(one["without"]) == bool(match["without"]) for one in _TAX.finditer(told)):
            yield f"« {match.group()} » is not said"
    for match in _EACH.finditer(whole):
        if not re.search(rf"\b(?:par|chaque|chacun\w*(?: des?(?: \d+)?)?) {match['what']}", told):
            yield f"« {match.group()} » is not said"
    for match in _KIND_OF_DAY.finditer(spelt):
        denied = re.search(r"\b(?:non|pas) (?:des |en |de )?$", spelt[: match.start()])
        if not denied and not re.search(rf"\b(?:jours?|delais?) {match[1][:4]}", told):
            yield f"« {match.group()} » is not said"


def _is_written(digit: str, text: str) -> bool:
    """Whether a digit stands in a text by itself, and not in a reference."""
    return re.search(rf"(?<![\w-]){digit}(?![\w-])", text) is not None


def _in_days(one: Quantity) -> Quantity:
    """Two weeks are fourteen days; any other figure is left as it is."""
    weeks = one.unit == "week" and one.value.isdigit()
    return replace(one, value=str(7 * int(one.value)), unit="day") if weeks else one


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
