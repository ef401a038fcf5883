"""A message, and the conversation before it, to a `Reading`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.spelling import correct
from assistant.answering.understand.courses import Catalogue
from assistant.answering.understand.dates import without_days
from assistant.answering.understand.fields import FieldLexicon, field_lexicon
from assistant.answering.understand.money import understand_money
from assistant.answering.understand.thresholds import settle_notice
from assistant.answering.vocabulary import Vocabulary
from assistant.datatypes import Intent, Reading
from assistant.french import fold, stems

_GENERAL = re.compile(
    r"\b(vos|toutes les|nos|les) (formations|stages|cours)\b|\ben general\b|\byour courses\b"
)
_FOLLOW_UP = re.compile(r"^(et|and|what about|ou|mais|ok|non|oui|no|yes|alors|meme|idem|pareil|sinon)\b")
_POINTS_BACK = re.compile(
    r"\b(dans ce cas|cela|ceci|ca|celui|celle|ceux|celles|le meme|la meme|idem|l'un d|elle|elles|ils?|y|en"
    r"|that|those|this|it|they|them|one)\b"
)
_OTHER_EDITION = re.compile(
    r"\b(l'autre|autres?|other|seconde?|deuxieme) (edition|version|cgv|texte|jeu|terms|set|conditions)\b"
)
SHORT = 6  # words under which a message may lean on the one before it


def understand(
    message: str,
    *,
    known: Reading | None,
    catalogue: Catalogue,
    today: date,
    vocabulary: Vocabulary | None = None,
) -> Reading:
    """What a message asks; `known` is the reading of the turn before.

    Courses and editions are carried from turn to turn until others are named or
    the message speaks of courses in general. « et pour la relance téléphonique ? »
    asks the question before again, of another course. With a vocabulary, what
    is misspelt is mended, save in sums and dates.
    """
    lexicon = field_lexicon()
    spelt = _mend(message, lexicon, vocabulary)
    courses = catalogue.courses_named(message) or catalogue.courses_named(spelt)
    editions = catalogue.editions_named(message) or _other_edition(message, known, catalogue)
    edition = _edition(catalogue, courses, editions, known)
    known_money = settle_notice(known.money, edition) if known and known.money else None
    previous = known.question if known else None
    money = understand_money(message, known=known_money, today=today, previous=previous, edition=edition)
    intent = _intent(spelt, lexicon, courses, is_money=money is not None)
    bare = without_days(spelt)  # the days of a case are not its subject
    if intent != "choice":  # there, the name of a course is the subject looked for
        bare = catalogue.without_names(bare, courses)
    reading = Reading(
        question=message,
        intent=intent,
        courses=courses,
        editions=editions,
        fields=lexicon.fields_asked(spelt),
        unknowns=lexicon.unknowns_asked(spelt),
        spelt=spelt,
        wanted=bare or spelt,
        subject=_subject(bare, lexicon),
        money=money or known_money,
    )
    return _in_conversation(reading, known) if known else reading


def _mend(message: str, lexicon: FieldLexicon, vocabulary: Vocabulary | None) -> str:
    """The message, shortened and misspelt words written in full where it is known what they stand for."""
    spelt = lexicon.spelt_out(message)
    return correct(spelt, vocabulary) if vocabulary else spelt


def _other_edition(message: str, known: Reading | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The editions besides the one spoken of before, when a message asks for « l'autre édition »."""
    if known is None or len(known.editions) != 1 or not _OTHER_EDITION.search(fold(message)):
        return ()
    return tuple(one for one in catalogue.editions if one not in known.editions)


def _edition(
    catalogue: Catalogue, courses: tuple[str, ...], editions: tuple[str, ...], known: Reading | None
) -> str | None:
    """The one edition that applies: named, else the courses', else that of the turn before."""
    if known and not (courses or editions):
        courses, editions = known.courses, known.editions
    return editions[0] if len(editions) == 1 else catalogue.edition_of(courses)


def _intent(message: str, lexicon: FieldLexicon, courses: tuple[str, ...], *, is_money: bool) -> Intent:
    """The kind of request; the more particular kinds first."""
    if is_money:
        return "money"
    if lexicon.is_request("greeting", message):
        return "greeting"
    if len(courses) != 1 and lexicon.is_request("comparison", message):
        return "comparison"
    if not courses and lexicon.is_request("catalogue", message):
        return "catalogue"
    unknowns, fields = lexicon.unknowns_asked(message), lexicon.fields_asked(message)
    exists = lexicon.is_request("existence", message) and not (unknowns or fields)
    if exists and not courses and not _subject(message, lexicon):
        return "catalogue"
    if exists or (not courses and lexicon.is_request("choice", message)):
        return "choice"
    if unknowns:
        return "unknown"
    return "field" if fields else "open"


def _subject(message: str, lexicon: FieldLexicon) -> tuple[str, ...]:
    """The stems that say what is asked, without words for fields."""
    left = stems(lexicon.without_triggers(message))
    return tuple(stem for stem in left if stem not in lexicon.generic)


def _in_conversation(reading: Reading, known: Reading) -> Reading:
    """The reading, completed with what the turn before it established."""
    leans = bool(_FOLLOW_UP.match(fold(reading.question))) or len(reading.question.split()) <= SHORT
    names_only = bool(reading.courses or reading.editions) and not (reading.fields or reading.unknowns)
    same_question = known.intent == "money" or (leans and not reading.subject)
    if names_only and same_question and reading.intent in ("open", "money"):
        if known.intent == "choice":
            named = _subject(reading.spelt, field_lexicon())
            return replace(reading, intent="choice", wanted=reading.spelt, subject=named)
        return replace(
            known,
            courses=reading.courses or known.courses,
            editions=reading.editions,
            money=reading.money,
        )
    if (leans or _POINTS_BACK.search(fold(reading.question))) and not reading.courses and known.wanted:
        reading = replace(reading, context=known.wanted)
    speaks_generally = _GENERAL.search(fold(reading.question)) is not None
    if reading.intent in ("choice", "catalogue", "greeting") or speaks_generally:
        return reading
    if reading.courses or reading.editions:
        return reading
    return replace(reading, courses=known.courses, editions=known.editions)
