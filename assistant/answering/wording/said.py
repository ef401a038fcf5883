"""What a part of a statement says, as it is compared, whole and clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.wording.bare import bare, unnamed, without_courtesies
from assistant.answering.wording.evidence import Evidence
from assistant.answering.wording.quantities import Quantity, name_ours, quantities
from assistant.answering.wording.roots import roots
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import clauses_of

_CONDITION = re.compile(
    r"\b(?=(?:tant qu|pourvu qu|pour autant qu|du moment qu|à moins qu|moyennant|sauf|hormis|sous réserve|si"
    r"|(?:à|sous) condition|dès lors qu)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a statement as it is compared: its words without names, and its figures."""

    text: str
    figures: tuple[Quantity, ...] = ()
    is_clause: bool = False


def said_of(scope: Scope, evidence: Evidence) -> Said:
    """What a part of a statement says: without names of documents, nor figures that were checked before."""
    text = name_ours(unnamed(without_courtesies(scope.text), evidence), evidence.companies)
    left = bare(scope.text, scope.computed, scope.sentences, evidence)
    return Said(text, quantities(left))


def cut_said(said: Said) -> Iterator[Said]:
    """What is said as a whole, then each of its clauses: what is made up often stands in one alone.

    A condition is a clause too. A clause of a single telling word goes with the one before.

    >>> [one.text for one in cut_said(Said("le reste est dû, sauf accord, et un juge le réduit"))][1:]
    ['le reste est dû, sauf accord', 'un juge le réduit']
    """
    yield said
    clauses: list[str] = []
    parts = (part for one in clauses_of(said.text) or [said.text] for part in _CONDITION.split(one))
    for clause in (part.strip() for part in parts if part.strip()):
        if clauses and (len(roots(clause)) < 2 or len(roots(clauses[-1])) < 2):
            clauses[-1] += f", {clause}"
        else:
            clauses.append(clause)
    for clause in clauses:
        held = quantities(clause)
        yield Said(clause, tuple(one for one in said.figures if any(map(one.same, held))), is_clause=True)
