"""Another number of people, after a price a head: « finalement 5 participants »."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.sums.amounts import find_sums, parse_number
from assistant.answering.understand.sums.headcount import find_headcount
from assistant.datatypes import Event, MoneyReading
from assistant.french import NBSP, say_money

_ANY_HEADS: tuple[Event, ...] = ("late_payment", "solicitation")  # whose sum is no price of theirs
_RECOUNT = re.compile(
    r"(?:(?:et|mais|non|si|finalement|en fait|en realite|plutot|pardon|and|if|no|actually|sorry)[ ,]*)*"
    r"(?:(?:pour|avec|for|with|(?:nous|on) (?:ne |n')?(?:sommes|serons|serions|etions|est|sera|serait|etait)"
    r"|(?:ils|elles|ce) (?:sont|seront|seraient)(?: finalement| en fait)?|il y (?:a|aura)|we are"
    r"|there are|c'est) (?:plus )?(?:que )?)?"
    r"(?P<number>\d{1,3}|une? seule?)"
    r"(?P<noun> (?!a |de |en |j\b|jours?\b|semaines?\b|mois\b|days?\b|weeks?\b)[a-z]+)?"
    r"(?P<each>(?: (?:a|pour) (?:ce|le meme) prix(?:-la)?|,? chacune?| each| par personne)+)?"
    r"(?: (?P<more>de plus|en plus|more|extra)| (?P<less>de moins|en moins|fewer|less))?[ .!?]*"
    r"(?:finalement|en fait|plutot|actually)?[ .!?]*"
)
_EACH = re.compile(
    r"\b(?:par|per|/|chaque|la) ?(?:personne|pers|tete|place|stagiaire|participante?|salariee?|inscrite?"
    r"|person|head|trainee)\b|\b(?:chacune?|each)\b"
)
_NUMBERS = re.compile(r"\d[\d ]*(?:,\d+)?")


def price_each(text: str) -> Decimal | None:
    """The price a head that a prepared message gives with a number of people, when it gives one.

    >>> price_each("3 participants a 640 € chacun")
    Decimal('640')
    """
    told = [one.value for one in find_sums(text) if one.heads is not None]
    return told[0] if len(told) == 1 else None


def recount(text: str, known: MoneyReading) -> Findings | None:
    """The price for another number of people, when this is all that a prepared message says.

    Of a price that may be each one's or everyone's, which one it is.

    >>> from assistant.datatypes import Case
    >>> known = MoneyReading(Case("cancellation", price=Decimal("640")), each=Decimal("640"))
    >>> dict(recount("finalement 5 participants", known).facts)
    {'price': Decimal('3200')}
    >>> dict(recount("et si on est 3 a ce prix ?", MoneyReading(Case("deposit", price=Decimal("900")))).facts)
    {'price': Decimal('2700')}
    >>> dict(recount("et avec 2 de plus ?", known).facts)
    {'price': Decimal('1920')}
    >>> recount("5 participants absents", known) is None
    True
    """
    told, price = _RECOUNT.fullmatch(text.strip()), known.case.price
    if price and not told and _tells_each(text, price):
        return total_for(find_headcount(text) or 0, price)
    heads = _heads(told, known) if told else None
    if not told or not heads or known.case.event in _ANY_HEADS:
        return None
    each = known.each or (price if told["each"] else None)
    if each is not None:
        return total_for(heads, each)
    return ask("price", ask_whose(price, heads)) if price and heads > 1 else None


def _tells_each(text: str, price: Decimal) -> bool:
    """Whether a message only says that the price known is each one's: « c'est par personne, on est 3 »."""
    heads = find_headcount(text)
    told = {parse_number(one.group().strip()) for one in _NUMBERS.finditer(text)}
    return bool(heads and _EACH.search(text)) and told - {price} == {Decimal(heads or 0)}


def _heads(told: re.Match[str], known: MoneyReading) -> int | None:
    """How many people a recount speaks of: « 2 de plus » are counted on those known; a number, again."""
    number = int(told["number"]) if told["number"].isdigit() else 1
    price, each = known.case.price, known.each
    if told["more"] or told["less"]:
        before = int(price / each) if price and each else 0
        return before + (number if told["more"] else -number) if before else None
    counted = each is not None and known.given == ("price",) and told["noun"] is None
    return number if counted or not told["number"].isdigit() else find_headcount(told.string)


def ask_whose(price: Decimal, heads: int) -> str:
    """The question whether a price is each one's or everyone's."""
    return f"{say_money(price)}{NBSP}: est-ce le prix par personne ou celui des {heads} participants{NBSP}?"


def total_for(heads: int, each: Decimal) -> Findings:
    """The price for so many people, and how it is reached."""
    said = f"Prix total{NBSP}: {heads} × {say_money(each)} = {say_money(each * heads)}."
    return Findings({"price": each * heads}, notes=(said,), each=each)
