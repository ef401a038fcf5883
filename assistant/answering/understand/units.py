"""Shares of the OPCO that are told an hour, a day or a head, where the whole one is needed."""

from __future__ import annotations

import re

from assistant.answering.understand.amounts import Sum
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.prices import A_HEAD_A_DAY
from assistant.french import NBSP, say_money

_NEAR = 30  # characters after a sum within which « par heure » is about it


def ask_total(one: Sum, text: str) -> str | None:
    """The question about a share of the OPCO that is said an hour, a day or a head."""
    words, right = lexicon(), text[one.end :]
    left = re.sub(r"(?: (?:de|est|is|of|a|:))+ *$", "", text[: one.start])
    counted = one.heads and not A_HEAD_A_DAY.match(right) and not words.says("head.hourly", right[:_NEAR])
    timed = words.at_start("head.time", right) or words.at_end("head.hourly", left)
    if counted or not (timed or one.heads is not None):
        return None
    said = f"{say_money(one.value)} ne sont qu'une part de ce que prend l'OPCO"
    return f"{said}{NBSP}: quelle somme prend-il en charge en tout{NBSP}?"
