"""Whether a draft gives the sum of the answer, and its sums go together: what is added, what changes when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answering.wording.calculated import figure, give_the_same
from assistant.answering.wording.editions import LIKEWISE
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.answering.wording.quantities import euros
from assistant.answering.wording.scopes import editions_named, read_scopes
from assistant.answering.wording.sentences import NO, clauses_of
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.statements import Statement
from assistant.datatypes import Calculation
from assistant.french import fold

_ADDED = re.compile(
    r"(?<!tva )\bajout\w*\b(?! (?:la )?tva)|\ben (?:plus|sus)\b|\bensus\b|(?<!au )\bplus (?=\d)"
    r"|\bs'y additionn\w*|\bauxquels\b|\baugment\w* de\b(?! la tva)"
)
_WITHIN = re.compile(r"\b(?:compris\w*|inclu\w*|dont|y compris|deja|soit|total)\b")
_IN_ALL = re.compile(r"\ben tout\b|\bau total\b|\btotal de\b")
_IF = re.compile(
    r"\b(?:si|s'il\w*|en cas|sinon|autrement|seul\w*|a partir|des (?:lors|que|l')|\w+rait|\w+raient)\b"
)
_OWED = re.compile(r"\b(?:dus?|dues?|doi(?:t|vent)|dev(?:ez|ra|rez)|reste\w*|factur\w*|ajout\w*|pay\w*)\b")
_INTEREST = re.compile(r"\binterets?\b")
_SUM = re.compile(r"\d+(?:\.\d+)?")
_NO_SUM = re.compile(r"\brien\b(?! (?:de plus|d'autre))|\baucun(?:e)? (?:frais|somme|montant)\b")
_OPPOSED = re.compile(
    r"\b(?:mais|alors qu\w*|tandis qu\w*|seulement|contrairement|uniquement)\b[^.;,]{0,60}\bcgv"
    r"|\bcgv-\w+, elles?,"
)
_TOLD_APART = re.compile(r"[;:]|,(?!\d)|\b(?:et|mais|tandis que|alors que)\b")
_WITH_REST = re.compile(r"indemnit|penalit|frais|total|dont")
_ZERO = re.compile(
    r"\brien\b|\baucun(?:e|s)? (?:frais|somme|indemnite|penalite)\b|\bsans (?:aucuns? )?frais\b|\bgratuit"
)
_MOST = re.compile(r"\b(?:maximum|maximal\w*|au plus|plafond\w*|jusqu'a)\b")


def find_total_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """What is wrong with the sums of a draft, one beside the other, given the calculations."""
    computed = evidence.answer.calculations
    if not computed:
        return
    results = {amount for one in evidence.computed for words in one.sentences for amount in _sums(words)}
    late = all(one.event == "late_payment" for one in computed)
    dues = (amount for one in computed for amount in (one.due_min, one.due_max) if late)
    charges = {amount for amount in dues if amount is not None}
    untold = evidence.told if all(one.due_max is None for one in computed) else ()
    before = set[Decimal]()
    in_all = False
    for statement in statements:
        spelt = spell(statement.text)
        said = _sums(spelt)
        in_all = in_all or _IN_ALL.search(spelt) is not None
        if not in_all:
            yield from _added_faults(spelt, before | said, results, charges)
        before |= said
        yield from _interest_faults(spelt, computed)
        if not any(one.due_min or one.due_max or one.refund or one.balance for one in computed):
            yield from _nothing_faults(spelt, {amount for words in untold for amount in _sums(words)})
    yield from _opposed_faults(statements, evidence)
    yield from _swap_faults(statements, evidence)


def _swap_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """Of two editions that differ, each must not be given the sum of the other alone."""
    dues = {str(one.calculation.edition): set(_roles(one.calculation)) for one in evidence.computed}
    said: dict[str, set[Decimal]] = {}
    for scope in (one for statement in statements for one in read_scopes(statement, evidence)):
        if len(named := scope.named & dues.keys()) == 1:
            said.setdefault(min(named), set()).update(_sums(spell(scope.text)))
    others = {name: set[Decimal]().union(*(dues[one] for one in dues if one != name)) for name in said}
    if sum(bool(sums & others[name]) and not sums & dues[name] for name, sums in said.items()) > 1:
        yield "each edition is given the sum of the other"


def _sums(spelt: str) -> set[Decimal]:
    return {Decimal(value) for value in euros(spelt) if _SUM.fullmatch(value)}


def _added_faults(
    spelt: str, known: set[Decimal], results: set[Decimal], charges: set[Decimal]
) -> Iterable[str]:
    """« à cette somme s'ajoutent 40 € »: one sum said and that one must make a sum of the calculation.

    The whole of the `charges` for late payment comes on top of the invoice.
    """
    for clause in clauses_of(spelt):
        if not _ADDED.search(clause) or NO.search(clause) or _WITHIN.search(spelt):
            continue
        there = _sums(clause)
        sums = {one + other for one in there for other in known}
        for added in set() if there <= charges else there - (sums & results):
            others = {one for one in known if one != added}
            if others and not any(one + added in results for one in others):
                yield f"{figure(added)} € does not come on top of the sum"


def _interest_faults(spelt: str, computed: Sequence[Calculation]) -> Iterable[str]:
    """The interest is not the whole of the charges, where an indemnity is part of them."""
    late = [one for one in computed if one.event == "late_payment" and len(one.lines) > 1]
    whole = {amount for one in late for amount in (one.due_min, one.due_max)}
    alone = {line.amount for one in late for line in one.lines}
    for clause in clauses_of(spelt):
        sums = _sums(clause)
        of_interest = _INTEREST.search(clause) and not _WITH_REST.search(clause)
        if of_interest and sums & (whole - alone) and sums <= whole:
            yield "the interest alone is less than that"


def _nothing_faults(spelt: str, told: set[Decimal]) -> Iterable[str]:
    """Where nothing is due, or no sum can be told, none may be said to be but what a passage gives."""
    for clause in () if _IF.search(spelt) else clauses_of(spelt):
        if _OWED.search(clause) and any(_sums(clause) - told) and not NO.search(clause):
            yield "nothing is due"


def _opposed_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """Where two editions give the same, no sum is that of one alone, and neither is set against the other."""
    calculations = evidence.answer.calculations
    sumless = all(one.due_max is None for one in calculations)
    if sumless or not give_the_same(calculations) or (len(calculations) == 1 and calculations[0].edition):
        return
    roles = {str(one.edition): _roles(one) for one in calculations}
    results = {amount for one in calculations for amount in _roles(one)}
    given: dict[str, set[str]] = {}
    for statement in statements:
        told, whole, last = set[str](), spell(statement.text), frozenset[str]()
        for clause in _TOLD_APART.split(statement.text):
            named, spelt = editions_named(clause, evidence) or last, spell(clause)
            last = named
            if len(named) == 1:
                told |= named
                sums = {Decimal(0)} if _NO_SUM.search(spelt) else _sums(spelt)
                if sums:
                    mine = roles.get(min(named), {})
                    told_of = given.setdefault(min(named), set())
                    told_of.update(mine.get(one, figure(one)) for one in sums & results)
        if len(told) > 1 and _OPPOSED.search(whole) and not LIKEWISE.search(whole):
            yield "it sets against each other two editions that give the same"
    first, *others = given.values() if given else [set[str]()]
    if any(sums != first for sums in others):
        yield "it gives each edition a sum that is the same for both"


def _roles(one: Calculation) -> dict[Decimal, str]:
    """What each sum of a calculation is; the sum due is one in either basis."""
    dues = zip((one.due_min, one.due_max, *(one.due_other_basis or ())), ("least", "most") * 2, strict=False)
    told = ((one.refund, "refund"), (one.balance, "balance"), *dues)
    known = {amount: role for amount, role in told if amount is not None}
    return {one.in_other_basis(amount): role for amount, role in known.items() if one.basis} | known


def find_headline_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """The draft must give the sum of the answer; of a range, it may give the most alone, as such."""
    most = _most_alone(statements, evidence)
    said = frozenset[str]().union(*(euros(one.text) for one in statements))
    pairs = [
        pair
        for one in evidence.answer.calculations
        for pair in zip((one.due_min, one.due_max), one.due_other_basis or (), strict=False)
    ]
    for amount in evidence.answer.headline:
        same = {amount, *(one for pair in pairs if amount in pair for one in pair if one is not None)}
        known = {figure(one) for one in same}
        zero = amount == 0 and (most or any(says_zero(one.text) for one in statements))
        if not known & said and not zero:
            yield f"the sum {figure(amount)} € is not said"


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
    calculations = evidence.answer.calculations
    if len(calculations) != 1 or calculations[0].kind != "range":
        return False
    one = calculations[0]
    amounts = {figure(most) for most in (one.due_max, *(one.due_other_basis or ())[-1:]) if most}
    return any(_MOST.search(fold(one.text)) and amounts & euros(one.text) for one in statements)
