"""A message that changes a figure of the case before, and does not say which one."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.understand.events import names_event, read_asking
from assistant.answering.understand.follow_ups import SHORT
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import Doubt, MoneyReading
from assistant.french import NBSP

_FIGURE = re.compile(r"(?<![\d¤.,-])\d[\d ]*(?![\d¤]| ?%|[.,]\d)")
_CHANGE = (
    f"Qu'est-ce qui change{NBSP}: le prix, le préavis, une date, le nombre de participants{NBSP}? "
    f"Dites-le-moi avec le mot, comme «{NBSP}20 jours avant{NBSP}» ou «{NBSP}3 participants{NBSP}»."
)
_WHAT_CHANGES = Doubt("change", _CHANGE)


def ask_what_changes(message: str, known: MoneyReading | None) -> MoneyReading | None:
    """The case before, with the question what a short message changes of it; `None` for any other message.

    Neither the sum of before nor a clause answers « et avec 12 ? ».
    """
    text = prepare(message)
    asking, is_short = read_asking(text), len(text.rstrip(" ?!.").split()) <= SHORT
    elsewhere = asking.clause or asking.elsewhere or names_event(text)
    if known is None or elsewhere or not (is_short and _FIGURE.search(text)):
        return None
    if not (asking.follow_up or asking.carry_on):
        return None
    return replace(known, doubts=(_WHAT_CHANGES,))


def settle_change(known: MoneyReading) -> MoneyReading:
    """What is known, without the question what changes: any message answers it."""
    return replace(known, doubts=tuple(one for one in known.doubts if one != _WHAT_CHANGES))
