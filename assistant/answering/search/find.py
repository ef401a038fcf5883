"""The sections for a reading: the search, narrowed to the courses and editions that apply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.learned.side import LEAN
from assistant.answering.sources import Sources
from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Hit, Reading
from assistant.french import stems

ALL = 1000  # sections of the documents that apply, all of them
ASKED = 8.0  # added to the fused score of a field, or an article, asked for by name
MOST = 4.0  # log-odds from which leaning more to one side counts for nothing more
HINTED = 0.4  # and to that of a field that a longer question names
NAMED = 1.2  # fused score that one unit of log-odds is worth when a course is named
UNNAMED = 0.1  # and when none is
CHOICE = 1.0  # added to the sheets when a course is looked for
FAR = 2.5  # fused score by which the company's identity is ahead of all else where it alone is asked for
CONTEXT = 0.6  # what the question before counts for, next to one that leans on it …
ALONE = 3.0  # … and next to one that has no subject of its own
_ARTICLE_WORDS = (
    "article art clause chapitre point paragraphe numéro dit dire lire citer texte entier contenu"
    " say says read full"
)
_ARTICLE = re.compile(
    r"(?<![\d,.])\d\.\d(?![\d,.]|\s?(?:€|%|euros?|k))"
    r"|(?<=\b[Aa]rticle )\d{1,2}(?![\d.-]*\d)|(?<=\b[Cc]lause )\d{1,2}(?![\d.-]*\d)"
    r"|(?<=\b[Cc]hapitre )[IVX]{1,5}\b"
)


def find_sections(reading: Reading, sources: Sources, *, k: int) -> tuple[Hit, ...]:
    """The `k` best sections for a question, the best first.

    A course that is named narrows the search to its sheet, to the edition of
    the terms joined to it and to the company's identity; an edition that is
    named, to that edition. One who looks for a course on a subject is not narrowed
    to the course that goes by its name.
    """
    if reading.intent == "choice" and not (reading.context or reading.fields):
        hits = sources.search(reading.wanted, k=ALL, kinds=("course",))
        return _weighed(hits, reading, sources)[:k]
    if not reading.courses and not reading.editions and not reading.context:
        return _weighed(sources.search(reading.wanted, k=ALL), reading, sources)[:k]
    if reading.context:
        return _in_context(reading, sources, k=k)
    terms = reading.editions or sources.editions_of(reading.courses)
    company = [one.id for one in sources.corpus.documents if one.kind == "company" and not reading.editions]
    hits = sources.search(reading.wanted, k=ALL, documents=(*reading.courses, *terms, *company))
    return _weighed(hits, reading, sources)[:k]


def articles_asked(reading: Reading) -> frozenset[str]:
    """The ids of the articles that a question names, such as « 3.6 », « article 12 », « chapitre VI »."""
    return frozenset(_ARTICLE.findall(reading.question))


def asks_whole_article(reading: Reading) -> bool:
    """Whether a question asks what an article says, as « que dit le 3.6 ? », on no point in particular."""
    asked = {one.lower() for one in articles_asked(reading)}
    said = (one for one in reading.subject if one not in asked and not any(map(str.isdigit, one)))
    return bool(asked) and set(said) <= set(stems(_ARTICLE_WORDS))


def finds_article(reading: Reading, hits: Sequence[Hit]) -> bool:
    """Whether the best section is an article that the question asks for by its number."""
    return bool(hits) and hits[0].chunk.kind == "terms" and hits[0].chunk.section in articles_asked(reading)


def names_something(reading: Reading) -> bool:
    """Whether a question names what it asks, if only a field: « à partir de quand ? » does not."""
    return bool(reading.subject or reading.fields or reading.unknowns)


def _in_context(reading: Reading, sources: Sources, *, k: int) -> tuple[Hit, ...]:
    """The sections for a question that leans on the one before: both are searched, this one counts more."""
    alone = replace(reading, context="")
    before = replace(alone, wanted=reading.context)
    added = {hit.chunk.key: hit.score for hit in find_sections(before, sources, k=ALL)}
    share = CONTEXT if names_something(reading) else ALONE
    hits = (
        replace(hit, score=hit.score + share * added.get(hit.chunk.key, 0.0))
        for hit in find_sections(alone, sources, k=ALL)
    )
    return tuple(sorted(hits, key=lambda hit: -hit.score))[:k]


def _far_ahead(hits: Sequence[Hit]) -> Hit | None:
    """The company's identity, where nothing else comes near it: « SIRET ? », whatever the course."""
    lead = bool(hits) and hits[0].chunk.kind == "company"
    return hits[0] if lead and all(hits[0].score - one.score >= FAR for one in hits[1:2]) else None


def _weighed(hits: tuple[Hit, ...], reading: Reading, sources: Sources) -> tuple[Hit, ...]:
    """The hits, brought forward or back by what the question is about.

    A question leans to the sheets or to the terms by its words, the more so
    when it names a course; the field of a named course and the article that it
    asks for come first, as does what the company says of itself where nothing else
    is near. One who looks for a course is shown sheets first.
    """
    odds = sources.learned.sides.odds(stems(reading.wanted))
    lean = max(-MOST, min(MOST, LEAN - odds)) * (NAMED if reading.courses else UNNAMED)
    lean += CHOICE if reading.intent == "choice" else 0.0
    by_name = bool(reading.courses) and not reading.subject
    sections = {field_lexicon().fields[one].section for one in reading.fields}
    articles = articles_asked(reading)

    apart = _far_ahead(hits)

    def score(hit: Hit) -> float:
        chunk = hit.chunk
        if chunk.kind == "terms":
            return hit.score + (ASKED if chunk.section in articles else 0.0)
        if chunk.kind != "course":
            return hit.score + (max(lean, 0.0) if hit is apart else 0.0)
        field = (ASKED if by_name else HINTED) if chunk.section in sections else 0.0
        return hit.score + lean + field

    weighed = (replace(hit, score=score(hit)) for hit in hits)
    return tuple(sorted(weighed, key=lambda hit: -hit.score))
