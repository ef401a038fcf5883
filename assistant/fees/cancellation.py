"""The client cancels, or withdraws: CGV-30J 2.1, 3.5, 3.6; CGV-15J 2.1, 2.2, 3.5."""

from __future__ import annotations

from dataclasses import replace

from assistant.datatypes import NO_RIGHT
from assistant.fees.case import notice_day
from assistant.fees.clause import Share
from assistant.fees.clauses import Tier
from assistant.fees.facts import Facts, credited
from assistant.fees.outcome import Outcome, Step, money, no_figure, nothing, one_sum, up_to
from assistant.fees.withdrawal import is_individual, order_without_right, withdrawal_ends
from assistant.french import say_date, say_percent


def cancellation(facts: Facts) -> Outcome:
    """What the client who cancels owes, by the day on which the notice is received."""
    before = nothing_signed(facts) or withdrawal_in_time(facts)
    return credited(
        before or for_a_person_to_decide(_firm_order(cancellation_fee(facts), facts), facts), facts
    )


def nothing_signed(facts: Facts) -> Outcome | None:
    """Nothing due, when the order is not firm when the notice comes. CGV-30J 2.1, CGV-15J 2.1.

    An agreement in writing, e-mail included, makes it firm under CGV-30J 2.1.
    """
    notice, signed = notice_day(facts.case), facts.case.signature_date
    acceptance = facts.clauses.acceptance
    unsigned = facts.case.signed is False and signed is None
    if _accepted_in_writing(facts):
        return None
    if not unsigned and (notice is None or signed is None or notice >= signed):
        return None
    unless = ", sauf accord écrit, e-mail compris" if acceptance.value == "in_writing" else ""
    why = (
        f"Rien n'est signé : la commande n'est pas ferme, rien n'est dû{unless}."
        if unsigned
        else "La demande est reçue avant la signature : la commande n'est pas ferme, rien n'est dû."
    )
    return nothing(why, acceptance).marked("not_signed")


def _accepted_in_writing(facts: Facts) -> bool:
    """Whether an unsigned order is firm by a written agreement. CGV-30J 2.1."""
    case, acceptance = facts.case, facts.clauses.acceptance
    unsigned = case.signed is False and case.signature_date is None
    return unsigned and case.accepted is True and acceptance.value == "in_writing"


def _firm_order(outcome: Outcome, facts: Facts) -> Outcome:
    """The outcome, saying why an order that nobody signed is firm."""
    if not _accepted_in_writing(facts):
        return outcome
    why = f"Accord écrit, même sans signature : la commande est ferme. {outcome.why}"
    return replace(outcome, why=why).resting_on(facts.clauses.acceptance)


def withdrawal_in_time(facts: Facts) -> Outcome | None:
    """Nothing due, inside the withdrawal period. CGV-30J 2.1, CGV-15J 2.1."""
    right = facts.clauses.withdrawal
    if right is None or not facts.withdrawing:
        return None
    ends = withdrawal_ends(facts.case, facts.clauses)
    until = f" jusqu'au {say_date(ends)} inclus" if ends else ""
    why = f"Le client peut se rétracter{until} ({right.delay.value} jours) : rien n'est dû."
    days = facts.case.days_before
    if facts.case.started or (days is not None and days <= 0):
        why = f"{why[:-1]}, sauf ce qui a déjà été suivi à sa demande écrite : un responsable doit décider."
    return nothing(why, right.delay).marked("withdrawal_open")


def for_a_person_to_decide(outcome: Outcome, facts: Facts) -> Outcome:
    """The contract's figure; for a private individual a statute may defeat it."""
    if not is_individual(facts.case):
        return outcome
    left_out = order_without_right(facts.case, facts.clauses)
    if left_out is not None:
        outcome = replace(outcome, why=f"{NO_RIGHT} {outcome.why}", clauses=(left_out, *outcome.clauses))
    outcome = outcome.settled().marked("withdrawal_over")
    return replace(outcome, kind="escalate") if outcome.kind in ("amount", "range") else outcome


def cancellation_fee(facts: Facts) -> Outcome:
    """The fee of the contract, whoever the client is; a started training is due whole.

    CGV-30J 3.5, 3.6: 30 % of the price, 100 % at less than 30 days.
    CGV-15J 3.5: the deposit paid is kept, the whole price at less than 15 days.
    """
    clauses = facts.clauses.cancellation
    tier = next(one for one in clauses.tiers if one.notice is None or facts.days >= one.notice.value)
    if facts.deposit_unpaid and tier.unpaid.value != "same_fee":
        return _deposit_unpaid(facts, tier).marked("deposit_unpaid")
    if facts.days <= 0:
        return training_started(facts, clauses.started)
    fee = (
        _late_cancellation(facts, tier, tier.keeps)
        if isinstance(tier.keeps, Share)
        else _deposit_kept(facts, tier)
    )
    near = any(abs(facts.days - one.notice.value) <= 1 for one in clauses.tiers if one.notice)
    return fee.marked("near_threshold") if near else fee


def training_started(facts: Facts, share: Share) -> Outcome:
    """The whole price, once the training has started. CGV-30J 3.5; CGV-15J 3.5, 3.6."""
    step = facts.share_of_price(share, "Formation commencée")
    outcome = one_sum("La formation est commencée : elle est due en entier.", step)
    return outcome.marked("share_due", "started", "whole_price")


def _late_cancellation(facts: Facts, tier: Tier, share: Share) -> Outcome:
    """A share of the price. CGV-30J 3.6, CGV-15J 3.5."""
    said = (
        "le prix est dû en entier" if share.value == 100 else f"{say_percent(share.value)} du prix sont dus"
    )
    outcome = one_sum(f"{_notice(facts, tier)} : {said}.", facts.share_of_price(share, "Frais d'annulation"))
    return outcome.marked("share_due", "whole_price") if share.value == 100 else outcome.marked("share_due")


def _deposit_kept(facts: Facts, tier: Tier) -> Outcome:
    """The deposit paid, and never more than the deposit share of the price. CGV-15J 3.5."""
    if facts.deposit_paid < facts.deposit_asked:
        step = Step("Acompte versé, conservé", tier.keeps, (money(facts.deposit_paid), *facts.to_basis))
    else:
        asked = facts.share_of_price(facts.clauses.deposit, "Acompte conservé")
        step = replace(asked, clause=tier.keeps)
    outcome = one_sum(f"{_notice(facts, tier)} : l'acompte versé est conservé.", step).marked("deposit_kept")
    return outcome.marked("deposit_short") if facts.deposit_paid < facts.deposit_asked else outcome


def _deposit_unpaid(facts: Facts, tier: Tier) -> Outcome:
    """The cost of the proposal, which is not in the documents. CGV-15J 2.2 against 3.5."""
    cost = "le coût d'élaboration de la proposition commerciale, que les documents ne chiffrent pas"
    said = f"{_notice(facts, tier)}, acompte non versé"
    if not isinstance(tier.keeps, Share) or tier.unpaid.value == "unknown_cost":
        return no_figure(f"{said} : <us> peut facturer {cost}.", tier.unpaid, tier.keeps)
    step = facts.share_of_price(tier.keeps, "Montant total, au plus")
    why = f"{said} : au moins {cost} ; au plus, le montant total."
    return up_to(why, step, low=None).resting_on(tier.unpaid).marked("whole_price")


def _notice(facts: Facts, tier: Tier) -> str:
    """When the notice came, beside the threshold that it is on one side of."""
    if facts.days <= 0:
        return "Demande reçue une fois la formation commencée"
    received = f"Demande reçue {facts.days} jour{'s' if facts.days > 1 else ''} avant le début"
    if tier.notice is not None:
        return f"{received} ({tier.notice.value} jours ou plus)"
    tiers = facts.clauses.cancellation.tiers
    above = next((one.notice for one in reversed(tiers) if one.notice is not None), None)
    return f"{received} (moins de {above.value} jours)" if above else received
