"""The sums of a message by what they are for: price, deposit, sums paid, OPCO, salary, VAT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.added_payments import add_payments
from assistant.answering.understand.amounts import BASES, Share, Sum, find_shares, find_sums
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.prices import (
    PAID_TRAINING,
    TO_PAY,
    in_basis,
    not_paid,
    read_prices,
    settle_discount,
    without_shares,
)
from assistant.answering.understand.roles import assign_roles, rank_roles
from assistant.answering.understand.salaries import ask_salary, without_net
from assistant.answering.understand.shares import FIELDS, NET, needs_no_price, read_shares
from assistant.answering.understand.spelling import HIDDEN, hide
from assistant.answering.understand.units import ask_total
from assistant.datatypes import Case, Doubt
from assistant.french import NBSP, say_money

_ASK = {"salary": ask_salary, "opco": ask_total}  # what to ask of a sum that is not the whole one
_THAT_IS = re.compile(r"[ ,]*(?:\(|=|soit\b|i\.e\.)")
_NAMED = 20  # characters by which naming the OPCO outweighs a nearer word
_FAR = 100
_SHARED = frozenset({"price", "ignored", "planned", "budget", "claimed"})
_BY_SHARE = re.compile(rf" ?(?:de |d'|a |of |by |: ?)?-? ?{HIDDEN}+")  # « 2 500 € remisés de 10 % »
_BY_SUM = re.compile(r" ?(?:de |d'|of |by |: ?)-? ?(?=\d)")  # « 2 500 € remisés de 200 € »
_THEN_PAID = re.compile(  # « 2 000 € TTC : payé 600 € »
    r"[ :\-]*(?:(?:deja|on a|j'ai|nous avons|ai|avons|ont|a) )*"
    r"(?:paye|verse|regle|vire|encaisse|paid)\w* ?:? ?(?=\d)"
)
_ON_COURSE = re.compile(r"\bdeposit (?:on|for) (?:an?|the|our|my) $")  # « the deposit on a €2,400 course »
_NEXT = 5  # characters within which « acompte de 600 € » is a deposit, where the deposit is asked for


def read_sums(
    text: str, event: str | None, known: Case | None, *, length: int | None = None
) -> tuple[Findings, str]:
    """What a prepared message says of sums and rates, and the message with them covered.

    `length` is the number of days of the training, for a price a day.
    """
    found_shares = find_shares(text)
    left = _covered(text, found_shares)
    unrelated = "percent_role.unrelated.after"
    shares = tuple(one for one in found_shares if not lexicon().touches(unrelated, text[one.end :]))
    sums = [_whole(one, text, length) for one in _meant(find_sums(left), text)]
    sums = without_net(sums, text) if event == "solicitation" else sums
    sums, roles = _with_payments(sums, _roles(sums, shares, left, event), left, event)
    sums, roles, shares = settle_discount(sums, roles, shares, text)
    roles = without_shares(sums, roles, shares, text, event)
    priced = read_prices([one for one, role in zip(sums, roles, strict=True) if role == "price"], text, event)
    price = priced.facts.get("price") or (known.price if known else None)
    basis = priced.facts.get("basis") or (known.basis if known else None)
    found = read_shares(shares, text, price, event) + priced + _deposit_and_rest(sums, roles)
    for one, role in zip(sums, roles, strict=True):
        field = FIELDS.get(role)
        problem = one.problem or (_ASK[role](one, text) if role in _ASK else None)
        if role in ("deposit", "paid") and is_bounded(one, text):
            problem = problem or f"Quelle somme exacte a été versée{NBSP}?"
        if field and problem:
            found += Findings(doubts=(Doubt(field, problem),))
        elif field:
            found += Findings({field: in_basis(one, basis, found.facts.get("vat_rate"))})
    if "discount" in roles and not needs_no_price(text):
        off = sums[roles.index("discount")]
        said = f"{say_money(off.value)} {off.basis or ''}".strip()
        asked = f"La remise de {said} est-elle déjà déduite du prix{NBSP}? {NET}"
        found += Findings(doubts=(Doubt("price", asked),))
    return found + _read_taxes(text, sums, shares), _covered(left, sums)


def _covered(text: str, spans: Iterable[Sum | Share]) -> str:
    for one in spans:
        text = hide(text, one.start, one.end)
    return text


def _meant(sums: tuple[Sum, ...], text: str) -> list[Sum]:
    """The sums, without those said to be wrong: « pas 2 000 €, 2 500 € »."""
    words = lexicon()
    return [
        one
        for one in sums
        if not words.at_end("negated_sum", re.sub(r" (?:de |a )?$", " ", text[: one.start]))
    ]


def is_bounded(one: Sum, text: str) -> bool:
    """Whether a sum is only compared with another: « moins de 300 € », « 300 € au plus ».

    >>> from decimal import Decimal
    >>> is_bounded(Sum(9, 14, Decimal(300)), "moins de 300 € ?")
    True
    """
    words = lexicon()
    return bool(words.at_end("bounded_sum.before", text[: one.start])) or words.touches(
        "bounded_sum.after", text[one.end :]
    )


def _with_payments(
    sums: list[Sum], roles: list[str], text: str, event: str | None
) -> tuple[list[Sum], list[str]]:
    """The sums and roles, payments added up; those of a late invoice are read with their days."""
    return (sums, roles) if event == "late_payment" else add_payments(sums, roles, text)


def _whole(one: Sum, text: str, length: int | None) -> Sum:
    """A price a day as the price of all the days, when their number is known."""
    words = lexicon()
    a_day = one.heads is None and words.touches("head.day", text[one.end :])
    return replace(one, heads=length) if a_day and length else one


def _roles(sums: list[Sum], shares: Sequence[Share], text: str, event: str | None) -> list[str]:
    """What each sum is for; without a word for it, the price.

    A percentage stands between a word and a sum, except in « 60 %, soit 900 € ».
    """
    between = [one for one in shares if not _THAT_IS.match(text[one.end :])]
    spans: list[Sum | Share] = sorted([*sums, *between], key=lambda one: one.start)
    all_ranked = zip(spans, rank_roles("sum_role", text, spans), strict=True)
    words, ranked = lexicon(), [roles for one, roles in all_ranked if isinstance(one, Sum)]
    for place, (one, roles) in enumerate(zip(sums, ranked, strict=True)):
        _weigh(roles, text, event)
        in_brackets = text[: one.start].endswith("(")
        named = in_brackets and roles.get("price", _FAR) < roles.get("deposit", 0) + _NAMED
        if named or _ON_COURSE.search(text[: one.start]):
            roles.pop("deposit", None)  # « the deposit for the course (€2,000) »
            roles.pop("paid", None)
        discounted = words.at_start("sum_role.discount.after", text[one.end :])
        after = text[one.end + discounted.end() :] if discounted else ""
        following = ranked[place + 1] if place + 1 < len(sums) else {}
        if _BY_SUM.match(after):
            following["discount"] = -_NAMED
        if (following and _BY_SUM.match(after)) or _BY_SHARE.match(after):
            roles.pop("discount", None)
        if _THEN_PAID.match(text[one.end :]) and "price" not in following:
            following["paid"] = roles.pop("paid", -_NAMED)
        if words.touches("sum_role.planned.after", text[one.end :]):
            roles["planned"] = -_NAMED - 1
        elif words.touches("sum_role.deposit.after", text[one.end :]):
            roles["deposit"] = -_NAMED
        elif event == "deposit" and not roles and words.touches("sum_role.paid.after", text[one.end :]):
            roles["paid"] = -_NAMED  # « 300 € déjà versés »
    given = [role or "price" for role in assign_roles(ranked, _SHARED)]
    told = zip(sums, given, strict=True)
    given = ["ignored" if role == "price" and is_bounded(one, text) else role for one, role in told]
    whole = any(one.percent == 100 for one in shares)  # « financée à 100 % par l'OPCO (1 500 €) »
    if given == ["opco"] and (between or whole):  # « à 1 500 €, financée à 60 % par l'OPCO »
        given = ["price"]
    return _settled(given, sums, shares, text, event)


def _settled(
    given: list[str], sums: list[Sum], shares: Sequence[Share], text: str, event: str | None
) -> list[str]:
    """The roles, set right by those of the other sums; one sum at least is the price when any may be."""
    words = lexicon()
    if "planned" in given and "deposit" not in given:  # « sur 900 € d'acompte prévus, 400 € payés »
        given = ["deposit" if role == "paid" else role for role in given]
    given = [("ignored" if "price" in given else "price") if role == "budget" else role for role in given]
    if event == "late_payment" and (len(sums) > 1 or words.says("asking.interest_only", text)):
        indemnity = words.figure("indemnity")
        told = zip(sums, given, strict=True)
        given = ["ignored" if one.total == indemnity else role for one, role in told]
    if "price" in given:
        return given
    left = given == ["paid"] and words.says("asking.balance", text)  # « versé 300 €, combien encore ? »
    asks_deposit = event == "deposit" and words.says("asking.sum", text) and not left
    if asks_deposit and not words.says("paying.deposit_paid", text) and len(sums) == 1:
        return ["price"]
    for place, one in enumerate(sums):
        before = text[: one.start]
        is_whole = (
            PAID_TRAINING.search(before) or TO_PAY.search(before) or words.says("paying.all_paid", text)
        )
        if given[place] in ("deposit", "paid") and not_paid(one, text, shares):
            return [*given[:place], "price", *given[place + 1 :]]
        invoiced = given[place] == "rest" and event == "late_payment"  # « facture de solde »
        if invoiced or (given[place] == "paid" and (event in ("late_payment", "liability_cap") or is_whole)):
            given[place] = "price"
    return given


def _weigh(roles: dict[str, int], text: str, event: str | None) -> None:
    """Set right the distances of the roles that near words alone do not settle."""
    words = lexicon()
    if event != "liability_cap":
        roles.pop("claimed", None)
    named = roles.pop("opco_word", None)
    names_opco = words.says("event.opco_balance", text)
    if not names_opco or words.says("paying.opco_all", text):
        roles.pop("opco", None)
    elif named is not None and "opco" in roles and roles.get("price", _NAMED) > _NEXT:
        roles["opco"] = min(roles["opco"], named) - _NAMED
    if event == "deposit" and (
        words.says("asking.deposit", text) or not words.says("paying.deposit_paid", text)
    ):
        for role in ("deposit", "paid"):
            if roles.get(role, 0) > _NEXT:
                del roles[role]
    if "deposit" in roles and "paid" in roles:
        roles["deposit"] -= _NAMED
    hired = {"salary": event == "solicitation"}
    hired["turnover"] = hired["salary"] and words.says("paying.subcontractor", text)
    for role in hired.keys() & roles.keys():
        if hired[role]:
            roles[role] -= _NAMED
        else:
            del roles[role]


def _deposit_and_rest(sums: list[Sum], roles: list[str]) -> Findings:
    """All that was paid, when a deposit and the rest were."""
    both = {role: one for one, role in zip(sums, roles, strict=True) if role in ("deposit", "rest")}
    if len(both) < 2 or any(one.problem for one in both.values()):
        return Findings()
    total = sum((one.total for one in both.values()), Decimal(0))
    return Findings({"paid": total, "price": total} if "price" not in roles else {"paid": total})


def _read_taxes(text: str, sums: list[Sum], shares: tuple[Share, ...]) -> Findings:
    """The basis and the exemption said apart from the sums: « c'est du HT », « exonéré de TVA »."""
    words = lexicon()
    apart = text
    for one in sums:
        apart = hide(apart, one.start, one.end)
    facts: dict[str, object] = {}
    if words.says("vat.exempt", apart):
        facts["vat_rate"] = Decimal(0)
    said = [basis for basis in BASES if words.says(f"vat.{basis}", apart)]
    if len(said) == 1 and not any(one.basis for one in sums) and not words.says("asking.all_taxes", text):
        facts["basis"] = said[0]
    return Findings(facts)
