"""Chunks to an index that can be searched: vectors and keywords.

Reading order: `fields`, `questions`, `synonyms`, `embed`, `store` (vectors), `lexical`, `likely` (keywords);
`generation`, `hold`, `fingerprint`, `build` (an index that is up to date); `pairs`,
`reword`, `pieces`, `learn` (the embedding trained).
"""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Who is told the step that goes on, how much of it is done, and of how much."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
