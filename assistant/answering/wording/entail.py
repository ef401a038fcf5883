"""Whether the sentences that a statement rests on say what it says, without any model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.wording.bounds import HOLDS, find_figure_gaps
from assistant.answering.wording.contrast import find_contrast_gaps
from assistant.answering.wording.limits import find_limit_gaps
from assistant.answering.wording.marks import without_counts
from assistant.answering.wording.parties import find_case_gaps, find_party_gaps
from assistant.answering.wording.quantities import quantities, spell, without_days
from assistant.answering.wording.senses import find_denied_gaps, has_same_sense
from assistant.answering.wording.sentences import NEAR, Sentence, clauses_of, nearest, share_of
from assistant.answering.wording.words import Words, every_stem, read_words, root_of

ALONE = 0.75  # share of a clause's words that one sentence must hold by itself
LISTED = 0.5  # the same where sentences are the lines of a list
BESIDE = 0.7  # a word must stand in a sentence that holds this share of what the best holds
ALSO = 0.6  # the same where the question says what « elle » is
BRIDGE = 2  # words that a sentence shares with the nearest one to go on from it
_PRONOUN = re.compile(
    r"(?:elles?\b|ils?\b(?! (?:faut|s'agit|est (?:interdit|possible)))|cela\b|celle-ci|celui-ci)"
)
_ENOUGH = re.compile(r"(?<!ne )\bsuffi(?:t|sent|ra)\b")
_LABEL = re.compile(
    r"^(?!.*?\b(?:est|sont|sera|seront|peu\w+|doi\w+|n[e']|a|ont|pas|sans|aucun\w*|gratuit\w*)\b.*? : )"
    r"(?:[^:,;.\s]+ ){1,4}: (?=\S)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a statement is said in: the question, all that is said with it, and what it rests on.

    The sentences may be the lines of a list, as in a sheet: a clause may then join
    several. What is `settled`, by a calculation, is not asked for whom it holds; the
    person's own facts, `known`, may be repeated.
    """

    question: str = ""
    whole: str = ""
    known: str = ""
    listed: bool = False
    settled: bool = False


def find_gaps(text: str, sentences: Sequence[Sentence], setting: Setting | None = None) -> Iterable[str]:
    """What a statement says that its sentences do not; nothing when they say it all."""
    setting = setting or Setting()
    about = setting.question
    lexicon = read_words()
    held = frozenset[str]().union(*(one.stems for one in sentences))
    full = without_counts(without_days(spell(text)))
    spelt = _without(every_stem(spell(setting.known)) - held, full, lexicon)
    unsaid = [stem for stem in lexicon.content(spelt) if not lexicon.covered(stem, held)]
    if unsaid:
        yield f"words that the passages do not hold: {', '.join(unsaid)}"
        return
    whole = lexicon.content(spelt)
    if _PRONOUN.match(spelt):
        asked = tuple(one for one in lexicon.content(spell(about)) if lexicon.covered(one, held))
        whole += asked
        fitting = [one for one in sentences if not lexicon.contrary(spell(about), one.text)]
        for clause in clauses_of(spelt):
            roots = lexicon.content(clause)
            if (
                len(roots) < BRIDGE
                or max((share_of(roots, one.stems, lexicon) for one in fitting), default=0) < 1
            ):
                yield from _apart(roots, dict.fromkeys((*roots, *asked)), fitting, lexicon, ALSO)
    if not whole and all(one.unit == "€" for one in quantities(text)):
        yield from _plain_gaps(spelt, sentences, lexicon)
    common = lexicon.common(spelt)
    if len(whole) < BRIDGE <= len(common) - len(whole) and _ENOUGH.search(spelt):
        yield from _plain_gaps(spelt, sentences, lexicon)
    label = _LABEL.match(spelt)
    if label and not setting.listed:
        yield from _label_gaps(label.group(), spelt[label.end() :], sentences, lexicon)
    for clause in clauses_of(_LABEL.sub("", spelt)):
        yield from _clause_gaps(clause, sentences, lexicon, tuple(whole), listed=setting.listed)
    yield from find_figure_gaps(without_counts(spell(text)), spelt, sentences, lexicon, about)
    yield from find_party_gaps(spelt, spell(about), sentences, lexicon)
    yield from find_limit_gaps(
        full, "" if setting.settled else spell(f"{about} {setting.whole}"), sentences, lexicon
    )
    yield from _whole_gaps(spelt, spell(about), tuple(whole), sentences, settled=setting.settled)
    if not setting.listed and not setting.known:
        yield from find_contrast_gaps(full, sentences, lexicon)


def _without(roots: frozenset[str], spelt: str, lexicon: Words) -> str:
    """A text without the person's own words, which nothing else says."""
    if not roots:
        return spelt
    return re.sub(r"[a-z]+", lambda match: "" if root_of(match.group()) in roots else match.group(), spelt)


def _whole_gaps(
    spelt: str, about: str, whole: Sequence[str], sentences: Sequence[Sentence], *, settled: bool
) -> Iterable[str]:
    """What the sentences nearest to the whole statement must not contradict, and must bind as it does."""
    lexicon = read_words()
    best = max((share_of(whole, one.stems, lexicon) for one in sentences), default=0.0)
    near, local = (nearest(whole, sentences, lexicon, within=least) for least in (NEAR, HOLDS))
    top = nearest(lexicon.common(spelt), near, lexicon, within=1.0)
    yield from find_case_gaps(spelt, about, near, lexicon)
    if best >= LISTED and all(lexicon.contrary(spelt, one.text) for one in top):
        yield "it says the contrary of its passage"
    for one in lexicon.binding:
        found = one.said.search(spelt)
        held = sentences if one.anywhere else local
        if found and not (one.is_open and settled) and not any(one.held.search(other.text) for other in held):
            yield f"« {found.group()} » is not said"


def _label_gaps(label: str, rest: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What stands after a label must be said of what it names."""
    named, roots = lexicon.content(label), lexicon.content(rest)
    shares = [share_of(roots, one.stems, lexicon) for one in sentences]
    near = [one for one, share in zip(sentences, shares, strict=True) if share >= NEAR * max(shares) > 0]
    best = max((share_of(named, one.stems, lexicon) for one in sentences), default=0.0)
    if near and max(share_of(named, one.stems, lexicon) for one in near) < HOLDS * best:
        yield f"it is not said of « {label.strip(' :')} »"


def _plain_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A statement of common words only must stand in one sentence, nearly word for word."""
    roots = [root for root in lexicon.common(spelt) if root not in lexicon.joins]
    if (roots or lexicon.says_no(spelt)) and max(
        (share_of(roots, one.stems, lexicon) for one in sentences), default=0.0
    ) < ALONE:
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
    best = max(shares, default=0.0)
    top = [one for one, share in zip(sentences, shares, strict=True) if share == best]
    for root in roots:
        holding = [
            (share, one)
            for one, share in zip(sentences, shares, strict=True)
            if lexicon.covered(root, one.stems)
        ]
        if any(share >= least * best or _bridged(one, top, wanted, lexicon) for share, one in holding):
            continue
        if best:
            yield f"« {root} » is said of something else"


def _bridged(one: Sentence, top: Sequence[Sentence], wanted: Sequence[str], lexicon: Words) -> bool:
    """Whether a sentence shares enough of what is said with the nearest ones to go on from them."""
    mine = {root for root in wanted if lexicon.covered(root, one.stems)}
    return any(
        sum(lexicon.covered(root, other.stems) for root in mine) >= BRIDGE
        for other in top
        if other is not one
    )


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
    best = max(share_of(stems, one.stems, lexicon) for one in sentences)
    if len(stems) > 1 and best < (LISTED if listed else ALONE):
        yield f"no single sentence says « {clause} »"
        return
    if not listed:
        denied = lexicon.negated(clause)
        yield from _apart([one for one in stems if one not in denied], stems, sentences, lexicon)
    near = nearest(stems, sentences, lexicon)
    if len(stems) == 1:
        near = nearest(whole, near, lexicon)
    if all(lexicon.contrary(clause, one.text) for one in near):
        yield f"« {clause} » says the contrary of its passage"
    if not has_same_sense(clause, stems, near, lexicon):
        yield f"« {clause} » is said with the opposite sense"
    if not lexicon.says_no(clause):
        yield from find_denied_gaps(clause, stems, sentences, lexicon)
