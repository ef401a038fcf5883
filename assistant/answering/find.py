"""The sections for a reading: the search, narrowed to the courses and editions that apply."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Hit, Reading

ALL = 1000  # sections of the documents that apply, all of them
ASKED = 5.0  # added to the fused score of a section that holds a field asked for by name


def find_sections(reading: Reading, sources: Sources, *, k: int) -> tuple[Hit, ...]:
    """The `k` best sections for a question, the best first.

    A course that is named narrows the search to its sheet, to the edition of
    the terms joined to it and to the company's identity; an edition that is
    named, to that edition; a choice of course, to the sheets.
    """
    if reading.intent == "choice":
        return sources.search(reading.wanted, k=k, kinds=("course",))
    editions = reading.editions or sources.editions_of(reading.courses)
    if not reading.courses and not editions:
        return sources.search(reading.wanted, k=k)
    company = [one.id for one in sources.corpus.documents if one.kind == "company"]
    courses = reading.courses or tuple(one.id for one in sources.courses)
    terms = editions or tuple(one.id for one in sources.corpus.editions)
    hits = sources.search(reading.wanted, k=ALL, documents=(*courses, *terms, *company))
    return _asked_first(hits, reading)[:k]


def _asked_first(hits: tuple[Hit, ...], reading: Reading) -> tuple[Hit, ...]:
    """The hits; where nothing but fields of a named course is asked, their sections first."""
    if not reading.courses or reading.subject:
        return hits
    sections = {field_lexicon().fields[one].section for one in reading.fields}
    weighed = (
        replace(hit, score=hit.score + ASKED)
        if hit.chunk.kind == "course" and hit.chunk.section in sections
        else hit
        for hit in hits
    )
    return tuple(sorted(weighed, key=lambda hit: -hit.score))
