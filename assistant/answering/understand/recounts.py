"""Another number of people, after a price a head: « finalement 5 participants »."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answering.understand.amounts import find_sums
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.headcount import find_headcount
from assistant.french import NBSP, say_money

_RECOUNT = re.compile(
    r"(?:(?:et|non|si|finalement|en fait|en realite|plutot|pardon|and|if|no|actually|sorry)[ ,]*)*"
    r"(?:(?:pour|avec|for|with|nous (?:sommes|serons|serions|etions)|on (?:est|sera|serait|etait)"
    r"|(?:ils|elles|ce) (?:sont|seront|seraient)|il y (?:a|aura)|we are|there are) )?"
    r"\d{1,3}(?: [a-z]+)?[ .!?]*(?:finalement|en fait|actually)?[ .!?]*"
)


def price_each(text: str) -> Decimal | None:
    """The price a head that a prepared message gives with a number of people, when it gives one.

    >>> price_each("3 participants a 640 € chacun")
    Decimal('640')
    """
    told = [one.value for one in find_sums(text) if one.heads]
    return told[0] if len(told) == 1 else None


def recount(text: str, each: Decimal | None) -> Findings | None:
    """The price for another number of people, when this is all that a prepared message says.

    >>> dict(recount("finalement 5 participants", Decimal("640")).facts)
    {'price': Decimal('3200')}
    >>> recount("5 participants absents", Decimal("640")) is None
    True
    """
    if each is None or not _RECOUNT.fullmatch(text.strip()):
        return None
    heads = find_headcount(text)
    return total_for(heads, each) if heads else None


def total_for(heads: int, each: Decimal) -> Findings:
    """The price for so many people, and how it is reached."""
    said = f"Prix total{NBSP}: {heads} × {say_money(each)} = {say_money(each * heads)}."
    return Findings({"price": each * heads}, notes=(said,))
