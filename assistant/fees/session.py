"""Around a session: the deposit, an absence, the company's own cancellation, the OPCO's part.

CGV-30J 2.2, 3.2, 3.3, 3.5, 3.7; CGV-15J 2.1, 3.3, 3.5, 3.7.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.datatypes import to_cents
from assistant.fees.clauses import ForeignPrepayment
from assistant.fees.facts import Facts, credited, months_later
from assistant.fees.outcome import Outcome, Step, money, nothing, one_sum, up_to
from assistant.french import say_date, say_percent


def deposit(facts: Facts) -> Outcome:
    """The deposit asked for at the order, and the rest of the price. CGV-30J 2.2, CGV-15J 2.1.

    A foreign client pays this rest before the start. CGV-30J 3.2.
    """
    clauses = facts.clauses
    share, abroad = clauses.deposit, facts.case.client == "foreign_company"
    why = f"L'acompte exigible à la commande est de {say_percent(share.value)} du prix."
    prepaid = clauses.paid_by_foreign_client if abroad else None
    if prepaid is not None:
        start = f" ({say_date(facts.case.start_date)})" if facts.case.start_date else ""
        why += f" Le client étranger doit avoir tout payé avant le début{start}."
    outcome = one_sum(why, facts.share_of_price(share, "Acompte à la commande"))
    outcome = outcome.resting_on(prepaid) if prepaid else outcome
    paid = to_cents(facts.paid_or_deposit)
    left = "Reste à payer avant le début" if prepaid else "Reste à payer"
    rest = Step(left, prepaid, (money(facts.price), *facts.to_basis), less=paid)
    whole = Step("Prix à payer en tout", prepaid, (money(facts.price), *facts.to_basis)) if abroad else None
    return replace(credited(outcome, facts, assumed=False), stays=True, rest=rest, whole=whole)


def absence(facts: Facts) -> Outcome:
    """The price stays due when trainees are absent. CGV-30J 3.5; CGV-15J 3.7, INTRA 3.5."""
    clauses = facts.clauses
    step = facts.share_of_price(clauses.absence, "Prix de la formation, sans réduction")
    outcome = one_sum("L'absence de stagiaires ne réduit pas le prix.", step)
    if facts.case.intra and clauses.absence_intra is not None:
        outcome = outcome.resting_on(clauses.absence_intra)
    return credited(outcome, facts)


def provider_cancellation(facts: Facts) -> Outcome:
    """No fee when the company cancels, and the sums paid come back. CGV-30J 3.7, CGV-15J 3.5.

    When it postpones, they stay for the new date if the client accepts it; until the
    client answers, what comes back is not known.
    """
    clauses = facts.clauses
    clause, foreign = clauses.provider_cancellation, clauses.unpaid_by_foreign_client
    kept, new_session = clauses.provider_postponement or clause, facts.case.new_session
    nothing_paid = facts.paid_is_said and not facts.credit(assumed=False).amount
    if foreign is not None and facts.case.client == "foreign_company" and nothing_paid:
        return _foreign_client_unpaid(facts, foreign)
    if new_session == "proposed":
        why = (
            "Report à l'initiative de <us> : aucuns frais ; les sommes versées sont reportées aussi "
            "si le client accepte la nouvelle date, remboursées sinon."
        )
        return nothing(why, clause, kept)
    if new_session == "accepted" or (new_session is None and facts.case.new_start_date is not None):
        why = "Report à l'initiative de <us> : aucuns frais ; les sommes versées sont reportées aussi."
        paid = to_cents(facts.paid_or_deposit)
        rest = Step("Reste à payer pour la session", None, (money(facts.price), *facts.to_basis), less=paid)
        known = facts.case.price is not None
        return replace(credited(nothing(why, kept), facts), stays=True, rest=rest if known else None)
    if new_session == "refused":
        why = "Report de <us> refusé par le client : aucuns frais ; les sommes versées sont remboursées."
        return credited(nothing(why, clause), facts)
    if facts.case.started:
        why = "Formation commencée, puis arrêtée par <us> : aucuns frais ; "
        return nothing(why + "les CGV ne disent pas quelle part des sommes versées est remboursée.", clause)
    why = "Annulation à l'initiative de <us> : aucuns frais ; les sommes versées sont remboursées."
    return credited(nothing(why, clause), facts)


def _foreign_client_unpaid(facts: Facts, foreign: ForeignPrepayment) -> Outcome:
    """A foreign client has paid nothing and the company cancels. CGV-30J 3.2, by analogy 3.6."""
    why = (
        "Client étranger, aucun règlement : <us> peut annuler ; les CGV ne disent pas si des frais sont dus."
    )
    outcome = up_to(why, facts.share_of_price(foreign.at_most, "Frais d'annulation, au plus"))
    other = facts.clauses.provider_cancellation
    outcome = replace(outcome, clauses=(foreign.reminder, *outcome.clauses, other))
    return credited(outcome, facts).marked("foreign_unpaid")


def opco_balance(facts: Facts) -> Outcome:
    """The price less what the OPCO pays; all of it where it has paid nothing. CGV-30J 3.3, CGV-15J 3.3."""
    clauses, price = facts.clauses, (money(facts.price), *facts.to_basis)
    silent = clauses.opco_silent
    if silent is not None and facts.case.opco_share == 0:
        step = Step("Prix, l'OPCO n'ayant rien payé", silent, price)
        end = facts.case.end_date
        until = f", soit le {say_date(months_later(end, silent.value))}" if end else ""
        delay = f"{silent.value} mois après la fin de la prestation{until}"
        why = f"L'OPCO n'a rien payé : passé {delay}, et pas avant, le client paie la totalité."
    else:
        covered = min(facts.opco_share, facts.price)
        step = Step("Prix, moins la part de l'OPCO", clauses.opco_balance, price, less=covered or None)
        why = "Le client paie ce que l'OPCO ne prend pas en charge."
    return credited(one_sum(why, step), facts, assumed=False)
