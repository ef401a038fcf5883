"""Which of the sums given in a conversation is the least or the most, or what is missing to say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answering.compose.money_answers import Sum, asked_sum, in_basis, say_sum
from assistant.answering.compose.money_courses import ask_which_course
from assistant.answering.compose.money_steps import say_clauses
from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.answering.understand.money.describe import name_cases
from assistant.datatypes import Answer, Basis, Calculation, Reading
from assistant.french import NBSP

Cases = Sequence[tuple[Reading, Sequence[Calculation]]]
_TELL = "Dites-moi l'autre cas (sa formation, ses dates, son prix), je le calcule et je les compare."


@dataclass(frozen=True, slots=True)
class _Told:
    """What a case comes to, and how both are said."""

    total: Sum
    said: str


def answer_extreme(computed: Cases, reading: Reading, sources: Sources) -> Answer:
    """The case with the least sum, or the most, then each with its own; else what must be computed first."""
    if reading.apart:
        return ask_which_course(reading, sources)
    draft = Draft(sources.corpus)
    told = _told(computed, sources)
    calculations = tuple(dict.fromkeys(each for _, several in computed for each in several))
    if not told[1:]:
        only = f"Je n'ai qu'une somme à ce stade{NBSP}: {told[0].said}. " if told else ""
        draft.say(f"{only}{_TELL}")
        return draft.answer("needs_info", missing=("course",), calculations=calculations)
    first, following, *_ = told = sorted(told, key=_ends, reverse=reading.extreme == "most")
    (low, high), (other_low, other_high) = _ends(first), _ends(following)
    if (low, high) == (other_low, other_high):
        draft.say("C'est la même somme.")
    elif (low >= other_high) if reading.extreme == "most" else (high <= other_low):
        draft.say(f"La {'plus' if reading.extreme == 'most' else 'moins'} chère{NBSP}: {first.said}.")
    else:
        draft.say("Les fourchettes se recouvrent, aucune n'est la moins chère à coup sûr.")
    draft.say("", *(f"- {one.said[0].upper()}{one.said[1:]}" for one in told), "")
    for calculation in calculations:
        say_clauses(draft, calculation, sources)
    return replace(draft.answer(calculations=calculations), headline=first.total.ends)


def _told(computed: Cases, sources: Sources) -> list[_Told]:
    """Each case that has a sum; those with VAT in the basis of the first."""
    basis = next((one.basis for _, each in computed for one in each if one.basis), None)
    titles = {one.id: f"«{NBSP}{one.title}{NBSP}»" for one in sources.courses}
    names = name_cases([one for one, _ in computed], titles)
    told = []
    for name, (reading, each) in zip(names, computed, strict=True):
        if total := _total(reading, each, basis):
            told.append(_Told(total, f"{name}, {say_sum(total, basis if each[0].basis else None)}"))
    return told


def _ends(told: _Told) -> tuple[Decimal, Decimal]:
    return told.total.low or Decimal(0), told.total.high or Decimal(0)


def _total(reading: Reading, calculations: Sequence[Calculation], basis: Basis | None) -> Sum | None:
    """What a case comes to, under whichever edition, in one basis; `None` where it has no known sum."""
    money = reading.money
    if money is None or money.doubts or any(one.kind in ("ask", "refuse") for one in calculations):
        return None
    sums = [in_basis(one, asked_sum(one, money), basis) for one in calculations]
    ends = [end for total in sums for end in (total.low, total.high) if end is not None]
    if not ends or any(total.low is None for total in sums):
        return None
    return Sum(min(ends), max(ends))
