"""A chat model beside the rules: it fills what they left empty, then words the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from assistant.answering.sources import Search, Sources
from assistant.answering.wording.slots import fill_slots, find_in_words
from assistant.answering.wording.writer import Turn, Writer
from assistant.datatypes import Answer, Filters, Hit, Reading

LONG = 30  # words from which a question may be twisted
SHARE = 0.4  # of the delay, what understanding may take

Again = Callable[[Reading, Sources], Answer]
"""The answer composed without a model, to a reading, from sources; grounded."""


@dataclass(frozen=True, slots=True)
class BothSearches:
    """A search of the question as typed, and of the same reworded: each section at its best."""

    search_in: Search
    also: str

    def search(self, question: str, *, k: int, filters: Filters) -> tuple[Hit, ...]:
        """The `k` best sections of both."""
        best: dict[str, Hit] = {}
        for asked in (question, self.also):
            for hit in self.search_in.search(asked, k=k, filters=filters):
                known = best.get(hit.chunk.key)
                if known is None or hit.score > known.score:
                    best[hit.chunk.key] = hit
        return tuple(sorted(best.values(), key=lambda hit: -hit.score))[:k]


def assist(
    writer: Writer, answer: Answer, turn: Turn, sources: Sources, again: Again
) -> tuple[Reading, Answer]:
    """The reading completed and the answer worded by a model, where what it says holds."""
    turn = replace(turn, until=monotonic() + writer.timeout)
    if _falls_short(answer, turn) and turn.spent < writer.budget:
        turn, answer, sources = _understand(writer, answer, turn, sources, again)
    return turn.reading, writer.word(answer, turn, sources)


def _falls_short(answer: Answer, turn: Turn) -> bool:
    """Whether the rules left something that the person's words may hold."""
    reading = turn.reading
    if reading.intent == "money":
        doubts = reading.money.doubts if reading.money else ()
        return bool(answer.missing) and not doubts
    if reading.intent != "open":
        return False
    return answer.status == "not_found" or bool(turn.before) or len(turn.question.split()) >= LONG


def _understand(
    writer: Writer, answer: Answer, turn: Turn, sources: Sources, again: Again
) -> tuple[Turn, Answer, Sources]:
    found = find_in_words(
        writer.chat,
        turn.question,
        before=turn.before,
        missing=answer.missing,
        seconds=SHARE * writer.timeout,
    )
    reading = fill_slots(turn.reading, found, today=turn.today)
    spent = turn.spent + found.tokens
    if reading != turn.reading:
        better = again(reading, sources)
    elif found.query and reading.intent == "open":
        sources = replace(sources, retriever=BothSearches(sources.retriever, found.query))
        better = again(reading, sources)
    else:
        better = answer
    if better.status not in ("answered", answer.status):
        better, reading = answer, turn.reading
    better = replace(better, tokens=answer.tokens + found.tokens)
    return replace(turn, reading=reading, spent=spent), better, sources
