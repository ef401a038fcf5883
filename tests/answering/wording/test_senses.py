"""A clause says yes where its passage does, and denies only what is denied there."""

from __future__ import annotations

from assistant.answering.wording.quantities import spell
from assistant.answering.wording.senses import find_denied_gaps, has_same_sense
from assistant.answering.wording.sentences import read_sentence
from assistant.answering.wording.words import read_words

PASSAGE = read_sentence("Aucune réduction du prix n'est accordée au client.")


def _has_same_sense(text: str) -> bool:
    lexicon = read_words()
    return has_same_sense(spell(text), lexicon.content(spell(text)), [PASSAGE], lexicon)


def test_a_clause_keeps_the_no_of_its_passage():
    """What a passage denies can be denied again, and not affirmed."""
    assert (True, False) == (
        _has_same_sense("aucune réduction n'est accordée"),
        _has_same_sense("une réduction est accordée"),
    )


def test_what_there_is_none_of_cannot_be():
    """What passages speak of only to say that there is none is no fact."""
    said, lexicon = spell("une réduction existe"), read_words()
    assert list(find_denied_gaps(said, lexicon.content(said), [PASSAGE], lexicon))
