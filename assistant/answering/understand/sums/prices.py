"""The price among the sums of a message: one, for everyone, before or after tax."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import find_said, lexicon, says, touches
from assistant.answering.understand.roles import share_roles
from assistant.answering.understand.sums.amounts import Share, Sum
from assistant.answering.understand.sums.recounts import ask_whose
from assistant.datatypes import CENT, to_cents
from assistant.french import NBSP, say_money, say_percent

PAID_TRAINING = re.compile(
    r"\bpaye\w* (?:la|ma|cette|notre|une) (?:formation|session)[a-z ]*$"
    r"|(?:formation|session|prestation|[¤»])(?: [a-z]+)? (?:re|pre)?payee $"
    r"|\b(?:paye|regle|verse)e?s? (?:deja )?les $"
    r"|(?<!pas )\b(?:paye|regle|solde|paid)\w* (?:la|votre|cette|notre|the|your) (?:facture|invoice)"
    r" (?:(?:d'un |du )?montant |of |for )?(?:de |d')?$"
    r"|(?<!pas )(?<!rien )(?<!encore )\b(?:paye|regle)e?s? (?:la formation |le stage )?"
    r"[a-z]+(?:-[a-z]+)*-¤+ ?\($"
    r"|\bpaid (?:already )?the $"
    r"|\bpaid (?:for )?(?:the|my|our) (?:course|training)[a-z ]*$"
)
TO_PAY = re.compile(r"\b(?:payer|regler|verser) (?:les|the) $")
_DAY = r"(?:jour|journee|demi journee|heure|day|hour)"
A_HEAD_A_DAY = re.compile(
    rf" ?(?:par|/|per) ?(?!{_DAY})[a-z]+ ?,? ?(?:et |and )?(?:par|/|per) ?{_DAY}\b"
    rf"| ?(?:par|/|per) ?{_DAY} ?,? ?(?:et |and )?(?:par|/|per) ?[a-z]+"
)
_OF_DEPOSIT = re.compile(  # « acompte de 30 %, soit 540 € »
    r"\b(?:acomptes?|arrhes|avance|deposit)(?: (?:de|of|a))? [^.;!?]{0,4}% ?[,(]? ?[^\d.;!?]{0,12}$"
    r"|% ?(?:d'|de |en )?(?:acompte|arrhes|avance|deposit)[^\d.;!?]{0,12}$"
)
_UNPAID = re.compile(  # « acompte de 30 %, soit 540 €, pas encore payé »
    r"[ ,)]*(?:(?:et|qui|mais|n'est|n'a|est|a|ete|toujours) )*(?:non|pas|jamais|impaye|not|unpaid)"
)
_COMES_TO = re.compile(r"(?:\bsoit|=|\bi\.e\.|\bthat is|\(|\bcomes to)[ ,]*(?:environ |donc )?$")
_OF_IT = re.compile(r" ?(?:de|d'|les|ces|ses|:|=|of|soit) ?$")
_OF_DEPOSIT_UNPAID = re.compile(r" ?(?:de|d'|les|ces|ses|:|=|of|soit|\() ?$")
_OTHER_PAYMENT = re.compile(
    r"\d|\b(?:acompte|arrhes|avance|deposit|solde|reste|verse|paye|regle|vire|donne|mais|paid)"
)
_CUT_TO = re.compile(r"\b(?:remise|ramene|negocie|baisse|reduit|discounted|reduced)e?s? (?:a|to) $")
_LESS = re.compile(  # « , remise de 10 % » is a discount that may be in the price: « remisé » has no comma
    r" ?remise de |[ ,]*(?:moins|less|minus|(?:remis(?:ees?|es)|reduite?s?|minoree?s?) de|discounted by) "
)
_SHARE_OF = re.compile(r" (?:de |d'|du |des |of )(?!\W*$)[^.;!?%]*\($")


def without_shares(
    sums: Sequence[Sum], roles: Sequence[str], shares: Sequence[Share], text: str, event: str | None
) -> list[str]:
    """The roles, without a price that a percentage of another comes to: « 70 % de 4 500 €, soit 3 150 € »."""
    prices = [one for one, role in zip(sums, roles, strict=True) if role == "price"]
    told = [one for one in prices if _COMES_TO.search(text[: one.start])]
    parts = [
        one
        for one in told
        for other in prices
        for share in shares
        if other is not one
        and share.end < one.start
        and other.total * share.percent == one.total * 100
        and share.percent < 100
    ]
    given = list(roles)
    for place, one in enumerate(sums):
        is_deposit = event != "deposit" and one in told and _OF_DEPOSIT.search(text[: one.start])
        if is_deposit:
            given[place] = "ignored" if _UNPAID.match(text[one.end :]) else "deposit"
        elif one in parts:
            given[place] = "ignored"
    return given


def settle_discount(
    sums: Sequence[Sum], roles: Sequence[str], shares: Sequence[Share], text: str
) -> tuple[list[Sum], list[str], tuple[Share, ...]]:
    """The sums, roles and percentages, with the net price alone where a discount leads to it.

    « 2 400 € HT, remise de 15 %, soit 2 040 € », « 2 400 € moins 360 € de remise = 2 040 € » and
    « 2 400 €, remisé à 2 040 € ».
    """
    left, given, rates = list(sums), list(roles), tuple(shares)
    what_for = share_roles(shares, text)
    told = [place for place, role in enumerate(roles) if role in ("price", "discount")]
    if cut := [one for one in told if _CUT_TO.search(text[: sums[one].start])]:
        basis = next((sums[one].basis for one in (cut[-1], *told) if sums[one].basis), None)
        left[cut[-1]] = replace(sums[cut[-1]], basis=basis)
        return left, _only_price(roles, told, cut[-1]), rates
    if "discount" not in what_for and not says("sum_role.discount.before", text):
        return left, given, rates
    of_price = [one for one, role in zip(shares, what_for, strict=True) if role in ("discount", None)]
    for gross, net in permutations(told, 2):
        lost = sums[gross].total - in_basis(sums[net], sums[gross].basis, None)
        off = [one for one in of_price if abs(sums[gross].total * one.percent / 100 - lost) <= CENT]
        less = roles[net] == "price" and any(
            roles[one] == "discount" and sums[one].total == lost for one in told if one != gross
        )
        if off or less:
            left[net] = replace(sums[net], basis=sums[net].basis or sums[gross].basis)
            return left, _only_price(roles, told, net), tuple(one for one in shares if one not in off)
    return left, given, rates


def take_off(
    sums: Sequence[Sum], roles: Sequence[str], shares: Sequence[Share], text: str
) -> tuple[list[Sum], tuple[Share, ...], tuple[str, ...]]:
    """The sums, a percentage plainly taken off a price being so, the other percentages, and what to say.

    « 2 000 € HT moins 10 % », « remisé de 20 % »; of « avec 10 % de remise » it is not sure.
    """
    left, rates, notes = list(sums), [], []
    for share, what_for in zip(shares, share_roles(shares, text), strict=True):
        cut = [
            place
            for place, (one, role) in enumerate(zip(sums, roles, strict=True))
            if (role, what_for) == ("price", "discount") and _LESS.fullmatch(text[one.end : share.start])
        ]
        if not cut or share.percent >= 100:
            rates.append(share)
            continue
        one = left[cut[0]]
        net = to_cents(one.value * (100 - share.percent) / 100)
        notes.append(
            f"Prix remisé{NBSP}: {say_money(one.value)} − {say_percent(share.percent)} = {say_money(net)}."
        )
        left[cut[0]] = replace(one, value=net)
    return left, tuple(rates), tuple(notes)


def _only_price(roles: Sequence[str], told: Sequence[int], net: int) -> list[str]:
    """The roles, one of the prices and discounts told being the price, and the others nothing."""
    given = ["ignored" if place in told else role for place, role in enumerate(roles)]
    given[net] = "price"
    return given


def not_paid(one: Sum, text: str, shares: Sequence[Share]) -> bool:
    """Whether a sum is the whole price, by what stands before: nothing of it, or a share, is paid.

    « acompte pas versé 2 000 € », « payé 50 % de la formation (2 000 €) »; but « pas versé
    l'acompte de 600 € », « acompte pas versé (600 €) ».
    """
    before, after = text[: one.start], text[one.end :]
    if any(touches(f"sum_role.{role}.after", after) for role in ("deposit", "paid")):
        return False
    for concept, joint in (("paying.deposit_unpaid", _OF_DEPOSIT_UNPAID), ("paying.nothing_paid", _OF_IT)):
        for match in find_said(concept, before):
            between = before[match.end() :]
            return not (joint.match(between) or _OTHER_PAYMENT.search(between))
    told = [share for share in shares if share.end < one.start]
    left = before[told[-1].end :] if told else ""
    return bool(_SHARE_OF.match(left)) and not touches("percent_role.other.after", left)


def read_prices(prices: list[Sum], text: str, event: str | None) -> Findings:
    """The price; the same price said before and after tax is one price."""
    for one in prices:
        asked = one.problem
        a_time = one.heads is None and touches("head.time", text[one.end :])
        if a_time or A_HEAD_A_DAY.match(text[one.end :]):
            asked = f"{say_money(one.value)} n'est pas un prix total{NBSP}: quel est-il{NBSP}?"
        elif one.heads == 0:
            asked = f"{say_money(one.value)} par personne{NBSP}: pour combien de participants{NBSP}?"
        elif one.group and one.group > 1:
            asked = ask_whose(one.value, one.group)
        if asked:
            return Findings({"basis": one.basis} if one.basis else {}) + ask("price", asked)
    labelled = {one.total for one in prices if one.basis}
    prices = [one for one in prices if one.basis or one.total not in labelled]
    different = list({(one.total, one.basis): one for one in prices}.values())
    if not different:
        return Findings()
    if any(not one.total for one in different):
        return ask("price", f"Le prix ne peut pas être nul{NBSP}: quel est-il{NBSP}?")
    by_basis = {one.basis: one.total for one in different}
    if len(different) == 2 and set(by_basis) == {"HT", "TTC"}:
        return _both_bases(by_basis["HT"], by_basis["TTC"])
    if len(different) > 1:
        listed = " et ".join(say_money(one.total) for one in different)
        return ask("price", f"Vous citez plusieurs prix ({listed}){NBSP}: lequel retenir{NBSP}?")
    return _one_price(different[0], text, event)


def _one_price(one: Sum, text: str, event: str | None) -> Findings:
    facts: dict[str, object] = {"price": one.total}
    if one.basis:
        facts["basis"] = one.basis
    if one.exempt:
        facts["vat_rate"] = Decimal(0)
    is_paid = touches("sum_role.paid.after", text[one.end :])
    if event != "late_payment" and (is_paid or PAID_TRAINING.search(text[: one.start])):
        facts["paid"] = one.total
    notes: tuple[str, ...] = ()
    if one.heads:
        notes = (f"Prix total{NBSP}: {one.heads} × {say_money(one.value)} = {say_money(one.total)}.",)
    return Findings(facts, notes=notes)


def _both_bases(without: Decimal, with_tax: Decimal) -> Findings:
    """The price before tax and its VAT rate, when the two sums agree at a French rate."""
    rates = [Decimal(0), *map(Decimal, lexicon().figures["vat_rates"])]
    for rate in rates:
        if abs(without * (100 + rate) / 100 - with_tax) <= CENT:
            return Findings({"price": without, "basis": "HT", "vat_rate": rate})
    said = f"{say_money(without)} HT et {say_money(with_tax)} TTC"
    return ask("price", f"{said} ne s'accordent à aucun taux de TVA{NBSP}: lequel retenir{NBSP}?")


def in_basis(one: Sum, basis: object, vat_rate: object) -> Decimal:
    """A sum in the basis of the price, when it is said in the other one."""
    if one.basis is None or basis is None or one.basis == basis:
        return one.total
    rate = vat_rate if isinstance(vat_rate, Decimal) else Decimal(lexicon().figures["vat_rates"][0])
    factor = (100 + rate) / 100
    converted = one.total * factor if basis == "TTC" else one.total / factor
    return to_cents(converted)
