"""The searchable sides of a chunk: its headings, its words, and what is embedded."""

from __future__ import annotations

from assistant.datatypes import Chunk
from assistant.french import stems, words

GRAM_LENGTHS = (3, 4, 5)


def heading(chunk: Chunk) -> str:
    """The document's title and the headings down to the chunk's own."""
    return "\n".join(dict.fromkeys((chunk.title, *chunk.heading_path)))


def embedded_text(chunk: Chunk) -> str:
    """What the embedding model reads of a chunk: its headings, then its words."""
    return f"{heading(chunk)}\n{chunk.text}"


def stem_tokens(text: str) -> list[str]:
    """The French stems of a text; its plain words when none of them carries a subject.

    >>> stem_tokens("Les frais d'annulation"), stem_tokens("comment faire ?")
    (['frais', 'annul'], ['comment', 'faire'])
    """
    return stems(text) or words(text)


def gram_tokens(text: str) -> list[str]:
    """The pieces of three to five letters of each word, edges marked.

    Two spellings of one word share most of them.

    >>> gram_tokens("Un cas")
    ['<un', 'un>', '<un>', '<ca', 'cas', 'as>', '<cas', 'cas>', '<cas>']
    """
    return [
        word[start : start + length]
        for word in (f"<{one}>" for one in words(text))
        for length in GRAM_LENGTHS
        for start in range(len(word) - length + 1)
    ]


def every_token(text: str) -> list[str]:
    """The stems of a text, told from pieces by a mark, and the pieces of its words.

    >>> every_token("Un cas")
    ['#cas', '<un', 'un>', '<un>', '<ca', 'cas', 'as>', '<cas', 'cas>', '<cas>']
    """
    return [*(f"#{stem}" for stem in stem_tokens(text)), *gram_tokens(text)]
