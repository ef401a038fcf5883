"""The salary on which an indemnity is counted: gross, and a month."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.understand.amounts import Sum
from assistant.answering.understand.lexicon import lexicon
from assistant.french import NBSP, say_money

_JOINT = re.compile(r"(?: (?:brute?|de|est|is|of|:))+ *$")
_OF = re.compile(r"(?: (?:de|est|is|of|:))+ *$")


def ask_salary(one: Sum, text: str) -> str | None:
    """The question about a salary that is net, or said a year; `None` when it is neither.

    >>> text = "un salaire de 2 800 € net"
    >>> from decimal import Decimal
    >>> ask_salary(Sum(14, 21, Decimal(2800)), text).replace(NBSP, " ").replace(chr(0x202F), " ")
    '2 800,00 € net : quel est le dernier salaire mensuel brut ?'
    """
    words = lexicon()
    if is_net(one, text):
        said = "net"
    elif words.touches("head.year", text[one.end :]) or words.at_end(
        "head.year", _JOINT.sub("", text[: one.start])
    ):
        said = "par an"
    else:
        return None
    return f"{say_money(one.value)} {said}{NBSP}: quel est le dernier salaire mensuel brut{NBSP}?"


def is_net(one: Sum, text: str) -> bool:
    """Whether a sum is said to be net right before or after it."""
    words, before = lexicon(), _OF.sub("", text[: one.start])
    if words.touches("head.gross", text[one.end :]):
        return False
    return words.touches("head.net", text[one.end :]) or bool(words.at_end("head.net", before))


def without_net(sums: Sequence[Sum], text: str) -> list[Sum]:
    """The sums, without the net salary where the gross one is told too."""
    gross = [one for one in sums if not is_net(one, text)]
    told = any(lexicon().touches("head.gross", text[one.end :]) for one in gross)
    return gross if told else list(sums)
