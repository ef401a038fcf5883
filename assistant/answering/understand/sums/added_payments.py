"""Several payments told one after the other: « payé 600 € puis 1 400 € »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.understand.sums.amounts import Share, Sum

_DAY = (
    r"(?: (?:paye|verse|regle|vire|paid)\w*)?"
    r"(?: (?:a la|a l'|au|lors de la) ?(?:commande|signature|inscription|devis))?"
    r"(?: (?:(?:le|en|au|on|in) )?¤[¤ ]*)?"
)
_ANOTHER = (
    r"(?: (?:un |le |a )?(?:2e|2eme|second|deuxieme|autre|nouvel|dernier)e?"
    r" (?:acompte|versement|paiement|virement|deposit|payment)(?: de| of)?)?"
)
_THEN = re.compile(
    rf"{_DAY}[ ,]*(?:et |and )?(?:puis|ensuite|then|plus|\+)(?: encore| enfin| a nouveau)*{_ANOTHER} $"
)
_AND = re.compile(rf"{_DAY}[ ,]*(?:et|and)(?: encore| enfin)?{_ANOTHER} $")
_STILL_DUE = re.compile(r" ?(?:qui )?(?:rest\w+|dus?\b|a (?:payer|verser|regler)|impaye|manqu)")
_PAYMENTS = ("paid", "deposit")
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
        if role in (*_PAYMENTS, "opco"):
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


def add_shares(
    shares: Sequence[Share], roles: Sequence[str | None], text: str
) -> tuple[tuple[Share, ...], list[str | None]]:
    """The percentages and their roles, a payment that follows another being added to it.

    >>> from decimal import Decimal
    >>> two = (Share(5, 9, Decimal(30)), Share(15, 19, Decimal(20)))
    >>> add_shares(two, ["paid", None], "paye 30 % puis 20 %")[0]
    (Share(start=5, end=19, percent=Decimal('50')),)
    """
    left: list[Share] = []
    given: list[str | None] = []
    for share, role in zip(shares, roles, strict=True):
        before = left[-1] if left else share
        between = text[before.end : share.start]
        paid = bool(given) and given[-1] in _PAYMENTS and role in (*_PAYMENTS, None)
        if paid and _STILL_DUE.match(text[share.end :]):
            left.append(share)
            given.append(None)
        elif paid and (_THEN.match(between) or _AND.match(between)):
            left[-1] = Share(before.start, share.end, before.percent + share.percent)
            given[-1] = "paid"
        else:
            left.append(share)
            given.append(role)
    return tuple(left), given
