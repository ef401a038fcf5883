"""Whether what is said of a part of a programme stands in that part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from assistant.answering.wording.evidence import Proof
from assistant.answering.wording.roots import has_kin, root_set, roots
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.spelt import spell

SAID = 0.65  # part of what an item's words tell that its line must hold

_GENERAL = root_set(
    """
    programme commercial partie cas point formation client traites suivants mots juste tombe trouve situe
    avant apres debut fin jour journee dure sujet theme oui non aborde voit
    """
)
_WHEN = re.compile(r"\bjour (?P<day>\d)\b|\bj(?P<short>\d)\b|\b(?P<half>matin(?:ee)?|apres-midi)\b")
_HALVES = (
    (re.compile(r"\b(?:premiere?|1er) (matin\w*|apres-midi)"), r"jour 1 \1"),
    (re.compile(r"\b(?:seconde?|deuxieme) (matin\w*|apres-midi)"), r"jour 2 \1"),
    (re.compile(r"\ble lendemain\b|\ble (?:second|deuxieme)(?= ?[.,;]| ?$)"), "le jour 2"),
)
_PART = re.compile(r"\b(?:partie|module|volet|chapitre|bloc|etape|sequence)\b")
OTHER = re.compile(r"\b(?:suivante?|precedente?|autres?|prochaine?)\b")
_CUE = re.compile(
    r"\bc'est\b| : |\b(?:porte|portent|traite|aborde|comprend|consiste|apprend|couvre"
    r"|regroupe|est consacre\w*)\b"
)
ITEMS = re.compile(r"[,;:()]|\b(?:et|puis|ensuite|enfin|ainsi que)\b")
_HEADING = re.compile(r"\s*#{2,}\s")
_ITEM = re.compile(r"\s*[-*•–]\s")
_AIM = re.compile(r"\bobjectifs?\b")
_THEN = re.compile(r"\b(?:puis|ensuite|enfin)\b")
LONGEST_HEADING = 60  # letters
NUMBERED = re.compile(r"\s*(?P<number>\d+)[.)]\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a programme: its roots, and the headings it stands under, the nearest last.

    A numbered line is the last heading of its own, and has that `number`.
    """

    roots: frozenset[str]
    under: tuple[str, ...]
    number: str = ""


def find_place_faults(text: str, about: str, proofs: Sequence[Proof]) -> Iterable[str]:
    """What is said of a half-day, or of a part, and stands in another."""
    entries = read_placed(proofs)
    headings = dict.fromkeys(heading for entry in entries for heading in entry.under)
    titles = title_roots(proofs)
    if not headings:
        return
    spelt, asked = read_halves(spell(text)), spell(about)
    cue = _CUE.search(spelt)  # what a text is about comes before it, what that holds after
    named = _parts_named(spelt[: cue.start()], headings, titles) if cue and _PART.search(spelt) else ()
    if _PART.search(asked) and not named:
        named = _parts_named(asked, headings, titles)
    day, half = only_time(spelt)
    asked_day, asked_half = only_time(asked)
    day = day or asked_day
    if not _WHEN.search(spelt):
        half = asked_half
    elif _THEN.search(spelt[: next((one.start() for one in _WHEN.finditer(spelt) if one["half"]), 0)]):
        half = None
    placed = _times_before(spelt, day, half)
    readings = [placed, _times_after(spelt)] if _has_times(spelt) else [placed]
    faults = [tuple(_misplaced(reading, entries, titles, named)) for reading in readings]
    if all(faults):
        yield from faults[0]


def read_halves(spelt: str) -> str:
    """A text with « le second jour » and its like as « jour 2 »."""
    for said, reads in _HALVES:
        spelt = said.sub(reads, spelt)
    return spelt


def title_roots(proofs: Sequence[Proof]) -> frozenset[str]:
    """The roots of the titles and references of the courses that proofs come from: they tell no part."""
    heads = (f"{one.citation.title.partition(' – ')[0]} {one.document}" for one in proofs)
    return root_set(" ".join(heads))


Placed = list[tuple[str, str | None, str | None]]


def _misplaced(
    placed: Placed, entries: Sequence[Entry], titles: frozenset[str], named: Sequence[str]
) -> Iterable[str]:
    """The items, each with its day and its half, that stand elsewhere."""
    for item, day, half in placed:
        if _AIM.search(item):  # said of the objectives, which have no time
            continue
        if OTHER.search(item):
            named = ()
        found = find_entries(item, entries, titles)
        most = max((share_of(roots(item), entry.roots) for entry in found), default=0.0)
        there = (entry for entry in entries if is_there(entry, day, half, named))
        if found and not any(entry in found or share_of(roots(item), entry.roots) >= most for entry in there):
            yield f"« {item.strip()} » is in another part of the programme"


def _times_before(spelt: str, day: str | None, half: str | None) -> Placed:
    """The items of a text that says when before it says what, as « le matin, A et B; l'après-midi, C »."""
    placed: Placed = []
    at = 0
    for item in ITEMS.split(spelt):
        for match in _WHEN.finditer(item):
            day = match["day"] or match["short"] or day
            half = match["half"] or (None if match["day"] or match["short"] else half)
        later = next((one for one in _WHEN.finditer(spelt, spelt.find(item, at)) if one["half"]), None)
        if half is None and later and not _THEN.search(spelt, at, later.start()):
            half = later["half"]
        at = spelt.find(item, at) + len(item)
        placed.append((item, day, half))
    return placed


def _times_after(spelt: str) -> Placed:
    """The items of a text that says what before it says when, as « de A, le matin, à B, l'après-midi »."""
    placed: Placed = []
    day = half = None
    for item in reversed(ITEMS.split(spelt)):
        if found := list(_WHEN.finditer(item)):
            day = next((one["day"] or one["short"] for one in found if one["day"] or one["short"]), None)
            half = next((one["half"] for one in found if one["half"]), None)
        placed.insert(0, (item, day, half))
    return placed


def _times(spelt: str) -> tuple[set[str], set[str]]:
    """The days, and the half-days, that a text names."""
    found = list(_WHEN.finditer(spelt))
    return (
        {match["day"] or match["short"] for match in found} - {None},
        {match["half"][:5] for match in found if match["half"]},
    )


def _has_times(spelt: str) -> bool:
    """Whether a text names two days, or two half-days."""
    return any(len(one) > 1 for one in _times(spelt))


def only_time(spelt: str) -> tuple[str | None, str | None]:
    """The day, and the half-day, that a text names, when it names one only."""
    days, halves = _times(spelt)
    return (days.pop() if len(days) == 1 else None, halves.pop() if len(halves) == 1 else None)


def read_headings(quote: str) -> frozenset[str]:
    r"""The lines of a passage that head others: marked as such, else short ones between the items of lists.

    >>> sorted(read_headings("Jour 1 - Matin\n\n- Facebook\n- Twitter\n\nUn rappel clôt la journée."))
    ['Jour 1 - Matin']
    """
    lines = quote.splitlines()
    marked = frozenset(line for line in lines if _HEADING.match(line))
    if marked or not any(map(_ITEM.match, lines)):
        return marked
    return frozenset(
        line
        for line in lines
        if line.strip()
        and len(line) <= LONGEST_HEADING
        and not (_ITEM.match(line) or NUMBERED.match(line) or re.search(r"[.:;,!?]\s*$", line))
    )


def read_entries(proofs: Iterable[Proof]) -> list[Entry]:
    """The lines of proofs, each under its headings."""
    return [entry for proof in proofs for entry in _entries(proof)]


def read_placed(proofs: Iterable[Proof]) -> list[Entry]:
    """The lines of proofs that stand under a heading."""
    return [entry for entry in read_entries(proofs) if entry.under]


def _entries(proof: Proof) -> Iterable[Entry]:
    heading = number = ""
    headings = read_headings(proof.citation.quote)
    for line in proof.citation.quote.splitlines():
        if not line.strip():
            continue
        spelt = spell(re.sub(r"^[\s#*•–-]+|^\s*\d+[.)]\s+", "", line))
        if line in headings:
            heading, number = spelt, ""
            continue
        if numbered := NUMBERED.match(line):
            number = spelt
        under = tuple(one for one in (heading, number) if one)
        yield Entry(root_set(spelt), under, numbered["number"] if numbered else "")


def _parts_named(spelt: str, headings: Iterable[str], titles: frozenset[str]) -> tuple[str, ...]:
    """The parts that a text names, half-days aside."""
    told, found = root_set(spelt), list[str]()
    for heading in headings:
        own = [root for root in roots(heading) if root not in titles]
        if own and not _WHEN.search(heading) and share_of(own, told) == 1:
            found.append(heading)
    return tuple(found)


def telling_roots(item: str, titles: frozenset[str]) -> list[str]:
    """The roots of an item that tell of a part: neither those of times and titles, nor general ones."""
    return [root for root in roots(_WHEN.sub(" ", item)) if root not in titles | _GENERAL]


def find_entries(item: str, entries: Sequence[Entry], titles: frozenset[str]) -> list[Entry]:
    """The lines that say an item, by the words that the title of the course does not hold.

    The fewer lines hold a word, the more it tells.
    """
    holding = {
        root: [entry for entry in entries if has_kin(root, entry.roots)]
        for root in telling_roots(item, titles)
    }
    told = {root: log(1 + len(entries) / len(lines)) for root, lines in holding.items() if lines}
    scored = [
        (sum(weight for root, weight in told.items() if entry in holding[root]), entry) for entry in entries
    ]
    best = max((score for score, _ in scored), default=0.0)
    if not told or best < SAID * sum(told.values()):
        return []
    return [entry for score, entry in scored if score == best]


def is_there(entry: Entry, day: str | None, half: str | None, named: Sequence[str]) -> bool:
    """Whether a line stands on that day, in that half of it, or under a part named."""
    under = " ; ".join(entry.under)
    when = _WHEN.search(under)
    if when and ((day and f"jour {day}" not in under) or (half and half[:5] not in under)):
        return False
    return not named or any(one in named for one in entry.under)
