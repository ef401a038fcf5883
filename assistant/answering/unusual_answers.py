"""What sheets do not usually hold, as asked: what one says, a document beside them, or that none does."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.course_answers import ADVISER, say_unknown, suggest
from assistant.answering.draft import Draft, name_course
from assistant.answering.select import select_sentences
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Unknown
from assistant.answering.unusual import find_beside
from assistant.datatypes import Answer, Document, Reading
from assistant.french import NBSP


def answer_unknown(
    unknown: Unknown, courses: Sequence[Document], reading: Reading, sources: Sources
) -> Answer:
    """What the sheets say of what they do not usually hold, or a document beside them; or that none does."""
    draft = Draft(sources.corpus)
    told = [say_unknown(draft, unknown, course) for course in courses]
    if any(told):
        return draft.answer()
    if len(courses) == 1:
        draft.say(f"La fiche de la formation {name_course(courses[0])} ne précise pas {unknown.says}.")
    if beside := find_beside(unknown, sources):
        if len(courses) == 1:
            draft.say(f"Voir aussi{NBSP}:")
        for section in beside:
            draft.quote(select_sentences(section, reading.wanted, sources.aim))
        return draft.answer()
    if len(courses) != 1:
        draft.say(f"Nos documents ne précisent pas {unknown.says}.")
    draft.say(ADVISER)
    return draft.answer("not_found", suggestions=suggest(courses[0]) if len(courses) == 1 else ())
