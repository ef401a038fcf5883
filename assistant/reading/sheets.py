"""Course sheets: where one stands in a file, and the document it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.datatypes import Document, Passage
from assistant.reading.markdown import Heading
from assistant.reading.sheet_head import Head, find_reference, parse_head, subject
from assistant.reading.sheet_headings import BULLET, SECTIONS, SheetHeading, find_sheet_headings
from assistant.reading.source import (
    Found,
    Source,
    as_id,
    capital_slug,
    composed,
    gather_sections,
    line_spans,
    plain_heading,
)

_STEP = re.compile(r"[\W_]*(?:jour|journ[ée]e|demi-journ[ée]e|matin|apr[èe]s-midi)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"#*\s*\d{1,2}\s?[.)–—-]\s")
_FACTS = ("reference", "domain", "duration")
_FICHE = ("Fiche",)
_PROGRAMME = ("Programme",)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet within a file: it ends at `end` and has those headings.

    `head_end` is where its head ends; `name` is the heading of level 1 that
    stands in the head.
    """

    end: int
    headings: tuple[SheetHeading, ...]
    head_end: int
    name: Heading | None = None


def find_sheet(source: Source, end: int, marked: Sequence[Heading], *, certain: bool = False) -> Sheet | None:
    """The sheet that stands before `end`, `None` when nothing there reads like one.

    With `certain`, the file says itself that it is a sheet.
    """
    headings = tuple(find_sheet_headings(source, end, marked))
    known = {heading.section for heading in headings} & SECTIONS
    head_end = headings[0].start if headings else end
    named = bool(known) and find_reference(composed(source.text[source.start : head_end])) is not None
    if not (certain or named or len(known) >= 3 or {"objectifs", "programme"} <= known):
        return None
    if "programme" not in known:
        head_end = _programme_start(source, head_end)
    name = next((one for one in marked if one.level == 1 and source.start <= one.start < head_end), None)
    return Sheet(end, headings, head_end, name)


def _programme_start(source: Source, head_end: int) -> int:
    """Where a programme without a heading of its own begins: at the part above its first list."""
    above = head_end
    passages = source.passages(source.start, head_end)
    for start, end in (line for one in passages for line in line_spans(source.text, one.start, one.end)):
        line = source.text[start:end]
        after_step = above < head_end and _STEP.match(source.text, above)
        if BULLET.match(line):
            return min(above, start)
        if _NUMBERED.match(line):
            return above if after_step else start
        if not after_step:
            above = start
    return head_end


def read_sheet(source: Source, sheet: Sheet, front: Mapping[str, str]) -> Document:
    """The course that a sheet describes; what it does not state is not there."""
    sections = list(_sections(source, sheet))
    parts = _parts(passage for one in sections if one[0] == "programme" for passage in one[2])
    head = _head(source, sheet)
    label = subject(parts)
    title = front.get("title") or (sheet.name.title if sheet.name else None) or head.title
    facts = {**head.facts, **{name: front[name] for name in _FACTS if front.get(name)}}
    given = front.get("reference") or front.get("id") or facts.get("reference")
    course = as_id(given) if given else capital_slug(title or label) or capital_slug(source.stem)
    title = title or label or source.stem
    return Document(
        id=course,
        kind="course",
        title=title,
        path=source.path,
        sections=gather_sections(course, title, sections),
        facts=facts,
    )


def _sections(source: Source, sheet: Sheet) -> Iterator[Found]:
    """The id, heading and passages of each section, a section in two places given twice."""
    first = sheet.headings[0].start if sheet.headings else sheet.end
    if sheet.name:
        # The title is in the path of headings; the head's words are those around it.
        yield "fiche", _FICHE, source.passages(source.start, sheet.name.start)
    yield "fiche", _FICHE, source.passages(sheet.name.body if sheet.name else source.start, sheet.head_end)
    yield "programme", _PROGRAMME, source.passages(sheet.head_end, first)
    ends = [heading.start for heading in sheet.headings[1:]] + [sheet.end]
    for heading, end in zip(sheet.headings, ends, strict=False):
        yield heading.section, (heading.title,), source.passages(heading.body, end)


def _head(source: Source, sheet: Sheet) -> Head:
    above = "\n\n".join(passage.text for passage in source.passages(source.start, sheet.head_end))
    return parse_head(composed(above), composed(source.text[source.start : sheet.end]))


def _parts(programme: Iterable[Passage]) -> list[str]:
    """The headings of the programme's parts: the lines above its lists."""
    lines = [line for passage in programme for line in passage.text.splitlines() if line.strip()]
    bullets = [bool(BULLET.match(line.strip())) for line in lines]
    above = [
        line for line, here, after in zip(lines, bullets, bullets[1:], strict=False) if after and not here
    ]
    return [plain_heading(line) for line in above if not _STEP.match(line)]
