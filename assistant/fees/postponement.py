"""The client postpones: CGV-30J 3.5, 3.6; CGV-15J 3.6."""

from __future__ import annotations

from dataclasses import replace

from assistant.fees.cancellation import (
    cancellation_fee,
    for_a_person_to_decide,
    nothing_signed,
    training_started,
    withdrawal_in_time,
)
from assistant.fees.clauses import DepositKept, Discretion
from assistant.fees.facts import Facts, credited
from assistant.fees.outcome import Outcome, one_sum, up_to


def postponement(facts: Facts) -> Outcome:
    """What postponing costs; what was paid stays for the new session.

    A private individual inside the withdrawal period may withdraw instead.
    """
    before = nothing_signed(facts) or withdrawal_in_time(facts)
    return credited(before or for_a_person_to_decide(_postponement_fee(facts), facts), facts)


def _postponement_fee(facts: Facts) -> Outcome:
    clauses = facts.clauses.postponement
    if facts.days <= 0:
        return training_started(facts, clauses.started)
    if isinstance(clauses, Discretion):
        return _at_discretion(facts, clauses)
    return _deposit_kept(facts, clauses) if facts.in_time else _too_late(facts, clauses)


def _at_discretion(facts: Facts, clauses: Discretion) -> Outcome:
    """From nothing to the cancellation fee of the same day. CGV-30J 3.5, 3.6."""
    fee = cancellation_fee(facts)
    if not fee.has_sum:
        return fee
    why = "<us> choisit : report sans frais, ou avec des frais, au plus ceux d'une annulation ce jour-là."
    steps = (replace(step, label="Frais de report, au plus") for step in fee.steps)
    outcome = up_to(why, *steps).resting_on(clauses.choice, clauses.cap)
    return replace(outcome, marks=fee.marks, stays=True).marked("discretion")


def _deposit_kept(facts: Facts, clauses: DepositKept) -> Outcome:
    """The deposit is kept; whether it counts for the new session is not written. CGV-15J 3.6."""
    why = (
        f"Nouvelle session dans les {clauses.within.value} mois de la commande : l'acompte est conservé ; "
        "les CGV ne disent pas s'il compte pour la nouvelle session."
    )
    outcome = up_to(why, facts.share_of_price(clauses.keeps, "Acompte conservé, au plus"))
    return replace(outcome, stays=True).marked("moved_deposit")


def _too_late(facts: Facts, clauses: DepositKept) -> Outcome:
    """The whole price, at once, beyond the delay from the order. CGV-15J 3.6."""
    late = f"Nouvelle session plus de {clauses.within.value} mois après la commande"
    step = facts.share_of_price(clauses.too_late, "Report hors délai")
    return one_sum(f"{late} : le prix est dû en entier, tout de suite.", step).marked(
        "share_due", "whole_price"
    )
