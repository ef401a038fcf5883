"""A case to its calculation: the sum, each step with its article, what is missing.

The lines add up to `due_max`. For a range, `due_min` is said in the
explanation: a lower end is nothing, unknown, or another reading of a clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from assistant.datatypes import Basis, Calculation, Case, Flag, Line
from assistant.fees.case import check_case
from assistant.fees.decide import Tried, find_missing, try_all
from assistant.fees.facts import Terms
from assistant.fees.flags import find_flags
from assistant.fees.missing import say_missing
from assistant.fees.outcome import ZERO, Outcome, percent, spaced, to_cents
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules
from assistant.fees.threshold import find_next_threshold
from assistant.french import say_money, say_percent


def calculate(
    case: Case, *, rules: Mapping[str, Rules], rates: Rates, vat_rate: Decimal
) -> Calculation:
    """What the case comes to under its edition, or under every edition when it names none.

    `vat_rate` is in percent; the case's own comes before it. Without an edition
    the sums are in the basis of the price, and the edition is asked for only
    when it changes the answer. Raises `CaseError` when the facts cannot stand
    together.
    """
    check_case(case)
    applicable = list(rules.values()) if case.edition is None else [rules[case.edition]] if case.edition in rules else []
    if not applicable:
        return _no_rules(case)
    vat = vat_rate if case.vat_rate is None else case.vat_rate
    every_terms = [
        Terms(one, rates, vat, _basis(case, one) if len(applicable) == 1 else case.basis) for one in applicable
    ]
    tried = try_all(case, every_terms)
    missing = find_missing(case, tried)
    if missing == ("edition",) and all(one.only is not None for one in tried):
        return _undecided(case, tried)
    return _missing(case, tried, missing) if missing else _known(case, tried)
