"""Interest on an invoice paid late, and the recovery indemnity: 3.4 of both editions.

Interest runs on the TTC sum, from the day after the due date to the day of
payment included, cut at each new legal rate; each stretch is rounded to the
cent. « Semestriel (…) en vigueur au 1er janvier » is read two ways: the rate of
1 January all year, or the rate of the first day of each semester (Code de
commerce, L441-10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from assistant.fees.clauses import LateClient
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
    to_cents,
    total_of,
    up_to,
)
from assistant.fees.rates import Rates, Stretch
from assistant.french import say_date, say_money, say_percent


def late_payment(facts: Facts) -> Outcome:
    """The interest, and the indemnity as the kind of client calls for it. 3.4 of both editions."""
    case, clause, rates = facts.case, facts.terms.rules.clauses.late_payment, facts.terms.rates
    if _treatment(facts) == "other_law":
        why = "Client public : la commande publique a son propre taux, que les documents ne donnent pas."
        return no_figure(why, clause.clients)
    if case.due_date is None or case.payment_date is None:
        names = ("due_date", "payment_date", "price")
        asked = ask_for(*(name for name in names if getattr(case, name) is None))
        return asked if case.due_date else asked.marked("no_due_date")
    if case.payment_date <= case.due_date:
        return nothing("La facture est payée à temps : rien n'est dû.", clause.margin)
    if not rates.hold(case.due_date, case.payment_date):
        return no_figure(_say_unknown_rates(rates, case.due_date, case.payment_date), clause.anchor)
    return replace(_interest_and_indemnity(facts, case.due_date, case.payment_date), bears_vat=False)


def _say_unknown_rates(rates: Rates, due: date, paid: date) -> str:
    """For which days late no rate is held, and for which days one is."""
    first, last = max(due, rates.last) + timedelta(days=1), paid
    if paid <= rates.last:
        first, last = due + timedelta(days=1), rates.first - timedelta(days=1)
    days = f"du {say_date(first)} au {say_date(last)}" if first < last else f"pour le {say_date(first)}"
    held = f"du {say_date(rates.first)} au {say_date(rates.last)}"
    return f"Les taux de référence {days} ne sont pas connus ; ils ne le sont que {held}."


def _treatment(facts: Facts) -> LateClient:
    return facts.terms.rules.clauses.late_payment.clients.value[facts.case.client or "company"]


def _interest_and_indemnity(facts: Facts, due: date, paid: date) -> Outcome:
    """From the lowest interest and what is certain, to the highest and what may be claimed."""
    clause, treatment = facts.terms.rules.clauses.late_payment, _treatment(facts)
    readings = _interest_by_reading(facts, facts.price, due, paid)
    outcomes = [*readings, *_interest_by_reading(facts, _outstanding(facts), due, paid)]
    indemnity = Step("Indemnité de recouvrement", clause.indemnity, (money(clause.indemnity.value),))
    owed = () if treatment == "no_indemnity" else (indemnity,)
    low = min(map(total_of, outcomes)) + (indemnity.amount if treatment == "indemnity" else ZERO)
    why = "Intérêts de retard, et indemnité de recouvrement." if owed else "Intérêts de retard."
    first, *others = readings
    differ = [other for other in others if total_of(other) != total_of(first)]
    if differ:
        why += f" {_said_readings(first, differ[0])}"
    outcome = up_to(why, *max(outcomes, key=total_of), *owed, low=low).settled()
    outcome = outcome.marked("readings_differ") if differ else outcome
    outcome = outcome.marked("part_payment") if _outstanding(facts) != facts.price else outcome
    outcome = outcome.marked("indemnity_by_law") if treatment == "indemnity_by_law_only" else outcome
    escalated = treatment == "no_indemnity" and outcome.kind in ("amount", "range")
    return replace(outcome, kind="escalate") if escalated else outcome


def _outstanding(facts: Facts) -> Decimal:
    """What stayed unpaid, had a part payment come in time; all of it where the whole was paid."""
    paid = facts.case.paid or ZERO
    return facts.price - paid if paid < facts.price else facts.price


def _said_readings(january: Sequence[Step], semester: Sequence[Step]) -> str:
    return (
        f"Taux directeur du 1er janvier : {say_money(total_of(january))} d'intérêts ; "
        f"du premier jour du semestre : {say_money(total_of(semester))}."
    )


def _interest_by_reading(facts: Facts, principal: Decimal, due: date, paid: date) -> list[tuple[Step, ...]]:
    """The steps of the interest, one tuple a reading of the reference date."""
    stretches = tuple(facts.terms.rates.stretches(due, paid))
    semester = tuple(_interest(facts, principal, one, one.semester) for one in stretches)
    if facts.terms.rules.clauses.late_payment.anchor.value == "first_of_semester":
        return [semester]
    january = tuple(_interest(facts, principal, one, date(one.semester.year, 1, 1)) for one in stretches)
    return [january, semester]


def _invoiced(facts: Facts, principal: Decimal) -> Decimal:
    """The TTC sum, in cents, as an invoice states it."""
    to_ttc = facts.terms.to_ttc if facts.case.basis == "HT" else ()
    return to_cents(Step("", None, (money(principal), *to_ttc)).exact)


def _interest(facts: Facts, principal: Decimal, stretch: Stretch, anchor: date) -> Step:
    """The interest of one stretch: the reference rate and its margin, never under the floor."""
    clause, rates = facts.terms.rules.clauses.late_payment, facts.terms.rates
    reference = rates.refinancing.value_on(anchor) + clause.margin.value
    floor = stretch.legal_rate * clause.floor.value
    rate = max(reference, floor)
    dates = f"du {say_date(stretch.first)} au {say_date(stretch.last)}"
    return Step(
        f"Intérêts à {say_percent(rate)}, {dates}",
        clause.margin if reference >= floor else clause.floor,
        (money(_invoiced(facts, principal)), percent(rate), count(stretch.days)),
        over=rates.day_count.value_on(stretch.first),
    )
