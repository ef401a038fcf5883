"""Terms of sale: where they stand in a file, their chapters and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.datatypes import Section
from assistant.french import fold
from assistant.reading.source import Source, Span, line_end, line_spans, plain_heading

_TITLE = re.compile(r"conditions generales( (de|des|d')\s?(vente|formation|prestations?|services?|inscription).*)?")
_NUMBERED = re.compile(
    r"(?P<roman>[IVX]{1,5})\s?[.)–—-]\s*(?P<r>\S.*)"
    r"|(?:(?i:article)\s+)?(?P<article>\d{1,2}\.\d{1,2})\s?[.):–—-]?\s+(?P<a>\S.*)"
    r"|(?i:article)\s+(?P<chapter>\d{1,2})\s?[.):–—-]*\s*(?P<c>\S.*)?"
    r"|(?P<number>\d{1,2})\s?[.)–—-]\s+(?P<n>\S.*)"
)
# The end of a line whose next line starts with the number of the article that it quotes.
_QUOTING = re.compile(r"\b(articles?|art\.?|paragraphes?|clauses?|points?|et|ou|aux?|a|des?|l')$")
_LONGEST = 150
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class TermsHeading:
    """The heading of a chapter (`level` 1) or of an article (2), and where it stands."""

    id: str
    level: int
    title: str
    start: int
    body: int


def find_terms(source: Source) -> Span | None:
    """Where the terms' own title stands, `None` in a file that has none.

    The last such title above the first numbered heading: a summary may name the
    terms before.
    """
    found: Span | None = None
    for match in re.finditer(r"^.*\bconditions\s+g.{0,2}n.{0,2}rales\b.*$", source.text, re.IGNORECASE | re.MULTILINE):
        line = plain_heading(match.group())
        if match.start() < source.start or len(line) > _LONGEST or not _is_title(line):
            continue
        if found and next(find_articles(source, found[1], match.start()), None):
            break
        found = match.start(), line_end(source.text, match.end())
    if not found:
        return None
    return found if len(list(find_articles(source, found[1], len(source.text)))) >= 2 else None


def _is_title(line: str) -> bool:
    return line[-1:] not in (".", ",", ";") and _TITLE.fullmatch(fold(line)) is not None


def find_articles(source: Source, start: int, end: int) -> Iterator[TermsHeading]:
    """The headings of chapters and articles, in order, those that a sentence quotes left out."""
    before, chapter, article = "", 0, 0
    roman = False
    for first, last in line_spans(source.text, start, end):
        raw, above, before = source.text[first:last], before, source.text[first:last]
        match = _NUMBERED.fullmatch(plain_heading(raw)) if len(raw) <= _LONGEST else None
        if not match or _quoted(source, first, above) or _reads_on(match):
            continue
        if match["article"]:
            major, minor = map(int, match["article"].split("."))
            if not (chapter <= major <= chapter + 2 and (major > chapter or article < minor <= article + 3)):
                continue
            chapter, article = major, minor
            yield TermsHeading(match["article"], 2, plain_heading(raw), first, line_end(source.text, last))
            continue
        value = roman_value(match["roman"]) if match["roman"] else int(match["chapter"] or match["number"])
        if not chapter < value <= chapter + 2 or (roman and not match["roman"]):
            continue
        roman, chapter, article = roman or bool(match["roman"]), value, 0
        name = match["roman"] or str(value)
        yield TermsHeading(name, 1, plain_heading(raw), first, line_end(source.text, last))
