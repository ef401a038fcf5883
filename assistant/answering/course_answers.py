"""What the sheets of the courses named say: some sections, a field, what they leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answering.draft import Draft, Extract, extract_whole
from assistant.answering.outline import absent_days, asked_half_days, outline, parts_holding
from assistant.answering.select import (
    absent_names,
    lines_nearest,
    matching_lines,
    nearest_lines,
    sentences_of,
)
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, field_lexicon
from assistant.datatypes import Answer, Document, Reading, Section, Status
from assistant.french import NBSP, fold, stems

_FACT_SENTENCES = {
    "duree": "La formation {course} dure **{value}**.",
    "reference": "La formation {course} porte la référence **{value}**.",
    "titre": "L'intitulé exact de la formation {id} est « **{value}** ».",
    "domaine": "La formation {course} relève du domaine « **{value}** ».",
}
_LINES = {"day": "\n**{}**\n", "part": "- **{}**", "item": "  - {}"}
ADDED = 3  # lines given of a section that is not the first one
TOLD = 0.2  # share of a subject that a line must hold to be said to treat it
SURE = 0.5  # share from which the part that holds the line is enough, without the whole programme
ADVISER = "Votre conseiller LEXOM pourra vous renseigner."
LONG = ("programme", "objectifs", "financement")  # fields given in many lines


def name_course(course: Document) -> str:
    """A course as people call it, with its reference where it has one."""
    reference = course.facts.get("reference")
    return f"«{NBSP}{course.title}{NBSP}»" + (f" ({reference})" if reference else "")


def answer_open(sections: Sequence[Section], course: Document, reading: Reading, sources: Sources) -> Answer:
    """What some sections of one sheet say: the most likely one whole, then what the others add."""
    draft = Draft(sources.corpus)
    fields = {one.section: one for one in field_lexicon().fields.values() if not one.fact}
    first, *others = sections
    if field := fields.get(first.id):
        say_field(draft, field, course, reading)
    else:
        draft.quote(sentences_of(first), prefix="")
    asked = {field_lexicon().fields[one].section for one in reading.fields}
    for section in others:
        if section.id in asked and section.id in fields:
            draft.say("")
            say_field(draft, fields[section.id], course, reading)
            continue
        lines = nearest_lines([section], reading.wanted, reading.subject, sources.aim, most=ADDED)
        if lines:
            draft.say("", f"Voir aussi{NBSP}:")
        draft.quote(lines)
    return draft.answer(suggestions=suggest(course))


def states(course: Document, field: Field) -> bool:
    """Whether the sheet of a course says something of a field."""
    return (
        fact_of(course, field.fact) is not None if field.fact else course.section(field.section) is not None
    )


def answer_field(field: Field, courses: Sequence[Document], reading: Reading, sources: Sources) -> Answer:
    """What the sheets of some courses say of one field; a hole in a sheet is said to be one."""
    draft, said = Draft(sources.corpus), _on_the_word(field, courses, reading, sources)
    silent = [
        course for course in courses if not say_field(draft, field, course, reading, said.get(course.id, ()))
    ]
    names = ", ".join(name_course(course) for course in silent)
    if silent:
        draft.say(say_silence(names, [field.missing], many=len(silent) > 1))
    status: Status = "not_found" if len(silent) == len(courses) else "answered"
    return draft.answer(status, suggestions=suggest(courses[0]) if len(courses) == 1 else ())


def say_silence(names: str, missing: Sequence[str], *, many: bool = False) -> str:
    """That the sheets of the courses named leave out each thing that is missing."""
    told = f"pas {missing[0]}" if len(missing) == 1 else "ni " + ", ni ".join(missing)
    if many:
        return f"Les fiches des formations {names} ne précisent {told}."
    return f"La fiche de la formation {names} ne précise {told}."


def suggest(course: Document) -> tuple[str, ...]:
    """Questions that the sheet of a course answers."""
    asked = {"programme": "Quel est le programme ?", "prerequis": "Quels sont les prérequis ?"}
    asked |= {"evaluation": "Comment les acquis sont-ils évalués ?", "public": "À qui s'adresse-t-elle ?"}
    return tuple(question for section, question in asked.items() if course.section(section))[:3]


def _on_the_word(
    field: Field, courses: Sequence[Document], reading: Reading, sources: Sources
) -> Mapping[str, tuple[Extract, ...]]:
    """For each of several courses, the lines of a field on the word that asks for it: « attestation ».

    None where that word is the field's own name, or where a sheet that speaks of the field has no such line.
    """
    sections = [one for course in courses if (one := course.section(field.section))]
    told = {m.group() for trigger in field.triggers for m in trigger.finditer(fold(reading.wanted))}
    word = " ".join(one for one in told if not set(stems(field.label)) & set(stems(one)))
    if len(courses) < 2 or field.fact or field.id in LONG or not word:
        return {}
    found = {one.document: lines_nearest(one, word, sources.aim) for one in sections}
    return found if all(found.values()) else {}


def say_field(
    draft: Draft, field: Field, course: Document, reading: Reading, lines: Sequence[Extract] = ()
) -> bool:
    """Write what a sheet says of a field, those `lines` where there are any; false when it says nothing."""
    section = course.section(field.section)
    if field.fact:
        value = fact_of(course, field.fact)
        if value is None or section is None:
            return False
        sentence = _FACT_SENTENCES[field.id].format(course=name_course(course), id=course.id, value=value)
        draft.say(f"{sentence} {draft.cite(holding(section, value))}")
        return True
    if section is None:
        return False
    if field.id in LONG:
        _say_list(draft, field, course, section, reading)
    else:
        _say_sentences(draft, field, course, lines or sentences_of(section))
    return True


def fact_of(course: Document, fact: str) -> str | None:
    """What the head of a sheet states; its title when it has a head."""
    if fact == "title" and course.section("fiche"):
        return course.title
    return course.facts.get(fact)


def holding(section: Section, value: str) -> Extract:
    """The words of a section that state a value: a sentence, or the passage."""
    for extract in sentences_of(section):
        if fold(value) in fold(extract.words):
            return extract
    return extract_whole(section)[0]


def _say_sentences(draft: Draft, field: Field, course: Document, extracts: Sequence[Extract]) -> None:
    name = name_course(course)
    if len(extracts) == 1:
        words = extracts[0].words.rstrip(".")
        draft.say(f"{field.label} de la formation {name}{NBSP}: {words}. {draft.cite(extracts[0])}")
        return
    draft.say(f"{field.label} de la formation {name}{NBSP}:")
    draft.quote(extracts)


def _say_list(draft: Draft, field: Field, course: Document, section: Section, reading: Reading) -> None:
    """Write a long section: the lines on the subject first, then the whole, or the half-days asked for."""
    entries = outline(section)
    topic = _topic(reading, course)
    lines = matching_lines(section, topic, least=TOLD)
    for day in absent_days(reading.question, entries):
        draft.say(f"Le programme de cette formation ne prévoit pas de jour {day}.", "")
    if half_days := asked_half_days(reading.question, entries, reading.context):
        entries, lines = half_days, ()
    if lines and len(lines) < len(entries):
        draft.say(f"La formation {name_course(course)} en parle{NBSP}:")
        for line in lines:
            draft.say(f"- **{line.words}** {draft.cite(line)}")
        if sure := matching_lines(section, topic, least=SURE):
            entries = parts_holding(entries, sure) or entries
        if len(lines) >= len(entries):
            return
        draft.say("")
    elif absent := absent_names(reading.wanted, course):
        draft.say(f"La fiche de cette formation ne cite pas {absent}.", "")
    marks = draft.cite_all(extract_whole(section))
    draft.say(f"{field.label} de la formation {name_course(course)} {marks}{NBSP}:", "")
    for entry in entries:
        if not entry.extract.words.endswith(":"):
            draft.say(_LINES[entry.level].format(entry.extract.words))


def _topic(reading: Reading, course: Document) -> tuple[str, ...]:
    """The stems of what a question is about; a usual name of the course, such as a trade, is one."""
    lexicon = field_lexicon()
    said = stems(lexicon.without_triggers(reading.spelt or reading.question))
    other = {*stems(course.title), *stems(course.id), *lexicon.generic}
    return tuple(dict.fromkeys((*reading.subject, *(one for one in said if one not in other))))
