"""Whether each figure stands in a sentence on the same thing, with the same bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.quantities import Quantity, quantities, spell
from assistant.answering.wording.sentences import Sentence, clauses_of, share_of
from assistant.answering.wording.words import Words, read_words
from assistant.french import fold

HOLDS = 0.5  # a sentence that holds a figure must share this part of what the best sentence shares
NAMED = 0.6  # the same for a sentence that holds a name

_LABELLED = re.compile(r"^([^:,;.]{3,60}) : ")
_DELAYS = ("day", "month", "week")
_OTHERWISE = re.compile(
    r"\b(?:autres? cas|sinon|autrement|a defaut|au-dela|plus tot|en general|avant cela)\b"
)
_PART = re.compile(r"(?<!100 )% (?:du |de la |de l')(?:montant total|prix total|totalite|total)")
_WHOLE = re.compile(
    r"\b(?:totalite|integralite|en entier|entierement|integralement|en totalite|montant total)\b|\b100 ?%"
)
_RULES = re.compile(r"[;.](?!\d)|\b(?:mais|tandis que|alors que|sinon)\b|, et (?=\w+ (?:de|d'))")


def find_figure_gaps(
    text: str, spelt: str, sentences: Sequence[Sentence], lexicon: Words, about: str = ""
) -> Iterable[str]:
    """Each figure must stand in a sentence that speaks of the same thing."""
    stems = lexicon.content(spelt)
    best = max((share_of(stems, one.stems, lexicon) for one in sentences), default=0.0)
    for quantity in quantities(text):
        holding = [one for one in sentences if quantity.stands_in(one.quantities)]
        if not holding:
            yield f"the figure {quantity.value} {quantity.unit} has no support"
        elif max(share_of(stems, one.stems, lexicon) for one in holding) < HOLDS * best and not _in_clause(
            quantity, spelt, holding, sentences, lexicon
        ):
            yield f"the figure {quantity.value} {quantity.unit} is said of something else"
    yield from _pairing_gaps(text, about, sentences)


def _in_clause(
    quantity: Quantity, spelt: str, holding: Sequence[Sentence], sentences: Sequence[Sentence], lexicon: Words
) -> bool:
    """Whether the clause of a figure speaks of what the sentences that hold it do."""
    for clause in clauses_of(spelt):
        stems = lexicon.content(clause) or lexicon.common(clause)
        if stems and any(quantity.same(one) for one in quantities(clause)):
            best = max(share_of(stems, one.stems, lexicon) for one in sentences)
            return max(share_of(stems, one.stems, lexicon) for one in holding) >= NAMED * best > 0
    return False


def find_names_apart(names: Sequence[str], text: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """The names that stand only in sentences on something else."""
    lexicon = read_words()
    for name in (one for one in names if "@" not in one):
        for roots in _said_with(fold(name), spell(text), lexicon):
            best = max((share_of(roots, one.stems, lexicon) for one in sentences), default=0.0)
            holding = [one for one in sentences if fold(name) in one.text]
            if holding and max(share_of(roots, one.stems, lexicon) for one in holding) < NAMED * best:
                yield f"the name {name} is said of something else"


def _pairing_gaps(text: str, about: str, sentences: Sequence[Sentence]) -> Iterable[str]:
    """A bound (« moins de 15 jours »), told or asked, must come with the consequence of its sentence."""
    asked = [] if _OTHERWISE.search(spell(text)) else _bounds(about)
    for part in _RULES.split(text):
        bounds = _bounds(part) or (asked if not any(one.unit in _DELAYS for one in quantities(part)) else [])
        said = _consequences(spell(part), quantities(part))
        if len(bounds) != 1 or not said:
            continue
        for one in sentences:
            given = _consequences(one.text, one.quantities)
            theirs = [other for other in one.quantities if other.same(bounds[0]) and other.bound]
            if not theirs or not given:
                continue
            alike = any(other.bound == bounds[0].bound for other in theirs)
            if (alike and not said & given) or (not alike and said & given):
                yield f"« {part.strip()} » joins a bound and a consequence that are apart"
                return


def _said_with(name: str, spelt: str, lexicon: Words) -> Iterable[tuple[str, ...]]:
    """What is said in each clause with a name, or in the clause before when that one says nothing else."""
    before: tuple[str, ...] = ()
    for clause in clauses_of(_LABELLED.sub(r"\1 ", spelt)):
        roots = lexicon.content(clause.replace(name, " "))
        if name in clause:
            yield roots or before
        before = roots or before


def _bounds(text: str) -> list[Quantity]:
    return [one for one in quantities(text) if one.bound and one.unit in _DELAYS]


def _consequences(spelt: str, held: tuple[Quantity, ...]) -> set[str]:
    """What a text says is due: shares of a price, or the whole of it."""
    found = {f"{one.value} {one.unit}" for one in held if one.unit == "%" and one.value != "100"}
    return found | ({"whole"} if _WHOLE.search(_PART.sub("%", spelt)) else set())
