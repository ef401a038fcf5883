"""A reading to an answer made of the documents' own words, without any model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.compose.company_answers import answer_company
from assistant.answering.compose.course_answers import (
    answer_field,
    answer_open,
    asked_together,
    overview,
    states,
)
from assistant.answering.compose.course_lists import answer_catalogue, answer_choice, answer_comparison
from assistant.answering.compose.courtesies import examples, greet
from assistant.answering.compose.edition_answers import answer_on_editions
from assistant.answering.compose.money_courses import ask_which_course
from assistant.answering.compose.terms_answers import answer_terms
from assistant.answering.compose.unusual_answers import answer_together, answer_unknown
from assistant.answering.compose.which_courses import asks_which_course
from assistant.answering.learned.side import LEAN
from assistant.answering.quotes.draft import Draft, name_course
from assistant.answering.quotes.long_sections import TAUGHT
from assistant.answering.quotes.select import select_sentences
from assistant.answering.search.find import articles_asked, find_sections, finds_article
from assistant.answering.search.relevance import AHEAD, find_unknown, is_answered, is_ours, leads_on_terms
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, field_lexicon
from assistant.answering.understand.names.named_courses import say_stranger
from assistant.datatypes import Answer, Document, Hit, Reading, Section
from assistant.french import NBSP, stems

CLOSE = 2.0  # fused score within which a second section of a sheet is given too
EDGE = 0.2  # fused score by which another section must be ahead of the field asked for to be told instead
COMPARED = 2  # sections in which courses are compared, when no field is asked for
DEPTH = 20  # sections looked at for one question


def compose(reading: Reading, sources: Sources) -> Answer:
    """The answer to anything but a sum; `not_found` or `out_of_scope` where nothing answers."""
    if reading.intent == "greeting":
        return greet(reading, sources)
    if reading.intent == "catalogue":
        return answer_catalogue(sources)
    if answer := _name_nearest(reading, sources):
        return answer
    if answer := answer_on_editions(reading, sources):
        return answer
    if reading.stranger:
        return _say_stranger(reading, sources)
    hits = find_sections(reading, sources, k=DEPTH)
    article = _open(reading, hits, sources) if finds_article(reading, hits) else None
    if answer := _compare(reading, hits, sources) or _together(reading, sources) or article:
        return answer
    answered = is_answered(reading, hits, sources)
    named = bool(reading.courses or reading.editions or reading.context)
    if named or answered or is_ours(reading, sources):
        unknown = find_unknown(reading, hits, sources)
        answer = _unknown(unknown, reading, sources) if unknown else None
        if answer:
            return answer
    asked = named or answered or not reading.subject  # « quelles formations durent deux jours ? »
    asked = asked or _is_in_field(reading, hits, sources)
    if reading.fields and asked and (answer := _field(reading, hits, sources)):
        return answer
    return _open(reading, hits, sources) if answered else decline(reading, sources)


def _say_stranger(reading: Reading, sources: Sources) -> Answer:
    draft = Draft(sources.corpus)
    draft.say(say_stranger(reading.stranger))
    return draft.answer("not_found", suggestions=examples(sources))


def _name_nearest(reading: Reading, sources: Sources) -> Answer | None:
    """That a reference is none of ours, and the course that may be meant; the question again, of it."""
    found = None if reading.courses else sources.catalogue.unknown_reference(reading.question)
    if found is None or found[1] not in {one.id for one in sources.courses}:
        return None
    written, near = found
    draft = Draft(sources.corpus)
    draft.say(f"Aucune de nos formations ne porte la référence {written}.")
    draft.say(f"Pensez-vous à {name_course(sources.document(near))}{NBSP}?")
    return draft.answer("not_found", suggestions=(reading.question.replace(written, near),))


def _courses(reading: Reading, sources: Sources) -> tuple[Document, ...]:
    """The courses that the person named, in this order, and may see; else all."""
    visible = sources.courses
    named = tuple(one for course in reading.courses for one in visible if one.id == course)
    return named or visible


def _compare(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Answer | None:
    """Courses side by side: those named, in what is asked of them, or all of them in a field."""
    courses, several = _courses(reading, sources), len(reading.courses) > 1
    in_all = reading.fields and len(courses) > 1 and not reading.editions
    if reading.intent == "comparison" and (several or in_all):
        return answer_comparison(courses, reading.fields, reading, sources)
    if not several or reading.intent == "choice" or reading.unknowns:
        return None
    if not is_answered(reading, hits, sources):
        return None
    if reading.fields or not _is_on_terms(reading, sources):
        if reading.apart:
            return ask_which_course(reading, sources)
        return answer_comparison(courses, reading.fields or _fields_found(hits), reading, sources)
    return None


def _together(reading: Reading, sources: Sources) -> Answer | None:
    """Several things asked at once of the courses named, or these as a whole."""
    courses = _courses(reading, sources) if reading.courses else ()
    bare = sources.catalogue.without_names(reading.question, reading.courses)
    asked = courses and (asked_together(reading, sources) or overview(courses, reading, bare))
    return answer_together(asked, courses, reading, sources) if asked else None


def _is_on_terms(reading: Reading, sources: Sources) -> bool:
    return sources.learned.sides.odds(stems(reading.wanted)) >= LEAN


def _fields_found(hits: Sequence[Hit]) -> tuple[str, ...]:
    """The fields of the two sections of sheets found first, one a section."""
    by_section = {field.section: field.id for field in reversed(list(field_lexicon().fields.values()))}
    found = (hit.chunk.section for hit in hits if hit.chunk.kind == "course")
    fields = tuple(dict.fromkeys(by_section[one] for one in found if one in by_section))[:COMPARED]
    return tuple(one for one in fields if one != "programme") or fields


def _unknown(about: str, reading: Reading, sources: Sources) -> Answer | None:
    """What sheets do not hold; of a field, what the sheet named says of it after all."""
    lexicon = field_lexicon()
    if about in lexicon.fields and reading.courses:
        return answer_field(lexicon.fields[about], _courses(reading, sources), reading, sources)
    unknown = lexicon.unknowns.get(about)
    courses = _courses(reading, sources)
    return answer_unknown(unknown, courses, reading, sources) if unknown and courses else None


def _field(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Answer | None:
    """A field of a sheet, unless the question is rather on the terms, or on more than that field."""
    field = _best_field(reading, hits)
    first = hits[0].chunk if hits else None
    if articles_asked(reading):
        return None
    if reading.courses:
        if first and reading.subject and is_answered(reading, hits, sources):
            on_terms = first.kind != "course" and (_is_on_terms(reading, sources) or leads_on_terms(hits))
            if on_terms or _tells_more(hits, field, sources):
                return None
        return answer_field(field, _courses(reading, sources), reading, sources)
    elsewhere = first is not None and first.kind != "course" and not asks_which_course(reading)
    if reading.subject and (elsewhere or field.id in TAUGHT):
        return None
    if field.id in TAUGHT and len(sources.courses) > 1:
        every = tuple(one.id for one in sources.courses)
        return None if reading.context else ask_which_course(replace(reading, courses=every), sources)
    return answer_field(field, sources.courses, reading, sources) if sources.courses else None


def _is_in_field(reading: Reading, hits: Sequence[Hit], sources: Sources) -> bool:
    """Whether it is for the sheets to say, in the field named: « que vaut l'attestation ? »."""
    first = hits[0].chunk if hits else None
    sections = {field_lexicon().fields[one].section for one in reading.fields}
    in_field = first is not None and first.section in sections
    return (in_field or asks_which_course(reading)) and is_ours(reading, sources)


def _tells_more(hits: Sequence[Hit], field: Field, sources: Sources) -> bool:
    """Whether another section of the sheet answers better than a field, or instead of one left out."""
    first, *others = hits
    if first.chunk.kind != "course" or first.chunk.section == field.section:
        return False
    course = sources.document(first.chunk.document)
    if states(course, field):
        return all(one.chunk.section != field.section or first.score - one.score >= EDGE for one in others)
    return not others or first.score - others[0].score >= AHEAD


def _best_field(reading: Reading, hits: Sequence[Hit]) -> Field:
    """Of the fields asked for, the one whose section is found first."""
    fields = [field_lexicon().fields[one] for one in reading.fields]
    for hit in hits:
        for field in fields:
            if hit.chunk.section == field.section and hit.chunk.kind == "course":
                return field
    return fields[0]


def _open(reading: Reading, hits: Sequence[Hit], sources: Sources) -> Answer:
    """The section that answers, said as its kind of document is."""
    kind = hits[0].chunk.kind
    if kind == "terms":
        articles = [hit for hit in hits if hit.chunk.kind == "terms"]
        editions = reading.editions or sources.editions_of(reading.courses)
        every = tuple(one.id for one in sources.corpus.editions)
        return answer_terms(articles, editions or every, reading, sources)
    if kind == "course" and (reading.intent == "choice" or not reading.courses):
        return answer_choice([hit for hit in hits if hit.chunk.kind == "course"], reading, sources)
    if kind == "course":
        course = sources.document(hits[0].chunk.document)
        return answer_open(_likely(hits, reading, sources), course, reading, sources)
    return _quote(hits, reading, sources)


def _likely(hits: Sequence[Hit], reading: Reading, sources: Sources) -> tuple[Section, ...]:
    """The best section of a sheet; the field asked for, the programme with the objectives, the next one."""
    first, *others = (hit for hit in hits if hit.chunk.document == hits[0].chunk.document)
    asked = {field_lexicon().fields[one].section for one in reading.fields}
    told = [hit for hit in others if hit.chunk.section in asked]
    told += [hit for hit in others if (first.chunk.section, hit.chunk.section) == ("objectifs", "programme")]
    told += [hit for hit in others if hit.score >= first.score - CLOSE]
    return tuple(sources.section(hit) for hit in (first, *told[:1]))


def _quote(hits: Sequence[Hit], reading: Reading, sources: Sources) -> Answer:
    """The sentences of the best section, as they stand."""
    section = sources.section(hits[0])
    if hits[0].chunk.kind == "company":
        return answer_company(section, reading, sources)
    draft = Draft(sources.corpus)
    draft.quote(select_sentences(section, reading.wanted, sources.aim))
    return draft.answer()


def decline(reading: Reading, sources: Sources) -> Answer:
    """That our documents do not say, or that the subject is not ours."""
    draft = Draft(sources.corpus)
    if is_ours(reading, sources):
        draft.say("Nos documents ne le précisent pas.", *sources.adviser)
        return draft.answer("not_found", suggestions=examples(sources))
    draft.say(
        "Cette question sort de ce que je connais : nos formations et nos conditions générales de vente."
    )
    return draft.answer("out_of_scope", suggestions=examples(sources))
