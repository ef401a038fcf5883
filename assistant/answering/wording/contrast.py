"""Whether a statement turns round its passage: its yes or no, its before or after, its exception."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.sentences import Sentence, nearest, share_of
from assistant.answering.wording.words import Words, every_stem, root_of

LEAST = 0.5  # share of a statement's words under which no sentence is near
WHOLE = 0.8  # share of a statement's words from which a sentence says nearly the same

_TIMES = {
    "before": r"avant|d'avance|au prealable|au plus tard",
    "after": r"apres|a la fin|a l'issue|une fois|a la suite|au-dela|une fois passe|au terme|a posteriori",
    "during": r"pendant|lors|durant|au cours|en cours",
}
_DETERMINERS = r"(?:que?|qu'|de|du|des|d'|la|le|les|l'|une?|son|sa|ses|leur|votre|cette|cet|ce|toute?)"
_ANCHOR = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _TIMES.items())
    + rf")\b(?: ?{_DETERMINERS}(?: |(?<=')))* ?(?P<what>[a-z]\w*)?"
)
_BEGINNINGS = frozenset(map(root_of, ("debut", "debute", "commence", "formation", "prestation", "date")))
_EVEN = re.compile(r"\b(?:meme|y compris) (?:en cas|si|pour|dans|en|sans|quand)\b(?P<what>[^,;:.]*)")
_BUT = re.compile(r"\b(?:sauf|hors|hormis|excepte|a l'exception)\b(?P<what>[^,;:.]*)")


def find_contrast_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What a statement says the other way round than the sentences nearest to it."""
    yield from _time_gaps(spelt, sentences, lexicon)
    yield from _even_gaps(spelt, sentences, lexicon)
    yield from _opposite_gaps(spelt, sentences, lexicon)


def _anchors(spelt: str) -> list[tuple[str, str]]:
    """When things happen: before, after or during what."""
    return [
        (next(name for name in _TIMES if match[name]), root_of(match["what"] or ""))
        for match in _ANCHOR.finditer(spelt)
    ]


def _time_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """Before must not become after, nor what comes first another thing."""
    roots = lexicon.common(_ANCHOR.sub(" ", spelt))
    near = nearest(roots, sentences, lexicon, least=LEAST)
    theirs = [_anchors(one.text) for one in near]
    if not near or not all(theirs):
        return
    for when, what in _anchors(spelt):
        if not any(when == other for anchors in theirs for other, _ in anchors):
            yield f"it is not {when} {what}"
        elif (
            len(what) > 2
            and what not in _BEGINNINGS
            and not any(lexicon.covered(what, one.stems) for one in near)
        ):
            yield f"it is {when} something else than {what}"


def _even_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """« Même en cas de… » must not stand where the passage says « hors cas de… »."""
    roots = lexicon.common(spelt)
    for said, held in ((_EVEN, _BUT), (_BUT, _EVEN)):
        for match in said.finditer(spelt):
            wanted = lexicon.common(match["what"])
            for one in nearest(roots, sentences, lexicon, least=LEAST):
                for other in held.finditer(one.text):
                    if wanted and share_of(wanted, every_stem(other["what"]), lexicon) >= LEAST:
                        yield f"« {match.group().strip()} » is said the other way round"


def _opposite_gaps(spelt: str, sentences: Sequence[Sentence], lexicon: Words) -> Iterable[str]:
    """What a sentence says nearly word for word must not be said not to be."""
    roots = lexicon.common(spelt)
    if not lexicon.says_no(spelt):
        return
    shares = {no: [0.0] for no in (True, False)}
    for one in sentences:
        shares[lexicon.says_no(one.text)].append(share_of(roots, one.stems, lexicon))
    if max(shares[False]) >= WHOLE and max(shares[True]) < LEAST:
        yield "it denies what its passage says"
