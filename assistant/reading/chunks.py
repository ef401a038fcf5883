"""Sections to chunks: one passage a chunk, the long ones cut where the text pauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.datatypes import Chunk, Corpus, Document, Section
from assistant.french import sentence_spans
from assistant.reading.source import Span, trimmed

_PARAGRAPHS = re.compile(r"\n[ \t\r\f\v]*\n")
_SPACE_NEAR = 200
_WINDOW = 5


def cut_chunks(corpus: Corpus, *, chunk_chars: int) -> tuple[Chunk, ...]:
    """The chunks of every section, in reading order, none longer than `chunk_chars`."""
    return tuple(
        chunk
        for document in corpus.documents
        for section in document.sections
        for chunk in _cut_section(document, section, chunk_chars)
    )


def _cut_section(document: Document, section: Section, longest: int) -> Iterator[Chunk]:
    number = 0
    for passage in section.passages:
        for start, end in cut_spans(passage.text, longest):
            number += 1
            yield Chunk(
                id=section.key if number == 1 else f"{section.key}/{number}",
                document=document.id,
                section=section.id,
                title=document.title,
                heading_path=section.heading_path,
                kind=document.kind,
                edition=document.edition,
                audience=document.audience,
                path=passage.path,
                start=passage.start + start,
                end=passage.start + end,
                text=passage.text[start:end],
                appears_in=section.appears_in,
            )


def cut_spans(text: str, longest: int) -> tuple[Span, ...]:
    r"""Where to cut a text so that no piece is longer than `longest`.

    Between paragraphs, else between sentences, else between words.

    >>> [("Un mot.\n\nDeux mots. Trois."[a:b]) for a, b in cut_spans("Un mot.\n\nDeux mots. Trois.", 12)]
    ['Un mot.', 'Deux mots.', 'Trois.']
    """
    if len(text) <= longest:
        return (trimmed(text, 0, len(text)),) if text.strip() else ()
    return tuple(_packed(_small_spans(text, longest), longest))


def _small_spans(text: str, longest: int) -> Iterator[Span]:
    for start, end in _paragraphs(text):
        if end - start <= longest:
            yield start, end
            continue
        # Sentences are looked for in windows, so that a book in one line is read in linear time.
        for window_start, window_end in _hard_cut(text, start, end, _WINDOW * longest):
            for first, last in sentence_spans(text[window_start:window_end]):
                yield from _hard_cut(text, window_start + first, window_start + last, longest)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in _PARAGRAPHS.finditer(text):
        yield trimmed(text, start, gap.start())
        start = gap.end()
    yield trimmed(text, start, len(text))


def _hard_cut(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    """Pieces no longer than `longest`, cut at a space when one is near."""
    while end - start > longest:
        stop = start + longest
        space = max(text.rfind(mark, max(start + 1, stop - _SPACE_NEAR), stop + 1) for mark in " \n")
        yield trimmed(text, start, stop if space < 0 else space)
        start = stop if space < 0 else space
    yield trimmed(text, start, end)


def _packed(spans: Iterable[Span], longest: int) -> Iterator[Span]:
    """Neighbours joined as long as the whole is not longer than `longest`."""
    current: Span | None = None
    for start, end in spans:
        if start == end:
            continue
        if current and end - current[0] <= longest:
            current = current[0], end
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current
