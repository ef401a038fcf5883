"""The sets asked once more, with a chat model: `assistant eval --model NAME`."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.screen import ERR
from assistant.errors import ModelError

if TYPE_CHECKING:
    from assistant.conversation import Assistant
    from evals.datatypes import Outcome
    from evals.wording import SideBySide

_NONE = "aucun modèle n'est nommé"


def with_model(assistant: Assistant, name: str) -> Assistant:
    """The same assistant, with the chat model of this name to word its answers.

    Raises `ModelError` when the model does not answer one word of greeting: better
    now than after every question of a set.
    """
    from assistant.answering.llm import open_chat
    from assistant.answering.wording import Writer

    settings = assistant.settings.model_copy(update={"model": name})
    chat = open_chat(settings)
    failure = chat.write([("human", "Bonjour")], seconds=settings.model_timeout).failure if chat else _NONE
    if chat is None or failure:
        raise ModelError(
            f"--model {name}", f"{failure}.", "Vérifiez son nom et les réglages ASSISTANT_MODEL_…"
        )
    other = copy(assistant)
    other.writer = Writer(chat, settings)
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
