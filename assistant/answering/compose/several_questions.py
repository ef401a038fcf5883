"""Several questions in one message, each answered by itself, the one under the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.compose.compose import compose
from assistant.answering.compose.course_answers import asked_together
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.answering.understand.follow_ups import points_back
from assistant.datatypes import Answer, Citation, Reading
from assistant.french import NBSP, fold

SHORT = 3  # words under which a question leans on the one before it
_ASKS = (  # how a question begins that is joined to another one
    r"(?:(?:à|a|de|devant|dans|sous|pour|avec|par|sur|at|in|to|for|under|within) )?"
    r"(?:quand|comment|combien|quel\w*|qui|pourquoi|que (?:se|faire|dit|risqu|dois|doit)"
    r"|qu'|faut-il|y a-t-il|est-ce que|\w+-(?:t-)?(?:il|elle|on|vous|nous|je|ce)s?\b"
    r"|who|when|what|how|which|where|why|(?:can|could|do|does|is|are|will|must|may) \w+)"
)
_ALONE = (  # … and, after a comma alone, that it is one: « , quand le formateur est absent » is none
    r"(?:(?:quand|comment|combien) \S+-\S+|(?:faut|y a-t|peut|doit|puis|dois|pouvez|devons|pouvons)-\S+)"
)
_JOINT = re.compile(
    rf",? (?:et|puis|ainsi que|and)(?: aussi| sinon| also)?,? (?={_ASKS})|, (?={_ALONE})", re.IGNORECASE
)
_QUESTION = re.compile(
    rf"(?<![\w-])(?:{_ASKS})", re.IGNORECASE
)  # « si le client ne paie pas, … » is none yet
_END = re.compile(r"(?<=\?)\s+")
_HELLO = re.compile(
    r"^(?:(?:bonjour|bonsoir|hello|hi|dear|madame|monsieur|cher|chère|messieurs|mesdames|all|sir)\b[\s,.!]*)+",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"^[^:?]{0,40}\bquestions?\b[^:?]{0,20}: *", re.IGNORECASE)  # « deux questions : »
_LINK = re.compile(
    r"^(?:(?:sinon|par ailleurs|aussi|également|enfin|also|and|et|puis)\b[ ,:]*)+", re.IGNORECASE
)
_NO_PRONOUN = re.compile(r"-(?:t-)?(?:il|elle|on|ce)s?\b|\by a\b|\ben\b")  # « faut-il », « en cas de »
_MARK = re.compile(r"\[(\d+)\]")


def split_questions(message: str) -> tuple[str, ...]:
    """The questions of a message, each with what is told just before it.

    One that only leans on the one before, as « et laquelle ? », stays with it.

    >>> split_questions("Bonjour, qui paie le reste, et quand serons-nous facturés ?")
    ('qui paie le reste ?', 'quand serons-nous facturés ?')
    """
    found: list[str] = []
    told = _ANNOUNCED.sub("", _HELLO.sub("", message.strip()))
    for sentence in (one for one in _END.split(told) if one.endswith("?")):
        for piece in _JOINT.split(sentence.rstrip("? \u00a0")):
            looked_for = bool(found) and _looks_for_course(found[0])
            if found and ((_leans(piece) and not looked_for) or not _QUESTION.search(found[-1])):
                found[-1] += f", {piece}"
            else:
                found.append(_LINK.sub("", piece.strip()))
    return tuple(f"{one} ?" for one in found)


def _looks_for_course(question: str) -> bool:
    """Whether a question asks which course: what comes next is asked of the one that is found."""
    return any(field_lexicon().is_request(kind, question) for kind in ("choice", "existence"))


def _leans(question: str) -> bool:
    folded = _NO_PRONOUN.sub(" ", fold(question))
    return len(question.split()) < SHORT or points_back(folded)


def answer_apart(reading: Reading, sources: Sources, understand: Callable[[str], Reading]) -> Answer | None:
    """The answer to each question of a message, under its own words; `None` where it asks one thing.

    So it does where two of its questions are answered from one section, which the whole finds too, or
    where one is not ours or none is answered. What comes after « quelle formation pour … ? » is asked
    of the course found.
    """
    questions = split_questions(reading.question)
    if len(questions) < 2 or reading.context or reading.intent in ("comparison", "catalogue", "greeting"):
        return None
    read = [_in_message(understand(one), reading) for one in questions]
    if any(one.intent == "money" for one in read):
        return None
    if reading.intent == "choice":
        answers = _of_the_course_found(read, sources)
    else:
        answers = [] if asked_together(reading, sources) else [compose(one, sources) for one in read]
    if not answers:
        return None
    opened = [one.citations[0].key if one.citations else one.text for one in answers]
    told = {one.status for one in answers}
    if "answered" not in told or told - {"answered", "not_found"}:
        return None
    if len(set(opened)) < len(opened) and compose(reading, sources).status == "answered":
        return None
    return _joined(questions, answers)


def _of_the_course_found(read: Sequence[Reading], sources: Sources) -> list[Answer]:
    """The course looked for first, then what is asked of it: « … pour X, et combien de temps dure-t-elle ? ».

    None where no course is found, or where something else is asked beside it.
    """
    first, *others = read
    if first.intent != "choice" or any(one.subject or not (one.fields or one.unknowns) for one in others):
        return []
    answer = compose(first, sources)
    found = tuple(one.document for one in answer.citations[:1])
    told = (compose(replace(one, courses=one.courses or found), sources) for one in others)
    return [answer, *told] if found else []


def _in_message(part: Reading, whole: Reading) -> Reading:
    """One question of a message, of the courses and editions that the message names."""
    named = part.courses or part.editions
    return part if named else replace(part, courses=whole.courses, editions=whole.editions)


def _joined(questions: Sequence[str], answers: Sequence[Answer]) -> Answer:
    citations: list[Citation] = []
    lines: list[str] = []
    for question, answer in zip(questions, answers, strict=True):
        asked, before = question[0].upper() + question[1:].rstrip(" ?"), len(citations)
        lines += [f"**{asked}{NBSP}?**", "", _shift_marks(answer.text, before), ""]
        citations += (replace(one, mark=one.mark + before) for one in answer.citations)
    return Answer(
        status="answered",
        text="\n".join(lines).strip(),
        citations=tuple(citations),
        suggestions=answers[0].suggestions,
    )


def _shift_marks(text: str, by: int) -> str:
    return _MARK.sub(lambda found: f"[{int(found[1]) + by}]", text)
