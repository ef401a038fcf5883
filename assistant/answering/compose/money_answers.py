"""A sum, said first, then how it is reached, what was assumed, and the clauses it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answering.compose.money_courses import ask_which_course, say_whose
from assistant.answering.compose.money_next import suggest_next
from assistant.answering.compose.money_questions import (
    ask_about_doubts,
    ask_for_missing,
    first_question,
)
from assistant.answering.compose.money_steps import say_beside, say_steps
from assistant.answering.quotes.draft import Draft
from assistant.answering.sources import Sources
from assistant.answering.understand.names.named_courses import say_stranger
from assistant.company import name_ours
from assistant.datatypes import INDEMNITY, NO_RIGHT, Answer, Basis, Calculation, MoneyReading, Reading
from assistant.french import NBSP, say_list, say_money

_NOUN = {
    "cancellation": "de frais d'annulation",
    "postponement": "de frais de report",
    "provider_cancellation": "de frais pour le client",
    "absence": "à payer malgré l'absence",
    "withdrawal": "à payer",
    "deposit": "d'acompte",
    "opco_balance": "à la charge du client",
    "late_payment": "de pénalités de retard",
    "solicitation": "d'indemnité",
    "liability_cap": "d'indemnisation au plus",
}
_FOR = {"cancellation": "Pour l'annulation", "postponement": "Pour le report", "absence": "Pour l'absence"}


@dataclass(frozen=True, slots=True)
class Sum:
    """What a calculation gives as its answer: one sum, or two ends, the lower possibly unknown."""

    low: Decimal | None
    high: Decimal | None

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The sums known, the lowest first, once when they are equal."""
        return tuple(dict.fromkeys(one for one in (self.low, self.high) if one is not None))


def answer_money(calculations: Sequence[Calculation], reading: Reading, sources: Sources) -> Answer:
    """The sum asked for, or the one thing to say before it can be given.

    `calculations` has one entry an edition that may apply; it is empty when a
    value of the message is doubtful, which is then asked about.
    """
    money = reading.money
    assert money is not None  # noqa: S101  the caller has read a sum
    if reading.apart:
        return ask_which_course(reading, sources)
    if money.doubts:
        return ask_about_doubts(money, sources)
    unknown = all(one.kind == "ask" for one in calculations)
    if unknown and (money.wants_sum or not any(one.grounds for one in calculations)):
        return ask_for_missing(calculations, reading.question, sources)
    draft = Draft(sources.corpus)
    if reading.stranger:
        draft.say(say_stranger(reading.stranger))
    events = tuple(dict.fromkeys(one.event for one in calculations))
    by_event = [[one for one in calculations if one.event == event] for event in events]
    sums = [total for each in by_event for total in _say_sums(draft, each, reading, sources)]
    ends = [end for total in sums for end in total.ends]
    question = name_ours(reading.question, sources.catalogue.company)
    say_beside(draft, calculations, question, sources)
    for calculation in calculations:
        settled = asked_sum(calculation, money) != due(calculation)
        settled |= money.asked in ("balance", "refund")
        settled = settled and (calculation.event, money.asked) != ("deposit", "balance")
        say_steps(draft, calculation, sources, alone=len(calculations) == 1, settled=settled)
    answer = draft.answer(
        suggestions=suggest_next(calculations, money),
        missing=tuple(dict.fromkeys(name for one in calculations for name in one.missing)),
        calculations=tuple(calculations),
    )
    return replace(answer, headline=tuple(dict.fromkeys((min(ends), max(ends)))) if ends else ())


def _say_sums(
    draft: Draft, calculations: Sequence[Calculation], reading: Reading, sources: Sources
) -> list[Sum]:
    """The sums of one event, said first; one, or each edition's where they differ."""
    money = reading.money
    assert money is not None  # noqa: S101  the caller has read a sum
    sums = [asked_sum(one, money) for one in calculations]
    compared = _compared(calculations, sums, money.case.basis)
    if all(one.kind == "ask" for one in calculations):
        if calculations[0].explanation.startswith(NO_RIGHT):
            draft.say(calculations[0].explanation)
            return []
        about = _FOR.get(calculations[0].event, "Pour cette somme")
        draft.say(f"{about}, il manque une information. {first_question(calculations)}")
        return []
    if len({(one.kind, total) for one, total in zip(calculations, compared, strict=True)}) == 1:
        as_given = max(range(len(sums)), key=lambda i: calculations[i].basis == money.case.basis)
        _say_one(draft, calculations, as_given, sums[as_given], reading)
    else:
        _say_both(draft, calculations, sums, reading, sources)
    if any(one.kind == "ask" for one in calculations):
        draft.say(f"Pour la somme exacte, dites-moi{NBSP}: {first_question(calculations)}")
    return compared


def _compared(calculations: Sequence[Calculation], sums: Sequence[Sum], basis: Basis | None) -> list[Sum]:
    """The sums as they are; those of several editions in one basis, so that they can be compared."""
    if len({one.basis for one in calculations}) == 1:
        return list(sums)
    return [in_basis(one, total, basis) for one, total in zip(calculations, sums, strict=True)]


def due(calculation: Calculation) -> Sum:
    """What is due, before sums paid are credited."""
    return Sum(calculation.due_min, calculation.due_max)


def asked_sum(calculation: Calculation, money: MoneyReading) -> Sum:
    """The sum that answers what was asked: the fee, the balance, or what comes back."""
    if calculation.kind in ("ask", "refuse"):
        return Sum(None, None)
    unpaid = money.case.paid is None and money.case.deposit_paid is None
    if calculation.event == "absence" and (unpaid or money.asked not in ("balance", "refund")):
        return due(calculation)
    if money.asked == "refund" and calculation.refund is not None:
        return Sum(calculation.refund, calculation.refund)
    if money.asked == "balance" and (left := _left_to_pay(calculation)) is not None:
        return Sum(left, left)
    if money.asked == "interest" and calculation.due_max is not None:
        return _interest(calculation, money)
    if money.asked == "rest" and calculation.settlement:
        return Sum(calculation.settlement[-1].amount, calculation.settlement[-1].amount)
    if money.asked == "whole" and calculation.event == "late_payment" and calculation.settlement:
        return Sum(calculation.settlement[1].amount, calculation.settlement[-1].amount)
    if money.asked == "whole" and calculation.settlement:
        return Sum(calculation.settlement[0].amount, calculation.settlement[0].amount)
    return due(calculation)


def _left_to_pay(calculation: Calculation) -> Decimal | None:
    """What is left to pay; of a session that may be postponed at a fee or not, its price too: no one sum."""
    moved = calculation.event == "postponement" and calculation.due_min != calculation.due_max
    return None if moved else calculation.balance


def _interest(calculation: Calculation, money: MoneyReading) -> Sum:
    """The late interest without the indemnity, which is only possible where the client is a sole trader."""
    added = sum((one.amount for one in calculation.lines if one.label.endswith(INDEMNITY)), Decimal(0))
    low, high = calculation.due_min or Decimal(0), calculation.due_max or Decimal(0)
    return Sum(low if money.case.client == "sole_trader" else low - added, high - added)


def in_basis(calculation: Calculation, total: Sum, basis: Basis | None) -> Sum:
    """A sum of a calculation in the basis of the price, so that editions can be compared."""
    other = calculation.due_other_basis
    if basis is None or calculation.basis in (basis, None) or other is None:
        return total
    if total == due(calculation):
        return Sum(*other)
    return Sum(*(None if one is None else calculation.in_other_basis(one) for one in (total.low, total.high)))


def say_sum(total: Sum, basis: str | None) -> str:
    """A sum in words: one, a range, or « au plus » when its lower end is not known."""
    unit = f" {basis}" if basis else ""
    if total.high is None:
        return "somme non chiffrable"
    if total.low is None:
        return f"au plus **{say_money(total.high)}{unit}**"
    if total.low != total.high:
        return f"entre **{say_money(total.low)}** et **{say_money(total.high)}{unit}**"
    return f"**{say_money(total.high)}{unit}**"


def say_one(amount: Decimal, calculation: Calculation) -> str:
    """A sum of a calculation, before or after tax as the calculation is."""
    return say_sum(Sum(amount, amount), calculation.basis)


def say_other_basis(calculation: Calculation) -> str:
    """The sum due after tax where it is said before tax, or the reverse; empty where there is no tax."""
    other = calculation.due_other_basis
    if not (other and calculation.basis and calculation.due_max):
        return ""
    ends = [say_money(one) for one in dict.fromkeys(other) if one is not None]
    return f"soit {' à '.join(ends)} {'HT' if calculation.basis == 'TTC' else 'TTC'}"


def _say_headline(calculation: Calculation, total: Sum, reading: Reading) -> str:
    asked = reading.money.asked if reading.money else "fee"
    noun = _NOUN[calculation.event]
    if calculation.kind in ("refuse", "ask"):
        return calculation.explanation
    other = say_other_basis(calculation) if total == due(calculation) else ""
    other = f" ({other})" if other else ""
    if calculation.event == "absence" and total == due(calculation):
        return f"{say_sum(total, calculation.basis)} {noun}{other}"
    if asked == "refund" and calculation.refund is not None:
        noun = "à rembourser au client"
    elif asked == "interest":
        noun = "d'intérêts de retard, sans l'indemnité de recouvrement"
    elif asked == "whole":
        noun = "à payer en tout" + (", facture comprise" if calculation.event == "late_payment" else "")
    elif asked == "rest" or (asked == "balance" and _left_to_pay(calculation) is not None):
        noun = "restant à payer"
    back = calculation.refund if asked == "balance" and total.high == 0 else None
    if back:
        noun += f", et {say_one(back, calculation)} à rembourser au client"
    return f"{say_sum(total, calculation.basis)} {noun}{other}"


def _say_one(
    draft: Draft, calculations: Sequence[Calculation], said: int, total: Sum, reading: Reading
) -> None:
    headline = _say_headline(calculations[said], total, reading)
    draft.say(f"{headline[0].upper()}{headline[1:].rstrip('.')}.")
    editions = [one.edition for one in calculations if one.edition]
    if len(editions) > 1:
        draft.say(f"Le résultat est le même selon {say_list(editions)}.")
    elif editions and reading.courses and not reading.editions:
        draft.say(f"Calcul selon les CGV jointes à cette fiche ({editions[0]}).")
    elif editions:
        draft.say(f"Calcul selon les {editions[0]}.")


def _say_both(
    draft: Draft,
    calculations: Sequence[Calculation],
    sums: Sequence[Sum],
    reading: Reading,
    sources: Sources,
) -> None:
    told = [
        f"{headline.rstrip('.')} {say_whose(one.edition, reading, sources)}"
        for one, total in zip(calculations, sums, strict=True)
        for headline in [say_sum(total, None) if one.kind == "refuse" else _say_headline(one, total, reading)]
    ]
    sentence = f"{NBSP}; ".join(told)
    draft.say(f"{sentence[0].upper()}{sentence[1:]}.")
    if not reading.courses:
        draft.say(f"Quelles CGV avez-vous signées{NBSP}? La formation concernée permet de le savoir.")
