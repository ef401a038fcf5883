"""Answers and readings to JSON and back, so that a turn can be shown and gone on from later."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from assistant.datatypes import Answer, Reading


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


@cache
def _readings() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


def write_answer(answer: Answer) -> str:
    """The whole answer as JSON; sums as decimal strings, so that none changes.

    >>> read_answer(write_answer(Answer("answered", "Oui."))) == Answer("answered", "Oui.")
    True
    """
    plain = replace(answer, understood=dict(answer.understood))  # a read-only mapping has no JSON
    return _answers().dump_json(plain).decode()


def read_answer(text: str) -> Answer:
    """The answer that the JSON holds; only its words, when an older release wrote it otherwise."""
    try:
        return _answers().validate_json(text)
    except ValidationError:
        return Answer(status="answered", text=str(json.loads(text).get("text", "")))


def write_reading(reading: Reading) -> str:
    """The whole reading as JSON."""
    return _readings().dump_json(reading).decode()


def read_reading(text: str) -> Reading | None:
    """The reading that the JSON holds; `None` when an older release wrote it otherwise."""
    try:
        return _readings().validate_json(text)
    except ValidationError:
        return None
