"""What people call a course by its title alone, where no file of usual names says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from assistant.answering.understand.fields import field_lexicon
from assistant.french import content_words, fold, stem_words, stems

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{2,}(?![\w-])")
_INFINITIVE = re.compile(r"[a-z]{2,}(?:er|ir|re)")
_FORMATION = "formation"


def names_in_titles(titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The courses with the names that their titles give: their acronyms, and « formation » and a word.

    That word is the first one of the title which is no infinitive. What two titles
    hold, or what asks for something of a sheet, names none.

    >>> list(names_in_titles({"A-1": "Secourir au travail (SST)", "B-2": "Anglais : téléphoner"}))
    [('A-1', 'SST'), ('A-1', 'formation travail'), ('B-2', 'formation anglais')]
    """
    held = Counter(stem for title in titles.values() for stem in set(stems(title)))
    for course, title in titles.items():
        if not title.isupper():
            yield from ((course, one) for one in _ACRONYM.findall(title) if _names_one(one, held))
        first = next((one for one in content_words(title) if not _passed_over(one)), None)
        if first and _names_one(first, held):
            yield course, f"{_FORMATION} {first}"


def _passed_over(word: str) -> bool:
    """Whether a folded word of a title says nothing of its subject: « utiliser », « formation »."""
    return bool(_INFINITIVE.fullmatch(word)) or stem_words([word])[0] in field_lexicon().generic


def _names_one(word: str, held: Mapping[str, int]) -> bool:
    lexicon = field_lexicon()
    (stem,) = stem_words([fold(word)])
    asked = lexicon.fields_asked(word) or lexicon.unknowns_asked(word)
    return held.get(stem) == 1 and not asked and stem not in lexicon.ours
