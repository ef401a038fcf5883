"""The same question in other words: synonyms put in place, a letter slipped."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.errors import CorpusError
from assistant.french import fold

SYNONYMS = "synonyms.yaml"
_LONG_ENOUGH = 4
_VOWELS = "aeiou"


def read_synonyms(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The groups of words that mean the same, from the questions folder; none when it has no such file."""
    path = folder / SYNONYMS
    if not path.is_file():
        return ()
    try:
        groups = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(tuple(str(word) for word in group) for group in groups or ())
    except (yaml.YAMLError, TypeError) as error:
        raise CorpusError(
            str(path),
            "ce n'est pas une liste de groupes de mots.",
            "Écrivez « - [mot, synonyme] » par ligne.",
        ) from error


class Rewording:
    """Other ways to type a question, drawn with the dice one gives."""

    def __init__(self, synonyms: Sequence[Sequence[str]]) -> None:
        self._groups: dict[str, Sequence[str]] = {}
        for group in synonyms:
            for word in group:
                self._groups.setdefault(fold(word), group)
        words = sorted(self._groups, key=len, reverse=True)
        self._known = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, words))})(?![a-z0-9])")

    def reword(self, text: str, dice: random.Random) -> str:
        """The text, folded, with about half of its known words replaced by another of their group.

        >>> Rewording([("annuler", "renoncer")]).reword("Annuler ?", random.Random(0))
        'renoncer ?'
        """
        folded = fold(text)
        found = list(self._known.finditer(folded)) if self._groups else []
        for match in sorted(
            dice.sample(found, -(-len(found) // 2)), key=lambda match: match.start(), reverse=True
        ):
            others = [word for word in self._groups[match.group()] if fold(word) != match.group()]
            folded = folded[: match.start()] + dice.choice(others) + folded[match.end() :]
        return folded


def misspell(text: str, dice: random.Random) -> str:
    """The text with one letter of one long word dropped, doubled, swapped or mistaken.

    >>> misspell("annuler", random.Random(1))
    'annyler'
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
