"""Chat models that say what a test tells them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.answering.llm import Chat
from assistant.conversation import Assistant
from assistant.settings import read_settings

Answers = Callable[[list[BaseMessage]], str]


class Saying(BaseChatModel):
    """A chat model whose words are a function of the messages, streamed by small pieces."""

    answers: Answers
    asked: list[list[BaseMessage]]

    @property
    def _llm_type(self) -> str:
        return "saying"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.answers(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        self.asked.append(messages)
        words = self.answers(messages)
        for start in range(0, max(len(words), 1), 16):
            yield ChatGenerationChunk(message=AIMessageChunk(words[start : start + 16]))


def draft(*statements: tuple[str, int]) -> str:
    """A draft as a model should write it: each statement with its mark."""
    told = [{"text": text, "marks": [mark]} for text, mark in statements]
    return json.dumps({"statements": told}, ensure_ascii=False)


def with_model(assistant: Assistant, answers: Answers, **settings: object) -> tuple[Assistant, Saying]:
    """The same assistant with a model that says this, and the model."""
    model = Saying(answers=answers, asked=[])
    given = read_settings(index=assistant.settings.index, audience="rep", **settings)
    return Assistant(given, chat=Chat(lambda: model)), model
