"""The sets asked once more, with a chat model: `assistant eval --model NAME`."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.screen import ERR

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from evals.datatypes import Outcome
    from evals.wording import SideBySide


def without_model(assistant: Assistant) -> Assistant:
    """The same assistant, composing its answers by itself."""
    other = copy(assistant)
    other.writer = None
    return other


def with_model(assistant: Assistant, name: str) -> Assistant:
    """The same assistant, with the chat model of this name to word its answers."""
    from assistant.answering.llm import open_chat
    from assistant.answering.wording import Writer

    settings = assistant.settings.model_copy(update={"model": name})
    chat = open_chat(settings)
    other = copy(assistant)
    other.writer = Writer(chat, settings) if chat else None
    return other


def compare_models(
    assistant: Assistant, name: str, sets: Sequence[Path], without: Sequence[Outcome]
) -> SideBySide:
    """The outcomes without a model beside those of the same sets with the model of this name."""
    from assistant.contract import reply_as_json
    from evals import run_sets
    from evals.wording import SideBySide

    worded = with_model(assistant, name)
    outcomes = run_sets(sets, reply_as_json(worded), console=ERR)
    return SideBySide(name, without, outcomes, worded.writer.counts if worded.writer else {})
