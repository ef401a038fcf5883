"""A programme as an outline: half-days, parts and items, and the half-days a question names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.draft import Extract, plain
from assistant.datatypes import Section
from assistant.french import fold

Level = Literal["day", "part", "item"]
_DAY = re.compile(r"(?:jour|journee|day)s? \d|\d\w* (?:jour|day)|matin|apres-midi", re.I)
_PAGE = re.compile(r"\d+ ?/ ?\d+")  # the number of a page, left among the lines of a PDF
_MARKED = re.compile(r"\s*(?:#{1,6}\s+)?(?:\*\*)?(?P<mark>[-*•–]\s|\d+(?:[.)]|\s?[-–])\s)?")
_ASKED_DAY = tuple(
    (number, re.compile(rf"\b(?:jour|journee|day) ?(?:{number}|{words})\b|\b(?:{rank}) (?:{day})"))
    for number, words, rank, day in (
        (1, "un|one", "premiere?|1ere?|1er|first", "jour|day|demi"),
        (2, "deux|two", "deuxieme|seconde?|2e|2eme|second", "jour|day"),
        (3, "trois|three", "troisieme|3e|3eme|third", "jour|day"),
    )
)
_LAST = re.compile(r"\b(?:derniere?|last|final)\b")
_ASKED_HALF = (
    ("matin", re.compile(r"\b(?:matin|matinee|morning)\b")),
    ("apres-midi", re.compile(r"\b(?:apres-?\s?midi|aprem|afternoon)\b")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a programme, and the half-day heading it stands under (folded, or empty)."""

    level: Level
    extract: Extract
    day: str


def outline(section: Section) -> tuple[Entry, ...]:
    """The lines of a section, in order: half-days, parts (numbered or headings), items (bullets)."""
    entries: list[Entry] = []
    day = ""
    for passage in section.passages:
        offset = passage.start
        for line in passage.text.splitlines(keepends=True):
            words = line.strip()
            start = offset + len(line) - len(line.lstrip())
            offset += len(line)
            if not plain(words) or _PAGE.fullmatch(words):
                continue
            extract = Extract(section, passage, start, start + len(words))
            if words[0].islower() and entries and entries[-1].extract.passage == passage:
                # The text of a PDF breaks lines where the page does: this one goes on.
                longer = replace(entries[-1].extract, end=extract.end)
                entries[-1] = replace(entries[-1], extract=longer)
                continue
            level = _level(words)
            if level == "day":
                day = fold(extract.words)
            entries.append(Entry(level, extract, day))
    return tuple(entries)


def _level(words: str) -> Level:
    if _DAY.match(fold(plain(words))):
        return "day"
    mark = _MARKED.match(words)
    bulleted = mark is not None and mark["mark"] is not None and not mark["mark"][0].isdigit()
    return "item" if bulleted else "part"


def asked_half_days(question: str, entries: Sequence[Entry], before: str = "") -> tuple[Entry, ...]:
    """The lines of the half-days a question names; empty when it names none that is there.

    « et l'après-midi ? » is that of the day named `before`, « le dernier matin » that of the last day.
    """
    folded = fold(question)
    halves = [half for half, pattern in _ASKED_HALF if pattern.search(folded)]
    days = _days_asked(folded)
    if halves and not days and _LAST.search(folded):
        days = [str(max((int(n) for one in entries for n in re.findall(r"\d+", one.day)), default=0))]
    elif halves and not days:
        days = _days_asked(fold(before))
    if not days and not halves:
        return ()
    return tuple(
        one
        for one in entries
        if (not days or any(number in re.findall(r"\d+", one.day) for number in days))
        and (not halves or any(half in one.day for half in halves))
    )


def _days_asked(folded: str) -> list[str]:
    return [str(number) for number, pattern in _ASKED_DAY if pattern.search(folded)]


def absent_days(question: str, entries: Sequence[Entry]) -> tuple[int, ...]:
    """The days that a question names and that a programme set out in days does not have."""
    there = {int(one) for entry in entries for one in re.findall(r"\d+", entry.day)}
    asked = (number for number, pattern in _ASKED_DAY if pattern.search(fold(question)))
    return tuple(number for number in asked if there and number not in there)


def parts_holding(entries: Sequence[Entry], lines: Collection[Extract]) -> tuple[Entry, ...]:
    """The parts of a programme that hold some lines, whole, each after its half-day."""
    spots = {(one.passage.path, one.end) for one in lines}
    kept: dict[Entry, None] = {}
    day: Entry | None = None
    part: list[Entry] = []
    for entry in (*entries, None):
        if entry is None or entry.level != "item":
            if any((one.extract.passage.path, one.extract.end) in spots for one in part):
                kept |= dict.fromkeys([*([day] if day else []), *part])
            part = []
        if entry is not None and entry.level == "day":
            day = entry
        elif entry is not None:
            part.append(entry)
    return tuple(kept)
