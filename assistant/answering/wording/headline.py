"""Whether a draft gives the sum of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answering.wording.calculated import figure
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.answering.wording.quantities import euros, quantities
from assistant.answering.wording.statements import Statement
from assistant.french import fold

_ZERO = re.compile(
    r"\brien\b|\baucun(?:e|s)? (?:frais|somme|indemnite|penalite)\b|\bsans (?:aucuns? )?frais\b|\bgratuit"
)
_MOST = re.compile(r"\b(?:maximum|maximal\w*|au plus|plafond\w*|jusqu'a)\b")


def find_headline_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """The draft must give the sum of the answer; of a range, it may give the most alone, as such."""
    most = _most_alone(statements, evidence)
    said = frozenset[str]().union(*(euros(one.text) for one in statements))
    others = _other_bases(evidence)
    for amount in evidence.answer.headline:
        known = {figure(amount), *others.get(amount, ())}
        zero = amount == 0 and (most or any(says_zero(one.text) for one in statements))
        if not known & said and not zero:
            yield f"the sum {figure(amount)} € is not said"


def _other_bases(evidence: Evidence) -> dict[Decimal, set[str]]:
    """Each sum of the answer, in the other basis."""
    found: dict[Decimal, set[str]] = {}
    for one in evidence.answer.calculations:
        for amount, other in zip((one.due_min, one.due_max), one.due_other_basis or (), strict=False):
            if amount is not None and other is not None:
                found.setdefault(amount, set()).add(figure(other))
                found.setdefault(other, set()).add(figure(amount))
    return found


def says_zero(text: str) -> bool:
    """Whether a text says that nothing is due.

    >>> says_zero("Vous ne devez rien."), says_zero("Vous devez 40 €.")
    (True, False)
    """
    return _ZERO.search(fold(text)) is not None


def is_zero(computed: Sequence[Computed]) -> bool:
    """Whether all calculations come to nothing."""
    return bool(computed) and all(one.calculation.due_max == 0 for one in computed)


def _most_alone(statements: Sequence[Statement], evidence: Evidence) -> bool:
    """Whether the most of a single range is said to be the most: the least goes without saying."""
    ranges = [one.calculation for one in evidence.computed if one.calculation.kind == "range"]
    if len(ranges) != 1 or len(evidence.computed) != 1 or ranges[0].due_max is None:
        return False
    amounts = {figure(one) for one in (ranges[0].due_max, *(ranges[0].due_other_basis or ())[-1:]) if one}
    return any(
        _MOST.search(fold(one.text)) and amounts & {said.value for said in quantities(one.text)}
        for one in statements
    )
