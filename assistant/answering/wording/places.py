"""Whether what is said of a part of a programme stands in that part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.wording.evidence import Proof
from assistant.answering.wording.quantities import spell
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.words import Words, every_stem

SAID = 0.75  # share of an item's words that its line must hold

_GENERAL = frozenset({"programm", "commercial", "partie", "cas"})
_WHEN = re.compile(r"\bjour (?P<day>\d)\b|\bj(?P<short>\d)\b|\b(?P<half>matin(?:ee)?|apres-midi)\b")
_PART = re.compile(r"\b(?:partie|module|volet|chapitre|bloc|etape|sequence)\b")
_OTHER = re.compile(r"\b(?:suivante?|precedente?|autres?|prochaine?)\b")
_CUE = re.compile(
    r"\bc'est\b| : |\b(?:porte|portent|traite|aborde|comprend|consiste|apprend|couvre"
    r"|regroupe|est consacre\w*)\b"
)
_ITEMS = re.compile(r"[,;:()]|\b(?:et|puis|ensuite|enfin|ainsi que)\b")
_HEADING = re.compile(r"\s*#{2,}\s")
_NUMBERED = re.compile(r"\s*\d+[.)]\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a programme: its roots, and the headings it stands under, the nearest last."""

    roots: frozenset[str]
    under: tuple[str, ...]


def find_place_faults(text: str, about: str, proofs: Sequence[Proof], lexicon: Words) -> Iterable[str]:
    """What is said of a half-day, or of a part, and stands in another."""
    entries = [entry for proof in proofs for entry in _entries(proof)]
    headings = dict.fromkeys(heading for entry in entries for heading in entry.under)
    titles = every_stem(
        " ".join(f"{one.citation.title.partition(' – ')[0]} {one.document}" for one in proofs)
    )
    if not headings:
        return
    spelt, asked = spell(text), spell(about)
    opening = _opening(spelt)
    named = _parts_named(opening, headings, titles, lexicon)
    if _PART.search(asked) and not named:
        named = _parts_named(asked, headings, titles, lexicon)
    half = day = None
    if days := [match for match in _WHEN.finditer(asked) if not match["half"]]:
        day = days[0]["day"] or days[0]["short"]
    halves = {match["half"][:5] for match in _WHEN.finditer(asked) if match["half"]}
    if len(halves) == 1 and not _WHEN.search(spelt):
        half = halves.pop()
    at = 0
    for item in _ITEMS.split(spelt):
        for match in _WHEN.finditer(item):
            day = match["day"] or match["short"] or day
            half = match["half"] or (None if match["day"] or match["short"] else half)
        later = next((one for one in _WHEN.finditer(spelt, spelt.find(item, at)) if one["half"]), None)
        if half is None and later:
            half = later["half"]
        at = spelt.find(item, at) + len(item)
        if _OTHER.search(item):
            named = ()
        found = _places(item, entries, lexicon)
        if found and not any(_is_there(entry, day, half, named) for entry in found):
            yield f"« {item.strip()} » is in another part of the programme"


def _opening(spelt: str) -> str:
    """What a text says it is about, before it says what that holds; empty when it does not."""
    cue = _CUE.search(spelt)
    return spelt[: cue.start()] if cue else ""


def _entries(proof: Proof) -> Iterable[Entry]:
    """The lines of a proof, each under its headings."""
    heading = number = ""
    for line in proof.citation.quote.splitlines():
        if not line.strip():
            continue
        spelt = spell(re.sub(r"^[\s#*•–-]+|^\s*\d+[.)]\s+", "", line))
        if _HEADING.match(line):
            heading, number = spelt, ""
            continue
        if _NUMBERED.match(line):
            number = spelt
        yield Entry(every_stem(spelt), tuple(one for one in (heading, number) if one))


def _parts_named(
    spelt: str, headings: Iterable[str], titles: frozenset[str], lexicon: Words
) -> tuple[str, ...]:
    """The parts that a text names, half-days aside."""
    told, found = every_stem(spelt), []
    for heading in headings:
        roots = [root for root in lexicon.content(heading) if root not in titles]
        if roots and not _WHEN.search(heading) and share_of(roots, told, lexicon) == 1:
            found.append(heading)
    return tuple(found)


def _places(item: str, entries: Sequence[Entry], lexicon: Words) -> list[Entry]:
    """The lines that say an item."""
    roots = lexicon.content(_WHEN.sub(" ", item))
    if set(roots) <= _GENERAL:
        return []
    shares = [share_of(roots, entry.roots, lexicon) for entry in entries]
    best = max(shares, default=0.0)
    return [entry for entry, share in zip(entries, shares, strict=True) if share == best and best >= SAID]


def _is_there(entry: Entry, day: str | None, half: str | None, named: Sequence[str]) -> bool:
    """Whether a line stands on that day, in that half of it, or under a part named."""
    under = " ; ".join(entry.under)
    when = _WHEN.search(under)
    if when and ((day and f"jour {day}" not in under) or (half and half[:5] not in under)):
        return False
    return not named or any(one in named for one in entry.under)
