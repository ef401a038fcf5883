"""The last check before an answer leaves: every citation holds, every figure has a support."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from text_to_num import alpha2digit

from assistant.answering.quotes.draft import plain
from assistant.datatypes import Answer, Calculation, Corpus, Document

_FIGURE = re.compile(r"\d+(?:[  .\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_MARK = re.compile(r"\[(\d+)\]")


def find_faults(answer: Answer, corpus: Corpus, *, told: str) -> tuple[str, ...]:
    """What does not hold in an answer, each in words; empty when it may leave.

    `told` is what the person said, whose figures may be repeated. A mark without
    citation, a citation whose quote is not at its place, and a figure that no
    quote, calculation, heading or word of the person holds, are faults.
    """
    return (*_citation_faults(answer, corpus), *_figure_faults(answer, corpus, told))


def _citation_faults(answer: Answer, corpus: Corpus) -> Iterable[str]:
    marks = {citation.mark for citation in answer.citations}
    for mark in _MARK.findall(answer.text):
        if int(mark) not in marks:
            yield f"mark [{mark}] has no citation"
    for citation in answer.citations:
        section = corpus.section(citation.key)
        if section is None:
            yield f"citation [{citation.mark}] names {citation.key}, which is not there"
        elif not any(
            one.path == citation.path
            and one.start <= citation.start
            and citation.end <= one.end
            and one.text[citation.start - one.start : citation.end - one.start] == citation.quote
            for one in section.passages
        ):
            yield f"the quote of citation [{citation.mark}] is not at its place"


def _figure_faults(answer: Answer, corpus: Corpus, told: str) -> Iterable[str]:
    supported = set[str]()
    for words in (told, *_supports(answer, corpus)):
        supported |= figures(words) | figures(str(alpha2digit(words, "fr")))
    said = _MARK.sub(" ", answer.text)
    for figure in sorted(figures(said) - supported):
        yield f"the figure {figure} has no support"


def figures(text: str) -> set[str]:
    """The figures of a text in one form: no thousands marks, a point, no idle zeros.

    >>> sorted(figures("1 350,00 € le 12 mars, soit 30%"))
    ['12', '1350', '30']
    """
    return {normal_figure(match.group()) for match in _FIGURE.finditer(text)}


def normal_figure(figure: str) -> str:
    """One figure in the form `figures` gives."""
    bare = re.sub(r"[  \u00a0\u202f]|\.(?=\d{3}(?!\d))", "", figure).replace(",", ".")
    return (bare.rstrip("0").rstrip(".") if "." in bare else bare).lstrip("0") or "0"


def _supports(answer: Answer, corpus: Corpus) -> Iterable[str]:
    for citation in answer.citations:
        document = corpus.document(citation.document)
        yield plain(citation.quote)
        yield from (citation.title, citation.document, citation.section)
        if document:
            yield from _names(document)
            section = document.section(citation.section)
            yield " ".join(section.appears_in) if section else ""
    yield from (name for document in corpus.documents for name in _names(document) if name in answer.text)
    cited = {citation.document for citation in answer.citations}
    yield str(sum(one.id in cited for one in corpus.courses))  # how many courses the catalogue counts
    for calculation in answer.calculations:
        yield from _steps(calculation)


def _names(document: Document) -> Iterable[str]:
    yield from (document.id, document.title, document.facts.get("reference", ""))


def _steps(calculation: Calculation) -> Iterable[str]:
    yield " ; ".join(map(str, calculation.sums))
    for line in calculation.steps:
        yield f"{line.label} {line.expression} ; {line.article}"
    if calculation.next_threshold:
        first = calculation.next_threshold.date
        for day in (first - timedelta(days=1), first):
            yield f"{day.day} ; {day.month} ; {day.year}"
        yield str(calculation.next_threshold.due_max)
    for flag in calculation.flags:
        yield f"{flag.id} {flag.text}"
    yield " ".join(calculation.articles)
    yield calculation.explanation
