"""A message as the finders read it: folded, shorthand spelt out, numbers in digits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from text_to_num import alpha2digit

from assistant.answering.understand.lexicon import find_said, lexicon
from assistant.answering.understand.roles import Span
from assistant.answering.understand.shorthand import spell_out
from assistant.answering.understand.taken_back import take_back
from assistant.french import fold

HIDDEN = "¤"  # stands for what was already read, or must not be
_SEPTEMBER = re.compile(r"(?<=\d )sept\b\.?|(?<=1er )sept\b\.?")
_PERCENT = re.compile(r"\b(?:pour[ -]?cents?|pourcents?|percent|per cent)\b")
_THOUSANDS = re.compile(r"(\d)\s?mille\b")
_BEFORE_NINE = ("cent", "mille", "dix", "vingt", "trente", "ante")
_IN_NUMBER = "(?<![a-z]-)" + "".join(rf"(?<!{word} )" for word in _BEFORE_NINE)
_NINE = re.compile(  # not « new »
    rf"{_IN_NUMBER}\bneuf\b(?= j\b| (?!cents\b|mill)[a-z]+s\b)|(?<=sont )neuf\b|(?<=sommes )neuf\b"
)
_TWO = re.compile(r"\b(?:deux|two)\b")  # text2num leaves numbers below three alone
_NEW_LINE = re.compile(
    r"\s*\n(?=\s*(?:>|\n|[^\n:]{1,40} ?:))"
)  # before a quotation, a blank line, a « Prix : … »
_CENTS = re.compile(  # « 1250 euros 50 »
    r"(?<![.,\d])(\d+(?: \d{3})*) ?(euros? (?:et )?|€ ?(?:et )?)(\d\d)(?: ?(?:centimes?|cents?|cts?))?"
    r"(?=\s*(?:$|[.;?!)]|,(?!\d)| (?:ht|ttc|hors taxes?|toutes taxes)\b)|(?<=centimes)|(?<=cents))"
)
_FILLERS = re.compile(r"^(?:(?:ah|oh|euh|heu|hum+|hm+|hein|bah|ben|eh bien|disons|mettons)\b[ ,.!…]*)+(?=\w)")
_AFTER_REFERENCE = re.compile(  # « RCL-RCL-14 mille cinq cents euros »
    r"(?<=[a-z]-\d\d) (?=(?:mille|cent|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze)\b)"
)
_WORD = re.compile(r"[a-z]{5,}")
_DIGIT = re.compile(r"\d")
_LONG = 9  # letters from which two typing errors are forgiven


@lru_cache(maxsize=512)  # one message is read by many finders
def prepare(message: str) -> str:
    """The message, ready for the finders; what is no sum, date or notice is hidden.

    >>> prepare("J’anule trois semaines avant, à deux mille euros (art. 3.5)")
    "j'annule 3 semaines avant, a 2000 euros (art. ¤.¤)"
    """
    text = fold(spell_out(_NEW_LINE.sub(" . ", message.replace("\u2212", "-"))))
    text = _AFTER_REFERENCE.sub(", ", _FILLERS.sub("", text))
    text = _SEPTEMBER.sub("septembre", text)
    text = _PERCENT.sub("%", text)
    text = _THOUSANDS.sub(r"\1k", text)
    text = _NINE.sub("9", text)
    text = str(alpha2digit(str(alpha2digit(text, "fr")), "en"))
    text = _TWO.sub("2", text)
    text = _CENTS.sub(r"\1,\3 €", text)
    text = _WORD.sub(lambda match: _mend(match.group()), text)
    for match in find_said("hidden", text):
        seen = match.group()
        text = text[: match.start()] + _DIGIT.sub(HIDDEN, seen) + text[match.end() :]
    return take_back(text)


def hide(text: str, start: int, end: int) -> str:
    """The text with a span covered, its length unchanged.

    >>> hide("le 12 mars", 3, 10)
    'le ¤¤¤¤¤¤¤'
    """
    return text[:start] + HIDDEN * (end - start) + text[end:]


def hide_spans(text: str, spans: Iterable[Span]) -> str:
    """The text with every span covered, its length unchanged."""
    for one in spans:
        text = hide(text, one.start, one.end)
    return text


def hide_said(text: str, concept: str) -> str:
    """The text with what says a concept covered, its length unchanged.

    >>> hide_said("acompte paye, solde non paye", "paying.balance_unpaid")
    'acompte paye, ¤¤¤¤¤¤¤¤¤¤¤¤¤¤'
    """
    for match in find_said(concept, text):
        text = hide(text, match.start(), match.end())
    return text


def _mend(word: str) -> str:
    """The word that a typing error hides, or the word itself."""
    if not {word, f"{word}s", word.removesuffix("s")}.isdisjoint(lexicon().misspelt | lexicon().not_misspelt):
        return word
    near = [one for one in sorted(lexicon().misspelt) if one[0] == word[0] and abs(len(one) - len(word)) <= 2]
    best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=2)
    if best is None:
        return word
    allowed = 2 if min(len(word), len(best[0])) >= _LONG else 1
    return str(best[0]) if best[1] <= allowed else word
