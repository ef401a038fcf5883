"""What sheets do not usually hold, such as a price: what one says, or a document beside them, or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.compose.course_answers import (
    asked_together,
    say_field,
    say_neither,
    say_silence,
    suggest,
)
from assistant.answering.learned.side import LEAN
from assistant.answering.quotes.draft import Draft, Extract, name_course
from assistant.answering.quotes.long_sections import LONG, TAUGHT
from assistant.answering.quotes.select import select_sentences, sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, Unknown, field_lexicon
from assistant.datatypes import Answer, Document, Reading, Section
from assistant.french import NBSP, fold, say_list, stems

_IN_NO_SHEET = re.compile("(?!)")  # the sign of what is for the terms to say, if at all


def answer_unknown(
    unknown: Unknown, courses: Sequence[Document], reading: Reading, sources: Sources
) -> Answer:
    """What the sheets say of what they do not usually hold, or a document beside them; or that none does.

    With what is asked beside it, where no course is named: « quel matériel, et combien de jours ? ».
    """
    beside = () if reading.courses else asked_together(reading, sources)
    if beside and not {one.id for one in beside} & {*LONG}:
        return answer_together(beside, courses, reading, sources)
    draft = Draft(sources.corpus)
    told = [_say_unknown(draft, unknown, course) for course in courses]
    if any(told):
        return draft.answer()
    if len(courses) == 1:
        draft.say(_say_silent(courses[0], unknown, reading, sources))
    if held := _find_beside(unknown, sources):
        if len(courses) == 1:
            draft.say(f"Voir aussi{NBSP}:")
        for section in held:
            draft.quote(select_sentences(section, reading.wanted, sources.aim))
        return draft.answer()
    if len(courses) != 1:
        draft.say(f"Nos documents ne précisent pas {unknown.says}.")
    draft.say(*sources.adviser)
    return draft.answer("not_found", suggestions=suggest(courses[0]) if len(courses) == 1 else ())


def answer_together(
    asked: Sequence[Field | Unknown], courses: Sequence[Document], reading: Reading, sources: Sources
) -> Answer:
    """What the sheets of some courses say of several things asked at once; then what each leaves out."""
    draft, missing = Draft(sources.corpus), dict[Field | Unknown, list[Document]]()
    told = False
    for course in courses:
        for one in sorted(asked, key=lambda one: one.id in LONG):
            if isinstance(one, Unknown):
                said = _say_unknown(draft, one, course)
            else:
                said = say_field(draft, one, course, reading)
            told = told or said
            if said:
                draft.say("")
            else:
                missing.setdefault(one, []).append(course)
    if missing:
        draft.say(*_say_missing(missing, courses), *sources.adviser)
    suggestions = suggest(courses[0]) if reading.courses else ()
    return draft.answer("answered" if told else "not_found", suggestions=suggestions)


def _say_missing(
    missing: Mapping[Field | Unknown, Sequence[Document]], courses: Sequence[Document]
) -> list[str]:
    """What no sheet says, once; then what those of some courses leave out, these together."""
    said, together = [], dict[tuple[str, ...], list[str]]()
    for one, silent in missing.items():
        names = tuple(name_course(course) for course in silent)
        together.setdefault(names, []).append(one.says if isinstance(one, Unknown) else one.missing)
    for names, things in together.items():
        if len(names) == len(courses) > 1:
            said.append(f"Nos documents ne précisent {say_neither(things)}.")
        else:
            said.append(say_silence(", ".join(names), things, many=len(names) > 1))
    return said


def _say_silent(course: Document, unknown: Unknown, reading: Reading, sources: Sources) -> str:
    """That the sheet leaves something out, or the terms joined to it what no sheet could ever hold."""
    editions = reading.editions or sources.editions_of((course.id,))
    if (
        editions
        and unknown.evidence == _IN_NO_SHEET
        and sources.learned.sides.odds(stems(reading.wanted)) >= LEAN
    ):
        joined = "" if reading.editions else " jointes à cette fiche"
        return f"Les CGV{joined} ({say_list(editions)}) ne précisent {say_neither([unknown.says])}."
    return say_silence(name_course(course), [unknown.says])


def _say_unknown(draft: Draft, unknown: Unknown, course: Document) -> bool:
    """Write what a sheet says after all of something that sheets do not usually hold."""
    found = _find_unusual(unknown, course)
    draft.quote(found, prefix=f"{name_course(course)}{NBSP}: ")
    return bool(found)


def _find_unusual(unknown: Unknown, course: Document) -> tuple[Extract, ...]:
    """The lines of a sheet that hold something unusual: signs of it, or a heading that names it."""
    title = fold(course.title)
    return tuple(
        extract
        for section in course.sections
        if section.id not in TAUGHT
        for headed in [_is_headed(section, unknown)]
        for extract in sentences_of(section)
        for words in [fold(extract.words)]
        if words != title and (headed or unknown.evidence.search(words))
    )


def _find_beside(unknown: Unknown, sources: Sources) -> tuple[Section, ...]:
    """The sections of documents beside the sheets, such as a FAQ, whose heading names it."""
    return tuple(
        section
        for document in sources.documents
        if document.kind == "other"
        for section in document.sections
        if _is_headed(section, unknown)
    )


def _is_headed(section: Section, unknown: Unknown) -> bool:
    """Whether a section, none of a sheet's usual ones, is headed by what is asked: « Tarif »."""
    usual = {one.section for one in field_lexicon().fields.values()}
    heading = fold(section.heading)
    named = any(one.search(heading) for one in (*unknown.triggers, *unknown.beside))
    return named and section.id not in usual
