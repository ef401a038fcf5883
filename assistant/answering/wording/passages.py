"""The passages shown to a model beside those that the composed answer cites."""

from __future__ import annotations

from assistant.answering.quotes.draft import Draft, extract_whole
from assistant.answering.sources import Sources
from assistant.answering.wording.evidence import renumber
from assistant.datatypes import Answer, Citation, Reading, Section

BESIDE = 3  # sections found by the search, shown beside those cited


def find_passages(answer: Answer, reading: Reading, sources: Sources) -> tuple[Citation, ...]:
    """The whole sections around the quotes of an answer, then the nearest others.

    A sum rests on the clauses that the calculator names: no other is shown.
    """
    documents = tuple(dict.fromkeys(one.document for one in answer.citations))
    cited = [_section(one, sources) for one in answer.citations]
    beside = documents and not answer.calculations
    found = sources.search(reading.wanted, k=BESIDE, documents=documents) if beside else ()
    draft = Draft(sources.corpus)
    quoted = {one.quote for one in answer.citations}
    for section in dict.fromkeys([*cited, *(sources.section(hit) for hit in found)]):
        for extract in extract_whole(section):
            if extract.quote not in quoted:
                draft.cite(extract)
    return renumber(draft.answer().citations, len(answer.citations) + 1)


def _section(citation: Citation, sources: Sources) -> Section:
    section = sources.document(citation.document).section(citation.section)
    assert section is not None, citation.key  # noqa: S101  the answer is grounded
    return section
