"""Whether the sentences that a statement rests on say what it says, without any model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.bounds import HOLDS, find_figure_gaps
from assistant.answering.wording.parties import find_case_gaps, find_party_gaps
from assistant.answering.wording.quantities import quantities, spell, without_days
from assistant.answering.wording.sentences import Sentence, clauses_of, share_of
from assistant.answering.wording.words import Words, every_stem, read_words

ALONE = 0.75  # share of a clause's words that one sentence must hold by itself
LISTED = 0.5  # the same where sentences are the lines of a list
NEAR = 0.9  # a sentence is as near as the best one from this share of what the best holds
BESIDE = 0.7  # a word must stand in a sentence that holds this share of what the best holds
ALSO = 0.6  # the same where the question says what « elle » is
SPOKEN = 0.6  # a clause that holds less than this share of another's words does not decide its sense

_SUBORDINATE = re.compile(
    r"^(?:et |ou |donc )?(?:meme|en cas|si|lorsqu|quand|pour|sauf|selon|avec|apres|avant|pendant"
    r"|a partir|a compter|des)\b"
)
_PRONOUN = re.compile(
    r"(?:elles?\b|ils?\b(?! (?:faut|s'agit|est (?:interdit|possible)))|cela\b|celle-ci|celui-ci)"
)
_MUST = re.compile(
    r"\b(?:doi(?:t|vent)|devez|devr(?:a|ez|ont)|obligatoire\w*|imperatif\w*|imperativement|exige\w*|oblige\w*)\b"
)
_MUST_NOT = re.compile(r"\bn(?:e |')(?:\w+ )?(?:doi(?:t|vent)|devez|devr\w+|est pas oblig\w+)")
_MAY = re.compile(r"\b(?:peu(?:t|vent)|pouvez|pourr(?:a|ez|ont)|pouvons|choix|eventuel\w*)\b")
_CANNOT = re.compile(r"\bn(?:e |')(?:peu|pouv|pourr)\w*")


def find_gaps(
    text: str, sentences: Sequence[Sentence], *, listed: bool = False, about: str = ""
) -> Iterable[str]:
    """What a statement says that its sentences do not; nothing when they say it all.

    Where the sentences are the lines of a list, as in a sheet, a clause may join
    several. `about` is the question, for a statement that says « elle » of its subject.
    """
    lexicon = read_words()
    spelt = without_days(spell(text))
    held = frozenset[str]().union(*(one.stems for one in sentences))
    unsaid = [stem for stem in lexicon.content(spelt) if not lexicon.covered(stem, held)]
    if unsaid:
        yield f"words that the passages do not hold: {', '.join(unsaid)}"
        return
    whole = lexicon.content(spelt)
    if _PRONOUN.match(spelt):
        whole += tuple(one for one in lexicon.content(spell(about)) if lexicon.covered(one, held))
        known = [one for one in sentences if not lexicon.contrary(spell(about), one.text)]
        yield from _apart(lexicon.content(spelt), dict.fromkeys(whole), known, lexicon, ALSO)
    if not whole and all(one.unit == "€" for one in quantities(text)):
        yield from _plain_gaps(spelt, sentences, lexicon)
    for clause in clauses_of(spelt):
        yield from _clause_gaps(clause, sentences, lexicon, tuple(whole), listed=listed)
    yield from find_figure_gaps(text, spelt, sentences, lexicon)
    yield from find_party_gaps(spelt, sentences, lexicon)
    yield from _whole_gaps(spelt, spell(about), tuple(whole), sentences)


def _whole_gaps(spelt: str, about: str, whole: Sequence[str], sentences: Sequence[Sentence]) -> Iterable[str]:
    """What the sentences nearest to the whole statement must not contradict, and must bind as it does."""
    lexicon = read_words()
    shares = [share_of(whole, one.stems, lexicon) for one in sentences]
    best = max(shares, default=0.0)
    near, top, local = (
        [one for one, share in zip(sentences, shares, strict=True) if share >= least * best]
        for least in (NEAR, 1.0, HOLDS)
    )
    yield from find_case_gaps(spelt, about, near, lexicon)
    if best >= LISTED and all(lexicon.contrary(spelt, one.text) for one in top):
        yield "it says the contrary of its passage"
    for said, needed, anywhere in lexicon.binding:
        found = said.search(spelt)
        if found and not any(needed.search(one.text) for one in (sentences if anywhere else local)):
            yield f"« {found.group()} » is not said"


def _plain_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A statement of common words only must stand in one sentence, nearly word for word."""
    roots = lexicon.common(spelt)
    if max((share_of(roots, one.stems, lexicon) for one in sentences), default=0.0) < ALONE:
        yield f"no single sentence says « {spelt} »"


def _apart(
    roots: Iterable[str],
    whole: Iterable[str],
    sentences: Sequence[Sentence],
    lexicon: Words,
    least: float = BESIDE,
) -> Iterable[str]:
    """The roots that stand only in sentences which speak of little else of the whole."""
    wanted = tuple(whole)
    shares = [share_of(wanted, one.stems, lexicon) for one in sentences]
    for root in roots:
        holding = [
            share for one, share in zip(sentences, shares, strict=True) if lexicon.covered(root, one.stems)
        ]
        if max(holding, default=0.0) < least * max(shares, default=0.0):
            yield f"« {root} » is said of something else"


def _clause_gaps(
    clause: str, sentences: Sequence[Sentence], lexicon: Words, whole: Sequence[str], *, listed: bool
) -> Iterable[str]:
    """A clause must be said by one sentence, with the same yes or no and no contrary word."""
    stems = lexicon.content(clause)
    silent = not any(lexicon.denies(clause, lexicon.negated(one.text)) for one in sentences)
    if not stems and lexicon.says_no(clause) and silent:
        yield f"« {clause} » is denied by no passage"
    if not sentences or not stems:
        return
    shares = [share_of(stems, one.stems, lexicon) for one in sentences]
    best = max(shares)
    if len(stems) > 1 and best < (LISTED if listed else ALONE):
        yield f"no single sentence says « {clause} »"
        return
    if not listed:
        yield from _apart(stems, stems, sentences, lexicon)
    near = [one for one, share in zip(sentences, shares, strict=True) if share >= NEAR * best]
    if len(stems) == 1:
        nearest = max(share_of(whole, one.stems, lexicon) for one in near)
        near = [one for one in near if share_of(whole, one.stems, lexicon) >= NEAR * nearest]
    if all(lexicon.contrary(clause, one.text) for one in near):
        yield f"« {clause} » says the contrary of its passage"
    if not _same_sense(clause, stems, near, lexicon):
        yield f"« {clause} » is said with the opposite sense"
    if _MUST.search(clause) and not _MUST_NOT.search(clause) and all(_only_may(one.text) for one in near):
        yield f"« {clause} » makes an obligation of what is only allowed"


def _same_sense(clause: str, stems: Sequence[str], near: Sequence[Sentence], lexicon: Words) -> bool:
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


def _only_may(text: str) -> bool:
    return _MAY.search(text) is not None and _MUST.search(text) is None


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
