"""Sums that are not the whole one: a net or a year's salary, a share of the OPCO an hour or a head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.understand.lexicon import at_end, at_start, says, touches
from assistant.answering.understand.sums.amounts import Sum
from assistant.answering.understand.sums.prices import A_HEAD_A_DAY
from assistant.french import NBSP, say_money

_GROSS = re.compile(r"(?: (?:brute?|de|est|is|of|:))+ *$")
_OF = re.compile(r"(?: (?:de|est|is|of|:))+ *$")
_OF_SHARE = re.compile(r"(?: (?:de|est|is|of|a|:))+ *$")
_NEAR = 30  # characters after a sum within which « par heure » is about it


def ask_salary(one: Sum, text: str) -> str | None:
    """The question about a salary that is net, or said a year; `None` when it is neither.

    >>> text = "un salaire de 2 800 € net"
    >>> from decimal import Decimal
    >>> ask_salary(Sum(14, 21, Decimal(2800)), text).replace(NBSP, " ").replace(chr(0x202F), " ")
    '2 800,00 € net : quel est le dernier salaire mensuel brut ?'
    """
    before, after = text[: one.start], text[one.end :]
    if is_net(one, text):
        said = "net"
    elif touches("head.year", after) or at_end("head.year", _GROSS.sub("", before)):
        said = "par an"
    else:
        return None
    return f"{say_money(one.value)} {said}{NBSP}: quel est le dernier salaire mensuel brut{NBSP}?"


def is_net(one: Sum, text: str) -> bool:
    """Whether a sum is said to be net right before or after it."""
    before = _OF.sub("", text[: one.start])
    if touches("head.gross", text[one.end :]):
        return False
    return touches("head.net", text[one.end :]) or bool(at_end("head.net", before))


def without_net(sums: Sequence[Sum], text: str) -> list[Sum]:
    """The sums, without the net salary where the gross one is told too."""
    gross = [one for one in sums if not is_net(one, text)]
    told = any(touches("head.gross", text[one.end :]) for one in gross)
    return gross if told else list(sums)


def ask_whole_share(one: Sum, text: str) -> str | None:
    """The question about a share of the OPCO that is said an hour, a day or a head; `None` of a whole one."""
    right = text[one.end :]
    left = _OF_SHARE.sub("", text[: one.start])
    counted = one.heads and not A_HEAD_A_DAY.match(right) and not says("head.hourly", right[:_NEAR])
    timed = at_start("head.time", right) or at_end("head.hourly", left)
    if counted or not (timed or one.heads is not None):
        return None
    said = f"{say_money(one.value)} ne sont qu'une part de ce que prend l'OPCO"
    return f"{said}{NBSP}: quelle somme prend-il en charge en tout{NBSP}?"
