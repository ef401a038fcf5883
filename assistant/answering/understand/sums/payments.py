"""What is said of payments without a sum: the deposit, everything, nothing was paid."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from assistant.answering.understand.events import SESSION_EVENTS
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import hide_said
from assistant.answering.understand.sums.amounts import Share
from assistant.answering.understand.sums.percentages import share_of_price
from assistant.datatypes import Case, MoneyReading
from assistant.french import NBSP

_ASK_DEPOSIT = f"Quelle somme a été versée en acompte{NBSP}?"

PAID_ON = re.compile(  # « 1 000 € payés le 20 avril »
    r"\d ?(?:€|euros?|eur|%)(?: (?:ttc|ht))?"
    r"(?: (?:ont |a |ete |sont |est |were |was )*(?:paye|verse|regle|vire|paid|encaisse)\w*)?"
    r" (?:le|on|en|au|fin|debut|mi) ?\w"
)

_PAID = re.compile(r"\b(?:paye|verse|regle|vire|encaisse)(?!r)|\bpaid\b")
_USUAL_DEPOSIT = ("opco_balance", "deposit", "absence")  # events of which a balance is left
_HE = re.compile(  # « et s'il ne paie que 1 000 € ? »
    r"\b(?:ils?|elles?|they|it)(?= (?:(?:ne|n'|nous|me|m'|en|y|la|les?|only|does|do|did|will|would|has|have"
    r"|not|doesn't|don't|didn't|won't|a|ont|avait|aurait|devait|pouvait|voulait) ?)*"
    r"(?:paie|paye|pay|paid|pren|pris|vers|regl|financ|couvr|refus|rejet|rejec|declin|rembours|accord|cover"
    r"|fund|tak|repond|donn|r?ajout|augment|baiss|redui))"
)


def name_opco(text: str, known: Case) -> str:
    """A prepared message, with the OPCO spoken of before instead of the pronoun for it.

    >>> name_opco("et s'il paie tout ? combien reste-t-il ?", Case(event="opco_balance"))
    "et s'opco paie tout ? combien reste-t-il ?"
    """
    if known.event != "opco_balance" and known.opco_share is None:
        return text
    return text if says("event.opco_balance", text) else _HE.sub("opco", text)


_IT = re.compile(  # « si, je l'ai payé », « il a été versé »
    r"\bl'(?=(?:ai|as|a|avons|avez|ont)\b[^,;.!?]{0,20} (?:paye|verse|regle|vire)\b)"
    r"|\bil (?=(?:n')?(?:est|a(?: [a-z]+)? ete)\b[^,;.!?]{0,20} (?:paye|verse|regle|vire)\b)"
)


def name_deposit(text: str, known: MoneyReading) -> str:
    """A prepared message, with the deposit spoken of before instead of the pronoun for it.

    >>> name_deposit("si, je l'ai paye", MoneyReading(Case("cancellation", deposit_paid=Decimal(0))))
    "si, je l'acompte ai paye"
    """
    spoken_of = known.case.deposit_paid is not None or "deposit_paid" in known.given
    named = says("event.opco_balance", text) or says("event.late_payment", text)
    return _IT.sub("l'acompte ", text, count=1) if spoken_of and not named else text


def read_payments(
    text: str, event: str | None, case: Case, *, deposit: Decimal | None, stated: Collection[str] = ()
) -> Findings:
    """What is said of payments without a sum: the deposit is paid or not, everything is, nothing is.

    `deposit` is the share of the price that the terms ask for, in percent, `None` where it is not known.
    `stated` are the facts that the message gives as sums.
    """
    for concept, share in (("paying.opco_all", case.price), ("paying.opco_silent", Decimal(0))):
        if says(concept, text) and share is not None:
            by_client = read_payments(hide_said(text, concept), event, case, deposit=deposit, stated=stated)
            return Findings({"opco_share": share}) + by_client
    told, text = "deposit_paid" in stated or "paid" in stated, hide_said(text, "paying.balance_unpaid")
    if says("paying.deposit_unpaid", text):
        return Findings({"deposit_paid": Decimal(0)})
    if event != "late_payment" and (found := _read_whole(text, event, case)):
        return found
    all_told = not told and event in SESSION_EVENTS and not says("event.deposit", text)
    if all_told and _ALREADY.search(text):
        return Findings({"paid": case.price})
    if event != "deposit" and not told and says("paying.deposit_doubtful", text):
        return ask("deposit_paid", _ASK_DEPOSIT)
    asks_deposit = event == "deposit" and says("asking.deposit", text)
    if says("paying.deposit_paid", text) and not asks_deposit:
        paid = Findings({"paid": None} if not told and says("paying.deposit_alone", text) else {})
        if event in _USUAL_DEPOSIT and not told:
            return paid + (
                _usual_deposit(case.price, deposit) if case.price else Findings({"deposit_paid": None})
            )
        return paid + Findings({"deposit_paid": None})
    return Findings()


def only_unpaid(text: str) -> bool:
    """Whether a deposit is said to be unpaid, and nothing to be paid.

    >>> only_unpaid("votre facture de ¤¤¤ d'acompte. l'acompte n'est pas regle"), only_unpaid("acompte verse")
    (True, False)
    """
    text = hide_said(text, "paying.balance_unpaid")
    left = hide_said(text, "paying.deposit_unpaid")
    return left != text and not _PAID.search(left)


def settle_payments(known: MoneyReading, event: str, price: object, deposit: Decimal | None) -> Findings:
    """What « acompte réglé » or « tout est payé », said in the message before, comes to at this price."""
    if not isinstance(price, Decimal):
        return Findings()
    if "deposit_paid" in known.given:
        waits = event in _USUAL_DEPOSIT and known.case.deposit_paid is None
        return _usual_deposit(price, deposit) if waits else Findings()
    return Findings({"paid": price}) if "paid" in known.given and known.case.paid is None else Findings()


def _read_whole(text: str, event: str | None, case: Case) -> Findings | None:
    """What is said of the whole price: nothing of it is paid, or all of it."""
    if says("paying.nothing_paid", text):
        return Findings({"paid": Decimal(0), "deposit_paid": Decimal(0)})
    by_client = event != "opco_balance" and says("paying.balance_paid", text)
    return Findings({"paid": case.price}) if by_client or says("paying.all_paid", text) else None


_ALREADY = re.compile(  # « 1 500 € HT, déjà payé. »: a clause that says no more
    r"(?:^|[,;.!?(:\n]) ?(?:(?:et|mais|c'est|c'etait|and|it's|it is"
    r"|(?:j'|je|il|elle|on|nous|(?:le |la )?cliente?) ?(?:l')?(?:av(?:ait|ais|ons|ions)|ai|a)) ?)*"
    r"(?:deja (?:paye|regle)e?s?|already paid) ?(?=$|[,;.!?)])"
)


def told_in_parts(text: str) -> bool:
    """Whether an invoice is told as paid in several payments.

    >>> told_in_parts("1000 € le 20 avril puis 1400 € le 20 mai"), told_in_parts("2400 € payes le 20 mai")
    (True, False)
    """
    days = PAID_ON.findall(text)
    return len(days) > 1 or says("paying.in_parts", text)


def _usual_deposit(price: Decimal | None, share: Decimal | None) -> Findings:
    """The deposit that the terms ask for, counted as paid where no sum is said.

    It waits for the price, and is asked where the editions differ.
    """
    if price is None:
        return Findings({"deposit_paid": None})
    if share is None:
        return ask("deposit_paid", _ASK_DEPOSIT)
    found = share_of_price(Share(0, 0, share), "deposit_paid", price)
    return replace(found, notes=tuple(f"Acompte compté comme versé{NBSP}: {one}" for one in found.notes))
