"""What a model wrote, read into statements, each with the marks it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARKS = re.compile(r"\s*\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]")
_OPENING = re.compile(r"\{(?=\s*\"(?:text|marks)\")")
_YES_NO = re.compile(
    r"^(?:(?:malheureusement|h[ée]las|en effet|effectivement|absolument|tout à fait|bien s[ûu]r)[\s,]*)?"
    r"(?:oui|non)(?:,? (?:malheureusement|bien s[ûu]r|tout à fait|absolument|effectivement|en effet))?"
    r"\s*[,.:;!–—-]\s*",
    re.I,
)
_NEARLY = re.compile(
    r"^(?:pas )?(?:tout à fait|exactement|vraiment|forcément|nécessairement|entièrement)\s*[.:!–—]\s*",
    re.I,
)
_BULLET = re.compile(r"^\s*(?:[-*•>–]\s+|#+\s+|\d{1,2}[.)]\s+(?=\D))")
_SENTENCE_END = re.compile(r"(?<![ .][A-ZÀ-Ý]\.)(?<!\bart\.)(?<=[.!?…])\s+(?![\[»])|(?<=\])\s+(?=[A-ZÀ-Ý])")
_THINKING = re.compile(r"<think>.*?</think>", re.S)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a model says, and the marks of the passages it rests on."""

    text: str
    marks: tuple[int, ...] = ()

    @property
    def line(self) -> str:
        """The statement as shown, its marks last."""
        return self.text + (" " + "".join(f"[{mark}]" for mark in self.marks) if self.marks else "")


def read_statements(written: str) -> tuple[Statement, ...]:
    """Every whole statement of a model's text: JSON objects, or else sentences with marks.

    >>> read_statements('{"statements": [{"text": "Deux jours.", "marks": [1]}]}')
    (Statement(text='Deux jours.', marks=(1,)),)
    >>> read_statements("Elle dure 2 jours [1].")
    (Statement(text='Elle dure 2 jours.', marks=(1,)),)
    """
    written = _THINKING.sub("", written)
    found = tuple(one for several in _objects(written) for one in several)
    if found or "{" in written:
        return found
    return tuple(_sentences(written))


def _objects(written: str) -> Iterator[tuple[Statement, ...]]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while opening := _OPENING.search(written, at):
        try:
            value, end = decoder.raw_decode(written, opening.start())
        except (json.JSONDecodeError, RecursionError):
            return
        at = end
        yield _statements(value)


def _statements(value: object) -> tuple[Statement, ...]:
    """A JSON object as statements, one a line of its text; none when it is no statement."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return ()
    marks = value.get("marks") or []
    numbers = [marks] if isinstance(marks, int | str) else marks
    if not isinstance(numbers, list):
        return ()
    read = [int(digits) for one in numbers for digits in re.findall(r"\d{1,4}", str(one))]
    lines = (make_statement(line, read) for line in value["text"].splitlines())
    return tuple(one for one in lines if one is not None)


def make_statement(text: str, marks: Iterable[int] = ()) -> Statement | None:
    """A statement from its words: marks within are taken out, « Oui, » and « Pas tout à fait. » are dropped.

    Whether « oui » answers the question cannot be checked; what follows it can.
    """
    within = [int(one) for group in _MARKS.findall(text) for one in re.findall(r"\d+", group)]
    bare = _BULLET.sub("", _MARKS.sub("", " ".join(text.split()))).replace("**", "").strip()
    bare = _NEARLY.sub("", _YES_NO.sub("", bare))
    if not re.search(r"\w", bare):
        return None
    return Statement(bare[0].upper() + bare[1:], tuple(dict.fromkeys((*marks, *within))))


def _sentences(written: str) -> Iterator[Statement]:
    """The sentences of plain text, each with the marks that stand in it or right after it."""
    for line in written.splitlines():
        for part in _SENTENCE_END.split(line.strip()):
            if (statement := make_statement(part)) is not None:
                yield statement


def is_whole(written: str) -> bool:
    """Whether a model's text ends where it should: no object is left open."""
    text = _THINKING.sub("", written).strip()
    if "{" not in text:
        return bool(text) and text[-1] in ".!?…]»)"
    text = re.sub(r"\s*```\s*$", "", text)
    return text.endswith(("}", "]")) and text.count("{") == text.count("}")
