"""Whether each figure of a part of a statement stands in what it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from text_to_num import alpha2digit

from assistant.answering.wording.calculated import shares_left
from assistant.answering.wording.counts import COUNT
from assistant.answering.wording.quantities import Quantity, days, quantities
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import Sentence
from assistant.answering.wording.spelt import spell
from assistant.french import fold

_WHOLE = re.compile(r"\b(?:totalite|integralite|entier\w*|integral\w*|(?<!% du )(?:montant|prix) total)\b")
_NO = re.compile(r"\b(?:ne|pas|sans|aucun\w*|evit\w+|echapp\w+)\b|\bn'|\bfaute d(?:e\b|')")
_SHARE = re.compile(
    r"\bmoitie\b(?! du jour \d)|\b2 tiers\b|\b[13] quarts?\b"
    r"|(?<!\bun )\b(?:double|triple|quart) d(?=e\b|u\b|es\b|')"
    r"|(?<!d')\bun tiers (?:du|de la) (?:prix|montant|somme)|\bet demie?\b"
)
_EACH = re.compile(
    r"(?:[€%]|\bjours?)(?: (?:ht|ttc))? (?:par|pour chaque|pour chacun\w*(?: des?(?: \d+)?)?)"
    r" (?P<what>[a-z]{3})\w*"
)
_TAX = re.compile(r"(?<!€ )(?<!euros )\b(?:(?P<without>ht|hors taxes?)|ttc|toutes taxes)\b")
_TIMES = {"triple d": "3 fois", "double d": "2 fois"}
_NO_TAX = re.compile(r"\bexoner\w*|\bsans tva\b")
_THEIRS = re.compile(  # what is ordered, paid for each, compared, denied or claimed: before the sum
    r"(?:\b(?:formation|prestation|stage|commande|devis)\b(?: [a-z']+){0,3} (?:a|de|pour)"
    r"|\bprix(?: (?:total|complet|entier|de la formation))?(?:,| de)?|\b\d+ [a-z]+ (?:a|pour)"
    r"|\b(?:moins|plus|loin|inferieur\w*|superieur\w*|au lieu|au-dela|en dessous|au-dessus)"
    r" (?:que|des?|a|aux)(?: (?:les|ces|vos))?|\b(?:ni|pas|non(?: pas)?)(?: (?:les?|la|des?|vos|aux?))?) $"
    r"|\b(?:demand|reclam|exig|estim|chiffr|prejudice|obten|obtien|pretend)\w*[^.;€]{0,40}$"
)
_THEIRS_AFTER = re.compile(  # and after it
    r"[\d .,]+ ?(?:€|euros?)(?: (?:ht|ttc))?(?: (?:par |chacun|l'unite|piece|la place)"
    r"|(?: \w+){1,4} en entier\b"
    r"|(?: \w+){0,4} (?:(?:les? |la )?depass|exced)|(?: \w+){0,5} ne \w+ (?:\w+ )?pas\b)"
)
_SUPPOSED = re.compile(r"\b(?:si|s'il|puisqu\w*|comme|lorsqu\w*|quand) [^.;,]*$")
_NOT_SO = re.compile(r"\b(?:pas|non)(?: [a-z']+){0,4} $")
_SOME_DAY = re.compile(r"\bun (?:beau )?jour (?:donne\b|ou l'autre\b|qu)")
_KIND_OF_DAY = re.compile(r"\b(?:jours?|delais?) (ouvr\w+|francs?|calendaires?)\b")


def find_figure_faults(text: str, scope: Scope, question: str) -> Iterable[str]:
    """The figures that no sentence holds with the same unit and bound, nor the person's own words.

    `text` is the part without what is checked elsewhere; how many things there
    are, in letters, is no figure. Sums are taken from the person only where they
    are said to be what the person claims, pays for each, or does not owe; rates and
    the bounds of the terms, where nothing is computed, never.
    """
    spelt = spell(text)
    for one in quantities(text):
        counts_things = (
            not one.unit
            and len(one.value) == 1
            and (COUNT.match(spelt, one.start) or not _is_written(one.value, scope.text))
        )
        if not counts_things and not _is_supported(one, spelt, scope, question):
            yield f"the figure {one.value} {one.unit} has no support"
    told = " ".join(one.spelt for one in scope.sentences)
    yield from _word_faults(spelt, spell(scope.text), told, spell(question))


def _is_supported(one: Quantity, spelt: str, scope: Scope, question: str) -> bool:
    held = tuple(other for sentence in scope.sentences for other in sentence.quantities)
    asked = quantities(question) if _is_theirs(one, spelt, scope) else ()
    counted = re.findall(r"\d+", str(alpha2digit(fold(question), "fr", threshold=0)))
    return (
        one.stands_in(held)
        or any(one.same(other) or other.same(one) for other in asked)
        or (one.unit in ("person", "") and one.value in counted)
        or (one.unit == "%" and one.value in shares_left(scope.computed, question))
        or _is_in_other_words(one, spelt, question, scope.sentences)
        or _in_days(one).stands_in(held)
        or _is_other_side(one, held, spelt)
        or _numbers_days(one, scope.sentences)
        or _is_a_day(one, spelt, scope.sentences)
        or ((one.value, one.unit) == ("1", "day") and _SOME_DAY.search(fold(scope.text)) is not None)
    )


def _is_theirs(one: Quantity, spelt: str, scope: Scope) -> bool:
    """Whether a figure may be the person's own: a rule of the terms, a sum or a rate may not."""
    if one.unit == "€":
        return bool(_THEIRS.search(spelt[: one.start]) or _THEIRS_AFTER.match(spelt[one.start :]))
    is_rule = one.bound and any(proof.citation.edition for proof in scope.proofs)
    return bool(scope.computed) or not (is_rule or one.unit == "%")


def _word_faults(spelt: str, whole: str, told: str, asked: str) -> Iterable[str]:
    """What goes with figures in words: a half, « par mois », « jours ouvrés » must be told as well."""
    both = f"{told} {asked}"
    bases = {bool(one["without"]) for one in _TAX.finditer(told)}
    found = [
        one
        for one in _SHARE.finditer(spelt)
        if one.group()
        not in (both if "demi" in one.group() or _SUPPOSED.search(spelt[: one.start()]) else told)
        and _TIMES.get(one.group(), one.group()) not in told
    ]
    if not _NO_TAX.search(both):
        found += [one for one in _TAX.finditer(whole) if bool(one["without"]) not in bases]
    found += [
        one
        for one in _EACH.finditer(whole)
        if not re.search(rf"\b(?:par|chaque|chacun\w*(?: des?(?: \d+)?)?) {one['what']}", both)
    ]
    found += [
        one
        for one in _KIND_OF_DAY.finditer(spelt)
        if not re.search(rf"\b(?:jours?|delais?) {one[1][:4]}", both)
    ]
    for match in found:
        if not _NOT_SO.search(match.string[: match.start()]):
            yield f"« {match.group()} » is not said"


def _is_in_other_words(one: Quantity, spelt: str, question: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a figure is one in other words: « une semaine » of the person's, « douze mois de salaire »."""
    held = [other for sentence in sentences for other in sentence.quantities]
    if one.unit == "month" and re.match(
        r"\d+ mois (?:de|du|d'un) (?:dernier |son |leur )?salaire", spelt[one.start :]
    ):
        return replace(one, unit="time").stands_in(tuple(held))
    if (one.value, one.unit) == ("1", "year") and any("l'annee" in other.spelt for other in sentences):
        return True
    if one.unit == "point" and not any(other.unit == "point" for other in held):
        return True  # how many things are listed, which is checked elsewhere
    word = {"week": "semaine", "half-day": "demi-journee"}.get(one.unit)
    return one.value == "1" and word is not None and word in fold(question)


def _is_written(digit: str, text: str) -> bool:
    """Whether a digit stands in a text by itself, and not in a reference."""
    return re.search(rf"(?<![\w.,-]){digit}(?![\w-]|[.,]\d)", text) is not None


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


def _is_a_day(one: Quantity, spelt: str, sentences: Sequence[Sentence]) -> bool:
    """Whether « le 26 » is a date that is told, without its month."""
    told = {str(day) for other in sentences for day, *_ in days(other.spelt)}
    before = re.search(r"\b(?:le|au|du|des le|avant le|apres le) $", spelt[: one.start])
    return not one.unit and one.value in told and before is not None
