"""What may be asked next of a sum: the same case with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.datatypes import Calculation, Case, Event, MoneyReading
from assistant.french import NBSP, say_date

_MOST = 3
_CANCELS = f"Et si j'annule 10 jours avant le début{NBSP}?"

_CLAUSES: Mapping[Event, str] = {
    "solicitation": f"Que prévoit la clause de non-sollicitation{NBSP}?",
    "liability_cap": f"Quelle est la responsabilité de <us>{NBSP}?",
}


def suggest_next(calculations: Sequence[Calculation], money: MoneyReading) -> tuple[str, ...]:
    """A few questions that go on with the case, the most useful first."""
    return tuple(dict.fromkeys(_questions(calculations, money)))[:_MOST]


def suggest_answers(money: MoneyReading) -> tuple[str, ...]:
    """The answers to a pending question that has only a few."""
    asked = {one.field for one in money.doubts}
    if asked == {"new_session"}:
        return ("La nouvelle date est acceptée", "La nouvelle date est refusée")
    if "event" not in asked:
        return ()
    if money.case.event == "cancellation":
        return ("Toute la commande",)
    return ("C'est <us>", "C'est nous")


def _questions(calculations: Sequence[Calculation], money: MoneyReading) -> Iterator[str]:
    case, event = money.case, money.case.event
    editions = dict.fromkeys(one.edition for one in calculations if one.edition)
    if len(editions) > 1 and len({(one.kind, one.due_min, one.due_max) for one in calculations}) > 1:
        yield from (f"Et sous les {one}{NBSP}?" for one in editions)
    yield from (
        f"Et si <us> reçoit la demande le {say_date(one.next_threshold.date)}{NBSP}?"
        for one in calculations
        if one.next_threshold
    )
    refundable = any(one.refund for one in calculations)
    if event in ("provider_cancellation", "withdrawal", "cancellation") and refundable and case.paid:
        yield f"Combien me remboursez-vous{NBSP}?"
    owed = any(one.due_max != 0 for one in calculations)
    if event == "cancellation" and case.deposit_paid is None and case.paid is None and owed:
        if money.asked == "fee" and any(one.balance for one in calculations):
            yield f"Combien reste-t-il à payer{NBSP}?"
        yield f"Et si l'acompte n'a pas été versé{NBSP}?"
    yield from _of_the_event(event, case)


def _of_the_event(event: Event, case: Case) -> Iterator[str]:
    if event == "late_payment" and case.client in (None, "company"):
        yield f"Et si le client est un particulier{NBSP}?"
    if event == "opco_balance" and case.opco_share:
        yield f"Et si l'OPCO ne paie rien{NBSP}?"
    if event == "postponement" and not case.started:
        yield f"Et si j'annule au lieu de reporter{NBSP}?"
    if case.new_session == "proposed":
        yield f"Combien me remboursez-vous si je refuse la nouvelle date{NBSP}?"
    if event in ("deposit", "absence", "provider_cancellation") and case.price:
        yield _CANCELS
    if event in _CLAUSES:
        yield _CLAUSES[event]
