"""Whether what is said of a numbered part of a programme is so: that there is one, when, what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.bare import without_names
from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.places import (
    ITEMS,
    OTHER,
    Entry,
    find_entries,
    is_there,
    only_time,
    read_entries,
    read_halves,
    read_placed,
    telling_roots,
    title_roots,
)
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.scopes import Scope, read_scopes
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.statements import Statement
from assistant.french import fold

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
_CARRIED = re.compile(
    r"\W*(?:(?:et|puis|le tout|tout) )?(?:c'|cela |ca |cet?(?:te)? |ces |ils? |elles? |on )"
)
SAME_TITLE = 0.5  # of the roots of a title said, those that the title of the part must hold


def find_part_faults(text: str, proofs: Sequence[Proof]) -> Iterable[str]:
    """A part named by its number must be there, on that day, under that title, and hold what is said."""
    parts = {entry.number: entry for entry in read_entries(proofs) if entry.number}
    spelt = _ORDINAL.sub(lambda match: f"partie {(match.lastgroup or '')[1:]}", read_halves(spell(text)))
    numbers = list(dict.fromkeys(one for match in _NUMBER.finditer(spelt) for one in match.groups() if one))
    if not parts or not numbers:
        return
    if absent := [one for one in numbers if one not in parts]:
        yield f"there is no part {absent[0]}"
        return
    for match in _TITLED.finditer(spelt):
        said, part = match["title"] or match["before"], parts.get(match["n"] or match["after"])
        if part and share_of(roots(said), root_set(part.under[-1])) < SAME_TITLE:
            yield f"« {said} » is not the title of that part"
    day, half = only_time(spelt)
    for one in numbers:
        if not is_there(parts[one], day, half, ()):
            yield f"part {one} is at another time"
    if len(numbers) == 1 and "«" not in spelt and not OTHER.search(spelt):
        entries, titles = read_placed(proofs), title_roots(proofs)
        for item in ITEMS.split(_NUMBER.sub(" ", spelt)):
            found = find_entries(item, entries, titles)
            if found and not any(parts[numbers[0]].under[-1] in entry.under for entry in found):
                yield f"« {item.strip()} » is in another part"


def find_carried_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """« Ce point est vu le matin »: it says so of what was said just before, which must stand there."""
    before: Scope | None = None
    for scope in (one for statement in statements for one in read_scopes(statement, evidence)):
        proofs = (*scope.proofs, *(before.proofs if before else ()))
        if _found(scope.text, proofs, evidence):
            before = scope
            continue
        day, half = only_time(read_halves(spell(scope.text)))
        if before and (day or half) and _CARRIED.match(fold(scope.text)):
            found = _found(before.text, proofs, evidence)
            if found and not any(is_there(entry, day, half, ()) for entry in found):
                yield f"what « {scope.text.strip()} » is about stands elsewhere"


def _found(text: str, proofs: Sequence[Proof], evidence: Evidence) -> list[Entry]:
    """The lines of a programme that a text says something of; none where part of it stands in no line."""
    entries, titles = read_placed(proofs), title_roots(proofs)
    items = ITEMS.split(spell(without_names(text, evidence)))
    found = [find_entries(item, entries, titles) for item in items if telling_roots(item, titles)]
    return [entry for one in found for entry in one] if all(found) else []
