"""A case to its calculation: the sum, each step with its article, what is missing.

The lines add up to `due_max`; those of the settlement go on from there. For a range, `due_min` is said in the
explanation: a lower end is nothing, unknown, or another reading of a clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from assistant.datatypes import NO_RIGHT, Basis, Calculation, Case, Flag, Ground, Line, Threshold
from assistant.fees.case import check_case
from assistant.fees.decide import Tried, find_missing, try_all
from assistant.fees.facts import Terms
from assistant.fees.flags import find_flags
from assistant.fees.outcome import Outcome, Step
from assistant.fees.rates import Rates
from assistant.fees.rules import Rules
from assistant.fees.sums import agreed, balance, in_other_basis, refund, settle
from assistant.fees.threshold import find_next_threshold
from assistant.fees.withdrawal import order_without_right
from assistant.french import say_money, say_percent, spaced

_NAMES = {
    "edition": "l'édition des CGV signée",
    "price": "le prix de la formation",
    "start_date": "la date de début de la formation",
    "notice_date": "la date à laquelle <us> reçoit la demande écrite",
    "order_date": "la date de la commande",
    "signature_date": "la date de la signature",
    "new_start_date": "la date de la nouvelle session",
    "online": "si la commande a été faite sur le site internet",
    "opco_share": "la part que l'OPCO prend en charge",
    "due_date": "la date d'échéance de la facture",
    "payment_date": "la date du paiement",
    "monthly_salary": "le dernier salaire mensuel brut",
    "employer_charges_rate": "le taux des charges patronales",
}


def calculate(case: Case, *, rules: Mapping[str, Rules], rates: Rates, vat_rate: Decimal) -> Calculation:
    """What the case comes to under its edition, or under every edition when it names none.

    `vat_rate` is in percent; the case's own comes before it. Without an edition
    the sums are in the basis of the price, and the edition is asked for only
    when it changes the answer. Raises `CaseError` when the facts cannot stand
    together.
    """
    check_case(case)
    applicable = [one for one in rules.values() if case.edition in (None, one.edition)]
    if not applicable:
        return _no_rules(case)
    vat = vat_rate if case.vat_rate is None else case.vat_rate
    undecided = len(applicable) > 1
    tried = try_all(
        case, [Terms(one, rates, vat, case.basis if undecided else _basis(case, one)) for one in applicable]
    )
    missing = find_missing(case, tried)
    if missing == ("edition",):
        return _undecided(case, tried)
    return _missing(case, tried, missing) if missing else _known(case, tried)


def _basis(case: Case, rules: Rules) -> Basis | None:
    """The basis in which an edition says its sums: TTC under CGV-15J, the price's under CGV-30J."""
    return "TTC" if rules.clauses.headline.value == "TTC" else case.basis


def _no_rules(case: Case) -> Calculation:
    named = f"de l'édition {case.edition}" if case.edition else "d'aucune édition"
    why = f"Les règles de frais {named} ne sont pas connues : aucun chiffre ne peut être donné."
    return Calculation("refuse", case.edition, case.event, explanation=spaced(why))


def _known(case: Case, tried: Sequence[Tried]) -> Calculation:
    """The answer that every edition and every possibility come to."""
    first, outcome = tried[0], tried[0].first
    everything = [one for each in tried for one in each.outcomes.values()]
    bears_vat = outcome.has_sum and outcome.bears_vat
    others = in_other_basis(outcome, case, first.terms)
    return Calculation(
        kind=outcome.kind,
        edition=first.terms.rules.edition if len(tried) == 1 else None,
        event=case.event,
        due_min=outcome.low,
        due_max=outcome.high,
        basis=first.terms.basis if bears_vat else None,
        due_other_basis=others,
        balance=agreed(map(balance, everything)),
        refund=agreed(map(refund, everything)),
        lines=_lines(outcome.steps, first.terms.rules),
        articles=_articles(tried),
        next_threshold=_next_threshold(case, tried),
        flags=_flags(case, tried),
        explanation=_explain(case, first),
        grounds=_grounds(tried),
        settlement=_lines(settle(outcome), first.terms.rules),
        vat=first.terms.vat_rate if others else None,
    )


def _lines(steps: Iterable[Step], rules: Rules) -> tuple[Line, ...]:
    """The steps as they are said; one that applies no clause has no article."""
    return tuple(
        Line(one.label, one.expression, one.amount, rules.key(one.article) if one.clause else "")
        for one in steps
    )


def _next_threshold(case: Case, tried: Sequence[Tried]) -> Threshold | None:
    """The first day on which the sum changes under one of the editions."""
    if any(len(one.outcomes) > 1 for one in tried):
        return None
    found = [find_next_threshold(case, one.terms, one.first) for one in tried]
    return min((one for one in found if one), key=lambda one: one.date, default=None)


def _undecided(case: Case, tried: Sequence[Tried]) -> Calculation:
    """The smallest and the largest sum, and the question which edition was signed.

    The smallest is not known when one edition does not give it.
    """
    lows = [one.first.low for one in tried]
    highs = [one.first.high for one in tried if one.first.high is not None]
    bears_vat = bool(highs) and all(one.first.bears_vat for one in tried)
    others = [in_other_basis(one.first, case, one.terms) for one in tried]
    other_lows = [one[0] if one else None for one in others]
    other_highs = [one[1] for one in others if one and one[1] is not None]
    said = " ; ".join(
        f"{one.terms.rules.edition}, {_said_sum(one.first, case.basis if bears_vat else None)}"
        for one in tried
    )
    return Calculation(
        kind="ask",
        edition=None,
        event=case.event,
        due_min=_least(lows),
        due_max=max(highs, default=None),
        basis=case.basis if bears_vat else None,
        due_other_basis=(_least(other_lows), max(other_highs)) if other_highs else None,
        articles=_articles(tried),
        flags=_flags(case, tried),
        missing=("edition",),
        explanation=spaced(f"Selon l'édition des CGV signée : {said}."),
        grounds=_grounds(tried),
    )


def _least(sums: Sequence[Decimal | None]) -> Decimal | None:
    known = [one for one in sums if one is not None]
    return min(known) if len(known) == len(sums) else None


def _said_sum(outcome: Outcome, basis: Basis | None) -> str:
    label = f" {basis}" if basis else ""
    if outcome.high is None:
        return "aucun chiffre"
    if outcome.low is None:
        return f"au plus {say_money(outcome.high)}{label}"
    if outcome.low == outcome.high:
        return f"{say_money(outcome.high)}{label}"
    return f"entre {say_money(outcome.low)} et {say_money(outcome.high)}{label}"


def _missing(case: Case, tried: Sequence[Tried], missing: tuple[str, ...]) -> Calculation:
    """The question for what can still change the answer, with the articles that decide."""
    said = f"Il manque : {' ; '.join(_NAMES[name] for name in missing)}."
    if any(order_without_right(case, one.terms.rules.clauses) for one in tried):
        said = f"{NO_RIGHT} Pour une somme, {said[0].lower()}{said[1:]}"
    return Calculation(
        kind="ask",
        edition=tried[0].terms.rules.edition if len(tried) == 1 else None,
        event=case.event,
        articles=_articles(tried),
        flags=_flags(case, tried) if case.event == "withdrawal" else (),
        missing=missing,
        explanation=spaced(said),
        grounds=_grounds(tried),
    )


def _articles(tried: Sequence[Tried]) -> tuple[str, ...]:
    """The citation keys of the articles that an outcome rests on, each once."""
    return tuple(dict.fromkeys(one.article for one in _grounds(tried)))


def _grounds(tried: Sequence[Tried]) -> tuple[Ground, ...]:
    """The clauses that an outcome rests on, each once."""
    grounds = (
        one.terms.rules.ground(clause)
        for one in tried
        for outcome in one.outcomes.values()
        for clause in outcome.clauses
    )
    return tuple(dict.fromkeys(grounds))


def _flags(case: Case, tried: Sequence[Tried]) -> tuple[Flag, ...]:
    found = (
        flag
        for one in tried
        for flag in find_flags(
            one.terms.rules.flags,
            case,
            edition=one.terms.rules.edition,
            kind=one.first.kind,
            marks=one.first.marks,
        )
    )
    return tuple({flag.id: flag for flag in found}.values())


def _explain(case: Case, tried: Tried) -> str:
    """Why the sum is what it is, and what was assumed."""
    outcome, said = tried.first, [tried.first.why]
    if "deposit_assumed" in outcome.marks:
        said.append(f"Acompte de {say_percent(tried.terms.rules.clauses.deposit.value)} supposé versé.")
    if "client_assumed" in outcome.marks:
        said.append("Client supposé être une entreprise.")
    terms, taxed = tried.terms, outcome.has_sum and outcome.bears_vat
    if taxed and case.price and case.basis is None and terms.basis and terms.vat_rate:
        said.append(f"Prix supposé {terms.basis}.")
    return spaced(" ".join(said))
