"""Sums that are told a year, an hour or a head, where a whole one is needed."""

from __future__ import annotations

import re

from assistant.answering.understand.amounts import Sum
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.prices import A_HEAD_A_DAY
from assistant.french import NBSP, say_money

_NEAR = 30  # characters after a sum within which « par heure » is about it


def ask_whole(one: Sum, role: str, text: str) -> str | None:
    """The question about a sum that is not the whole of what it is for, or `None`."""
    if role == "salary":
        return _ask_monthly(one, text)
    return _ask_total(one, text) if role == "opco" else None


def _ask_monthly(one: Sum, text: str) -> str | None:
    """The question about a salary said a year."""
    words, left = lexicon(), re.sub(r"(?: (?:brute?|de|est|is|of|:))+ *$", "", text[: one.start])
    if not (words.touches("head.year", text[one.end :]) or words.at_end("head.year", left)):
        return None
    return f"{say_money(one.value)} par an{NBSP}: quel est le dernier salaire mensuel brut{NBSP}?"


def _ask_total(one: Sum, text: str) -> str | None:
    """The question about a share of the OPCO that is said an hour, a day or a head."""
    words, right = lexicon(), text[one.end :]
    left = re.sub(r"(?: (?:de|est|is|of|a|:))+ *$", "", text[: one.start])
    counted = one.heads and not A_HEAD_A_DAY.match(right) and not words.says("head.hourly", right[:_NEAR])
    timed = words.at_start("head.time", right) or words.at_end("head.hourly", left)
    if counted or not (timed or one.heads is not None):
        return None
    said = f"{say_money(one.value)} ne sont qu'une part de ce que prend l'OPCO"
    return f"{said}{NBSP}: quelle somme prend-il en charge en tout{NBSP}?"
