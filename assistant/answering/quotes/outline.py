"""A programme as an outline: half-days, parts and items, and the half-days a question names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.quotes.draft import Extract, plain
from assistant.datatypes import Section
from assistant.french import fold

Level = Literal["day", "part", "item"]
_DAY = re.compile(r"(?:jour|journee|day)s? \d|\d\w* (?:jour|day)|matin|apres-midi", re.I)
_PAGE = re.compile(r"\d+ ?/ ?\d+")  # the number of a page, left among the lines of a PDF
_MARKED = re.compile(r"\s*(?:#{1,6}\s+)?(?:\*\*)?(?P<mark>[-*•–]\s|\d+(?:[.)]|\s?[-–])\s)?")
_HALF = r"(?:demi|matin|apres-?\s?midi|aprem|half|morning|afternoon)"
_COUNTED = (  # how a day is numbered after its name, and before it
    (1, "1|un|one", "premiere?|1ere?|1er|1st|first"),
    (2, "2|deux|two", "deuxieme|seconde?|2e|2eme|2nde?|2nd|second"),
    (3, "3|trois|three", "troisieme|3e|3eme|3rd|third"),
    (4, "4|quatre|four", "quatrieme|4e|4eme|4th|fourth"),
)
_ASKED_DAY = tuple(
    (
        number,
        re.compile(
            rf"(?<!demi-)(?<!demi )\b(?:jour|journee|day) ?(?:{after})\b"
            rf"|\b(?:{before}) (?:jour|day|{_HALF}(?<!demi)(?<!half))"
        ),
    )
    for number, after, before in _COUNTED
)
_ASKED_NTH = tuple(
    (number, re.compile(rf"\b(?:{before}) (?:demi|half)|\bdemi-? ?journee (?:{after})\b"))
    for number, after, before in _COUNTED
)
_PART = re.compile(r"\b(?:partie|module|chapitre|sequence|part) (?:no? ?)?(\d)\b")
_TITLE = 3  # words from which the title of a part names it
_NEXT = re.compile(r"\b(?:lendemain|jour (?:suivant|d'apres)|(?:next|following) day|day after)\b")
_LAST = re.compile(rf"\b(?:derniere?|last|final) (?:(?P<half>demi|half)|jour|day|{_HALF})")
_SPLIT = re.compile(rf"\b(?:demi-? ?journee|half[- ]?day)s?\b|{_NEXT.pattern}|{_LAST.pattern}")
_ASKED_HALF = (
    ("matin", re.compile(r"\b(?:matin(?:ee)?|morning)s?\b")),
    ("apres-midi", re.compile(r"\b(?:apres-?\s?midi|aprem|afternoon)s?\b")),
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
    """The lines of the half-days a question names; empty when it names none that is there, or every one.

    « et l'après-midi ? » is that of the day named `before`, « le lendemain » the day after it,
    « le dernier matin » that of the last day. A half-day may be counted: « la troisième ».
    """
    folded = fold(question)
    headings = list(dict.fromkeys(one.day for one in entries if one.day))
    counted = [headings[nth - 1] for nth in _asked(_ASKED_NTH, folded) if nth <= len(headings)]
    if part := _asked_part(folded, entries):
        return part
    if (last := _LAST.search(folded)) and last["half"]:
        counted = headings[-1:]
    if counted:
        return tuple(one for one in entries if one.day in counted)
    halves = [half for half, pattern in _ASKED_HALF if pattern.search(folded)]
    days = _asked(_ASKED_DAY, folded) or _days_told(folded, fold(before), entries, halves)
    if not days and not halves:
        return ()
    found = tuple(
        one
        for one in entries
        if (not days or not _days_of(one).isdisjoint(days))
        and (not halves or any(half in one.day for half in halves))
    )
    return found if {one.day for one in found} < {*headings} else ()


def names_half_day(question: str) -> bool:
    """Whether a question asks of days or half-days, one in particular or not.

    >>> names_half_day("Est-elle découpée en demi-journées ?"), names_half_day("Que dure-t-elle ?")
    (True, False)
    """
    folded = fold(question)
    halves = any(pattern.search(folded) for _, pattern in _ASKED_HALF)
    return halves or bool(_SPLIT.search(folded) or _asked((*_ASKED_DAY, *_ASKED_NTH), folded))


def _asked_part(folded: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines of the part that a question names, after its half-day: « le module 4 », or by its title."""
    asked = _PART.search(folded)
    places = [place for place, one in enumerate(entries) if one.level == "part"]
    titled = [place for place in places if _is_titled(entries[place], folded)]
    if asked and 0 < int(asked[1]) <= len(places):
        titled = [places[int(asked[1]) - 1]]
    if not titled:
        return ()
    start = titled[0]
    end = next((n for n in range(start + 1, len(entries)) if entries[n].level != "item"), len(entries))
    day = [one for one in entries[:start] if one.level == "day"][-1:]
    return (*day, *entries[start:end])


def _is_titled(part: Entry, folded: str) -> bool:
    """Whether a question holds the title of a part, its number aside; one of few words names nothing."""
    words = fold(part.extract.words).lstrip("0123456789.)- ")
    return words in folded and len(words.split()) >= _TITLE


def _days_told(folded: str, before: str, entries: Sequence[Entry], halves: Sequence[str]) -> list[int]:
    """The days that a question points at without a number."""
    if _NEXT.search(folded):
        return [day + 1 for day in _asked(_ASKED_DAY, before)]
    if _LAST.search(folded):
        return [max((day for one in entries for day in _days_of(one)), default=0)]
    return _asked(_ASKED_DAY, before) if halves else []


def _days_of(entry: Entry) -> set[int]:
    return {int(one) for one in re.findall(r"\d+", entry.day)}


def _asked(numbers: Sequence[tuple[int, re.Pattern[str]]], folded: str) -> list[int]:
    return [number for number, pattern in numbers if pattern.search(folded)]


def absent_days(question: str, entries: Sequence[Entry]) -> tuple[int, ...]:
    """The days that a question names and that a programme set out in days does not have."""
    there = {day for entry in entries for day in _days_of(entry)}
    return tuple(day for day in _asked(_ASKED_DAY, fold(question)) if there and day not in there)


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
