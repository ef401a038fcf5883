"""Percentages: VAT, charges, and shares of the price paid by the client or the OPCO."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says, touches
from assistant.answering.understand.roles import share_roles
from assistant.answering.understand.sums.added_payments import add_shares
from assistant.answering.understand.sums.amounts import Share, Sum
from assistant.datatypes import to_cents
from assistant.french import NBSP, say_money, say_percent

FIELDS = {
    "deposit": "deposit_paid",
    "paid": "paid",
    "opco": "opco_share",
    "salary": "monthly_salary",
    "turnover": "subcontracted",
}
NET = "Indiquez le prix remise déduite."
_PAID = re.compile(
    r"\b(?:(?:paye|verse|regle|vire)(?!r)[a-z]*|paid|acompte|deposit)(?: (?:un acompte |a )?(?:de|of))? $"
)
_THAT_IS = re.compile(
    r"[ ,]*(?:(?:d'acompte|de l'acompte|du prix|du total|ttc|ht|of the price|deja)[ ,]*)*"
    r"(?:(?:paye|verse|regle)\w*[ ,]*)?"
    r"(?:soit|c'est[- ]a[- ]dire|i\.?e\.?|that is|=|:|\()[ ,]*"
)
_BY_CLIENT = re.compile(
    r"\b(?:je|j'|nous|on|i|we|client\w*|entreprise|societe|employeur|company) ?(?:ne |n'|en )*"
    r"(?:ai |avons |a )?(?:pai|pay|vers|regl)"
)


def read_shares(shares: tuple[Share, ...], text: str, price: object, event: str | None) -> Findings:
    """Percentages: VAT, charges, and shares of the price paid by the client or the OPCO.

    Of what an OPCO leaves to pay (`event`), one that nothing is said of is its share.
    """
    found = Findings()
    by_client = event == "opco_balance" and _BY_CLIENT.search(text) is not None
    by_opco = event == "opco_balance" and not by_client
    roles = share_roles(shares, text, by_opco=by_opco)
    is_paid = says("paying.deposit_paid", text) and not says("paying.deposit_unpaid", text)
    roles = ["paid" if by_client and role is None else role for role in roles]
    shares, roles = _rest_by_opco(*add_shares(shares, roles, text), text)
    for share, role in zip(shares, roles, strict=True):
        if touches("percent_role.other.after", text[share.end :]):
            found += ask("paid", f"Quelles sommes ont déjà été versées en tout{NBSP}?")
            continue
        if share.percent > 100 and role in ("vat", "opco", "paid", "deposit"):
            said = f"{say_percent(share.percent)} n'est pas possible{NBSP}: quel est le taux exact{NBSP}?"
            field = "vat_rate" if role == "vat" else FIELDS[role]
            found += ask(field, said)
        elif role == "vat":
            found += Findings({"vat_rate": share.percent})
        elif role == "charges":
            found += Findings({"employer_charges_rate": share.percent})
        elif role == "discount":
            if needs_no_price(text):
                continue
            asked = f"Une remise de {say_percent(share.percent)} est-elle déjà déduite du prix{NBSP}?"
            found += ask("price", f"{asked} {NET}")
        elif isinstance(price, Decimal) and (role in ("opco", "paid") or (role == "deposit" and is_paid)):
            found += share_of_price(share, FIELDS[role], price)
        elif role == "opco" and says("asking.sum", text):
            asked = f"{say_percent(share.percent)} de quel prix{NBSP}? Indiquez la somme que prend l'OPCO."
            found += ask("opco_share", asked)
    return found


def _is_that(share: Share, one: Sum, text: str) -> bool:
    """Whether a share and a sum are told as the same: « 30 %, soit 750 € »."""
    between = text[share.end : one.start] if share.end <= one.start else text[one.end : share.start]
    return _THAT_IS.fullmatch(between) is not None


def told_as_paid(one: Sum, shares: tuple[Share, ...], text: str) -> bool:
    """Whether a sum is what a share comes to that was just said to be paid: « versé 30 %, soit 750 € »."""
    return any(_is_that(share, one, text) and _PAID.search(text[: share.start]) for share in shares)


def price_of_share(shares: tuple[Share, ...], one: Sum, text: str) -> Findings:
    """The price, of which a payment is told as a share and as a sum: « 30 %, soit 750 € »."""
    for share in shares:
        if _is_that(share, one, text) and 0 < share.percent <= 100:
            price = to_cents(one.value * 100 / share.percent)
            told = f"{say_money(one.value)} = {say_percent(share.percent)} de {say_money(price)}"
            basis = {"basis": one.basis} if one.basis else {}
            return Findings({"price": price, **basis}, notes=(f"Prix déduit{NBSP}: {told}.",))
    return Findings()


def _rest_by_opco(
    shares: tuple[Share, ...], roles: list[str | None], text: str
) -> tuple[tuple[Share, ...], list[str | None]]:
    """The percentages, what is left of one being the OPCO's: « nous payons 40 %, l'OPCO le reste »."""
    told = [n for n, role in enumerate(roles) if role in ("opco", "paid", None)]
    if len(told) != 1 or shares[told[0]].percent > 100 or not says("paying.opco_rest", text):
        return shares, roles
    rest = replace(shares[told[0]], percent=100 - shares[told[0]].percent)
    left = tuple(rest if n in told else one for n, one in enumerate(shares))
    return left, ["opco" if n in told else role for n, role in enumerate(roles)]


def needs_no_price(text: str) -> bool:
    """Whether a discount is already in the price, or is asked for on a fee."""
    return says("paying.discounted", text) or says("paying.discount_on_fee", text)


def share_of_price(share: Share, field: str, price: Decimal) -> Findings:
    """A percentage of the price as a sum, and how it comes to it."""
    part = to_cents(price * share.percent / 100)
    said = f"{say_percent(share.percent)} de {say_money(price)} = {say_money(part)}."
    return Findings({field: part}, notes=(said,))
