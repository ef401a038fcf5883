"""What sheets do not usually hold, such as a price, found where one does or in a document beside them."""

from __future__ import annotations

from assistant.answering.draft import Extract
from assistant.answering.select import sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Unknown, field_lexicon
from assistant.datatypes import Document, Section
from assistant.french import fold

_TAUGHT = ("programme", "objectifs")  # they tell what is taught, not how a course is held


def find_unusual(unknown: Unknown, course: Document) -> tuple[Extract, ...]:
    """The lines of a sheet that hold something unusual: signs of it, or a heading that names it."""
    return tuple(
        extract
        for section in course.sections
        if section.id not in _TAUGHT
        for extract in sentences_of(section)
        if fold(extract.words) != fold(course.title)
        and (unknown.evidence.search(fold(extract.words)) or _is_headed(section, unknown))
    )


def find_beside(unknown: Unknown, sources: Sources) -> tuple[Section, ...]:
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
