"""The same question in other words: synonyms put in place, a letter slipped."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from assistant.french import fold

_LONG_ENOUGH = 4
_VOWELS = "aeiou"


class Rewording:
    """Other ways to type a question, drawn with the dice one gives."""

    def __init__(self, synonyms: Sequence[Sequence[str]]) -> None:
        self._groups: dict[str, Sequence[str]] = {}
        for group in synonyms:
            folded = tuple(fold(word) for word in group)
            for word in folded:
                self._groups.setdefault(word, folded)
        words = sorted(self._groups, key=lambda word: (-len(word), word))
        self._known = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, words))})(?![a-z0-9])")
        self._seen: dict[str, tuple[str, list[re.Match[str]]]] = {}

    def reword(self, text: str, dice: random.Random) -> str:
        """The text, folded, with about half of its known words replaced by another of their group.

        >>> Rewording([("annuler", "renoncer")]).reword("Annuler ?", random.Random(0))
        'renoncer ?'
        """
        folded, found = self._find(text)
        chosen = dice.sample(found, -(-len(found) // 2))
        for match in sorted(chosen, key=lambda match: -match.start()):
            others = [word for word in self._groups[match.group()] if word != match.group()]
            folded = folded[: match.start()] + dice.choice(others or [match.group()]) + folded[match.end() :]
        return folded

    def _find(self, text: str) -> tuple[str, list[re.Match[str]]]:
        """The folded text and the known words in it; remembered, for the search is slow."""
        if text not in self._seen:
            folded = fold(text)
            self._seen[text] = folded, list(self._known.finditer(folded)) if self._groups else []
        return self._seen[text]


def misspell(text: str, dice: random.Random) -> str:
    """The text with one letter of one long word dropped, doubled, swapped or mistaken.

    >>> misspell("annuler", random.Random(1))
    'annulre'
    """
    long = [match for match in re.finditer(r"\w+", text) if len(match.group()) >= _LONG_ENOUGH]
    if not long:
        return text
    word = dice.choice(long)
    at = dice.randrange(word.start() + 1, word.end() - 1)
    slips = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + dice.choice(_VOWELS) + text[at + 1 :],
    )
    return dice.choice(slips)
