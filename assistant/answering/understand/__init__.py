"""A message, and the conversation before it, to a `Reading`.

Reading order: `spelling` (a message as the finders read it), `lexicon`, `fields`; `names` (the courses and
editions named), `dates`, `timing`, `sums`, `events`; `money` (a case made of these); `follow_ups`,
`carrying`, `unread` (what a message owes to the turn before it).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.answering.correct import correct
from assistant.answering.understand.carrying import carry_over, without_same_price
from assistant.answering.understand.dates.dates import without_days
from assistant.answering.understand.events import find_event
from assistant.answering.understand.fields import FieldLexicon, field_lexicon, subject_of
from assistant.answering.understand.follow_ups import adds_nothing, complete
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.money.dated import find_dated
from assistant.answering.understand.money.money import understand_money
from assistant.answering.understand.money.several_courses import (
    ask_apart,
    by_reference,
    name_joined,
    prices_apart,
    without_price,
)
from assistant.answering.understand.names.courses import Catalogue
from assistant.answering.understand.names.named_courses import (
    asked_for_more,
    called_beside,
    called_both,
    titled,
    write_out,
)
from assistant.answering.understand.names.named_editions import find_editions, without_terms
from assistant.answering.understand.names.pointed_at import point_out
from assistant.answering.understand.names.short_references import write_references
from assistant.answering.understand.shorthand import spell_out
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import TYPED_SUM, find_sums
from assistant.answering.understand.timing.notice import without_notice
from assistant.answering.understand.timing.thresholds import figures_of, settle_notice
from assistant.answering.understand.unread import ask_what_changes, settle_change
from assistant.answering.vocabulary import Vocabulary
from assistant.company import name_back, name_ours
from assistant.datatypes import Intent, Reading
from assistant.french import stems

_TAUGHT = "programme"  # the field that one who looks for a course on a subject asks for by that
_TOO_FEW = "minimum de participants pour maintenir la formation ?"  # asked of « annulée si on est 3 ? »
_SIGNATURE = re.compile(  # « Bien cordialement, J. Martin »: no month, no morning
    r"\s*\b(?:(?:bien|très) )?(?:cordialement|bien à vous|salutations|(?:best |kind )regards)\b[^?\d]*$", re.I
)
_PRICE = re.compile(  # « à 3 000 € HT »: in no document, but near its other figures
    rf"\b(?:(?:à|a|de|pour|soit) )?{TYPED_SUM}\s?(?:HT|TTC)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(  # « c'est bien 20 % ? » asks which share it is, and is no share that is written
    r"(?P<said>\bbien (?:de |à |a )?|\bis (?:the |your |it )?(?:\w+ )?)\d+(?:[.,]\d+)?(?= ?%)", re.IGNORECASE
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

    Courses and editions are carried until others are named. A vocabulary mends all but sums and dates.
    """
    names = catalogue.company
    told = name_ours(_SIGNATURE.sub("", message) or message, names)
    before = replace(known, question=name_ours(known.question, names)) if known else None
    found = _understand(told, before, catalogue, today, vocabulary, said)
    if not names:
        return found
    question, spelt, wanted = (
        name_back(one, names[0]) for one in (found.question, found.spelt, found.wanted)
    )
    return replace(found, question=question, spelt=spelt, wanted=wanted)


def _understand(
    message: str,
    known: Reading | None,
    catalogue: Catalogue,
    today: date,
    vocabulary: Vocabulary | None,
    said: Collection[Decimal],
) -> Reading:
    """What a message asks in which the company goes by `OURS`."""
    lexicon, applied = field_lexicon(), _edition(catalogue, (), (), known)
    message = complete(write_references(message, catalogue.references), known, catalogue.editions, applied)
    spelt, courses, stranger, one_of = _named(
        message, _mend(message, vocabulary), catalogue, known, vocabulary
    )
    if courses:
        message, spelt = (without_same_price(one, known) for one in (message, spelt))
    editions = find_editions(message, catalogue.editions, applied)
    edition = _edition(catalogue, courses, editions, None if stranger else known)
    figures = figures_of(edition, catalogue.figures)
    so_far = settle_notice(settle_change(known.money), figures) if known and known.money else None
    dated, money, before = find_dated(message, today), None, known.question if known else None
    if dated is None:
        told = by_reference(_with_price(message, courses, known), courses, catalogue)
        money = understand_money(told, known=so_far, today=today, figures=figures, previous=before, said=said)
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
        subject=subject_of(bare, lexicon),
        money=(without_price(message, money) if apart and money else money) or so_far,
        dated=dated,
        apart=apart or one_of,
        stranger=stranger,
        prices=prices_apart(message, catalogue) if apart else (),
        spoken=() if one_of else courses,
    )
    return carry_over(reading, known, vocabulary) if known else reading


def _bare(spelt: str, catalogue: Catalogue, courses: tuple[str, ...], *, by_name: bool) -> str:
    """The message without its days, its prices, a share supposed and what names the terms: no subject."""
    ours = find_event(prepare(spelt), None) == "provider_cancellation"  # the terms set us no notice
    if ours and says("event.too_few", prepare(spelt)):
        return _TOO_FEW
    asked = _SUPPOSED.sub(r"\g<said>quel", spelt)
    bare = _PRICE.sub(" ", without_days(without_notice(asked) if ours else asked)).strip()
    bare = bare if by_name else catalogue.without_names(bare, courses)
    pointed = without_terms(bare).strip()
    return pointed if subject_of(pointed, field_lexicon()) else bare


def _only_names(bare: str, spelt: str, lexicon: FieldLexicon) -> bool:
    """Whether the message only asks what the name of a course means: « qu'est-ce qu'un … ? »."""
    asked = lexicon.fields_asked(spelt) or lexicon.unknowns_asked(spelt)
    return not asked and not subject_of(bare, lexicon)


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
        return spelt, name_joined(message, courses, catalogue), "", False
    if known:
        spelt, courses, one_of = point_out(spelt, known, catalogue)
        if courses:
            return spelt, courses, "", one_of
    spelt, stranger = write_out(spelt, catalogue, known=known.courses if known else None)
    courses = catalogue.courses_named(spelt) or called_beside(spelt, catalogue)
    courses = courses or (() if stranger else _titled(spelt, catalogue))
    return spelt, courses, stranger or _another(message, courses, known, vocabulary), False


def _titled(spelt: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The course that a question on a point of a sheet names by words of its title, and by nothing else."""
    lexicon = field_lexicon()
    if not (lexicon.fields_asked(spelt) or lexicon.unknowns_asked(spelt)):
        return ()
    return titled(subject_of(_bare(spelt, catalogue, (), by_name=False), lexicon), catalogue)


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
    told = editions[0] if len(editions) == 1 else catalogue.edition_of(courses)
    return told or (known.money.case.edition if known and known.money else None)


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
    if exists and not courses and not subject_of(message, lexicon):
        return "catalogue"
    if exists or (not courses and lexicon.is_request("choice", message)):
        return "choice"
    if unknowns:
        return "unknown"
    return "field" if fields else "open"
