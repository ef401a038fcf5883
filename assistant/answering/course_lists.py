"""Several courses at once: the catalogue, which course to choose, a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.course_answers import fact_of, holding, name_course, suggest
from assistant.answering.draft import Draft, Extract, extract_whole
from assistant.answering.select import matching_lines, select_sentences, sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, field_lexicon
from assistant.datatypes import Answer, Document, Hit, Reading
from assistant.french import NBSP, fold

CLOSE = 0.75  # a second course is listed when it scores this share of the first one
PROOFS = 4  # lines quoted of one section
LISTED = 3  # courses listed at most under a choice
_COMPARED = ("duree", "public", "prerequis", "objectifs", "evaluation")


def answer_choice(hits: Sequence[Hit], reading: Reading, sources: Sources) -> Answer:
    """The courses that treat a subject, the best first, each with the lines that say so."""
    draft = Draft(sources.corpus)
    best: dict[str, list[Hit]] = {}
    for hit in hits:
        best.setdefault(hit.chunk.document, []).append(hit)
    top = hits[0].score
    chosen = [rows for rows in best.values() if rows[0].score >= CLOSE * top][:LISTED]
    for rank, rows in enumerate(chosen):
        course = sources.document(rows[0].chunk.document)
        opening = "La formation qui correspond le mieux est" if rank == 0 else "Voir aussi"
        lines = _proofs(rows, reading, sources)
        draft.say(f"{opening} **{name_course(course)}**{NBSP}:")
        for line in lines:
            draft.say(f"- {line.words} {draft.cite(line)}")
        draft.say("")
    return draft.answer(suggestions=suggest(sources.document(chosen[0][0].chunk.document)))


def _proofs(rows: Sequence[Hit], reading: Reading, sources: Sources) -> tuple[Extract, ...]:
    """The lines of a course that treat the subject: those that name it, then the nearest ones."""
    sections = [sources.section(hit) for hit in rows[:2]]
    named = [line for section in sections for line in matching_lines(section, reading.subject)]
    near = [
        line
        for section in sections
        for line in select_sentences(section, reading.wanted, sources.embeddings)[:PROOFS]
    ]
    return tuple(dict.fromkeys([*named[:PROOFS], *near]))[: 2 * PROOFS]


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


def answer_comparison(courses: Sequence[Document], asked: Sequence[str], sources: Sources) -> Answer:
    """A table of the fields asked for, or of the usual ones, a column a course, opened by what is alike."""
    draft = Draft(sources.corpus)
    fields = [field_lexicon().fields[one] for one in asked or _COMPARED]
    cells = {field.id: [_cell(draft, field, course) for course in courses] for field in fields}
    for field in fields:
        values = [words for words, _ in cells[field.id]]
        if len(set(map(fold, values))) == 1 and values[0] and field.id in ("duree", "domaine"):
            draft.say(f"{field.label}{NBSP}: identique, **{values[0]}** {cells[field.id][0][1]}.")
    draft.say("")
    draft.say("| | " + " | ".join(name_course(course) for course in courses) + " |")
    draft.say("|" + " --- |" * (len(courses) + 1))
    for field in fields:
        row = [f"{words} {marks}" if words else "non précisé" for words, marks in cells[field.id]]
        draft.say(f"| **{field.label}** | " + " | ".join(row) + " |")
    return draft.answer()


def _cell(draft: Draft, field: Field, course: Document) -> tuple[str, str]:
    """A field of a course in one cell, and its marks; empty when the sheet does not say."""
    section = course.section(field.section)
    if section is None:
        return "", ""
    if field.fact:
        value = fact_of(course, field.fact)
        return (value, draft.cite(holding(section, value))) if value else ("", "")
    words = f"{NBSP}; ".join(extract.words.rstrip(".") for extract in sentences_of(section))
    return words.replace("|", "/"), draft.cite_all(extract_whole(section))
