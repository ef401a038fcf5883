"""The JSON objects that other programs rely on: answers and search results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from assistant.conversation import Assistant, Conversation
from assistant.datatypes import Answer, Hit
from assistant.fees import calculation_as_json


def answer_as_json(answer: Answer, *, corpus: Path) -> dict[str, object]:
    """An answer as one JSON object; paths are those of the files under `corpus`.

    `calculation` is the one calculation, or null; when two editions were computed
    because nothing decides between them, both are under `calculations`. With a
    chat model, `notice` says why it did not word the answer, and `tokens` what it took.
    """
    calculations = [calculation_as_json(one) for one in answer.calculations]
    return {
        "status": answer.status,
        "text": answer.text,
        "headline": [f"{amount:.2f}" for amount in answer.headline],
        "citations": [{**asdict(one), "path": str(corpus / one.path)} for one in answer.citations],
        "calculation": calculations[0] if len(calculations) == 1 else None,
        "calculations": calculations,
        "missing": list(answer.missing),
        "suggestions": list(answer.suggestions),
        "understood": dict(answer.understood),
        "notice": answer.notice,
        "tokens": answer.tokens,
        "faults": list(answer.faults),
    }


def hits_as_json(hits: Iterable[Hit], *, corpus: Path) -> dict[str, object]:
    """Ranked passages as one JSON object, the best first."""
    return {
        "results": [
            {
                "key": hit.chunk.key,
                "score": round(hit.score, 6),
                "path": str(corpus / hit.chunk.path),
                "start": hit.chunk.start,
                "end": hit.chunk.end,
                "text": hit.chunk.text,
            }
            for hit in hits
        ]
    }


def reply_as_json(assistant: Assistant) -> Callable[[Sequence[str], date], dict[str, object]]:
    """A function of the turns of a conversation and their day, that gives the last answer as JSON."""

    def reply(turns: Sequence[str], today: date) -> dict[str, object]:
        conversation = Conversation()
        for turn in turns:
            answer, conversation = assistant.reply(turn, conversation=conversation, today=today)
        return answer_as_json(answer, corpus=assistant.settings.corpus.resolve())

    return reply
