"""What the company's letterhead says: its legal notices, or the list that a question is about."""

from __future__ import annotations

from assistant.answering.quotes.draft import Draft, Extract
from assistant.answering.quotes.select import select_sentences, sentences_of
from assistant.answering.sources import Sources
from assistant.datatypes import Answer, Passage, Reading, Section
from assistant.french import fold, stems

MOST = 7  # lines said of the legal notices


def answer_company(section: Section, reading: Reading, sources: Sources) -> Answer:
    """The list asked for, in one line; else the legal notices, the line that answers first."""
    draft = Draft(sources.corpus)
    blocks = _blocks(section)
    said = set(stems(reading.wanted)) - set(stems(sources.document(section.document).title))
    listed = [one for one in blocks if _opens_list(one.text.splitlines()[0])]
    asked = next((one for one in listed if said & set(stems(one.text))), None)
    if asked:
        whole = Extract(section, asked, asked.start, asked.end)
        draft.quote([whole], prefix="")
        return draft.answer()
    ranked = select_sentences(section, reading.wanted, sources.aim)
    every = [*ranked[:1], *sentences_of(section)]
    once: dict[str, Extract] = {}
    for line in every:
        is_listed = any(
            block.path == line.passage.path and block.start <= line.start < block.end for block in listed
        )
        if " " in line.words and not is_listed:
            once.setdefault(fold(line.words), line)
    draft.quote([*once.values()][:MOST])
    return draft.answer()


def _opens_list(line: str) -> bool:
    return line.rstrip("* ").endswith(":")


def _blocks(section: Section) -> list[Passage]:
    """The passages of a section, parted before each line that opens a list."""
    found = []
    for passage in section.passages:
        start = offset = passage.start
        for line in passage.text.splitlines(keepends=True):
            if _opens_list(line.strip()) and offset > start:
                found.append(_cut(passage, start, offset))
                start = offset
            offset += len(line)
        found.append(_cut(passage, start, passage.end))
    return [one for one in found if one.text]


def _cut(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text[start - passage.start : end - passage.start].rstrip()
    return Passage(passage.path, start, start + len(text), text)
