"""Interest on an invoice paid late, and the recovery indemnity: 3.4 of both editions.

Interest runs on the TTC sum, from the day after the due date to the day of
payment included, cut at each new legal rate; each stretch is rounded to the
cent. « Semestriel (…) en vigueur au 1er janvier » is read two ways: the rate of
1 January all year, or the rate of the first day of each semester (Code de
commerce, L441-10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from assistant.datatypes import INDEMNITY, to_cents
from assistant.fees.clauses import LateClient, LatePayment
from assistant.fees.facts import Facts
from assistant.fees.outcome import (
    ZERO,
    Outcome,
    Step,
    ask_for,
    count,
    money,
    no_figure,
    nothing,
    percent,
    total_of,
    up_to,
)
from assistant.fees.rates import Rates, Stretch
from assistant.french import NBSP, say_date, say_money, say_percent


@dataclass(frozen=True, slots=True)
class LateRate:
    """The rate a year of one semester: the `reference` of a day raised by the margin, or the `floor`."""

    anchor: date
    reference: Decimal
    raised: Decimal
    floor: Decimal

    @property
    def value(self) -> Decimal:
        """The rate that applies."""
        return max(self.raised, self.floor)


def rate_of(clause: LatePayment, rates: Rates, semester: date, anchor: date) -> LateRate:
    """The rate of the semester that begins that day, by the reference rate of `anchor`."""
    reference = rates.refinancing.value_on(anchor)
    floor = rates.legal_interest.value_on(semester) * clause.floor.value
    return LateRate(anchor, reference, reference + clause.margin.value, floor)


def late_rates(clause: LatePayment, rates: Rates, day: date) -> tuple[LateRate, ...]:
    """The rate that runs on a day, by each reading of « 1er janvier »; empty where it is not known."""
    if not rates.hold(day - timedelta(days=1), day):
        return ()
    semester = next(rates.stretches(day - timedelta(days=1), day)).semester
    january = date(day.year, 1, 1)
    anchors = (semester,) if clause.anchor.value == "first_of_semester" else (january, semester)
    return tuple(rate_of(clause, rates, semester, anchor) for anchor in dict.fromkeys(anchors))


def late_payment(facts: Facts) -> Outcome:
    """The interest, and the indemnity as the kind of client calls for it. 3.4 of both editions."""
    case, clause, rates = facts.case, facts.clauses.late_payment, facts.terms.rates
    if _treatment(facts) == "other_law":
        why = "Client public : la commande publique a son propre taux, que les documents ne donnent pas."
        return no_figure(why, clause.clients)
    if case.due_date is None or case.payment_date is None:
        names = ("due_date", "payment_date", "price")
        asked = ask_for(*(name for name in names if getattr(case, name) is None))
        owed = (clause.indemnity,) if _treatment(facts) == "indemnity" else ()
        asked = asked.resting_on(clause.margin, *owed)
        return asked if case.due_date else asked.marked("no_due_date")
    if case.payment_date <= case.due_date:
        return nothing("La facture est payée à temps : rien n'est dû.", clause.margin)
    if not rates.hold(case.due_date, case.payment_date):
        return no_figure(_say_unknown_rates(rates, case.due_date, case.payment_date), clause.anchor)
    outcome = _interest_and_indemnity(facts, case.due_date, case.payment_date)
    several = (count(case.invoices),) if case.invoices else ()
    invoice = Step("Facture TTC", None, (money(_invoiced(facts, facts.price)), *several))
    return replace(outcome, bears_vat=False, invoice=invoice)


def _say_unknown_rates(rates: Rates, due: date, paid: date) -> str:
    """For which days late no rate is held, and for which days one is."""
    first, last = max(due, rates.last) + timedelta(days=1), paid
    if paid <= rates.last:
        first, last = due + timedelta(days=1), rates.first - timedelta(days=1)
    days = f"du {say_date(first)} au {say_date(last)}" if first < last else f"pour le {say_date(first)}"
    held = f"du {say_date(rates.first)} au {say_date(rates.last)}"
    return f"Les taux de référence {days} ne sont pas connus ; ils ne le sont que {held}."


def _treatment(facts: Facts) -> LateClient:
    return facts.clauses.late_payment.clients.value[facts.case.client or "company"]


def _interest_and_indemnity(facts: Facts, due: date, paid: date) -> Outcome:
    """From the lowest interest and what is certain, to the highest and what may be claimed."""
    clause, treatment = facts.clauses.late_payment, _treatment(facts)
    readings = _interest_by_reading(facts, facts.price, due, paid)
    outcomes = [*readings, *_interest_on_the_rest(facts, due, paid)]
    indemnity = Step(INDEMNITY, clause.indemnity, (money(clause.indemnity.value),))
    owed = () if treatment == "no_indemnity" else (indemnity,)
    low = min(map(total_of, outcomes)) + (indemnity.amount if treatment == "indemnity" else ZERO)
    why = "Intérêts de retard, et indemnité de recouvrement." if owed else "Intérêts de retard."
    first, *others = readings
    differ = [other for other in others if total_of(other) != total_of(first)]
    if differ:
        why += f" {_said_readings(first, differ[0])}"
    if _paid_in_part(facts):
        why += f" {_said_rest(min(map(total_of, outcomes)), max(map(total_of, outcomes)))}"
    several = facts.case.invoices or 1
    if several > 1:
        why += f" {several} factures : chacune a ses intérêts et son indemnité."
    outcome = up_to(why, *_each((*max(outcomes, key=total_of), *owed), several), low=several * low).settled()
    outcome = outcome.marked("readings_differ") if differ else outcome
    outcome = outcome.marked("part_payment") if _paid_in_part(facts) else outcome
    outcome = outcome.marked("indemnity_by_law") if treatment == "indemnity_by_law_only" else outcome
    escalated = treatment == "no_indemnity" and outcome.kind in ("amount", "range")
    return replace(outcome, kind="escalate") if escalated else outcome


def _each(steps: tuple[Step, ...], several: int) -> tuple[Step, ...]:
    """The steps of each invoice, numbered where there are several."""
    if several == 1:
        return steps
    return tuple(
        replace(step, label=f"Facture {number}{NBSP}: {step.label}")
        for number in range(1, several + 1)
        for step in steps
    )


def _paid_in_part(facts: Facts) -> bool:
    return ZERO < (facts.case.paid or ZERO) < facts.price


def _interest_on_the_rest(facts: Facts, due: date, paid: date) -> list[tuple[Step, ...]]:
    """The interest on what stayed unpaid: the whole until the first part payment, then each rest.

    Where the day of the part payment is not known, it is taken to have come in time. A19.
    """
    if not _paid_in_part(facts):
        return []
    case, left, since = facts.case, facts.price, due
    told = ((case.part_payment_date or due, case.paid or ZERO), *(case.more_payments or ()))
    by_reading: list[list[tuple[Step, ...]]] = []
    for day, amount in (*sorted((min(max(day, due), paid), amount) for day, amount in told), (paid, ZERO)):
        by_reading.append(_interest_by_reading(facts, left, since, day))
        left, since = left - amount, day
    return [tuple(chain.from_iterable(each)) for each in zip(*by_reading, strict=True)]


def _said_rest(rest: Decimal, whole: Decimal) -> str:
    return (
        f"Intérêts sur le seul reste dû : {say_money(rest)} ; "
        f"sur toute la facture jusqu'au dernier paiement : {say_money(whole)}."
    )


def _said_readings(january: Sequence[Step], semester: Sequence[Step]) -> str:
    return (
        f"Taux directeur du 1er janvier : {say_money(total_of(january))} d'intérêts ; "
        f"du premier jour du semestre : {say_money(total_of(semester))}."
    )


def _interest_by_reading(facts: Facts, principal: Decimal, due: date, paid: date) -> list[tuple[Step, ...]]:
    """The steps of the interest, one tuple a reading of the reference date."""
    stretches = tuple(facts.terms.rates.stretches(due, paid))
    semester = tuple(_interest(facts, principal, one, one.semester) for one in stretches)
    if facts.clauses.late_payment.anchor.value == "first_of_semester":
        return [semester]
    january = tuple(_interest(facts, principal, one, date(one.semester.year, 1, 1)) for one in stretches)
    return [january, semester]


def _invoiced(facts: Facts, principal: Decimal) -> Decimal:
    """The TTC sum, in cents, as an invoice states it."""
    to_ttc = facts.terms.to_ttc if facts.case.basis == "HT" else ()
    return to_cents(Step("", None, (money(principal), *to_ttc)).exact)


def _interest(facts: Facts, principal: Decimal, stretch: Stretch, anchor: date) -> Step:
    """The interest of one stretch: the reference rate and its margin, never under the floor."""
    clause, rates = facts.clauses.late_payment, facts.terms.rates
    applied = rate_of(clause, rates, stretch.semester, anchor)
    dates = f"du {say_date(stretch.first)} au {say_date(stretch.last)}"
    return Step(
        f"Intérêts à {say_percent(applied.value)}, {dates}",
        clause.floor if applied.value > applied.raised else clause.margin,
        (money(_invoiced(facts, principal)), percent(applied.value), count(stretch.days)),
        over=rates.day_count.value_on(stretch.first),
    )
