"""What each sum of a message is for, by the words next to it and by the other sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.understand.lexicon import at_end, at_start, figure, says, touches
from assistant.answering.understand.roles import assign_roles, rank_roles
from assistant.answering.understand.spelling import HIDDEN
from assistant.answering.understand.sums.amounts import Share, Sum
from assistant.answering.understand.sums.prices import PAID_TRAINING, TO_PAY, not_paid

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
_OUT_OF = re.compile(  # « versé 400 € sur les 720 € d'acompte », « … sur l'acompte de 720 € »
    r"\b(?:sur|out of) (?:(?:les|ces|nos|mes|un|notre|mon|son|leur|cet|the|our|a) |l')?"
    r"(?:(?:acompte|arrhes|deposit)(?: total)? )?(?:de |of )?$"
)
_SHOULD_PAY = re.compile(  # « l'OPCO devait payer 2 400 € »
    r"\b(?:devai(?:t|en)t?|aurait du|was to|should have) (?:nous |me )?"
    r"(?:payer|financer|regler|verser|couvrir|prendre|pay|paid|fund|cover)[a-z ]*$"
)
_BY_CLIENT = re.compile(  # « nous avons versé 720 € », the OPCO being named
    r"\b(?:nous|on|j'|je|we|i|client|entreprise|societe|employeur) ?"
    r"(?:av(?:ons|ions|ais|ait) |a |ai |have |had )?(?:deja |already )?"
    r"(?:paye|verse|regle|vire|paid)\w* $"
)
_IN_FACT = re.compile(  # « l'OPCO a accordé 1 200 € mais n'en a payé que 800 € »: the same one pays
    r"[^.;!?]*\b(?:mais|et|puis|finalement|but|and) ?"
    r"(?:(?:il|elle|it|finalement|seulement|only|ne|n'|en|nous|a|vient|has|d') ?)*"
    r"(?:paye|verse|regle|vire|paid)\w*(?: (?:finalement|reellement|seulement|que|only))* (?:de )?$"
)
_PENALTY = re.compile(  # « les pénalités de 40 € »
    r"\b(?:penalites?|indemnites?|penalty|penalties|indemnity) (?:forfaitaires? )?(?:de |of )$"
)
_NEXT = 5  # characters within which « acompte de 600 € » is a deposit, where the deposit is asked for


def is_bounded(one: Sum, text: str) -> bool:
    """Whether a sum is only compared with another: « moins de 300 € », « 300 € au plus ».

    >>> from decimal import Decimal
    >>> is_bounded(Sum(9, 14, Decimal(300)), "moins de 300 € ?")
    True
    """
    return bool(at_end("bounded_sum.before", text[: one.start])) or touches(
        "bounded_sum.after", text[one.end :]
    )


def sum_roles(sums: list[Sum], shares: Sequence[Share], text: str, event: str | None) -> list[str]:
    """What each sum is for; without a word for it, the price.

    A percentage stands between a word and a sum, except in « 60 %, soit 900 € ».
    """
    between = [one for one in shares if not _THAT_IS.match(text[one.end :])]
    spans: list[Sum | Share] = sorted([*sums, *between], key=lambda one: one.start)
    all_ranked = zip(spans, rank_roles("sum_role", text, spans), strict=True)
    ranked = [roles for one, roles in all_ranked if isinstance(one, Sum)]
    for place, (one, roles) in enumerate(zip(sums, ranked, strict=True)):
        _weigh(roles, text, event)
        _leave_out_opco(roles, text[: one.start])
        in_brackets = text[: one.start].endswith("(")
        named = in_brackets and roles.get("price", _FAR) < roles.get("deposit", 0) + _NAMED
        if named or _ON_COURSE.search(text[: one.start]):
            roles.pop("deposit", None)  # « the deposit for the course (€2,000) »
            roles.pop("paid", None)
        discounted = at_start("sum_role.discount.after", text[one.end :])
        after = text[one.end + discounted.end() :] if discounted else ""
        following = ranked[place + 1] if place + 1 < len(sums) else {}
        if _BY_SUM.match(after):
            following["discount"] = -_NAMED
        if (following and _BY_SUM.match(after)) or _BY_SHARE.match(after):
            roles.pop("discount", None)
        if _THEN_PAID.match(text[one.end :]) and "price" not in following:
            following["paid"] = roles.pop("paid", -_NAMED)
        of_deposit = touches("sum_role.deposit.after", text[one.end :])
        paid_before = place and "paid" in ranked[place - 1] and (of_deposit or "deposit" in roles)
        if (paid_before and _OUT_OF.search(text[: one.start])) or touches(
            "sum_role.planned.after", text[one.end :]
        ):
            roles["planned"] = -_NAMED - 1
        elif of_deposit:
            roles["deposit"] = -_NAMED
        elif event == "deposit" and not roles and touches("sum_role.paid.after", text[one.end :]):
            roles["paid"] = -_NAMED  # « 300 € déjà versés »
    given = [role or "price" for role in assign_roles(ranked, _SHARED)]
    given = _paid_in_fact(given, sums, text) if event == "opco_balance" else given
    told = zip(sums, given, strict=True)
    given = [
        "ignored"
        if role == "price" and (is_bounded(one, text) or _PENALTY.search(text[: one.start]))
        else role
        for one, role in told
    ]
    whole = any(one.percent == 100 for one in shares)  # « financée à 100 % par l'OPCO (1 500 €) »
    if given == ["opco"] and (between or whole):  # « à 1 500 €, financée à 60 % par l'OPCO »
        given = ["price"]
    return _settled(given, sums, shares, text, event)


def _settled(
    given: list[str], sums: list[Sum], shares: Sequence[Share], text: str, event: str | None
) -> list[str]:
    """The roles, set right by those of the other sums; one sum at least is the price when any may be."""
    if "planned" in given and "deposit" not in given:  # « sur 900 € d'acompte prévus, 400 € payés »
        given = ["deposit" if role == "paid" else role for role in given]
    given = [("ignored" if "price" in given else "price") if role == "budget" else role for role in given]
    if event == "late_payment" and (len(sums) > 1 or says("asking.interest_only", text)):
        indemnity = figure("indemnity")
        told = zip(sums, given, strict=True)
        given = ["ignored" if one.total == indemnity else role for one, role in told]
    if "price" in given:
        return _paid_of_prices(given, sums, text)
    left = given == ["paid"] and says("asking.balance", text)  # « versé 300 €, combien encore ? »
    asks_deposit = event == "deposit" and says("asking.sum", text) and not left
    if asks_deposit and not says("paying.deposit_paid", text) and len(sums) == 1:
        return ["price"]
    for place, one in enumerate(sums):
        before = text[: one.start]
        is_whole = PAID_TRAINING.search(before) or TO_PAY.search(before) or says("paying.all_paid", text)
        if given[place] in ("deposit", "paid") and not_paid(one, text, shares):
            return [*given[:place], "price", *given[place + 1 :]]
        alone = given == ["deposit"] and "factur" in text  # « facture d'acompte », « facture de solde »
        invoiced = event == "late_payment" and (alone or given[place] == "rest")
        if invoiced or (given[place] == "paid" and (event in ("late_payment", "liability_cap") or is_whole)):
            given[place] = "price"
    return given


def _paid_in_fact(given: list[str], sums: Sequence[Sum], text: str) -> list[str]:
    """The roles, where what the OPCO paid takes the place of what it had granted."""
    given = list(given)
    for place, (one, other) in enumerate(pairwise(sums)):
        promised = given[place] in ("opco", "budget") and given[place + 1] in ("opco", "paid")
        if promised and _IN_FACT.fullmatch(text[one.end : other.start]):
            given[place : place + 2] = ["ignored", "opco"]
    return given


def _paid_of_prices(given: list[str], sums: Sequence[Sum], text: str) -> list[str]:
    """The roles, where of several prices some are said to be paid: « à rembourser sur 240 € versés »."""
    prices = [place for place, role in enumerate(given) if role == "price"]
    paid = [one for one in prices if touches("sum_role.paid.after", text[sums[one].end :])]
    return (
        given if len(paid) == len(prices) else ["paid" if one in paid else r for one, r in enumerate(given)]
    )


def _leave_out_opco(roles: dict[str, int], before: str) -> None:
    """Take from a sum what it is not by who pays it, or should have: the OPCO may be another's subject."""
    if _SHOULD_PAY.search(before):
        roles.clear()
        roles["budget"] = 0
    elif _BY_CLIENT.search(before):
        roles.pop("opco", None)


def _weigh(roles: dict[str, int], text: str, event: str | None) -> None:
    """Set right the distances of the roles that near words alone do not settle."""
    if event != "liability_cap":
        roles.pop("claimed", None)
    named = roles.pop("opco_word", None)
    names_opco = says("event.opco_balance", text)
    if not names_opco or says("paying.opco_all", text):
        roles.pop("opco", None)
    elif named is not None and "opco" in roles and roles.get("price", _NAMED) > _NEXT:
        roles["opco"] = min(roles["opco"], named) - _NAMED
    if event == "deposit" and (says("asking.deposit", text) or not says("paying.deposit_paid", text)):
        for role in ("deposit", "paid"):
            if roles.get(role, 0) > _NEXT:
                del roles[role]
    if "deposit" in roles and "paid" in roles:
        roles["deposit"] -= _NAMED
    hired = {"salary": event == "solicitation"}
    hired["turnover"] = hired["salary"] and says("paying.subcontractor", text)
    for role in hired.keys() & roles.keys():
        if hired[role]:
            roles[role] -= _NAMED
        else:
            del roles[role]
