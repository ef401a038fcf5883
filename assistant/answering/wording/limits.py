"""Whether a statement keeps the limits of its passage: for whom, except when, must or may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.quantities import quantities
from assistant.answering.wording.sentences import Sentence, nearest, share_of
from assistant.answering.wording.words import Words, root_of
from assistant.french import STOPWORDS

ALIKE = 2  # words that two rules on one thing share
CLIENTS = 3  # the first kinds are those of clients
KEPT = 0.5  # share of an exception's words that a passage must except too

_EXCEPT = re.compile(
    r"\b(?:sauf|hormis|excepte|a l'exception d\w*|a moins (?:de(?! \d)|que|d'))\b(?P<what>[^,;:.()]*)"
)
_EXCEPTED = re.compile(
    r"\b(?:sauf|hormis|hors|excepte\w*|exception|ne s'appliqu\w+ pas|ne concern\w+ pas|a"
    r" moins (?:de(?! \d)|que|d'))\b"
)
_MUST = re.compile(
    r"\b(?:doi(?:t|vent)|devez|devr(?:a|ez|ont)) (?:\w+ment |aussi |etre )?(?P<verb>\w+)"
    r"|\b(?:obligatoire\w*|imperati\w+|exige\w*|oblige\w*)\b"
)
_MAY = re.compile(
    r"\b(?:peu(?:t|vent)|pouvez|pourr(?:a|ez|ont)|pouvons)(?: (?:aussi|etre|egalement))? (?P<verb>\w+)"
    r"|\b(?:choix|eventuel\w*)\b"
)
_ASIDE = re.compile(r"\b(peut|doit|peuvent|doivent), [^,]{3,70}, ")
_START = re.compile(
    r"\b(?:a compter|a partir) (?:de |du |des |d')(?:l'|la |le |les |son |sa |leur |votre "
    r"|ce |cette )*(?P<what>[a-z]\w+(?: (?:de |du |d'|des |par )?\w+)?)"
)
_CHOICE = re.compile(r"\ble choix entre\b")
_CHOOSES = re.compile(r"\b(?:choix|choisi\w*|soit|ou|peu\w+|pourr\w+|si|selon|decid\w+)\b")
_NO = re.compile(r"\b(?:ne?|pas|jamais)\b|n'")
_EVERY = re.compile(
    r"\b(?:tou(?:t|te|s|tes) (?:les |nos |vos )?(?:client|acheteur|participant|stagiaire)\w*"
    r"|chaque client|quel que soit le client)\b"
)


def find_limit_gaps(spelt: str, about: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What a statement widens: its exceptions, its « must » and « may », those it holds for.

    Those it holds for are looked at when something is said `about` them.
    """
    yield from _exception_gaps(spelt, sentences, lexicon)
    yield from _modal_gaps(spelt, sentences, lexicon)
    yield from _start_gaps(spelt, sentences, lexicon)
    yield from _choice_gaps(spelt, sentences, lexicon)
    yield from _other_kind_gaps(spelt, sentences, lexicon)
    yield from _figure_kind_gaps(spelt, sentences, lexicon)
    if about:
        yield from _kind_gaps(spelt, about, sentences, lexicon)


def _exception_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What a statement excepts, a passage must except."""
    excepting = [one for one in sentences if _EXCEPTED.search(one.text)]
    for match in _EXCEPT.finditer(spelt):
        roots = lexicon.content(match["what"])
        if roots and not any(share_of(roots, one.stems, lexicon) >= KEPT for one in excepting):
            yield f"« {match.group().strip()} » is no exception of the passages"


def _start_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A delay must start where the passage has it start."""
    for match in _START.finditer(spelt):
        roots = lexicon.common(match["what"])
        stems = lexicon.common(spelt[: match.start()])
        starts = [
            (share_of(stems, one.stems, lexicon), found)
            for one in sentences
            if (found := _starts(one, lexicon))
        ]
        best = max((share for share, _ in starts), default=0.0)
        if (
            roots
            and best >= KEPT
            and not any(lexicon.covered(roots[0], found) for share, found in starts if share == best)
        ):
            yield f"« {match.group()} » is not where it starts"


def _starts(sentence: Sentence, lexicon: Words) -> frozenset[str]:
    return frozenset(
        root for match in _START.finditer(sentence.text) for root in lexicon.common(match["what"])
    )


def _modal_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What may be done must not become what must be done, nor the other way round."""
    for said, other in ((_MUST, _MAY), (_MAY, _MUST)):
        for match in said.finditer(spelt):
            verb = match["verb"]
            if not verb or verb in STOPWORDS or _NO.search(spelt[max(0, match.start() - 12) : match.end()]):
                continue
            ruled = [rule for one in sentences if (rule := _rule_of(verb, one, lexicon))]
            if ruled and all(rule is other for rule in ruled):
                yield f"« {match.group()} » is not what the passage allows or asks"


def _rule_of(verb: str, sentence: Sentence, lexicon: Words) -> re.Pattern[str] | None:
    """Whether a sentence says of a verb that one must, or that one may."""
    for pattern in (_MUST, _MAY):
        for match in pattern.finditer(_ASIDE.sub(r"\1 ", sentence.text)):
            held = match["verb"]
            if held and lexicon.covered(root_of(verb), frozenset([root_of(held)])):
                return pattern
    return None


def _choice_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """One of two things that are ours to choose must not be said as if it were settled."""
    if _CHOOSES.search(spelt):
        return
    roots = lexicon.common(spelt)
    shares = [share_of(roots, one.stems, lexicon) for one in sentences]
    top = [
        one for one, share in zip(sentences, shares, strict=True) if share == max(shares) and share >= KEPT
    ]
    if top and all(_CHOICE.search(one.text) for one in top):
        yield "it settles what the passage leaves to a choice"


def _other_kind_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A rule for one kind of client must not be said of another."""
    if lexicon.says_no(spelt):
        return
    near = nearest(lexicon.common(spelt), sentences, lexicon)
    clients = lexicon.kinds[:CLIENTS]
    for kind in clients:
        others = [other for other in clients if other is not kind and not other.search(spelt)]
        if (
            near
            and kind.search(spelt)
            and not any(kind.search(one.text) and not lexicon.says_no(one.text) for one in near)
            and any(other.search(one.text) for other in others for one in near)
        ):
            yield f"it holds for another kind of client than {kind.pattern}"


def _figure_kind_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A figure said of one kind must not be that of the others, where the passages set it apart."""
    said = [one for one in quantities(spelt) if one.unit not in ("", "€")]
    roots = lexicon.common(spelt)
    for kind in lexicon.kinds:
        if not said or not kind.search(spelt):
            continue
        holding = [one for one in sentences if said[0].stands_in(one.quantities)]
        apart = [
            one
            for one in sentences
            if kind.search(one.text) and share_of(roots, one.stems, lexicon) * len(roots) >= ALIKE
        ]
        if holding and apart and not any(kind.search(one.text) for one in holding):
            yield f"{said[0].value} {said[0].unit} is not said of {kind.pattern}"


def _kind_gaps(spelt: str, about: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """A rule for one kind of client or of order must not be said of all."""
    near = nearest(lexicon.common(spelt), sentences, lexicon)
    told = spelt if _EVERY.search(spelt) else f"{spelt} {about}"
    for kind in lexicon.kinds:
        if near and all(kind.search(one.text) for one in near) and not kind.search(told):
            yield f"it holds for one kind only: {kind.pattern}"
