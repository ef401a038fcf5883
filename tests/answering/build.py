"""Small documents made by hand, for tests of answers."""

from __future__ import annotations

from assistant.datatypes import Chunk, Corpus, Document, Passage, Section


def make_section(document: str, section: str, text: str, *, start: int = 0, heading: str = "") -> Section:
    """A section of one passage that starts at `start` of `<document>.md`."""
    passage = Passage(f"{document}.md", start, start + len(text), text)
    return Section(document, section, (document, heading or section), (passage,))


def make_corpus(*documents: Document) -> Corpus:
    """A corpus of these documents."""
    return Corpus(documents=documents)


def make_course(course: str, title: str, **sections: str) -> Document:
    """A course sheet with these sections."""
    made = tuple(make_section(course, name, text) for name, text in sections.items())
    return Document(course, "course", title, f"{course}.md", made, edition="CGV-15J")


def make_chunk(document: str, section: str, text: str) -> Chunk:
    """A whole section as a chunk of the terms, under its number."""
    return Chunk(
        id=f"{document}#{section}",
        document=document,
        section=section,
        title=document,
        heading_path=(section,),
        kind="terms",
        edition=document,
        audience="client",
        path=f"{document}.md",
        start=0,
        end=len(text),
        text=text,
    )
