"""What follows from a sum: the same in the other basis, what is left to pay, what comes back.

`settle` gives the steps from the sum due to one of the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from assistant.datatypes import Case, to_cents
from assistant.fees.facts import Terms
from assistant.fees.outcome import ZERO, Outcome, Step, money, percent


def in_other_basis(
    outcome: Outcome, case: Case, terms: Terms
) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the most that is due, in the basis in which the sums are not said.

    `None` where there is nothing to convert: no sum, a sum without VAT, a basis
    that is not known, or a foreign client whose VAT is not known.
    """
    if terms.basis is None or not outcome.has_sum or not outcome.bears_vat:
        return None
    if case.client == "foreign_company" and case.vat_rate is None and terms.basis == case.basis:
        return None
    rate = percent(100 + terms.vat_rate).number
    exact = sum((step.exact for step in outcome.steps), ZERO)
    most = to_cents(exact * rate if terms.basis == "HT" else exact / rate)
    if outcome.low is None or outcome.low == outcome.high:
        return (None if outcome.low is None else most), most
    return to_cents(outcome.low * rate if terms.basis == "HT" else outcome.low / rate), most


def balance(outcome: Outcome) -> Decimal | None:
    """What is left to pay once sums paid are credited; `None` where that is not one sum."""
    return agreed(
        {max(due - outcome.paid, to_cents(ZERO)) for due in _ends(outcome)}
        if outcome.paid is not None
        else ()
    )


def refund(outcome: Outcome) -> Decimal | None:
    """What comes back of the sums paid; nothing while they stay for a new session."""
    if outcome.paid is None or not outcome.has_sum:
        return None
    if outcome.stays:
        return to_cents(ZERO)
    return agreed({max(outcome.paid - due, to_cents(ZERO)) for due in _ends(outcome)})


def settle(outcome: Outcome) -> tuple[Step, ...]:
    """What was paid, then what is left to pay or comes back of it; none where that is not one sum.

    Of late payment, the invoice, then what it comes to with the least and the most that is due beside.
    """
    credit, due = outcome.credit, outcome.high
    if outcome.invoice:
        ends = tuple(dict.fromkeys(_ends(outcome)))
        owed = (money(outcome.invoice.amount),)
        return outcome.invoice, *(Step("Facture et pénalités", None, owed, plus=one) for one in ends)
    if outcome.rest:
        paid = credit if credit and credit.amount else None
        return tuple(step for step in (outcome.whole, paid, outcome.rest) if step)
    if credit is None or not credit.amount or due is None or due != outcome.low or outcome.stays:
        return ()
    if due >= credit.amount:
        return credit, Step("Reste à payer", None, (money(due),), less=credit.amount)
    comes_back = outcome.clauses[0] if not due and outcome.clauses else None
    return credit, Step("À rembourser", comes_back, (money(credit.amount),), less=due or None)


def _ends(outcome: Outcome) -> tuple[Decimal, ...]:
    """The least and the most that is due; a lower end that is not known may be nothing."""
    return () if outcome.high is None else (outcome.low or to_cents(ZERO), outcome.high)


def agreed(sums: Iterable[Decimal | None]) -> Decimal | None:
    """The sum that all of them are, or `None`."""
    found = set(sums)
    return found.pop() if len(found) == 1 else None
