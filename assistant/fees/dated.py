"""Days and rates without a sum, said: last day of a notice, termination, rate of late payment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from assistant.datatypes import Ruling
from assistant.fees.clauses import DepositKept
from assistant.fees.deadlines import LastDay
from assistant.fees.facts import months_later
from assistant.fees.late_payment import LateRate, late_rates
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules
from assistant.french import NBSP, say_date, say_percent, say_semester

_BY_LAW = "Code de commerce, L441-10"


def say_last_days(edition: str, days: Sequence[LastDay], *, today: date) -> Ruling:
    """Until when each fee holds, and what it becomes."""
    lines = []
    for one in days:
        over = " Ce délai est passé." if one.day < today else ""
        why, _, assumed = one.until.explanation.partition(". ")
        lines.append(f"Jusqu'au **{say_date(one.day)}** inclus.{over} {why.rstrip('.')}.")
    if days[-1].then:
        lines.append(f"Ensuite{NBSP}: {days[-1].then.explanation.partition('. ')[0].rstrip('.')}.")
        lines.append(assumed)
    calculations = [found for one in days for found in (one.until, one.then) if found]
    grounds = tuple(dict.fromkeys(ground for one in calculations for ground in one.grounds))
    return Ruling(edition, "\n\n".join(one for one in lines if one), grounds)


def say_termination(notice: date, rules: Rules) -> Ruling | None:
    """From when the company may end the contract; `None` where no clause says it. 4.7 of both editions."""
    clause = rules.clauses.termination
    if clause is None:
        return None
    first = notice + timedelta(days=clause.value + 1)
    delay = f"{clause.value} jours après la mise en demeure du {say_date(notice)}"
    text = (
        f"<us> peut demander la résolution du contrat à partir du **{say_date(first)}**{NBSP}: {delay}, "
        "si le client n'y répond pas. Les CGV ne disent pas si ce délai court de l'envoi ou de la réception."
    )
    return Ruling(rules.edition, text, (rules.ground(clause),))


def say_offer(issued: date, asked: date | None, rules: Rules) -> Ruling | None:
    """Until when a quote is valid, and whether it is on a day; `None` where no clause says it.

    CGV-15J 2.1, CGV-30J 2.1.
    """
    clause = rules.clauses.offer
    if clause is None:
        return None
    last = issued + timedelta(days=clause.value)
    delay = f"{clause.value} jours à compter de son émission, le {say_date(issued)}"
    text = f"Le devis est valable jusqu'au **{say_date(last)}** inclus{NBSP}: {delay}."
    if asked is not None and asked > last:
        ask = "demandez à <us> de le confirmer ou d'en établir un autre"
        text = f"Non, plus le {say_date(asked)}. {text} Passé ce jour, {ask}."
    elif asked is not None:
        text = f"Oui, le {say_date(asked)} encore. {text}"
    return Ruling(rules.edition, text, (rules.ground(clause),))


def say_last_postponement(ordered: date, rules: Rules) -> Ruling | None:
    """Until when the new session may be; `None` where the edition has no such delay. CGV-15J 3.6."""
    clauses = rules.clauses.postponement
    if not isinstance(clauses, DepositKept):
        return None
    last, months = months_later(ordered, clauses.within.value), clauses.within.value
    text = (
        f"Le report doit se faire au plus tard le **{say_date(last)}**{NBSP}: {months} mois à compter de la "
        f"commande du {say_date(ordered)}, et être demandé par écrit avant le début de la formation. "
        f"L'acompte de {say_percent(clauses.keeps.value)} reste alors acquis à <us>{NBSP}; "
        "ensuite, la totalité du prix."
    )
    grounds = (rules.ground(clauses.within), rules.ground(clauses.too_late))
    return Ruling(rules.edition, text, grounds)


def say_late_rates(days: Sequence[date], rules: Rules, rates: Rates) -> Ruling:
    """The rate of each day asked, and what it is made of."""
    clause = rules.clauses.late_payment
    said = [_say_rate(day, late_rates(clause, rates, day), rules, rates) for day in days]
    grounds = tuple(rules.ground(one) for one in (clause.margin, clause.floor))
    sources = f"Taux de référence{NBSP}: {rates.refinancing.title}{NBSP}; {rates.legal_interest.title}."
    return Ruling(rules.edition, "\n\n".join((*said, sources)), grounds)


def _say_rate(day: date, found: Sequence[LateRate], rules: Rules, rates: Rates) -> str:
    semester = say_semester(day)
    if not found:
        held = f"du {say_date(rates.first)} au {say_date(rates.last)}"
        return f"Les taux de référence du {semester} ne sont pas connus{NBSP}; ils ne le sont que {held}."
    margin = rules.clauses.late_payment.margin.value
    made = [
        f"**{say_percent(one.value)}** (Refi au {say_date(one.anchor)}, {say_percent(one.reference)})"
        for one in found
    ]
    floor = f"plancher{NBSP}: {say_percent(found[0].floor)}"
    if len({one.value for one in found}) == 1:
        return f"{made[0]} par an au {semester}{NBSP}: taux majoré de {margin} points, {floor}."
    return (
        f"{made[0]} par an au {semester}, à la lettre des CGV, ou {made[1]} selon le {_BY_LAW}{NBSP}: "
        f"taux majoré de {margin} points, {floor}."
    )
