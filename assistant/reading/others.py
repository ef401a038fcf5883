"""Any other document: one section a heading, or the whole text as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.datatypes import Document, Kind, Section
from assistant.french import fold
from assistant.reading.markdown import Heading
from assistant.reading.source import Source, as_id, slug


def read_other(
    source: Source, marked: Sequence[Heading], front: Mapping[str, str], kind: Kind = "other"
) -> Document:
    """The document that a file makes when it is neither a sheet nor terms."""
    first = marked[0].title if marked else ""
    title = front.get("title") or first or source.stem
    given = front.get("reference") or front.get("id")
    name = as_id(given) if given else slug(title, source.slug)
    sections = tuple(_sections(source, marked, name, title))
    if kind == "company":
        sections = _with_identity(sections)
    return Document(id=name, kind=kind, title=title, path=source.path, sections=sections)


def _sections(source: Source, marked: Sequence[Heading], document: str, title: str) -> Iterator[Section]:
    seen: dict[str, int] = {}
    path: list[tuple[int, str]] = []
    opening = "introduction" if marked else "texte"
    above = source.passages(source.start, marked[0].start if marked else len(source.text))
    if above:
        seen[opening] = 1
        yield Section(document, opening, (title,), above)
    ends = [heading.start for heading in marked[1:]] + [len(source.text)]
    for heading, end in zip(marked, ends, strict=False) if marked else ():
        path = [(level, words) for level, words in path if level < heading.level]
        path.append((heading.level, heading.title))
        passages = source.passages(heading.body, end)
        if not passages:
            continue
        words = tuple(words for _, words in path if words)
        words = words if words and fold(words[0]) == fold(title) else (title, *words)
        yield Section(document, _unique(slug(heading.title), seen), words, passages)


def _unique(name: str, seen: dict[str, int]) -> str:
    """The name, followed by -2, -3… when it was given before."""
    candidate = name
    while candidate in seen:
        seen[name] += 1
        candidate = f"{name}-{seen[name]}"
    seen[candidate] = 1
    return candidate


def _with_identity(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, the first called `identite` when none is."""
    if not sections or any(section.id == "identite" for section in sections):
        return sections
    return (replace(sections[0], id="identite"), *sections[1:])
