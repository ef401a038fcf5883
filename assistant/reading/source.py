"""A file's text on its way to sections: lines, verbatim passages, names made from words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from assistant.datatypes import Document, Passage, Section
from assistant.french import content_words, fold

Span = tuple[int, int]
# A section on its way: its id, its headings below the document's title, its passages.
Found = tuple[str, tuple[str, ...], tuple[Passage, ...]]

_MOST_WORDS = 6  # of a title in an id made of it
_BLANK = "\ufeff\u200b"
_EMPHASIS = re.compile(r"[*`]+|\b_+|_+\b|<[^<>]{1,80}>")
_LINK = re.compile(r"!?\[([^][]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file; `holes` are spans of it that belong to something else."""

    path: str
    text: str
    markdown: bool = False
    start: int = 0
    holes: tuple[Span, ...] = ()

    @property
    def stem(self) -> str:
        """The file's name made readable: what is left to call a document without a title."""
        name = " ".join(re.split(r"[\W_]+", PurePosixPath(self.path).stem)).strip()
        return (name[:1].upper() + name[1:]) or "Document"

    @property
    def slug(self) -> str:
        """The file's name as an id, for a document that has nothing better."""
        return slug(self.stem, "document")

    def passages(self, start: int, end: int) -> tuple[Passage, ...]:
        """What stands between two offsets, outside the holes, trimmed."""
        found = []
        for hole_start, hole_end in (*self.holes, (end, end)):
            if start < hole_end and hole_start <= end:
                found.append(self._trimmed(start, min(hole_start, end)))
                start = max(start, hole_end)
        return tuple(passage for passage in found if passage.text)

    def _trimmed(self, start: int, end: int) -> Passage:
        start, end = trimmed(self.text, start, end)
        return Passage(self.path, start, end, self.text[start:end])


def trimmed(text: str, start: int, end: int) -> Span:
    """The same span without the white space at its ends.

    >>> trimmed("  un mot ", 0, 9)
    (2, 8)
    """
    while start < end and (text[start].isspace() or text[start] in _BLANK):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _BLANK):
        end -= 1
    return start, end


def line_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The start and end of each line that is not blank, white space trimmed."""
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        line = trimmed(text, start, stop)
        if line[0] < line[1]:
            yield line
        start = stop + 1


def line_end(text: str, offset: int) -> int:
    """Where the line that holds `offset` ends, its newline included."""
    newline = text.find("\n", offset)
    return len(text) if newline < 0 else newline + 1


def plain_heading(line: str) -> str:
    """A heading's words without the marks of Markdown.

    >>> plain_heading("## **Public** [visé](a.md) ##")
    'Public visé'
    """
    words = _EMPHASIS.sub("", _LINK.sub(r"\1", line.strip().lstrip("#").rstrip("#")))
    return composed(" ".join(words.split()))


def composed(text: str) -> str:
    """The text with each accented letter as one character, as patterns expect it.

    >>> len(composed("e\u0301te\u0301"))
    3
    """
    return unicodedata.normalize("NFC", text)


def slug(text: str, otherwise: str = "section") -> str:
    """A name for a section or a document, made from its heading.

    >>> slug("Délais d'accès & coûts"), slug("???")
    ('delais-d-acces-couts', 'section')
    """
    return "-".join(re.findall(r"[^\W_]+", fold(text)))[:80].strip("-") or otherwise


def capital_slug(text: str) -> str:
    """An id in capitals from the first words of a title that carry its subject.

    >>> capital_slug("La relance par téléphone")
    'RELANCE-TELEPHONE'
    """
    return "-".join(re.findall(r"[A-Z0-9]+", " ".join(content_words(text)[:_MOST_WORDS]).upper()))


def as_id(given: str) -> str:
    """An id as its author gives it, without the characters that citation keys keep for themselves.

    >>> as_id("VTE 01#b")
    'VTE-01-b'
    """
    return re.sub(r"[\s#/]+", "-", given.strip())


def gather_sections(document: str, title: str, found: Iterable[Found]) -> tuple[Section, ...]:
    """The sections of a document from their ids, headings and passages.

    One met in several places has several passages; one without text is no section.
    """
    sections: dict[str, Section] = {}
    for name, headings, passages in found:
        if name in sections:
            known = sections[name]
            sections[name] = replace(known, passages=known.passages + passages)
        elif passages:
            sections[name] = Section(document, name, (title, *headings), passages)
    return tuple(sections.values())


def renamed(document: Document, name: str) -> Document:
    """The same document under another id."""
    return replace(
        document, id=name, sections=tuple(replace(one, document=name) for one in document.sections)
    )
