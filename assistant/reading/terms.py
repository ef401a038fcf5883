"""Terms of sale: where they stand in a file, their chapters and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.french import fold
from assistant.reading.source import Found, Source, Span, line_end, line_spans, plain_heading

_NAMED = re.compile(r"conditions[ \t]+g(?:é|e\u0301?)n", re.IGNORECASE)
_TITLE = re.compile(
    r"conditions generales( (de|des|d')\s?(vente|formation|prestations?|services?|inscription).*)?"
)
_MARKS = r"[#*_ \t]*"
_NUMBERED = re.compile(
    rf"{_MARKS}(?:(?P<roman>[IVX]{{1,5}})\s?[.)–—-]|(?i:article)\s+(?P<long>\d{{1,2}}(?:\.\d{{1,2}})?)\s?[.):–—-]*"
    rf"|(?P<article>\d{{1,2}}\.\d{{1,2}})\s?[.):–—-]?(?=\s)|(?P<number>\d{{1,2}})\s?[.)–—-](?=\s)){_MARKS}(?P<title>.*)"
)
# How a line ends when the next one starts with the number of an article that it quotes.
_QUOTING = re.compile(r"(?:^|\W)(?:articles?|art\.?|paragraphes?|clauses?|points?|et|ou|aux?|a|des?|l')$")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST_TITLE = 150
_LONG_LINE = 40
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class TermsHeading:
    """The heading of a chapter (`level` 1) or of an article (2), and where it stands."""

    id: str
    level: int
    title: str
    start: int
    body: int


def roman_value(numeral: str) -> int:
    """What a Roman numeral is worth.

    >>> roman_value("IV"), roman_value("XII")
    (4, 12)
    """
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))


def find_terms(source: Source) -> Span | None:
    """Where the terms' own title stands, `None` in a file that has no terms.

    It is the last such title above the first article: a summary may name the
    terms before.
    """
    found: Span | None = None
    for match in _NAMED.finditer(source.text, source.start):
        start = source.text.rfind("\n", source.start, match.start()) + 1 or source.start
        end = line_end(source.text, start)
        if end - start > _LONGEST_TITLE or not names_terms(source.text[start:end]):
            continue
        if found and find_articles(source, found[1], start):
            break
        found = start, end
    return found if found and len(find_articles(source, found[1], len(source.text))) >= 2 else None


def names_terms(line: str) -> bool:
    """Whether a line is the title of terms of sale.

    >>> names_terms("**Conditions générales de vente : DURAND**"), names_terms("Les conditions générales.")
    (True, False)
    """
    words = plain_heading(line)
    return words[-1:] not in (".", ",", ";") and _TITLE.fullmatch(fold(words)) is not None


def find_articles(source: Source, start: int, end: int) -> list[TermsHeading]:
    """The headings of chapters and articles, in order, without the numbers that a sentence quotes.

    A heading must follow on from the one before. When the first one comes back,
    what stood before was a table of contents.
    """
    found: list[TermsHeading] = []
    for heading in _numbered_lines(source, start, end):
        if found and (heading.id, fold(heading.title)) == (found[0].id, fold(found[0].title)):
            found = [heading]
        elif _follows(heading, found):
            found.append(heading)
    return found


def _numbered_lines(source: Source, start: int, end: int) -> Iterator[TermsHeading]:
    above = ""
    for first, last in line_spans(source.text, start, end):
        match = _NUMBERED.match(source.text, first, last)
        if match and not _QUOTING.search(above):
            heading = _read_heading(source.text, match)
            if heading:
                yield heading
        above = fold(source.text[max(first, last - 30) : last])


def _read_heading(text: str, match: re.Match[str]) -> TermsHeading | None:
    """The heading on that line; an article without a title starts its text on it."""
    number = match["roman"] or match["long"] or match["article"] or match["number"]
    level = 2 if "." in number else 1
    title = plain_heading(match["title"])
    untitled = len(title) > _LONGEST_TITLE or title[-1:] in (".", ";", ",")
    if title[:1].islower() or (untitled and not (match["long"] or match["article"])):
        return None
    if untitled:
        return TermsHeading(number, level, number, match.start(), match.start("title"))
    end = _heading_end(text, match.start(), match.end())
    return TermsHeading(number, level, plain_heading(text[match.start() : end]), match.start(), end)


def _heading_end(text: str, start: int, end: int) -> int:
    """Where the heading ends: a long one may go on under itself, in a text taken out of pages."""
    body = line_end(text, end)
    following = text[body : line_end(text, body)]
    goes_on = end - start > _LONG_LINE and following[:1].islower() and len(following) < end - start
    return line_end(text, body) if goes_on else body


def _follows(heading: TermsHeading, found: list[TermsHeading]) -> bool:
    major, minor = _place(heading)
    if not found:
        return major == 1 or heading.level == 2
    if any(one.id[0] in _ROMAN for one in found) and heading.level == 1 and heading.id[0] not in _ROMAN:
        return False
    last_major, last_minor = _place(found[-1])
    if major == last_major:
        return heading.level == 2 and last_minor < minor <= last_minor + _FARTHEST
    return last_major < major <= last_major + _FARTHEST and minor <= _FARTHEST


def _place(heading: TermsHeading) -> tuple[int, int]:
    if heading.id[0] in _ROMAN:
        return roman_value(heading.id), 0
    major, _, minor = heading.id.partition(".")
    return int(major), int(minor or 0)


def read_articles(source: Source, start: int) -> Iterator[Found]:
    """Each article, and each chapter with text of its own, from `start` to the end of the file."""
    end = len(source.text)
    headings = find_articles(source, start, end)
    yield "preambule", (), source.passages(start, headings[0].start if headings else end)
    chapter: tuple[str, ...] = ()
    for heading, stop in zip(headings, [*(one.start for one in headings[1:]), end], strict=False):
        if heading.level == 1:
            chapter = (heading.title,)
        path = (*chapter, heading.title) if heading.level == 2 else chapter
        yield heading.id, path, source.passages(heading.body, stop)
