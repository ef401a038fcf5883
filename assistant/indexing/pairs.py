"""What an embedding model learns from: texts that should be near each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from assistant.datatypes import Chunk
from assistant.french import sentence_spans
from assistant.indexing.fields import embedded_text, heading
from assistant.indexing.questions import Question

_SHORTEST_SENTENCE = 25
_KEPT_OUT = 10  # one question in so many


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that should be near; `keys` are the sections that would do as well as `key`."""

    text: str
    near: str
    key: str
    keys: frozenset[str]
    asked: bool = False


def make_pairs(
    chunks: Sequence[Chunk], questions: Sequence[Question], *, kept_out: Collection[Question] = ()
) -> tuple[Pair, ...]:
    """What should be near: a question and its sections, a heading and its body, sentences of one section.

    A section that no question is attached to is asked for by its own heading and
    sentences. Nothing is learned of the questions kept out, even where they are
    headings.
    """
    texts: dict[str, list[str]] = {}
    for chunk in chunks:
        texts.setdefault(chunk.key, []).append(embedded_text(chunk))
    asked = (
        Pair(question.text, text, key, frozenset(question.keys), asked=True)
        for question in questions
        if question not in kept_out
        for key in question.keys
        for text in texts.get(key, ())
    )
    told = {key for question in questions for key in question.keys}
    own = (
        replace(pair, asked=pair.key not in told) for chunk in chunks for pair in _own_pairs(chunk, kept_out)
    )
    return tuple(dict.fromkeys([*asked, *own]))


def _own_pairs(chunk: Chunk, kept_out: Collection[Question]) -> Iterator[Pair]:
    key, keys = chunk.key, frozenset({chunk.key})
    if ask_heading(chunk) not in kept_out:
        yield Pair(heading(chunk), chunk.text, key, keys)
    sentences = [chunk.text[a:b] for a, b in sentence_spans(chunk.text) if b - a >= _SHORTEST_SENTENCE]
    for one, following in zip(sentences, sentences[1:] + sentences[:1], strict=True):
        if one != following:
            yield Pair(one, following, key, keys)


def ask_heading(chunk: Chunk) -> Question:
    """A section's own heading as a question that it answers."""
    return Question(chunk.heading_path[-1] if chunk.heading_path else chunk.title, (chunk.key,))


def choose_kept_out(questions: Iterable[Question]) -> frozenset[Question]:
    """About one question in ten, always the same: what models can be judged on that none learned from."""
    return frozenset(one for one in questions if crc32(one.text.encode()) % _KEPT_OUT == 0)
