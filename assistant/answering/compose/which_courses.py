"""Which of the courses have what is asked, where it is asked which: « laquelle n'a pas de prérequis ? »."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.quotes.draft import Extract
from assistant.answering.quotes.long_sections import LONG
from assistant.answering.quotes.select import sentences_of
from assistant.answering.understand.fields import Field
from assistant.datatypes import Document, Reading
from assistant.french import fold

_WHICH = re.compile(r"\b(?:quelles? (?:formations?|stages?|cours)|laquelle|lesquelles|which)\b")
_OF_TERMS = re.compile(r"\b(?:cgv|editions?|conditions|versions?|clauses?|articles?|terms)\b")
_NONE = re.compile(  # a beginner looks for what asks for nothing
    r"\b(?:pas|aucune?|sans|jamais|debutante?s?|novices?|beginners?|no|not|without|\w+n't)\b"
)
_DENIES = re.compile(r"\b(?:ne |n').*\b(?:aucune?|pas|jamais)\b|^(?:aucune?|pas de)\b")


def asks_which_course(reading: Reading) -> bool:
    """Whether a question asks which of the courses, and of nothing in the terms: « laquelle a un QCM ? »."""
    folded = fold(reading.question)
    return _WHICH.search(folded) is not None and _OF_TERMS.search(folded) is None


def set_apart(
    field: Field, courses: Sequence[Document], said: Mapping[str, Sequence[Extract]], reading: Reading
) -> list[Document]:
    """Of « laquelle n'a pas … ? », the courses that have none; of « laquelle a … ? », those that have one.

    A sheet has what is asked where its lines on it, those `said`, do not deny it. None where the
    question does not part the courses, or speaks otherwise of what they have in common.
    """
    if field.fact or field.id in LONG or not asks_which_course(reading):
        return []
    denied = bool(said) and all(_denies(lines) for lines in said.values())
    told = said if said and not denied else {one.id: _lines(one, field) for one in courses}
    wanted = _NONE.search(fold(reading.question)) is None
    if wanted and not said and field.words_asking(reading.wanted):
        return []
    kept = [one for one in courses if (one.id in told and not _denies(told[one.id])) == wanted]
    return kept if len(kept) < len(courses) else []


def _lines(course: Document, field: Field) -> Sequence[Extract]:
    section = course.section(field.section)
    return sentences_of(section) if section else ()


def _denies(lines: Sequence[Extract]) -> bool:
    """Whether some lines only say that there is none."""
    return all(_DENIES.search(fold(one.words)) for one in lines)
