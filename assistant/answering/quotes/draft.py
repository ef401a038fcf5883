"""An answer being written: its lines, and the numbered proofs they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.datatypes import Answer, Calculation, Citation, Corpus, Document, Passage, Section, Status
from assistant.french import NBSP

_TAG = re.compile(r"</?(?:ul|ol|li|br|p|b|i|u|strong|em|div|span|table|thead|tbody|tr|td|th)\b[^>]*>", re.I)
_LINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_BULLET = re.compile(r"^\s*(?:[-•–]\s*|\*\s+|\|\s*)")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})-[ \t]*\n[ \t]*(?=[a-zà-ÿ]{2})")  # a word cut at the end of a line
_HEADING = re.compile(r"^\s*#{1,6}\s+")


def plain(text: str) -> str:
    r"""A passage as people read it: no markup, no bullets, one line.

    >>> plain("- **Mise** en\n  situation")
    'Mise en situation'
    >>> plain("| Effectif | 8 |"), plain("- Répondre au télé-\nphone")
    ('Effectif – 8', 'Répondre au téléphone')
    >>> plain("Salariés\t<ul>• PDC• PTP").replace(NBSP, " ")
    'Salariés : PDC ; PTP'
    """
    text = _BROKEN.sub("", _LINK.sub(r"\1", _TAG.sub("", text)))
    if text.lstrip().startswith("|"):
        text = re.sub(r"\s*\|\s*", " – ", text.strip(" |\n"))
    text = _HEADING.sub("", _BULLET.sub("", text.strip()))
    text = re.sub(r"\t\s*•?\s*", f"{NBSP}: ", text)
    text = re.sub(r"\s*•\s*", f"{NBSP}; ", text)
    text = re.sub(r"\*\*|__", "", text)
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


@dataclass(frozen=True, slots=True)
class Extract:
    """Some consecutive words of a section: `start`:`end` of the file of `passage`."""

    section: Section
    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words themselves, verbatim."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def words(self) -> str:
        """The words as people read them."""
        return plain(self.quote)


def extract_whole(section: Section) -> tuple[Extract, ...]:
    """Every passage of a section, whole."""
    return tuple(Extract(section, one, one.start, one.end) for one in section.passages)


class Draft:
    """Lines and citations, gathered in order; `answer` closes it."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._lines: list[str] = []
        self._citations: list[Citation] = []

    def say(self, *lines: str) -> None:
        """Add lines; an empty one separates paragraphs."""
        self._lines += lines

    def cite(self, extract: Extract) -> str:
        """The mark of an extract, such as « [1] »; the same words keep their mark."""
        document = self.corpus.document(extract.section.document)
        assert document is not None, extract.section.document  # noqa: S101  sections come from this corpus
        spot = (extract.passage.path, extract.start, extract.end)
        for known in self._citations:
            if (known.path, known.start, known.end) == spot and known.key == extract.section.key:
                return f"[{known.mark}]"
        mark = len(self._citations) + 1
        self._citations.append(
            Citation(
                mark=mark,
                document=document.id,
                section=extract.section.id,
                title=" – ".join((document.title, *extract.section.heading_path[-1:])),
                edition=document.edition if document.kind == "terms" else None,
                quote=extract.quote,
                path=extract.passage.path,
                start=extract.start,
                end=extract.end,
            )
        )
        return f"[{mark}]"

    def cite_all(self, extracts: Iterable[Extract]) -> str:
        """The marks of several extracts, side by side."""
        return "".join(self.cite(one) for one in extracts)

    def quote(self, extracts: Iterable[Extract], prefix: str = "- ", after: str = "") -> None:
        """Add a line an extract: its words and its mark after a prefix, then what comes `after` each."""
        for one in extracts:
            self.say(f"{prefix}{one.words} {self.cite(one)}{after}")

    def answer(
        self,
        status: Status = "answered",
        *,
        suggestions: tuple[str, ...] = (),
        missing: tuple[str, ...] = (),
        calculations: tuple[Calculation, ...] = (),
    ) -> Answer:
        """The answer as written so far."""
        return Answer(
            status=status,
            text="\n".join(self._lines).strip(),
            citations=tuple(self._citations),
            suggestions=suggestions,
            missing=missing,
            calculations=calculations,
        )


def name_course(course: Document) -> str:
    """A course as people call it, with its reference where it has one."""
    reference = course.facts.get("reference")
    return f"«{NBSP}{course.title}{NBSP}»" + (f" ({reference})" if reference else "")
