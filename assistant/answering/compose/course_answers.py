"""What the sheets of the courses named say: some sections, a field, what they leave out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from assistant.answering.compose.which_courses import asks_which_course, set_apart
from assistant.answering.quotes.aim import shared_weight
from assistant.answering.quotes.draft import Draft, Extract, extract_whole, name_course
from assistant.answering.quotes.long_sections import LONG, say_long
from assistant.answering.quotes.select import BY_PUBLIC, lines_nearest, nearest_lines, sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import Field, Unknown, field_lexicon
from assistant.company import name_ours
from assistant.datatypes import Answer, Document, Reading, Section, Status
from assistant.french import NBSP, fold, stems

_FACT_SENTENCES = {
    "duree": "La formation {course} dure **{value}**.",
    "reference": "La formation {course} porte la référence **{value}**.",
    "titre": "L'intitulé exact de la formation {id} est « **{value}** ».",
    "domaine": "La formation {course} relève du domaine « **{value}** ».",
}
_OVERVIEW = ("duree", "public", "prerequis", "objectifs")
_NAMES_ONLY = re.compile(
    r"(?:(?:la|le|les|une?|formations?|stage|cours|bonjour|svp|et|celles?|sur|par|the)|\W)*"
)
ADDED = 3  # lines given of a section that is not the first one


def answer_open(sections: Sequence[Section], course: Document, reading: Reading, sources: Sources) -> Answer:
    """What some sections of one sheet say: the most likely one whole, then what the others add."""
    draft = Draft(sources.corpus)
    fields = {one.section: one for one in field_lexicon().fields.values() if not one.fact}
    first, *others = sections
    if others and first.id == "fiche" and not {*reading.subject} & {*stems(first.text)}:
        first, *others = others  # « que dit la fiche du budget ? »
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
    """What the sheets of some courses say of one field; a hole in a sheet is said to be one.

    Of several, those alone whose sheet holds the words asked for: « quelles formations ont un QCM ? ».
    """
    draft, said = Draft(sources.corpus), _on_the_words(field, courses, reading, sources)
    stating = [one for one in courses if states(one, field)]
    silent = [one for one in courses if one not in stating]
    apart = set_apart(field, stating, said, reading)
    told = apart or [one for one in _of_the_value(field, stating, reading) if not said or one.id in said]
    for course in told:
        say_field(draft, field, course, reading, said.get(course.id, ()))
    if said and len(told) < len(stating):
        absent = "ne mentionnent pas" if any(one.id in said for one in told) else "mentionnent"
        draft.say(f"Les autres fiches {absent} ce point.")
    names = ", ".join(name_course(course) for course in silent)
    if silent:
        draft.say(say_silence(names, [field.missing], many=len(silent) > 1))
    status: Status = "answered" if told else "not_found"
    return draft.answer(status, suggestions=suggest(courses[0]) if len(courses) == 1 else ())


def asked_together(reading: Reading, sources: Sources) -> tuple[Field | Unknown, ...]:
    """Several things that are asked at once; of « laquelle parle de … ? », not the programme."""
    lexicon = field_lexicon()
    looked_for = lexicon.is_request("existence", reading.question)
    asked = lexicon.asked_together(name_ours(reading.wanted, sources.catalogue.company))
    return tuple(one for one in asked if not looked_for or one.id != "programme")


def overview(courses: Sequence[Document], reading: Reading, bare: str) -> tuple[Field, ...]:
    """What is told of courses asked for as a whole, as « présentez-moi … », or named and no more.

    `bare` is the question without their names. Nothing where a point is asked.
    """
    lexicon = field_lexicon()
    requested = lexicon.is_request("overview", reading.question) and not reading.subject
    if not requested and (_NAMES_ONLY.fullmatch(fold(bare)) is None or reading.context):
        return ()
    if lexicon.fields_asked(lexicon.without_request("overview", reading.question)):
        return ()
    fields = [lexicon.fields[one] for one in _OVERVIEW]
    stated = tuple(field for field in fields if any(states(one, field) for one in courses))
    return stated or (lexicon.fields["programme"],)


def say_silence(names: str, missing: Sequence[str], *, many: bool = False) -> str:
    """That the sheets of the courses named leave out each thing that is missing."""
    told = say_neither(missing)
    if many:
        return f"Les fiches des formations {names} ne précisent {told}."
    return f"La fiche de la formation {names} ne précise {told}."


def say_neither(missing: Sequence[str]) -> str:
    """The end of a sentence that denies one thing or several.

    >>> say_neither(["le prix"]), say_neither(["le prix", "le lieu"])
    ('pas le prix', 'ni le prix, ni le lieu')
    """
    return f"pas {missing[0]}" if len(missing) == 1 else "ni " + ", ni ".join(missing)


def suggest(course: Document) -> tuple[str, ...]:
    """Questions that the sheet of a course answers."""
    asked = {"programme": "Quel est le programme ?", "prerequis": "Quels sont les prérequis ?"}
    asked |= {"evaluation": "Comment les acquis sont-ils évalués ?", "public": "À qui s'adresse-t-elle ?"}
    return tuple(question for section, question in asked.items() if course.section(section))[:3]


def _of_the_value(field: Field, courses: Sequence[Document], reading: Reading) -> Sequence[Document]:
    """Of several courses, those whose fact is the one asked for, or has most of its words; else all.

    A length may be told in days, half-days or hours: every one is given.
    """
    if len(courses) < 2 or field.fact in (None, "duration"):
        return courses
    values = {one.id: fold(fact_of(one, field.fact or "") or "") for one in courses}
    asked, folded = set(stems(reading.question)), fold(reading.question)
    held = {key: (value in folded, len(asked & set(stems(value)))) for key, value in values.items()}
    return [one for one in courses if held[one.id] == max(held.values())]


def _on_the_words(
    field: Field, courses: Sequence[Document], reading: Reading, sources: Sources
) -> Mapping[str, tuple[Extract, ...]]:
    """The lines of a field on the words that ask for it, such as « attestation », a course that has any.

    None where these are the field's own name, or of one course unless it is who funds it. Of several,
    words that stand for those asked count only where each sheet holds one.
    """
    short = len(courses) > 1 and field.id not in LONG
    if field.fact or not (short or field.id in BY_PUBLIC):
        return {}
    sections = [one for course in courses if (one := course.section(field.section))]
    words: Sequence[str] = field.words_asking(reading.wanted)
    asked = set(stems(" ".join(words)))
    if len(courses) < 2 or asks_which_course(reading):
        asked |= {*reading.subject, *_asked_beside(field, reading)}
    if len(courses) < 2:
        words = [one for one in reading.wanted.split() if asked & set(stems(one))]
    elif exact := _holding_most(asked, sections):
        return exact
    found = {one.document: lines_nearest(one, " ".join(words), sources.aim) for one in sections}
    return found if all(found.values()) else {}


def _asked_beside(field: Field, reading: Reading) -> Set[str]:
    """The stems that ask for another field too: « lesquelles sont évaluées par des cas pratiques ? »."""
    others = (field_lexicon().fields[one] for one in reading.fields if one != field.id)
    return set(stems(" ".join(word for one in others for word in one.words_asking(reading.wanted))))


def _holding_most(asked: Set[str], sections: Sequence[Section]) -> Mapping[str, tuple[Extract, ...]]:
    """The lines of some sections that hold the most of what is asked, if they hold any, by document.

    A word that few of them hold weighs more: « QCM » more than « fin ».
    """
    lines = [one for part in sections for one in sentences_of(part)]
    shares = shared_weight([set(stems(one.words)) for one in lines], sorted(asked))
    most = max(shares, default=0.0)
    best = [one for share, one in zip(shares, lines, strict=True) if share == most > 0]
    return {
        key: tuple(one for one in best if one.section.document == key)
        for key in dict.fromkeys(one.section.document for one in best)
    }


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
        say_long(draft, field, course, section, reading, lines)
    else:
        _say_sentences(draft, field, course, _asked_first(lines or sentences_of(section), field, reading))
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


def _asked_first(extracts: Sequence[Extract], field: Field, reading: Reading) -> Sequence[Extract]:
    """The lines of a field, that which holds the most of what is asked first: « une attestation ? »."""
    asked = sorted({*reading.subject, *stems(" ".join(field.words_asking(reading.wanted)))})
    shares = shared_weight([set(stems(one.words)) for one in extracts], asked)
    first = extracts[shares.index(max(shares))]
    return [first, *(one for one in extracts if one is not first)]


def _say_sentences(draft: Draft, field: Field, course: Document, extracts: Sequence[Extract]) -> None:
    name = name_course(course)
    if len(extracts) == 1:
        words = extracts[0].words.rstrip(".")
        draft.say(f"{field.label} de la formation {name}{NBSP}: {words}. {draft.cite(extracts[0])}")
        return
    draft.say(f"{field.label} de la formation {name}{NBSP}:")
    draft.quote(extracts)
