"""Several payments told one after the other: « payé 600 € puis 1 400 € »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.understand.amounts import Sum

_DAY = r"(?: (?:paye|verse|regle|vire|paid)\w*)?(?: (?:(?:le|en|au|on|in) )?¤[¤ ]*)?"
_THEN = re.compile(rf"{_DAY}[ ,]*(?:et |and )?(?:puis|ensuite|then|plus)(?: encore| enfin| a nouveau)* $")
_AND = re.compile(rf"{_DAY}[ ,]*(?:et|and)(?: encore| enfin)? $")
_SO_MANY = re.compile(  # « 2 acomptes de 300 € »
    r"(?<![\d.,])(\d{1,2}) (?:acomptes|avances|versements|virements|cheques|paiements|reglements|payments"
    r"|instal[a-z]*|deposits) (?:de|of) $"
)


def add_payments(sums: Sequence[Sum], roles: Sequence[str], text: str) -> tuple[list[Sum], list[str]]:
    """The sums and their roles, a payment that follows another being added to it.

    After « et », only where another sum is the price. What follows a deposit is the rest of it.

    >>> from decimal import Decimal
    >>> two = [Sum(5, 10, Decimal(600)), Sum(16, 21, Decimal(500))]
    >>> sums, roles = add_payments(two, ["paid", "price"], "paye 600 € puis 500 €")
    >>> sums[0].value, roles
    (Decimal('1100'), ['paid', 'ignored'])
    """
    left, given = list(sums), list(roles)
    first = None
    for place, role in enumerate(roles):
        between = text[sums[place - 1].end : sums[place].start] if place else ""
        joined = _THEN.match(between) or (_AND.match(between) and roles.count("price") > 1)
        if role in ("paid", "deposit"):
            first = place
            if many := _SO_MANY.search(text[: sums[place].start]):
                left[place] = replace(sums[place], value=sums[place].value * int(many[1]))
        elif role != "price" or first is None or not joined:
            first = None
        elif given[first] == "deposit":
            given[place] = "rest"
        else:
            left[first] = replace(left[first], value=left[first].value + sums[place].total)
            given[place] = "ignored"
    return left, given
