"""Documents, their sections and chunks, and what a search returns of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["course", "terms", "company", "other"]
Audience = Literal["client", "rep"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim slice of a file: `text` is what stands at `start`:`end` of it.

    `path` is relative to the corpus folder, with forward slashes. Offsets count
    characters of the file's text as read (for PDF, DOCX and HTML: of the text
    taken out of it).
    """

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a sheet, one article of the terms, one heading of another document.

    A section is in several passages when something foreign to it, such as the
    letterhead, stands in its middle. `heading_path` goes from the outermost
    heading to the section's own. `appears_in` lists the course ids under which
    the same article was met.
    """

    document: str
    id: str
    heading_path: tuple[str, ...]
    passages: tuple[Passage, ...]
    appears_in: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The citation key, such as `RCL-RCL-05#programme`."""
        return f"{self.document}#{self.id}"

    @property
    def heading(self) -> str:
        """Its own heading, its id where it has none."""
        return self.heading_path[-1] if self.heading_path else self.id

    @property
    def text(self) -> str:
        """The section's words, its passages joined by a blank line."""
        return "\n\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Document:
    """A course sheet, an edition of the terms, the company's identity, or any other document.

    `edition` is the document's own id for terms, the edition joined to the sheet
    for a course, `None` where nothing says it. `facts` holds what the sheet's
    head states, under `reference`, `domain` and `duration`; what a sheet does
    not state is not in it. `title` is what a person calls the document.
    """

    id: str
    kind: Kind
    title: str
    path: str
    sections: tuple[Section, ...]
    edition: str | None = None
    audience: Audience = "client"
    facts: Mapping[str, str] = field(default_factory=dict)

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or `None`."""
        return next((one for one in self.sections if one.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Merge:
    """An article kept once although it was read several times.

    `likeness` is 1.0 for identical copies; below it, the copies differ by a
    comma or an accord.
    """

    key: str
    kept: str
    merged: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, why, and what to do about it."""

    path: str
    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything read from a folder: documents, what was merged, what failed."""

    documents: tuple[Document, ...]
    merges: tuple[Merge, ...] = ()
    problems: tuple[Problem, ...] = ()

    def document(self, document_id: str) -> Document | None:
        """The document of that id, or `None`."""
        return next((one for one in self.documents if one.id == document_id), None)

    def section(self, key: str) -> Section | None:
        """The section of that citation key, or `None`."""
        document, _, section = key.partition("#")
        found = self.document(document)
        return found.section(section) if found else None

    @property
    def courses(self) -> tuple[Document, ...]:
        """The course sheets, in reading order."""
        return tuple(one for one in self.documents if one.kind == "course")

    @property
    def editions(self) -> tuple[Document, ...]:
        """The editions of the terms, in reading order."""
        return tuple(one for one in self.documents if one.kind == "terms")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded and searched: one passage of one section.

    `id` is the section's key, followed by `/2`, `/3`… for the pieces after the
    first. `text` is verbatim: the file's characters from `start` to `end`.
    """

    id: str
    document: str
    section: str
    title: str
    heading_path: tuple[str, ...]
    kind: Kind
    edition: str | None
    audience: Audience
    path: str
    start: int
    end: int
    text: str
    appears_in: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The citation key of the chunk's section."""
        return f"{self.document}#{self.section}"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; an empty tuple leaves that side open."""

    documents: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    audience: Audience = "rep"


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found, its fused score, and the score of each part that found it."""

    chunk: Chunk
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
