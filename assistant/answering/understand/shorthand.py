"""What people shorten when they type fast, written in full, as `shorthand.yaml` lists it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.answering.understand.lexicon import phrase_regex
from assistant.french import fold_letters
from assistant.own_yaml import load_yaml


def spell_out(text: str) -> str:
    """The text, what is shortened written in full; the rest is as typed.

    >>> spell_out("Cb de tps avt ?"), spell_out("Déjà réglé par CB")
    ('combien de temps avant ?', 'Déjà réglé par CB')
    """
    folded = fold_letters(text)
    for typed, read in _shorthand():
        found = list(typed.finditer(folded))
        for match in reversed(found):
            text = text[: match.start()] + match.expand(read) + text[match.end() :]
        folded = fold_letters(text) if found else folded
    return text


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each entry of the file, read once: what is typed, what is read."""
    file = files("assistant.answering.understand").joinpath("shorthand.yaml")
    entries: list[tuple[str, str]] = load_yaml(file.read_text(encoding="utf-8"))
    whole = r"(?<![\w-])(?:{})(?![\w-])"
    return tuple((re.compile(whole.format(phrase_regex(typed, {}))), read) for typed, read in entries)
