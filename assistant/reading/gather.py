"""The documents of every file gathered into one corpus: copies merged, clashes told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.datatypes import Corpus, Document, Merge, Problem, Section
from assistant.reading.documents import Contents
from assistant.reading.source import renamed
from assistant.reading.twins import are_spelt_alike, are_twins, likeness

_KEEP_ONE = "Gardez un seul de ces fichiers, ou donnez-leur des références différentes."
_SHORTEST_COPY = 80


def gather(files: Iterable[Contents]) -> Corpus:
    """The corpus that the files make together, in the order they were read."""
    shelf = Shelf()
    for contents in files:
        shelf.add(contents)
    return shelf.corpus()


class Shelf:
    """The documents gathered so far, and what was merged or went wrong on the way."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._merges: dict[str, Merge] = {}
        self._problems: list[Problem] = []
        self._met: dict[str, set[str]] = {}
        self._texts: dict[tuple[str, str], Section] = {}

    def add(self, contents: Contents) -> None:
        """Take in what one file holds, unless another file has already given its course."""
        self._problems += contents.problems
        clash = self._clash(contents)
        if clash:
            self._problems.append(clash)
            return
        courses = {one.id: one for one in contents.documents if one.kind == "course"}
        self._documents.update(courses)
        editions: dict[str | None, str] = {}
        for document in contents.documents:
            if document.kind == "terms":
                editions[document.id] = self._add_terms(document, {*courses})
            elif document.kind == "company":
                self._add_company(document, {*courses})
            elif document.kind == "other":
                self._add_other(document)
        for name, course in courses.items():
            self._documents[name] = replace(course, edition=editions.get(course.edition, course.edition))

    def corpus(self) -> Corpus:
        """Everything gathered; each article lists the courses that it was met under."""
        courses = [one for one in self._documents.values() if one.kind == "course"]
        for course in courses:
            terms = self._documents.get(course.edition or "")
            if terms and terms.kind == "terms":
                self._join(course, terms)
            elif course.edition:
                self._documents[course.id] = replace(course, edition=None)
                what = f"la fiche {course.id} renvoie à {course.edition}, qui n'est pas dans le dossier."
                self._problems.append(
                    Problem(course.path, what, "Ajoutez ces conditions, ou corrigez « terms ».")
                )
        order = [course.id for course in courses]
        documents = tuple(self._with_courses(one, order) for one in self._documents.values())
        return Corpus(documents, tuple(self._merges.values()), tuple(self._problems))

    def _clash(self, contents: Contents) -> Problem | None:
        """Why the file is left out: what it holds was already read elsewhere."""
        for document in contents.documents:
            copies = [self._texts.get(_words(section)) for section in document.sections]
            if document.kind == "other" and copies[0] and all(copies):
                what = f"le texte est le même que celui de {copies[0].passages[0].path}, qui a été gardé."
                return Problem(contents.path, what, _KEEP_ONE)
            known = self._documents.get(document.id)
            if known and (document.kind == "course" or (document.kind == "other" and contents.named)):
                what = f"« {document.id} » est déjà décrit par {known.path}, qui a été gardé."
                return Problem(contents.path, what, _KEEP_ONE)
        return None

    def _add_terms(self, document: Document, courses: set[str]) -> str:
        known = self._documents.get(document.id) or self._same_terms(document)
        if not known:
            self._documents[document.id] = document
            self._met.update({section.key: set(courses) for section in document.sections})
            return document.id
        unlike = []
        for section in document.sections:
            kept = known.section(section.id)
            if kept and are_twins(kept.text, section.text):
                self._merge(kept, section.passages[0].path, likeness(kept.text, section.text))
                self._met.setdefault(kept.key, set()).update(courses)
            else:
                unlike.append(section.id)
        if unlike:
            what = f"{_articles(unlike)} de {known.id} : texte différent de {known.path}, qui a été gardé."
            self._problems.append(
                Problem(document.path, what, "Vérifiez lequel est le bon et retirez l'autre.")
            )
        return known.id

    def _same_terms(self, document: Document) -> Document | None:
        """The terms already read, unrecognised too, of which these are a copy, typing apart."""
        for known in self._documents.values():
            pairs = [(known.section(one.id), one) for one in document.sections]
            if known.kind != "terms" or len(known.sections) != len(pairs):
                continue
            if all(kept and are_twins(kept.text, one.text) for kept, one in pairs):
                return known
        return None

    def _add_company(self, document: Document, courses: set[str]) -> None:
        """Take in a letterhead; one spelt otherwise is kept beside the first."""
        known = self._documents.get(document.id)
        sections = {one.id: one for one in known.sections} if known else {}
        for section in document.sections:
            kept = sections.get(section.id)
            sections[section.id] = self._add_passages(kept, section) if kept else section
            self._met.setdefault(section.key, set()).update(courses)
        self._documents[document.id] = replace(known or document, sections=tuple(sections.values()))

    def _add_passages(self, kept: Section, other: Section) -> Section:
        for passage in other.passages:
            twin = next((one for one in kept.passages if are_spelt_alike(one.text, passage.text)), None)
            if twin:
                self._merge(kept, passage.path, likeness(twin.text, passage.text))
            else:
                kept = replace(kept, passages=(*kept.passages, passage))
        return kept

    def _add_other(self, document: Document) -> None:
        """Take in a document; a section that another one has word for word is kept once."""
        number = 2
        name = document.id
        while document.id in self._documents:
            document = renamed(document, f"{name}-{number}")
            number += 1
        sections = []
        for section in document.sections:
            first = self._texts.setdefault(_words(section), section)
            if first is section or len(section.text) < _SHORTEST_COPY:
                sections.append(section)
            else:
                self._merge(first, section.passages[0].path, 1.0)
        self._documents[document.id] = replace(document, sections=tuple(sections))

    def _merge(self, kept: Section, path: str, alike: float) -> None:
        known = self._merges.get(kept.key) or Merge(kept.key, kept.passages[0].path, (), 1.0)
        merged = (*known.merged, path)
        self._merges[kept.key] = replace(known, merged=merged, likeness=min(known.likeness, alike))

    def _join(self, course: Document, terms: Document) -> None:
        """Put the course under its terms' articles when its file names them without giving them."""
        if not any(course.id in self._met.get(section.key, ()) for section in terms.sections):
            for section in terms.sections:
                self._met.setdefault(section.key, set()).add(course.id)

    def _with_courses(self, document: Document, order: list[str]) -> Document:
        sections = []
        for section in document.sections:
            met = self._met.get(section.key, set())
            sections.append(replace(section, appears_in=tuple(one for one in order if one in met)))
        return replace(document, sections=tuple(sections))


def _words(section: Section) -> tuple[str, str]:
    return section.heading, section.text


def _articles(ids: list[str]) -> str:
    return f"article {ids[0]}" if len(ids) == 1 else "articles " + ", ".join(ids)
