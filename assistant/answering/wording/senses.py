"""Whether a clause says yes where its passage does, and denies only what is denied there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.sentences import NEAR, Sentence, share_of
from assistant.answering.wording.words import Words, every_stem

SPOKEN = 0.6  # a clause that holds less than this share of another's words does not decide its sense

_SUBORDINATE = re.compile(
    r"^(?:et |ou |donc )?(?:meme|en cas|si|lorsqu|quand|pour|sauf|selon|avec|apres|avant|pendant"
    r"|a partir|a compter|des)\b"
)
_MAY = re.compile(r"\b(?:peu(?:t|vent)|pouvez|pourr(?:a|ez|ont)|pouvons|choix|eventuel\w*)\b")
_CANNOT = re.compile(r"\bn(?:e |')(?:peu|pouv|pourr)\w*")


def find_denied_gaps(
    clause: str, stems: Sequence[str], sentences: Sequence[Sentence], lexicon: Words
) -> Iterable[str]:
    """What passages only speak of to say that there is none cannot be said to be."""
    mine = every_stem(clause)
    for root in stems:
        holding = [one for one in sentences if root in one.stems]
        if holding and all(
            root in lexicon.refused(one.text) and root not in lexicon.affirmed(one.text) for one in holding
        ):
            yield f"« {root} » is denied"
    for subject, verb in {pair for one in sentences for pair in lexicon.denied_pairs(one.text)}:
        said = any(
            {subject, verb} <= every_stem(clause) and not lexicon.says_no(clause)
            for one in sentences
            for clause in one.clauses
        )
        if {subject, verb} <= mine and not said:
            yield f"« {subject} {verb} » is denied"


def has_same_sense(clause: str, stems: Sequence[str], near: Sequence[Sentence], lexicon: Words) -> bool:
    """Whether a clause says yes where one of its sentences does, and no where it says no."""
    negative = lexicon.says_no(clause)
    if not negative and _SUBORDINATE.match(clause):
        return True
    if negative:
        theirs = frozenset[str]().union(*(lexicon.negated(one.text) for one in near))
        if not any(lexicon.says_no(one.text) for one in near) or not lexicon.denies(clause, theirs):
            return False
        denied = lexicon.negated(clause)
        allows = denied and _MAY.search(clause) and not _CANNOT.search(clause)
        stems = [one for one in stems if one not in denied] if allows else []
    elif negative not in _polarities(stems, near, lexicon):
        return False
    return any(_affirms(stems, sentence, lexicon) for sentence in near)


def _affirms(stems: Sequence[str], sentence: Sentence, lexicon: Words) -> bool:
    """Whether all that a sentence denies of some roots it also says elsewhere."""
    denied, said = lexicon.negated(sentence.text), lexicon.affirmed(sentence.text)
    return all(lexicon.covered(one, said) for one in stems if lexicon.covered(one, denied))


def _polarities(stems: Sequence[str], sentences: Sequence[Sentence], lexicon: Words) -> set[bool]:
    """Whether the clauses nearest to some roots are negative."""
    found = [
        (share_of(stems, every_stem(clause), lexicon), lexicon.says_no(clause))
        for one in sentences
        for clause in one.clauses
    ]
    best = max((share for share, _ in found), default=0.0)
    if best < SPOKEN:
        return {no for share, no in found if share} or {True, False}
    return {no for share, no in found if share >= NEAR * best}
