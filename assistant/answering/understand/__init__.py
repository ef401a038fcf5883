"""A message, and the conversation before it, to a `Reading`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.answering.spelling import correct
from assistant.answering.understand.amounts import TYPED_SUM, find_sums
from assistant.answering.understand.courses import Catalogue
from assistant.answering.understand.dated import find_dated
from assistant.answering.understand.dates import without_days
from assistant.answering.understand.fields import FieldLexicon, field_lexicon
from assistant.answering.understand.follow_ups import (
    adds_nothing,
    asks_again,
    asks_nothing,
    complete,
    may_lean,
    points_back,
    stands_alone,
)
from assistant.answering.understand.money import understand_money
from assistant.answering.understand.named_courses import asked_for_more, called_beside, called_both, write_out
from assistant.answering.understand.named_editions import find_editions, without_terms
from assistant.answering.understand.pointed_at import point_out
from assistant.answering.understand.several_courses import ask_apart, prices_apart, without_price
from assistant.answering.understand.short_references import write_references
from assistant.answering.understand.shorthand import spell_out
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.thresholds import settle_notice
from assistant.answering.understand.unread import ask_what_changes, settle_change
from assistant.answering.vocabulary import Vocabulary
from assistant.datatypes import Intent, Reading
from assistant.french import fold, stems

_GENERAL = re.compile(
    r"\b(vos|toutes les|nos|les) (formations|stages|cours)\b|\ben general\b|\byour courses\b"
)
_TAUGHT = "programme"  # the field that one who looks for a course on a subject asks for by that
_PRICE = re.compile(  # « à 3 000 € HT »: in no document, but near its other figures
    rf"\b(?:(?:à|a|de|pour|soit) )?{TYPED_SUM}\s?(?:HT|TTC)\b",
    re.IGNORECASE,
)


def understand(
    message: str,
    *,
    known: Reading | None,
    catalogue: Catalogue,
    today: date,
    vocabulary: Vocabulary | None = None,
    said: Collection[Decimal] = (),
) -> Reading:
    """What a message asks; `known` is the reading of the turn before, `said` the sums of its answer.

    Courses and editions are carried until others are named or courses are spoken of in general. « et pour
    la relance ? » asks the question before of another. A vocabulary mends all but sums and dates.
    """
    lexicon, applied = field_lexicon(), _edition(catalogue, (), (), known)
    message = complete(write_references(message, catalogue.references), known, catalogue.editions, applied)
    spelt = _mend(message, vocabulary)
    spelt, courses, stranger, one_of = _named(message, spelt, catalogue, known, vocabulary)
    editions = find_editions(message, catalogue.editions, applied)
    edition = _edition(catalogue, courses, editions, None if stranger else known)
    so_far = settle_notice(settle_change(known.money), edition) if known and known.money else None
    dated, money, before = find_dated(message, today), None, known.question if known else None
    if dated is None:
        told = _with_price(message, courses, known)
        money = understand_money(told, known=so_far, today=today, previous=before, edition=edition, said=said)
    if so_far and known and not (courses or editions or stranger or dated):
        money = None if money and adds_nothing(message, spelt, money, so_far, vocabulary) else money
        money = money or (ask_what_changes(message, so_far) if known.intent == "money" else None)
    apart = not lexicon.is_request("comparison", spelt) and ask_apart(message, courses, money)
    intent = _intent(spelt, lexicon, courses, is_money=money is not None)
    bare = _bare(spelt, catalogue, courses, by_name=intent == "choice")
    reading = Reading(
        question=message,
        intent=intent,
        courses=courses,
        editions=editions,
        fields=tuple(one for one in lexicon.fields_asked(spelt) if (intent, one) != ("choice", _TAUGHT)),
        unknowns=lexicon.unknowns_asked(spelt),
        spelt=spelt,
        wanted=spelt if courses and _only_names(bare, spelt, lexicon) else bare or spelt,
        subject=_subject(bare, lexicon),
        money=(without_price(message, money) if apart and money else money) or so_far,
        dated=dated,
        apart=apart or one_of,
        stranger=stranger,
        prices=prices_apart(message, catalogue) if apart else (),
        spoken=() if one_of else courses,
    )
    return _in_conversation(reading, known, vocabulary) if known else reading


def _bare(spelt: str, catalogue: Catalogue, courses: tuple[str, ...], *, by_name: bool) -> str:
    """The message without its days, its prices and what names the terms: none of them is its subject."""
    bare = _PRICE.sub(" ", without_days(spelt)).strip()
    bare = bare if by_name else catalogue.without_names(bare, courses)
    pointed = without_terms(bare).strip()
    return pointed if _subject(pointed, field_lexicon()) else bare


def _only_names(bare: str, spelt: str, lexicon: FieldLexicon) -> bool:
    """Whether the message only asks what the name of a course means: « qu'est-ce qu'un … ? »."""
    asked = lexicon.fields_asked(spelt) or lexicon.unknowns_asked(spelt)
    return not asked and not _subject(bare, lexicon)


def _mend(message: str, vocabulary: Vocabulary | None) -> str:
    """The message with its shortened and misspelt words written in full, where these are known."""
    spelt = spell_out(message)
    return correct(spelt, vocabulary) if vocabulary else spelt


def _named(
    message: str,
    spelt: str,
    catalogue: Catalogue,
    known: Reading | None,
    vocabulary: Vocabulary | None,
) -> tuple[str, tuple[str, ...], str, bool]:
    """The message with its courses written out; these; a name that no course has; whether one is meant."""
    named = called_both(spelt, catalogue) or catalogue.courses_named(message)
    if courses := named or catalogue.courses_named(spelt):
        return spelt, courses, "", False
    if known:
        spelt, courses, one_of = point_out(spelt, known, catalogue)
        if courses:
            return spelt, courses, "", one_of
    spelt, stranger = write_out(spelt, catalogue, known=known.courses if known else None)
    courses = catalogue.courses_named(spelt) or called_beside(spelt, catalogue)
    return spelt, courses, stranger or _another(message, courses, known, vocabulary), False


def _another(
    message: str, courses: tuple[str, ...], known: Reading | None, vocabulary: Vocabulary | None
) -> str:
    """The name after « et pour … ? » that no sheet of the courses spoken of holds, or nothing."""
    if courses or vocabulary is None or known is None or known.intent == "money":
        return ""
    name, said = asked_for_more(message), vocabulary.sections.items()
    on_sheet = (stem for key, told in said if key.partition("#")[0] in known.courses for stem in told)
    return name if known.courses and not set(stems(name)) & set(on_sheet) else ""


def _with_price(message: str, courses: tuple[str, ...], known: Reading | None) -> str:
    """The message, followed by the price told earlier for the one course that it names."""
    told = dict(known.prices).get(courses[0]) if known and len(courses) == 1 else None
    return message if told is None or find_sums(prepare(message)) else f"{message}, prix {told}"


def _edition(
    catalogue: Catalogue, courses: tuple[str, ...], editions: tuple[str, ...], known: Reading | None
) -> str | None:
    """The one edition that applies: the one named, else that of the courses, else that of the turn before."""
    if known and not (courses or editions):
        courses, editions = known.courses, known.editions
    return editions[0] if len(editions) == 1 else catalogue.edition_of(courses)


def _intent(message: str, lexicon: FieldLexicon, courses: tuple[str, ...], *, is_money: bool) -> Intent:
    """The kind of request; the most particular kinds are tried first."""
    if is_money:
        return "money"
    if not courses and lexicon.is_request("greeting", message):
        return "greeting"
    if len(courses) != 1 and lexicon.is_request("comparison", message):
        return "comparison"
    if not courses and lexicon.is_request("catalogue", message):
        return "catalogue"
    unknowns, fields = lexicon.unknowns_asked(message), lexicon.fields_asked(message)
    exists = lexicon.is_request("existence", message) and not (unknowns or {*fields} - {_TAUGHT})
    if exists and not courses and not _subject(message, lexicon):
        return "catalogue"
    if exists or (not courses and lexicon.is_request("choice", message)):
        return "choice"
    if unknowns:
        return "unknown"
    return "field" if fields else "open"


def _subject(message: str, lexicon: FieldLexicon) -> tuple[str, ...]:
    """The stems that say what is asked, words for fields left out."""
    left = stems(lexicon.without_triggers(message))
    return tuple(stem for stem in left if stem not in lexicon.generic)


def _in_conversation(reading: Reading, known: Reading, vocabulary: Vocabulary | None) -> Reading:
    """The reading, completed with what the turns before established, prices of several courses included."""
    priced = reading.prices or find_sums(prepare(reading.question))
    carried = reading if stands_alone(reading, vocabulary) else _carry_on(reading, known)
    spoken = tuple(dict.fromkeys((*known.spoken, *reading.spoken)))
    prices = reading.prices if priced else known.prices
    return replace(carried, spoken=spoken, prices=prices)


def _carry_on(reading: Reading, known: Reading) -> Reading:
    """The reading, completed with what the turn before it established."""
    if asks_again(reading.question):
        return known
    leans = may_lean(reading.question)
    named = reading.courses or reading.editions or reading.stranger
    names_only = bool(named) and not (reading.fields or reading.unknowns)
    same_question = known.intent == "money" or (leans and (reading.stranger or not reading.subject))
    speaks_generally = _GENERAL.search(fold(reading.question)) is not None
    if speaks_generally and leans and asks_nothing(reading) and known.intent in ("open", "field", "unknown"):
        return replace(known, courses=(), editions=(), stranger="", context="")
    if names_only and same_question and reading.intent in ("open", "money"):
        if known.intent == "choice":
            named = _subject(reading.spelt, field_lexicon())
            return replace(reading, intent="choice", wanted=reading.spelt, subject=named)
        return replace(
            known,
            courses=reading.courses or (() if reading.stranger else known.courses),
            editions=reading.editions,
            money=reading.money,
            apart=reading.apart,
            stranger=reading.stranger,
        )
    if (leans or points_back(reading.question)) and not reading.courses and known.wanted:
        reading = replace(reading, context=known.wanted)
    if reading.intent in ("choice", "catalogue", "greeting") or speaks_generally:
        return reading
    if named:
        return reading
    apart = reading.apart or (known.apart and reading.intent == "money")  # which one first is still asked
    return replace(reading, courses=_courses_meant(reading, known), editions=known.editions, apart=apart)


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
