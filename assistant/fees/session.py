"""What happens around a session: deposit, absence, the company's own cancellation, liability.

CGV-30J 2.2, 3.2, 3.3, 3.5, 3.7, 4.4, 5.2; CGV-15J 2.1, 3.3, 3.5, 3.7, 4.4, 5.2.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.fees.facts import Facts, credited
from assistant.fees.outcome import (
    ZERO,
    Outcome,
    Step,
    ask_for,
    count,
    money,
    nothing,
    one_sum,
    percent,
    up_to,
)
from assistant.french import say_percent


def deposit(facts: Facts) -> Outcome:
    """The deposit asked for at the order. CGV-30J 2.2, CGV-15J 2.1."""
    share = facts.terms.rules.clauses.deposit
    why = f"L'acompte exigible à la commande est de {say_percent(share.value)} du prix."
    outcome = one_sum(why, facts.share_of_price(share, "Acompte à la commande"))
    return replace(credited(outcome, facts, assumed=False), stays=True)


def absence(facts: Facts) -> Outcome:
    """The price stays due when trainees are absent. CGV-30J 3.5; CGV-15J 3.7, INTRA 3.5."""
    clauses = facts.terms.rules.clauses
    step = facts.share_of_price(clauses.absence, "Prix de la formation, sans réduction")
    outcome = one_sum("L'absence de stagiaires ne réduit pas le prix.", step)
    if facts.case.intra and clauses.absence_intra is not None:
        outcome = replace(outcome, articles=(*outcome.articles, clauses.absence_intra.source))
    return credited(outcome, facts)


def provider_cancellation(facts: Facts) -> Outcome:
    """No fee when the company cancels, and the sums paid come back. CGV-30J 3.7, CGV-15J 3.5.

    With a new date accepted, they stay for it.
    """
    clauses = facts.terms.rules.clauses
    article = clauses.provider_cancellation.source
    foreign = clauses.unpaid_by_foreign_client
    if foreign is not None and facts.case.client == "foreign_company" and _nothing_paid(facts):
        return _foreign_client_unpaid(facts)
    if facts.case.new_start_date is not None:
        why = "Report à l'initiative de LEXOM : aucuns frais, les sommes versées restent pour la nouvelle session."
        return replace(credited(nothing(why, article), facts), stays=True)
    why = "Annulation à l'initiative de LEXOM : aucuns frais, les sommes versées sont remboursées."
    return credited(nothing(why, article), facts)


def _nothing_paid(facts: Facts) -> bool:
    return facts.paid_is_said and facts.paid(assumed=False) == 0


def _foreign_client_unpaid(facts: Facts) -> Outcome:
    """The company may cancel when a foreign client has paid nothing. CGV-30J 3.2, by analogy 3.6."""
    clauses = facts.terms.rules.clauses.unpaid_by_foreign_client
    assert clauses is not None  # noqa: S101  the caller checked
    why = "Client étranger, aucun règlement : LEXOM peut annuler ; les CGV ne disent pas si des frais sont dus."
    outcome = up_to(why, facts.share_of_price(clauses.at_most, "Frais d'annulation, au plus"))
    articles = (clauses.reminder.source, *outcome.articles, facts.terms.rules.clauses.provider_cancellation.source)
    return credited(replace(outcome, articles=articles), facts).marked("foreign_unpaid")
