"""Several courses at once: the catalogue, which course to choose, a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.compose.course_answers import fact_of, holding, suggest
from assistant.answering.quotes.draft import Draft, Extract, extract_whole, name_course
from assistant.answering.quotes.long_sections import SURE, TAUGHT, TOLD, names_absent
from assistant.answering.quotes.outline import asked_half_days, names_half_day, outline
from assistant.answering.quotes.select import matching_lines, nearest_lines, sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, field_lexicon
from assistant.datatypes import Answer, Document, Hit, Reading, Section
from assistant.french import NBSP, fold, stems

CLOSE = 0.75  # a second course is listed when it scores this share of the first one
PROOFS = 5  # lines quoted of the course that treats a subject best
SEARCHED = 3  # sections of a course in which these lines are looked for
LISTED = 3  # courses listed at most under a choice, and lines of each course under a comparison
_WITHOUT_POINT = ("public", "objectifs")  # compared where no sheet names the point asked about
_COMPARED = ("duree", "public", "prerequis", "objectifs", "evaluation")


def answer_choice(hits: Sequence[Hit], reading: Reading, sources: Sources) -> Answer:
    """The course that treats a subject best, with the lines that say so; then others, a line each."""
    best: dict[str, list[Hit]] = {}
    for hit in hits:
        best.setdefault(hit.chunk.document, []).append(hit)
    first, *others = best.values()
    draft = Draft(sources.corpus)
    course = sources.document(first[0].chunk.document)
    absent = names_absent(reading, course)
    silent = f", dont la fiche ne cite pas {absent}" if absent else ""
    nearest = "qui correspond le mieux"
    nowhere = {*reading.subject} <= {*stems(absent)} and all(
        names_absent(reading, one) == absent for one in sources.courses
    )
    if absent and nowhere:
        draft.say(f"Aucune de nos fiches ne cite {absent}.", "")
        nearest, silent = "la plus proche", ""
    draft.say(f"La formation {nearest} est **{name_course(course)}**{silent}{NBSP}:")
    lines = _half_days(course, reading) or _proofs(first, reading, sources)
    draft.quote(lines or sentences_of(sources.section(first[0]))[:PROOFS])
    close = [rows for rows in others if rows[0].score >= CLOSE * first[0].score][: LISTED - 1]
    told = _every_other(course, reading, sources) or [
        (sources.document(rows[0].chunk.document), found[0])
        for rows in close
        if (found := _proofs(rows, reading, sources))
    ]
    if told:
        draft.say("", f"Voir aussi{NBSP}:")
    for other, line in told:
        draft.say(f"- {name_course(other)}{NBSP}: {line.words} {draft.cite(line)}")
    return draft.answer(suggestions=suggest(course))


def _every_other(first: Document, reading: Reading, sources: Sources) -> list[tuple[Document, Extract]]:
    """Where courses are asked for, and not one: every other that treats the subject, with its first line."""
    if not field_lexicon().is_request("several", reading.question):
        return []
    return [
        (course, lines[0])
        for course in sources.courses
        if course is not first and (lines := _lines_on(course, reading.subject))
    ]


def _taught(course: Document) -> list[Section]:
    """The sections of a sheet that say what is taught."""
    return [one for one in course.sections if one.id in TAUGHT]


def _lines_on(course: Document, subject: Sequence[str]) -> tuple[Extract, ...]:
    return tuple(line for one in _taught(course) for line in matching_lines(one, subject, least=SURE))


def _half_days(course: Document, reading: Reading) -> tuple[Extract, ...]:
    """The lines of the half-days that a question names, in the programme of a course."""
    programme = course.section("programme")
    entries = asked_half_days(reading.question, outline(programme), reading.context) if programme else ()
    return tuple(entry.extract for entry in entries if entry.level != "day")


def _proofs(rows: Sequence[Hit], reading: Reading, sources: Sources) -> tuple[Extract, ...]:
    """The lines of a course that treat the subject, the nearest first; its name and reference are none."""
    course = sources.document(rows[0].chunk.document)
    found = [sources.section(hit) for hit in rows[:SEARCHED]]
    if rows[0].chunk.section in TAUGHT:
        found = [one for one in found if one.id in TAUGHT]
    named = course.id in reading.courses or {*reading.subject} <= {*stems(course.title)}
    if named:  # what it teaches is what tells that it treats its own subject
        found = _taught(course)
    sections = [one for one in found if one.id != "fiche"]
    return nearest_lines(sections, reading.wanted, reading.subject, sources.aim, most=PROOFS)


def answer_catalogue(sources: Sources) -> Answer:
    """Every course of the catalogue, with its reference and duration where stated."""
    draft = Draft(sources.corpus)
    courses = sources.courses
    draft.say(f"Notre catalogue compte {len(courses)} formation{'s' if len(courses) > 1 else ''}{NBSP}:")
    for course in courses:
        section = course.section("fiche") or course.sections[0]
        duration = course.facts.get("duration")
        told = f", {duration}" if duration else ""
        draft.say(f"- {name_course(course)}{told} {draft.cite(extract_whole(section)[0])}")
    return draft.answer()


def answer_comparison(
    courses: Sequence[Document], asked: Sequence[str], reading: Reading, sources: Sources
) -> Answer:
    """What each course says of the point compared; else a table of the fields asked for, or the usual ones.

    What is alike opens the table, which has a column a course.
    """
    draft = Draft(sources.corpus)
    topic = _topic(reading) if set(asked) <= set(TAUGHT) else ""
    if topic and (told := _on_the_point(courses, topic, sources)):
        for course, lines in told:
            name = f"**{name_course(course)}**"
            silence = f"La fiche de la formation {name} ne nomme pas ce point."
            draft.say(f"{name}{NBSP}:" if lines else silence)
            draft.quote(lines)
            draft.say("")
        return draft.answer()
    fields = [field_lexicon().fields[one] for one in asked or (_WITHOUT_POINT if topic else _COMPARED)]
    cells = {field.id: [_cell(draft, field, course, reading) for course in courses] for field in fields}
    for field in fields:
        values = [words for words, _ in cells[field.id]]
        if len(set(map(fold, values))) == 1 and values[0] and field.id in ("duree", "domaine"):
            draft.say(f"{field.label}{NBSP}: identique, **{values[0]}** {cells[field.id][0][1]}.")
    draft.say("", "| | " + " | ".join(name_course(course) for course in courses) + " |")
    draft.say("|" + " --- |" * (len(courses) + 1))
    for field in fields:
        row = [f"{words} {marks}" if words else "non précisé" for words, marks in cells[field.id]]
        draft.say(f"| **{field.label}** | " + " | ".join(row) + " |")
    return draft.answer()


def _topic(reading: Reading) -> str:
    """The words that say on what courses are compared, if any does."""
    asked = field_lexicon().without_request("comparison", reading.wanted)
    return " ".join(word for word in asked.split() if set(stems(word)) & set(reading.subject))


def _on_the_point(
    courses: Sequence[Document], topic: str, sources: Sources
) -> tuple[tuple[Document, tuple[Extract, ...]], ...]:
    """The lines of each sheet nearest to the point compared; nothing when no sheet names it."""
    subject, named, found = stems(topic), False, []
    for course in courses:
        sections = _taught(course)
        lines = nearest_lines(sections, topic, subject, sources.aim, most=LISTED)
        named |= any(matching_lines(one, subject, least=TOLD) for one in sections)
        found.append((course, lines))
    return tuple(found) if named else ()


def _cell(draft: Draft, field: Field, course: Document, reading: Reading) -> tuple[str, str]:
    """A field of a course in one cell, and its marks; empty when the sheet does not say.

    Of a programme, the half-days alone that are asked for.
    """
    section = course.section(field.section)
    if section is None:
        return "", ""
    if field.fact:
        value = fact_of(course, field.fact)
        return (value, draft.cite(holding(section, value))) if value else ("", "")
    asked = field.id == "programme" and names_half_day(reading.question)
    extracts = _half_days(course, reading) if asked else sentences_of(section)
    if not extracts:
        return "", ""
    lines = (one.words.rstrip(".") for one in extracts)
    words = f"{NBSP}; ".join(one for one in lines if not one.endswith(":"))
    return words.replace("|", "/"), draft.cite_all(extract_whole(section))
