"""What people call a course by its title and domain, where no file of usual names says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.answering.understand.fields import field_lexicon
from assistant.datatypes import Document
from assistant.french import content_words, fold, stem_words, stems

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{2,}(?![\w-])")
_INFINITIVE = re.compile(r"[a-z]{2,}(?:er|ir|re)")
_FORMATION = "formation"


def names_in_titles(courses: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """The ids of courses with the names that their titles and domains give them.

    The acronyms of a title, « SST »; and « formation » with the first word of the title
    which is no infinitive, « formation anglais », or with that of the domain.
    What two courses share, or what asks for something of a sheet, names none.
    """
    told = {one.id: (one.title, one.facts.get("domain", "")) for one in courses}
    held = Counter(stem for texts in told.values() for stem in set(stems(" ; ".join(texts))))
    for course, texts in told.items():
        if not texts[0].isupper():
            yield from ((course, one) for one in _ACRONYM.findall(texts[0]) if _names_one(one, held))
        for text in texts:
            first = next((one for one in content_words(text) if not _passed_over(one)), None)
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
