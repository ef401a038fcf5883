"""Whether there are as many things as a draft says: in the passage, or in what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.places import NUMBERED, only_time, read_entries, read_halves, read_headings
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.statements import Statement

COUNT = re.compile(  # of things, which is checked against the draft as a whole
    r"\b(?P<count>\d{1,2}) (?:grand(?:e?s)? |principa(?:ux|les) )?(?P<things>points?"
    r"|objectifs|traits|criteres|parties|etapes|themes|volets|axes|modules"
    r"|regles|conditions|cas|obligations|engagements|solutions|possibilites|options"
    r"|dispositifs|sujets|financements|types|elements|entites|filiales|voies|hypotheses"
    r"|reseaux|methodes|enjeux|techniques|canaux|competences|profils|mots|recompenses|niveaux|publics"
    r"|strategies|societes|tests|exercices|ateliers)\b"
    r"(?! (?:de |d'|a )?(?:majoration|\d))"
)
_ADDS = re.compile(r"(?:\bplus|\+|\b(?:ajout|major|augment)\w*(?: d'| de)?) ?$")
_PARTS = frozenset(["parties", "modules", "volets", "axes"])
_DIVISIONS = _PARTS | {"objectifs", "etapes", "themes", "points"}
_LISTS = {"objectifs": "objectifs", "parties": "programme"}
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s", re.M)
_SPLITS = re.compile(r",(?: et| ou)? | et | ou |;| – ")


def find_count_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """« Trois objectifs » must be three: in the passage, or in what the draft goes on to list."""
    for at, statement in enumerate(statements):
        spelt, proofs = spell(statement.text), _rests_on(statement, evidence)
        for match in COUNT.finditer(spelt):
            if _ADDS.search(spelt, 0, match.start()):
                continue
            known = _counts(match["things"], spelt, proofs) | _listed(
                match["things"], statements[at:], proofs
            )
            told = (spell(words) for proof in proofs for words in proof.sentences)
            if int(match["count"]) not in known and not any(match.group() in words for words in told):
                yield f"there are not {match.group()}"


def _rests_on(statement: Statement, evidence: Evidence) -> list[Proof]:
    """The passages of the sections that a statement cites; all that is shown, when it has no marks."""
    keys = {evidence.proofs[mark].citation.key for mark in statement.marks or evidence.proofs}
    return [one for one in evidence.proofs.values() if one.citation.key in keys]


def _listed(things: str, statements: Sequence[Statement], proofs: Sequence[Proof]) -> set[int]:
    """How many things the first of some statements, and those after it, may be said to list.

    None where a section cited is the list of them: the objectives, the parts of a programme.
    """
    if any(one.citation.section == _LISTS.get(things) for one in proofs):
        return set()
    text, after = statements[0].text, len(statements) - 1
    rest = re.sub(r"^.*?\bà savoir\b", "", text.partition(":")[2])
    here = sum(bool(one.strip()) for one in re.split(r",(?! c'est-à-dire\b)| puis |;", rest))
    listed = {after, after - 1, here, here + 1} if after or here else set[int]()
    if things not in _DIVISIONS:
        listed |= _enumerated(text, proofs)
        listed |= {len(_SPLITS.split(one.text)) for one in statements[1:2]}
    return listed


def _counts(things: str, spelt: str, proofs: Sequence[Proof]) -> set[int]:
    """How many of these things the passages may be said to list: parts are headed, or numbered."""
    quotes = list(dict.fromkeys(one.citation.quote for one in proofs))
    lines = list(dict.fromkeys(line for quote in quotes for line in quote.splitlines() if line.strip()))
    headings = frozenset[str]().union(*map(read_headings, quotes))
    divisions = {len(headings), sum(NUMBERED.match(line) is not None for line in lines)} - {0}
    if things in _PARTS and divisions:
        return divisions
    items = [len(_ITEM.findall(quote)) for quote in quotes]
    every = sum(_ITEM.match(line) is not None for line in lines) + items.count(0)
    counts = {every, *(one for one in items if one), *_counts_by_part(lines)}
    return counts | divisions | {_count_in_day(spelt, proofs)} if things in _DIVISIONS else counts


def _enumerated(text: str, proofs: Sequence[Proof]) -> set[int]:
    """How many things the lines nearest to a text list, in brackets, after a colon, or at all."""
    said = roots(text)
    lines = [line for one in proofs for line in (*one.sentences, *one.citation.quote.splitlines())]
    shares = [share_of(said, root_set(line)) for line in lines]
    near = [line for line, share in zip(lines, shares, strict=True) if share == max(shares)]
    within = (re.search(r"\(([^()]+)\)|:(.+)", line) for line in near)
    told = (found and (found[1] or found[2]) for found in within)
    return {len(_SPLITS.split(one or line)) for one, line in zip(told, near, strict=True)}


def _count_in_day(spelt: str, proofs: Sequence[Proof]) -> int:
    """How many numbered parts stand under the headings of the one day that a text names; 0 for none."""
    day, _ = only_time(read_halves(spelt))
    parts = {one for one in read_entries(proofs) if one.number}
    return sum(day is not None and only_time(one.under[0])[0] == day for one in parts)


def _counts_by_part(lines: Iterable[str]) -> list[int]:
    """How many items stand under each numbered line."""
    counts: list[int] = []
    for line in lines:
        if NUMBERED.match(line):
            counts.append(0)
        elif _ITEM.match(line) and counts:
            counts[-1] += 1
    return counts
