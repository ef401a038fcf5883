"""One file's text to the documents it holds: a sheet, its terms, a letterhead; or any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.datatypes import Document, Problem
from assistant.reading.editions import UNKNOWN_TITLE, Edition, recognise, unknown_id
from assistant.reading.letterhead import Letterhead, find_letterheads
from assistant.reading.markdown import FrontMatter, find_headings
from assistant.reading.others import read_other
from assistant.reading.sheets import Sheet, find_sheet, read_sheet
from assistant.reading.source import Source, Span, as_id, capital_slug, gather_sections
from assistant.reading.terms import find_terms, read_articles


@dataclass(frozen=True, slots=True)
class Contents:
    """What one file holds, and what is wrong in it.

    `named` is true when the file states its own id.
    """

    path: str
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    named: bool = False


def parse_contents(source: Source, front: FrontMatter, editions: Sequence[Edition]) -> Contents:
    """The documents that stand in one file."""
    values = front.values
    marked = find_headings(source.text, source.start) if source.markdown else ()
    named = bool(values.get("reference") or values.get("id"))
    kind = values.get("kind")
    if kind in ("company", "other"):
        other = read_other(source, marked, values, "company" if kind == "company" else "other")
        return Contents(source.path, (_for_audience(other, values),), named=named)
    terms = find_terms(source)
    if kind == "terms" and terms is None:
        terms = source.start, marked[0].body if marked and marked[0].level == 1 else source.start
    before = terms[0] if terms else len(source.text)
    sheet = None if kind == "terms" else find_sheet(source, before, marked, certain=kind == "course")
    if not sheet and not terms:
        return Contents(
            source.path, (_for_audience(read_other(source, marked, values), values),), named=named
        )
    letterheads = [] if kind else find_letterheads(source)
    source = replace(source, holes=tuple(letterhead.span for letterhead in letterheads))
    if sheet and letterheads:
        sheet = find_sheet(source, before, marked)
    found, problems = _sheet_and_terms(source, sheet, terms, values, editions)
    found += [_company(source, letterhead) for letterhead in letterheads]
    if not sheet:
        found += _left_over(source, before)
    return Contents(source.path, tuple(_for_audience(one, values) for one in found), problems, named)


def _sheet_and_terms(
    source: Source,
    sheet: Sheet | None,
    terms: Span | None,
    front: Mapping[str, str],
    editions: Sequence[Edition],
) -> tuple[list[Document], tuple[Problem, ...]]:
    found: list[Document] = []
    problems: tuple[Problem, ...] = ()
    edition = front.get("terms")
    if terms:
        document, problems = _terms(source, terms, front, editions)
        edition = document.id
        found.append(document)
    if sheet:
        found.insert(0, replace(read_sheet(source, sheet, front), edition=edition))
    return found, problems


def _terms(
    source: Source, terms: Span, front: Mapping[str, str], editions: Sequence[Edition]
) -> tuple[Document, tuple[Problem, ...]]:
    found = list(read_articles(source, terms[1]))
    words = {name: "\n\n".join(passage.text for passage in passages) for name, _, passages in found}
    edition = recognise(words, editions)
    stated = front.get("edition") or (front.get("id") if front.get("kind") == "terms" else None)
    problems = tuple(_disagreement(source.path, stated, edition, editions)) if stated else ()
    if edition:
        name, title = edition.id, edition.title
    else:
        name = as_id(stated) if stated and not problems else unknown_id(words)
        title = front.get("title", UNKNOWN_TITLE)
    sections = gather_sections(name, title, found)
    return Document(name, "terms", title, source.path, sections, edition=name), problems


def _disagreement(
    path: str, stated: str, edition: Edition | None, editions: Sequence[Edition]
) -> Iterator[Problem]:
    """What is wrong when the edition stated is not the one that the articles show."""
    todo = "Corrigez « edition » dans l'en-tête, ou le texte des articles."
    if edition and edition.id != stated:
        yield Problem(
            path, f"l'en-tête annonce l'édition {stated}, les articles sont ceux de {edition.id}.", todo
        )
    elif edition is None and any(one.id == stated for one in editions):
        what = f"l'en-tête annonce l'édition {stated}, mais les articles n'en ont pas les chiffres."
        yield Problem(path, what, todo)


def _company(source: Source, letterhead: Letterhead) -> Document:
    name = capital_slug(letterhead.name) or "ENTREPRISE"
    passages = replace(source, holes=()).passages(*letterhead.span)
    sections = gather_sections(name, letterhead.name, [("identite", ("Identité",), passages)])
    return Document(name, "company", letterhead.name, source.path, sections)


def _left_over(source: Source, before: int) -> list[Document]:
    """What stands above the terms in a file that holds no sheet, such as a cover page."""
    sections = gather_sections(
        source.slug, source.stem, [("introduction", (), source.passages(source.start, before))]
    )
    return [Document(source.slug, "other", source.stem, source.path, sections)] if sections else []


def _for_audience(document: Document, front: Mapping[str, str]) -> Document:
    return replace(document, audience="rep") if front.get("audience") == "rep" else document
