"""Sums that the person quotes back from the answer before: « donc on perd 360 € ? »."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from assistant.answering.understand.lexicon import at_end, figure, says
from assistant.answering.understand.spelling import hide
from assistant.answering.understand.sums.amounts import Sum, find_sums, parse_number
from assistant.datatypes import Event

_CLAUSE = re.compile(r"[,.;:?!](?=\s|$)|\b(?:mais|but)\b")
_SENTENCE = re.compile(r"[.;?!](?=\s|$)")
_BARE = re.compile(  # « donc 2 100 en tout ? », which names no euros
    r"(?:donc|alors|soit|ca fait|c'est bien|so|ok) (?:bien )?(?P<digits>\d[\d .,]*\d)"
    r"(?: en tout| au total)?[ .!]*\?"
)
_ASKS_BASIS = re.compile(  # « c'est TTC, ce montant ? »: of the sum given, and no basis of the price
    r"(?:(?:et|donc|ok|mais),? ?)*(?:c'est|est-ce|ce (?:montant|prix) est|is (?:it|that|this))"
    r"\b[^.;!]*\b(?:ttc|ht|hors taxes?|toutes taxes|tva|vat|tax)\b[^.;!\d]*\?\W*"
)
_SHORT = 14  # words up to which a sentence only says a sum back


def hide_quoted(text: str, said: Collection[Decimal], event: Event | None = None) -> str:
    """A prepared message, the sums covered that it quotes from the answer before, which gave those `said`.

    A sum that is asked about, « pourquoi 1 200 € ? », concluded, « donc on perd 360 € », or
    believed, « je croyais que c'était 300 € », is no new price; neither is one that was
    just given, or that it is compared with, in a question that supposes nothing. Nor are,
    of a late payment, the 40 € that article 3.4 of both editions sets (`event` is that of
    the answer before).

    >>> hide_quoted("donc on perd 360 € ?", {Decimal(360)}), hide_quoted("et pour 360 € ?", {Decimal(360)})
    ('donc on perd ¤¤¤¤¤ ?', 'et pour 360 € ?')
    """
    if _ASKS_BASIS.fullmatch(text):
        return hide(text, 0, len(text))
    fixed = figure("indemnity") if event == "late_payment" else None
    for one in find_sums(text):
        clause, sentence = (_around(one, text, end) for end in (_CLAUSE, _SENTENCE))
        is_fixed = one.value == fixed and not says("quoting.named", clause)
        compared = at_end("bounded_sum.before", text[: one.start]) is not None
        if is_fixed or _is_quoted(clause, sentence, just_said=one.value in said, compared=compared):
            text = hide(text, one.start, one.end)
    bare = _BARE.fullmatch(text)
    if bare and parse_number(bare["digits"]) in said and not find_sums(text):
        return hide(text, *bare.span("digits"))
    return text


def _around(one: Sum, text: str, end: re.Pattern[str]) -> str:
    """The clause or the sentence in which a sum stands, with the mark that ends it."""
    start = max((mark.end() for mark in end.finditer(text, 0, one.start)), default=0)
    ending = end.search(text, one.end)
    return text[start : ending.end() if ending else len(text)].strip()


def _is_quoted(clause: str, sentence: str, *, just_said: bool, compared: bool) -> bool:
    if says("quoting.why", clause):
        return True
    if says("quoting.named", clause):
        return False
    if says("quoting.believed", clause):
        return True
    if says("quoting.supposing", clause):
        return False
    if says("quoting.concluded", clause) or (compared and sentence.endswith("?")):
        return True
    supposes = says("quoting.supposing", sentence) or says("quoting.named", sentence)
    if not just_said or supposes or len(sentence.split()) > _SHORT:
        return False
    return sentence.endswith("?") or says("quoting.so", sentence)
