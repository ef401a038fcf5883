"""A long section of a sheet, such as its programme: what is asked of it first, and no more than that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.quotes.draft import Draft, Extract, extract_whole, name_course
from assistant.answering.quotes.outline import (
    Entry,
    absent_days,
    asked_half_days,
    names_half_day,
    outline,
    parts_holding,
)
from assistant.answering.quotes.select import BY_PUBLIC, absent_names, matching_lines
from assistant.answering.understand.fields import Field, field_lexicon
from assistant.company import name_ours, names_of_company
from assistant.datatypes import Corpus, Document, Reading, Section
from assistant.french import NBSP, stems

TAUGHT = ("programme", "objectifs")  # what is taught, and not how a course is held
LONG = (*TAUGHT, *BY_PUBLIC)
TOLD = 0.2  # share of a subject that a line must hold to be said to treat it
WHOLE = 0.99  # share from which a line holds all of a subject, and others that hold some of it say nothing
SURE = 0.4  # share from which the part that holds the line is enough, without the whole programme
_WHEN = "jour journée demi-journée matin matinée après-midi"  # when a subject is treated, and no subject
_PEOPLE = re.compile(
    r"\b(?:Mme|Mlle|M\.|Mr|Madame|Monsieur|Mesdames|Messieurs)(?:,? [A-Z][\w-]+)*"
    r"|\b(?:cordialement|bien à vous|salutations|regards)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def say_long(
    draft: Draft,
    field: Field,
    course: Document,
    section: Section,
    reading: Reading,
    found: Sequence[Extract],
) -> None:
    """Write a long section: the half-days asked for, or the lines on the subject with the parts they are in.

    The whole where nothing narrower is asked. `found` are lines known to answer.
    """
    entries: Sequence[Entry] = outline(section)
    for day in absent_days(reading.question, entries):
        draft.say(f"Le programme de cette formation ne prévoit pas de jour {day}.", "")
    if field.id == "programme" and names_half_day(reading.question) and not any(one.day for one in entries):
        draft.say("Le programme de cette formation n'est réparti ni par journée, ni par demi-journée.", "")
    if half_days := asked_half_days(reading.question, entries, reading.context):
        return _say_entries(draft, field, course, section, half_days)
    absent = names_absent(reading, course) if field.id not in BY_PUBLIC else ""
    topic = [one for one in _topic(reading, course, draft.corpus) if one not in stems(absent)]
    whole = found or _lines_on(topic, section, WHOLE)
    lines = whole or _lines_on(topic, section, TOLD)
    if absent:
        draft.say(f"La fiche de cette formation ne cite pas {absent}.", "")
        entries = [one for one in entries if lines or one.level == "part"] or entries  # no more than the plan
    if lines and len(lines) < len(entries):
        draft.say(f"La formation {name_course(course)} en parle{NBSP}:")
        for line in lines:
            draft.say(f"- **{line.words}** {draft.cite(line)}")
        entries = _around(entries, whole or _lines_on(topic, section, SURE))
        if {one.extract.end for one in entries} <= {one.end for one in lines}:
            return None
        draft.say("")
    return _say_entries(draft, field, course, section, entries)


def _lines_on(topic: Sequence[str], section: Section, least: float) -> Sequence[Extract]:
    """The lines that hold at least that share of a topic, those that open a list left out."""
    return [one for one in matching_lines(section, topic, least=least) if not one.words.endswith(":")]


def names_absent(reading: Reading, course: Document) -> str:
    """The names asked about that a sheet does not hold; who writes, and to whom, is not asked about."""
    return absent_names(_PEOPLE.sub(" ", reading.question), course)


def _around(entries: Sequence[Entry], lines: Sequence[Extract]) -> Sequence[Entry]:
    """The parts that hold some lines, if any is given; nothing more than these of a section without parts."""
    if not lines:
        return entries
    return parts_holding(entries, lines) if sum(one.level == "part" for one in entries) > 1 else ()


def _say_entries(
    draft: Draft, field: Field, course: Document, section: Section, entries: Sequence[Entry]
) -> None:
    """Write lines of a section under its name, as they are set out in it."""
    marks = draft.cite_all(extract_whole(section))
    draft.say(f"{field.label} de la formation {name_course(course)} {marks}{NBSP}:")
    indent = "  " if any(one.level == "part" for one in entries) else ""
    after: str = ""
    for entry in entries:
        words = entry.extract.words
        if words.endswith(":"):
            continue
        if entry.level == "day" or not after:
            draft.say("")
        if after == "day":
            draft.say("")
        draft.say(
            {"day": f"**{words}**", "part": f"- **{words}**", "item": f"{indent}- {words}"}[entry.level]
        )
        after = entry.level


def _topic(reading: Reading, course: Document, corpus: Corpus) -> tuple[str, ...]:
    """The stems of what a question is about; a usual name of the course, such as a trade, is one."""
    lexicon = field_lexicon()
    spelt = name_ours(reading.spelt or reading.question, names_of_company(corpus.documents))
    said = stems(lexicon.without_triggers(spelt))
    other = {*stems(course.title), *stems(course.id), *stems(_WHEN), *lexicon.generic}
    told = (*reading.subject, *(one for one in said if one not in other))
    return tuple(dict.fromkeys(one for one in told if len(one) > 1 and one not in stems(_WHEN)))
