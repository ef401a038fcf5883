"""Two side clauses: hiring the company's staff (5.2 of both editions), its liability (4.4)."""

from __future__ import annotations

from dataclasses import replace

from assistant.fees.facts import Facts
from assistant.fees.outcome import Outcome, Step, ask_for, count, money, one_sum, percent


def solicitation(facts: Facts) -> Outcome:
    """So many times the last monthly salary, employer charges on top. 5.2 of both editions.

    Of a subcontractor: what was subcontracted to them in the year before.
    """
    case, times = facts.case, facts.clauses.solicitation
    turnover = facts.clauses.solicitation_of_subcontractor
    if case.subcontracted is not None and turnover is not None:
        why = "Sous-traitant : l'indemnité est le chiffre d'affaires sous-traité l'année précédente."
        share = (percent(turnover.value), money(case.subcontracted))
        return replace(one_sum(why, Step("Chiffre d'affaires", turnover, share)), bears_vat=False)
    if case.monthly_salary is None or case.employer_charges_rate is None:
        names = ("monthly_salary", "employer_charges_rate")
        return ask_for(*(name for name in names if getattr(case, name) is None))
    salary = (count(times.value), money(case.monthly_salary))
    outcome = one_sum(
        f"L'indemnité est de {times.value} fois le dernier salaire mensuel, charges patronales en sus.",
        Step("Salaires", times, salary),
        Step("Charges patronales", times, (*salary, percent(case.employer_charges_rate))),
    )
    return replace(outcome, bears_vat=False)


def liability_cap(facts: Facts) -> Outcome:
    """The most that the company owes a client: the price. 4.4 of both editions."""
    clauses = facts.clauses
    why = "L'indemnité que <us> peut devoir ne dépasse pas le prix de la formation en litige."
    outcome = one_sum(why, facts.share_of_price(clauses.liability_cap, "Plafond d'indemnité"))
    if clauses.liability_for is not None:
        why += " Elle ne couvre qu'un préjudice direct, jamais un préjudice indirect."
        outcome = replace(outcome, why=why).resting_on(clauses.liability_for)
    individual = facts.case.client == "individual" and outcome.settled().kind == "amount"
    return replace(outcome, kind="escalate") if individual else outcome
