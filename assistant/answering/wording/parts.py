"""Whether what is said of a numbered part of a programme is so: that there is one, when, what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.wording.evidence import Proof
from assistant.answering.wording.places import (
    HEADING,
    ITEMS,
    OTHER,
    find_entries,
    only_time,
    read_entries,
    read_halves,
    title_roots,
)
from assistant.answering.wording.quantities import spell
from assistant.answering.wording.roots import roots
from assistant.answering.wording.sentences import share_of

_ORDINALS = ("1re|1ere|premiere", "2e|2eme|deuxieme|seconde", *(rf"{n}e|{n}eme" for n in range(3, 10)))
_WORDS = ("troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme")
_ORDINAL = re.compile(
    "|".join(
        rf"\b(?P<n{n}>{written}{f'|{_WORDS[n - 3]}' if n > 2 else ''}) partie\b"
        for n, written in enumerate(_ORDINALS, start=1)
    )
)
_NUMBER = re.compile(r"\bparties? (\d)(?:(?:,| et| a) (\d))?\b")
_TITLED = re.compile(
    r"\bparties? (?P<n>\d)[ ,:(]*« ?(?P<title>[^»]+?) ?»|« ?(?P<before>[^»]+?) ?»[ ,(]*partie (?P<after>\d)"
)
_LINE = re.compile(r"\s*(\d+)[.)]\s+(.*)")
SAME_TITLE = 0.5  # of the roots of a title said, those that the title of the part must hold


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a programme: its title, and the heading above it, which may say its half-day."""

    title: str
    heading: str


def find_part_faults(text: str, proofs: Sequence[Proof]) -> Iterable[str]:
    """A part named by its number must be there, on that day, under that title, and hold what is said."""
    parts = {number: part for proof in proofs for number, part in _read_parts(proof)}
    spelt = _ORDINAL.sub(lambda match: f"partie {(match.lastgroup or '')[1:]}", read_halves(spell(text)))
    numbers = list(dict.fromkeys(one for match in _NUMBER.finditer(spelt) for one in match.groups() if one))
    if not parts or not numbers:
        return
    if absent := [one for one in numbers if one not in parts]:
        yield f"there is no part {absent[0]}"
        return
    for match in _TITLED.finditer(spelt):
        said, part = match["title"] or match["before"], parts.get(match["n"] or match["after"])
        if part and share_of(roots(said), frozenset(roots(part.title))) < SAME_TITLE:
            yield f"« {said} » is not the title of that part"
    day, half = only_time(spelt)
    for one in numbers:
        heading = parts[one].heading
        if heading and ((day and f"jour {day}" not in heading) or (half and half[:5] not in heading)):
            yield f"part {one} is at another time"
    if len(numbers) == 1 and "«" not in spelt and not OTHER.search(spelt):
        yield from _item_faults(spelt, parts[numbers[0]], proofs)


def _item_faults(spelt: str, part: Part, proofs: Sequence[Proof]) -> Iterable[str]:
    every = [entry for proof in proofs for entry in read_entries(proof)]
    entries, titles = [entry for entry in every if entry.under], title_roots(proofs)
    for item in ITEMS.split(_NUMBER.sub(" ", spelt)):
        found = find_entries(item, entries, titles)
        if found and not any(part.title in entry.under for entry in found):
            yield f"« {item.strip()} » is in another part"


def _read_parts(proof: Proof) -> Iterable[tuple[str, Part]]:
    heading = ""
    for line in proof.citation.quote.splitlines():
        if HEADING.match(line):
            heading = spell(re.sub(r"^[\s#]+", "", line))
        elif found := _LINE.match(line):
            yield found[1], Part(spell(found[2]), heading)
