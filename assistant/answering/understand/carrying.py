"""What a message keeps of the turn before it: its courses, its editions, its prices, its question."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.understand.events import read_asking
from assistant.answering.understand.fields import field_lexicon, subject_of
from assistant.answering.understand.follow_ups import (
    asks_again,
    asks_extreme,
    leans,
    may_lean,
    stands_alone,
)
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import find_sums
from assistant.answering.vocabulary import Vocabulary
from assistant.datatypes import Computed, Reading
from assistant.french import fold

_KEPT = 4  # cases remembered, to be compared
_GENERAL = re.compile(
    r"\b(vos|toutes les|nos|les) (formations|stages|cours)\b|\ben general\b|\byour courses\b"
)
_FOR_WHOM = ("public",)  # the field that is asked of one person after another: « et à un DRH ? »
_OF_ANOTHER = re.compile(
    r"(?:(?:et|and|ou) )?(?:a|aux?|pour|to|for) (?:(?:une?|des|l[ae]s?|m[aeo]\w+|n\w+|an?|the|my) )?\w+\W*$"
)
_SAME_PRICE = re.compile(
    r"[ ,]*\b(?:(?:à|a|au|pour|avec|for|at) )?(?:(?:le|ce|un|the) )?(?:m[êe]me|same) (?:prix|tarif|price)\b",
    re.IGNORECASE,
)


def without_same_price(message: str, known: Reading | None) -> str:
    """A message without « au même prix », where a price was told before: it is kept, not asked for."""
    told = known is not None and known.money is not None and known.money.case.price is not None
    return _SAME_PRICE.sub("", message) if told else message


def carry_over(reading: Reading, known: Reading, vocabulary: Vocabulary | None) -> Reading:
    """The reading, completed with what the turns before established, prices of several courses included."""
    priced = reading.prices or find_sums(prepare(reading.question))
    carried = reading if stands_alone(reading, vocabulary) else _carry_on(reading, known)
    spoken = tuple(dict.fromkeys((*known.spoken, *reading.spoken)))
    prices = reading.prices if priced else known.prices
    return replace(carried, spoken=spoken, prices=prices, computed=_computed(known), extreme=reading.extreme)


def compare(message: str, known: Reading | None) -> Reading | None:
    """The reading of « laquelle est la moins chère ? » after sums; `None` of any other message."""
    extreme = asks_extreme(message) if known and known.intent == "money" else None
    if known is None or extreme is None:
        return None
    return replace(known, question=message, computed=_computed(known), extreme=extreme)


def _computed(known: Reading) -> tuple[Computed, ...]:
    """The cases so far, the last one first; one that was corrected is there once, as corrected."""
    if known.intent != "money" or known.money is None:
        return known.computed
    last = Computed(known.courses, known.editions, known.money)
    return (last, *(one for one in known.computed if one.key != last.key))[:_KEPT]


def _carry_on(reading: Reading, known: Reading) -> Reading:
    """The reading, completed with what the turn before it established."""
    if asks_again(reading.question):
        return known
    short = may_lean(reading.question)
    named = reading.courses or reading.editions or reading.stranger
    names_only = bool(named) and not (reading.fields or reading.unknowns)
    asks_sum = known.intent == "money" and not _asks_its_own(reading)
    same_question = asks_sum or (short and (reading.stranger or not reading.subject))
    speaks_generally = _GENERAL.search(fold(reading.question)) is not None
    if speaks_generally and short and _asks_nothing(reading) and known.intent in ("open", "field", "unknown"):
        return replace(known, courses=(), editions=(), stranger="", context="")
    if names_only and same_question and reading.intent in ("open", "money"):
        if known.intent == "choice":
            named = subject_of(reading.spelt, field_lexicon())
            return replace(reading, intent="choice", wanted=reading.spelt, subject=named)
        return replace(
            known,
            courses=reading.courses or (() if reading.stranger else known.courses),
            editions=reading.editions,
            money=reading.money,
            apart=reading.apart,
            stranger=reading.stranger,
        )
    asks_nothing_new = reading.intent == "open" and not (named or reading.fields or reading.unknowns)
    if known.fields == _FOR_WHOM and asks_nothing_new and _OF_ANOTHER.match(fold(reading.question)):
        return replace(known, question=reading.question, context="")
    asks_of_it = leans(reading.question) or (short and not (known.courses and reading.subject))
    if asks_of_it and not reading.courses and known.wanted:
        reading = replace(reading, context=known.wanted)
    if reading.intent in ("choice", "catalogue", "greeting") or speaks_generally:
        return reading
    if named:
        return reading
    apart = reading.apart or (known.apart and reading.intent == "money")  # which one first is still asked
    return replace(reading, courses=_courses_meant(reading, known), editions=known.editions, apart=apart)


def _asks_nothing(reading: Reading) -> bool:
    """Whether a message only says of what the question before is asked: « dans toutes les formations ? »."""
    return reading.intent == "open" and not (reading.subject or reading.courses or reading.editions)


def _asks_its_own(reading: Reading) -> bool:
    """Whether a message that names terms or a course asks of them something else than the sum again."""
    asking = read_asking(prepare(reading.question))
    anew = set(reading.subject) - field_lexicon().again
    return reading.intent == "open" and asking.question and not asking.sum and bool(anew)


def _courses_meant(reading: Reading, known: Reading) -> tuple[str, ...]:
    """The courses of the turn before that this one is about: the best of those recommended.

    A sum hangs on all of them; on none where no course was looked for, as in « nos clients partent ».
    """
    lexicon = field_lexicon()
    if known.intent != "choice" or lexicon.is_request("several", known.question):
        return known.courses
    if reading.intent in ("field", "open", "unknown"):
        return known.courses[:1]
    looked_for = any(lexicon.is_request(kind, known.question) for kind in ("choice", "existence"))
    return known.courses if looked_for or fold(known.question).startswith(("et ", "and ")) else ()


def tells_more(reading: Reading, known: Reading) -> bool:
    """Whether a message tells more of the case that the turn before computed, or asks of it another sum.

    To ask its answer again does too.
    """
    if reading is known or reading.dated:
        return True
    money = reading.money if reading.intent == "money" else None
    another_sum = money is not None and known.money is not None and money.asked != known.money.asked
    return another_sum or (money is not None and bool(money.given or money.doubts))
