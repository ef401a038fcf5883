"""Which edition of the terms goes with a course; what differs between several, article by article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from rapidfuzz import fuzz

from assistant.answering.compose.differences import ALIKE, compare_editions
from assistant.answering.compose.terms_answers import SIGNED_APPLIES
from assistant.answering.quotes.draft import Draft, Extract, name_course
from assistant.answering.quotes.select import sentences_of
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.answering.understand.names.named_editions import find_unknown_edition
from assistant.datatypes import Answer, Document, Reading, Section
from assistant.french import NBSP, fold, say_list, stems

SAME = 85.0  # likeness, out of 100, from which two sentences say the same thing
MOST = 3  # sentences with a figure quoted of one article
ALONE = 3  # words of a question that asks for an article by its number, and for nothing else
LEAST = 2  # sentences quoted of it, where it has so many of its own
_ON_TERMS = re.compile(
    r"\b(?:(?:deux|trois|quatre|toutes) )?"
    r"(cgv|editions?|conditions( generales)?( de vente)?|terms|versions?)\b"
)
_WHICH = re.compile(
    r"\b(quel\w*|which|what|combien|how many) (sont |est |are )?(les |l'|d'|de |vos |the |your )?"
    r"(cgv|editions?|versions?|conditions (generales|de vente)|terms)\b"
    r"|\b(quel\w*|which) (formations?|stages?|cours|fiches?|courses?)\b.*\b(cgv|editions?|terms)\b"
    r"|\b(cgv|editions?)\b[^?]* (ou|or)\b[^?]*\b(cgv|editions?|\d+)"
)
_APPLY = re.compile(
    r"\b(appliqu\w*|applicables?|appl(y|ies)|relevent?|releve|joint\w*|soumis\w*|regi\w*|depend\w*|sign\w*|combien|many)\b"
)
_ARTICLE = re.compile(r"\b(?:articles?|art\.?|clause) (?P<number>\d{1,2}(?:\.\d{1,2})?)(?![\d.-]*\d)")
_NUMBER = re.compile(r"^(?:[\dIVX]+\.)+\d*\s*")
_FIGURE = re.compile(
    r"\d+ ?(?:%|€|jours?\b|mois\b|ans?\b)|\b(?:un|deux|trois|six|huit|douze) (?:mois|jours|fois)\b|https?:\S+"
)


def answer_on_editions(reading: Reading, sources: Sources) -> Answer | None:
    """What is asked of the editions themselves: an article that none has, what differs, which one applies."""
    if answer := _say_absent_article(reading, sources):
        return answer
    if compares_editions(reading) and (answer := answer_editions(reading, sources)):
        return answer
    return answer_which(reading, sources) if asks_which(reading) else None


def say_unknown_edition(reading: Reading, sources: Sources) -> Answer | None:
    """That an edition written as ours are, such as `CGV-2019`, is none; the question again, of each."""
    editions = [one.id for one in sources.corpus.editions]
    written = find_unknown_edition(reading.question, editions)
    if written is None:
        return None
    draft = Draft(sources.corpus)
    ours = "Notre édition est" if len(editions) == 1 else "Nos éditions sont"
    draft.say(f"Nous n'avons pas cette édition. {ours} {say_list(editions)}.")
    return draft.answer(
        "not_found", suggestions=tuple(reading.question.replace(written, one) for one in editions)
    )


def _say_absent_article(reading: Reading, sources: Sources) -> Answer | None:
    """That none of the terms that apply has an article asked for by its number alone; else `None`."""
    alone = len(reading.subject) <= ALONE
    asked = _ARTICLE.search(fold(reading.question)) if alone else None
    named = reading.editions or sources.editions_of(reading.courses)
    editions = [one for one in sources.corpus.editions if not named or one.id in named]
    if not asked or not editions or any(one.section(asked["number"]) for one in editions):
        return None
    draft = Draft(sources.corpus)
    draft.say(f"Les {say_list([one.id for one in editions])} n'ont pas d'article {asked['number']}.")
    return draft.answer("not_found")


def compares_editions(reading: Reading) -> bool:
    """Whether a question asks what differs between the editions, on no point in particular."""
    said = stems(_ON_TERMS.sub(" ", field_lexicon().without_request("comparison", reading.wanted)))
    on_a_point = reading.courses or reading.fields or reading.unknowns or set(said) & set(reading.subject)
    named = len(reading.editions) > 1 or _ON_TERMS.search(fold(reading.question))
    return reading.intent == "comparison" and not on_a_point and bool(named)


def asks_which(reading: Reading) -> bool:
    """Whether a question asks which edition goes with which course, on no point in particular."""
    said = stems(_APPLY.sub(" ", _ON_TERMS.sub(" ", fold(reading.wanted))))
    on_a_point = reading.fields or reading.unknowns or set(said) & set(reading.subject)
    return not on_a_point and _WHICH.search(fold(reading.question)) is not None


def answer_which(reading: Reading, sources: Sources) -> Answer | None:
    """The edition joined to each course named, else the courses of each edition named, or of all.

    `None` where no edition is joined to any.
    """
    named = reading.courses or tuple(one.id for one in sources.courses)
    wanted = () if reading.courses else reading.editions
    draft, joined = Draft(sources.corpus), False
    for edition in sources.corpus.editions:
        courses = [sources.document(one) for one in named if edition.id in sources.editions_of((one,))]
        if not courses or (wanted and edition.id not in wanted):
            continue
        names = ", ".join(name_course(one) for one in courses)
        where = "aux fiches" if len(courses) > 1 else "à la fiche"
        first = sentences_of(edition.sections[0])[0]
        draft.say(f"Les **{edition.id}** sont jointes {where} {names}. {draft.cite(first)}")
        joined = True
    if not joined:
        return None
    draft.say(SIGNED_APPLIES)
    return draft.answer()


def answer_editions(reading: Reading, sources: Sources) -> Answer | None:
    """The articles that differ, one under the other, by what not all editions say; figures first.

    `None` where there are not two editions to compare.
    """
    named = [one for one in sources.corpus.editions if one.id in reading.editions]
    editions = named if len(named) > 1 else sources.corpus.editions
    if len(editions) < 2:
        return None
    draft = Draft(sources.corpus)
    draft.say(f"Les éditions {say_list([one.id for one in editions])} diffèrent sur ces points{NBSP}:")
    seen: set[str] = set()
    told = {
        edition.id: [fold(one.words) for article in edition.sections for one in sentences_of(article)]
        for edition in editions
    }
    for articles in _alike(editions):
        _say_articles(draft, articles, told, seen)
    draft.say("", SIGNED_APPLIES)
    return draft.answer()


def _alike(editions: Sequence[Document]) -> list[list[Section]]:
    """The articles on the same matter, those of the first edition first, in its order."""
    first, *others = editions
    found: list[list[Section]] = []
    for other in others:
        known = {articles[0].key: articles for articles in reversed(found)}
        for pair in compare_editions(first, other):
            articles = [one for one in (pair.left, pair.right) if one]
            if pair.section.key in known:
                known[pair.section.key] += articles[1:]
            else:
                found.append(articles)
    return found


def _say_articles(
    draft: Draft, articles: Sequence[Section], told_by: Mapping[str, Sequence[str]], seen: set[str]
) -> None:
    """Write what not all editions say of the articles on a matter; nothing of those already `seen`.

    `told_by`: the folded sentences of each edition.
    """
    own = ((article, _telling(_own(article, told_by))) for article in articles)
    told = [(article, lines) for article, lines in own if lines and article.key not in seen]
    seen.update(article.key for article, _ in told)
    if not told:
        return
    title = _NUMBER.sub("", told[0][0].heading)
    draft.say("", f"**{title}**")
    for section, lines in told:
        quoted = " ".join(f"{one.words} {draft.cite(one)}" for one in lines)
        draft.say(f"- {section.document}, article {section.id}{NBSP}: {quoted}")


def _own(section: Section, told_by: Mapping[str, Sequence[str]]) -> list[Extract]:
    """The sentences of an article that some other edition says nowhere, with these figures."""
    others = [told for edition, told in told_by.items() if edition != section.document]
    return [one for one in sentences_of(section) if not all(_said(fold(one.words), told) for told in others)]


def _said(words: str, others: Sequence[str]) -> bool:
    figures = _FIGURE.findall(words)
    return any(
        figures == _FIGURE.findall(other) and (figures or likeness >= SAME)
        for other in others
        if (likeness := fuzz.ratio(words, other)) >= ALIKE
    )


def _telling(own: Sequence[Extract]) -> list[Extract]:
    """Those that state a delay, a share or an address; where few do, the first others; in their order."""
    figured = [one for one in own if _FIGURE.search(fold(one.words))][:MOST]
    others = (one for one in own if one not in figured)
    kept = [*figured, *islice(others, max(0, LEAST - len(figured)))]
    return [one for one in own if one in kept]
