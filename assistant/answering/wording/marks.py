"""The passages that a draft marks, and how many things it says there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.names import articles_named
from assistant.answering.wording.places import NUMBERED, only_time, read_halves, read_headings
from assistant.answering.wording.roots import roots
from assistant.answering.wording.sentences import read_sentence, share_of
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.statements import Statement

OWN = 0.5  # a passage stands for a statement from this share of what the nearest one of its section holds
FEW = 2  # marks given to a statement that has none: the same words may stand in two editions
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
_PLACES = re.compile(
    r"(?i)(?:(?:cet(?:te)?|ces?|l[ae]s?) (?:règles?|clauses?|dispositions?|points?|principes?|interdictions?"
    r"|obligations?|mentions?)|c'est|elles?|ils?|on l[ae]s?)\b"
    r"[^.;,]{0,25}\b(?:figure\w*|trouve\w*|l'article|à l'article|aux articles)\b"
)
FEW_WORDS = 9  # telling words of a statement that only says where a rule stands, names of editions included


def set_marks(statement: Statement, evidence: Evidence) -> Statement:
    """The statement, each mark on the passage of its section that says it, where it stood on a neighbour.

    Without any mark, it takes those of the passages nearest to it.
    """
    said = roots(statement.text)
    if not statement.marks:
        shares = {number: _share(said, proof) for number, proof in evidence.proofs.items()}
        best_share = max(shares.values(), default=0.0)
        near = (number for number, share in shares.items() if share == best_share >= OWN)
        return replace(statement, marks=tuple(near)[:FEW])
    marks = []
    for mark in statement.marks:
        proof = evidence.proofs[mark]
        best = max(
            (number for number, one in evidence.proofs.items() if one.citation.key == proof.citation.key),
            key=lambda number: _share(said, evidence.proofs[number]),
        )
        own = _share(said, proof) >= OWN * _share(said, evidence.proofs[best])
        marks.append(mark if own else best)
    return replace(statement, marks=tuple(dict.fromkeys(marks)))


def _share(said: Sequence[str], proof: Proof) -> float:
    return max((share_of(said, read_sentence(words).roots) for words in proof.sentences), default=0.0)


def find_count_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """« Trois objectifs » must be three: in the passage, or in what the draft goes on to list."""
    for at, statement in enumerate(statements):
        spelt = spell(statement.text)
        for match in COUNT.finditer(spelt):
            if _ADDS.search(spelt, 0, match.start()):
                continue
            count, after = int(match["count"]), len(statements) - at - 1
            here = len(_listing(statement.text))
            listed = {after, after - 1, here, here + 1} if after or here else set[int]()
            if _is_section(match["things"], statement, evidence):
                listed = set()
            elif match["things"] not in _DIVISIONS:
                listed |= _enumerated(statement, evidence)
                listed |= {len(_SPLITS.split(one.text)) for one in statements[at + 1 : at + 2]}
            known = listed | _counts(match["things"], statement, evidence)
            if count not in known and not _is_said(match.group(), statement, evidence):
                yield f"there are not {match.group()}"


def find_placing_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """« Cette règle figure à l'article 3.6 »: it cites that article alone, and so does what it speaks of."""
    before: set[str] = set()
    for statement in statements:
        cited = {evidence.proofs[mark].citation.key for mark in statement.marks if mark in evidence.proofs}
        terms = {key for key in cited if key.partition("#")[0] in evidence.editions}
        named = set(articles_named(statement.text))
        if named and _PLACES.match(statement.text) and len(roots(statement.text)) <= FEW_WORDS:
            own = {key.partition("#")[2] for key in terms}
            if own - named or (before and not before & named):
                yield f"what is cited is not article {', '.join(sorted(named))}"
        else:
            before = {key.partition("#")[2] for key in terms}


def _is_section(things: str, statement: Statement, evidence: Evidence) -> bool:
    """Whether what is counted is what a section cited lists: the objectives, the parts of a programme."""
    sections = {key.partition("#")[2] for key in _keys(statement, evidence)}
    return things in _LISTS and _LISTS[things] in sections


def _listing(text: str) -> list[str]:
    """What a text lists after a colon."""
    _, colon, rest = text.partition(":")
    rest = re.sub(r"^.*?\bà savoir\b", "", rest)
    told = re.split(r",(?! c'est-à-dire\b)| puis |;", rest)
    return [one for one in told if one.strip()] if colon else []


def _counts(things: str, statement: Statement, evidence: Evidence) -> set[int]:
    """How many of these things the passages may be said to list: parts are headed, or numbered."""
    keys = _keys(statement, evidence)
    quotes = [one.citation.quote for one in evidence.proofs.values() if one.citation.key in keys]
    lines = dict.fromkeys(line for quote in quotes for line in quote.splitlines() if line.strip())
    headings = frozenset[str]().union(*map(read_headings, quotes))
    divisions = {len(headings), sum(NUMBERED.match(line) is not None for line in lines)} - {0}
    if things in _PARTS and divisions:
        return divisions
    items = sum(_ITEM.match(line) is not None for line in lines)
    plain = sum(_ITEM.search(quote) is None for quote in dict.fromkeys(quotes))
    listed = {len(found) for quote in quotes if (found := _ITEM.findall(quote))}
    if things in _DIVISIONS:
        divisions.add(_count_in_day(statement.text, lines))
    return {*listed, items + plain, *_counts_by_part(lines), *(divisions if things in _DIVISIONS else ())}


def _enumerated(statement: Statement, evidence: Evidence) -> set[int]:
    """How many things the lines nearest to a statement list, in brackets, after a colon, or at all."""
    said, keys = roots(statement.text), _keys(statement, evidence)
    proofs = (one for one in evidence.proofs.values() if one.citation.key in keys)
    lines = [line for one in proofs for line in (*one.sentences, *one.citation.quote.splitlines())]
    shares = [share_of(said, frozenset(roots(line))) for line in lines]
    near = [line for line, share in zip(lines, shares, strict=True) if share == max(shares)]
    within = (re.search(r"\(([^()]+)\)|:(.+)", line) for line in near)
    told = (found and (found[1] or found[2]) for found in within)
    return {len(_SPLITS.split(one or line)) for one, line in zip(told, near, strict=True)}


def _count_in_day(text: str, lines: Iterable[str]) -> int:
    """How many numbered parts stand under the headings of the one day that a text names; 0 for none."""
    day, _ = only_time(read_halves(spell(text)))
    count, here = 0, False
    for line in lines:
        if NUMBERED.match(line):
            count += here
        elif found := only_time(spell(line))[0]:
            here = found == day
    return count


def _counts_by_part(lines: Iterable[str]) -> list[int]:
    """How many items stand under each numbered line."""
    counts: list[int] = []
    for line in lines:
        if NUMBERED.match(line):
            counts.append(0)
        elif _ITEM.match(line) and counts:
            counts[-1] += 1
    return counts


def _keys(statement: Statement, evidence: Evidence) -> set[str]:
    """The keys of what a statement may rest on: all that is shown, when it has no marks."""
    marks = statement.marks or evidence.proofs
    return {evidence.proofs[mark].citation.key for mark in marks if mark in evidence.proofs}


def _is_said(words: str, statement: Statement, evidence: Evidence) -> bool:
    keys = _keys(statement, evidence)
    proofs = [one for one in evidence.proofs.values() if one.citation.key in keys]
    return any(words in spell(one) for proof in proofs for one in proof.sentences)
