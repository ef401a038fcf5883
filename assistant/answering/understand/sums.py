"""The sums of a message by what they are for: price, deposit, sums paid, OPCO, salary, VAT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.amounts import BASES, Share, Sum, find_shares, find_sums
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.roles import assign_roles, rank_roles
from assistant.answering.understand.spelling import hide
from assistant.datatypes import Case, Doubt
from assistant.french import NBSP, say_money, say_percent

_FIELDS = {"deposit": "deposit_paid", "paid": "paid", "opco": "opco_share", "salary": "monthly_salary"}
_PAID_TRAINING = re.compile(
    r"\bpaye\w* (?:la|ma|cette|notre|une) (?:formation|session)[a-z ]*$"
    r"|\bpaid (?:for )?(?:the|my|our) (?:course|training)[a-z ]*$"
)
_THAT_IS = re.compile(r"[ ,]*(?:\(|=|soit\b|i\.e\.)")
_HE = re.compile(r"\b(?:il|elle)\b")  # « et s'il ne paie que 1 000 € ? » of the OPCO
_NAMED = 20  # characters by which naming the OPCO outweighs a nearer word
_NEXT = 5  # characters within which « acompte de 600 € » is a deposit, where the deposit is asked for
_CENT = Decimal("0.01")


def read_sums(
    text: str, event: str | None, known: Case | None, *, length: int | None = None
) -> tuple[Findings, str]:
    """What a prepared message says of sums and rates, and the message with them covered.

    `length` is the number of days of the training, for a price a day.
    """
    shares = find_shares(text)
    left = _covered(text, shares)
    sums = [_whole(one, text, length) for one in _meant(find_sums(left), text)]
    roles = _roles(sums, shares, left, event)
    priced = _read_prices(
        [one for one, role in zip(sums, roles, strict=True) if role == "price"], text, event
    )
    price = priced.facts.get("price") or (known.price if known else None)
    basis = priced.facts.get("basis") or (known.basis if known else None)
    found = _read_shares(shares, text, price) + priced + _deposit_and_rest(sums, roles)
    for one, role in zip(sums, roles, strict=True):
        field = _FIELDS.get(role)
        if field and one.problem:
            found += Findings(doubts=(Doubt(field, one.problem),))
        elif field:
            found += Findings({field: _in_basis(one, basis, found.facts.get("vat_rate"))})
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
    for one, roles in zip(sums, ranked, strict=True):
        _weigh(roles, text, event)
        if words.touches("sum_role.deposit.after", text[one.end :]):
            roles["deposit"] = -_NAMED
    given = [role or "price" for role in assign_roles(ranked, frozenset({"price", "ignored"}))]
    if "price" in given:
        return given
    asks_deposit = event == "deposit" and words.says("asking.sum", text)
    if asks_deposit and not words.says("paying.deposit_paid", text) and len(sums) == 1:
        return ["price"]
    for place, one in enumerate(sums):
        is_whole = _PAID_TRAINING.search(text[: one.start]) or words.says("paying.all_paid", text)
        if given[place] == "paid" and (event == "late_payment" or is_whole):
            given[place] = "price"
    return given


def _weigh(roles: dict[str, int], text: str, event: str | None) -> None:
    """Set right the distances of the roles that near words alone do not settle."""
    words = lexicon()
    named = roles.pop("opco_word", None)
    names_opco = words.says("event.opco_balance", text)
    goes_on = event == "opco_balance" and _HE.search(text) is not None
    if not (names_opco or goes_on) or words.says("paying.opco_all", text):
        roles.pop("opco", None)
    elif named is not None and "opco" in roles and roles.get("price", _NAMED) > _NEXT:
        roles["opco"] = min(roles["opco"], named) - _NAMED
    if event == "deposit" and words.says("asking.deposit", text):
        for role in ("deposit", "paid"):
            if roles.get(role, 0) > _NEXT:
                del roles[role]
    if "deposit" in roles and "paid" in roles:
        roles["deposit"] -= _NAMED
    if event != "solicitation":
        roles.pop("salary", None)
    elif "salary" in roles:
        roles["salary"] -= _NAMED


def _deposit_and_rest(sums: list[Sum], roles: list[str]) -> Findings:
    """All that was paid, when a deposit and the rest were."""
    both = {role: one for one, role in zip(sums, roles, strict=True) if role in ("deposit", "rest")}
    if len(both) < 2 or any(one.problem for one in both.values()):
        return Findings()
    total = sum((one.total for one in both.values()), Decimal(0))
    return Findings({"paid": total, "price": total} if "price" not in roles else {"paid": total})


def _read_prices(prices: list[Sum], text: str, event: str | None) -> Findings:
    """The price; the same price said before and after tax is one price."""
    for one in prices:
        asked = one.problem
        if one.heads is None and lexicon().touches("head.time", text[one.end :]):
            asked = f"{say_money(one.value)} n'est pas un prix total{NBSP}: quel est-il{NBSP}?"
        elif one.heads == 0:
            asked = f"{say_money(one.value)} par personne{NBSP}: pour combien de participants{NBSP}?"
        elif one.group and one.group > 1:
            whose = f"le prix par personne ou celui des {one.group} participants"
            asked = f"{say_money(one.value)}{NBSP}: est-ce {whose}{NBSP}?"
        if asked:
            return Findings(doubts=(Doubt("price", asked),))
    different = list({(one.total, one.basis): one for one in prices}.values())
    if not different:
        return Findings()
    if any(not one.total for one in different):
        return Findings(doubts=(Doubt("price", f"Le prix ne peut pas être nul{NBSP}: quel est-il{NBSP}?"),))
    by_basis = {one.basis: one.total for one in different}
    if len(different) == 2 and set(by_basis) == {"HT", "TTC"}:
        return _both_bases(by_basis["HT"], by_basis["TTC"])
    if len(different) > 1:
        listed = " et ".join(say_money(one.total) for one in different)
        return Findings(
            doubts=(Doubt("price", f"Vous citez plusieurs prix ({listed}){NBSP}: lequel retenir{NBSP}?"),)
        )
    return _one_price(different[0], text, event)


def _one_price(one: Sum, text: str, event: str | None) -> Findings:
    facts: dict[str, object] = {"price": one.total}
    if one.basis:
        facts["basis"] = one.basis
    if one.exempt:
        facts["vat_rate"] = Decimal(0)
    is_paid = lexicon().touches("sum_role.paid.after", text[one.end :])
    if event != "late_payment" and (is_paid or _PAID_TRAINING.search(text[: one.start])):
        facts["paid"] = one.total
    notes: tuple[str, ...] = ()
    if one.heads:
        notes = (f"Prix total{NBSP}: {one.heads} × {say_money(one.value)} = {say_money(one.total)}.",)
    return Findings(facts, notes=notes)


def _both_bases(without: Decimal, with_tax: Decimal) -> Findings:
    """The price before tax and its VAT rate, when the two sums agree at a French rate."""
    rates = [Decimal(0), *map(Decimal, lexicon().figures["vat_rates"])]
    for rate in rates:
        if abs(without * (100 + rate) / 100 - with_tax) <= _CENT:
            return Findings({"price": without, "basis": "HT", "vat_rate": rate})
    said = f"{say_money(without)} HT et {say_money(with_tax)} TTC"
    return Findings(
        doubts=(Doubt("price", f"{said} ne s'accordent à aucun taux de TVA{NBSP}: lequel retenir{NBSP}?"),)
    )


def _in_basis(one: Sum, basis: object, vat_rate: object) -> Decimal:
    """A sum in the basis of the price, when it is said in the other one."""
    if one.basis is None or basis is None or one.basis == basis:
        return one.total
    rate = vat_rate if isinstance(vat_rate, Decimal) else Decimal(lexicon().figures["vat_rates"][0])
    factor = (100 + rate) / 100
    converted = one.total * factor if basis == "TTC" else one.total / factor
    return converted.quantize(_CENT)


def _read_shares(shares: tuple[Share, ...], text: str, price: object) -> Findings:
    """Percentages: VAT, charges, and shares of the price paid by the client or the OPCO."""
    found = Findings()
    roles = assign_roles(rank_roles("percent_role", text, shares), frozenset({"deposit", "paid"}))
    for share, role in zip(shares, roles, strict=True):
        if share.percent > 100 and role in ("vat", "opco", "paid", "deposit"):
            said = f"{say_percent(share.percent)} n'est pas possible{NBSP}: quel est le taux exact{NBSP}?"
            field = "vat_rate" if role == "vat" else _FIELDS[role]
            found += Findings(doubts=(Doubt(field, said),))
        elif role == "vat":
            found += Findings({"vat_rate": share.percent})
        elif role == "charges":
            found += Findings({"employer_charges_rate": share.percent})
        elif role == "discount":
            asked = f"Une remise de {say_percent(share.percent)} est-elle déjà déduite du prix{NBSP}?"
            found += Findings(doubts=(Doubt("price", f"{asked} Indiquez le prix remise déduite."),))
        elif role in ("opco", "paid") and isinstance(price, Decimal):
            found += share_of_price(share, _FIELDS[role], price)
        elif role == "opco" and lexicon().says("asking.sum", text):
            asked = f"{say_percent(share.percent)} de quel prix{NBSP}? Indiquez la somme que prend l'OPCO."
            found += Findings(doubts=(Doubt("opco_share", asked),))
    return found


def share_of_price(share: Share, field: str, price: Decimal) -> Findings:
    """A percentage of the price as a sum, and how it comes to it."""
    part = (price * share.percent / 100).quantize(_CENT)
    said = f"{say_percent(share.percent)} de {say_money(price)} = {say_money(part)}."
    return Findings({field: part}, notes=(said,))


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
