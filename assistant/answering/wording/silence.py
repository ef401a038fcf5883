"""Whether a statement says that a document is silent, as the composed answer does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.wording.bare import without_names
from assistant.answering.wording.evidence import Evidence
from assistant.answering.wording.roots import root_of, roots
from assistant.answering.wording.scopes import mentions, without_editions
from assistant.answering.wording.sentences import share_of
from assistant.french import fold

_NO_CLAUSE = re.compile(
    r"\b(?:pas|aucune?|rien)\b[^.;]*\bequivalent\w*|\baucune (?:clause|disposition|regle)\b"
    r"|\bpas (?:trouve )?(?:de |une )?(?:telle )?(?:clause|disposition|regle)\b"
)
ABSENT = re.compile(
    r"(?:\bne |\bn')(?:(?:en|y|le|la|les|l'|lui|leur|vous) ?)*"
    r"(?:prevo\w+|dit|disent|disant|precis\w+|impos\w+|exig\w+|limit\w+|fix\w+|mention\w+|compt\w+|comport\w+"
    r"|contien\w+|parl\w+|evoqu\w+|donn\w+|connai\w+|contenant|ont|a)"
    r" (?:pas|aucun\w*|rien|nulle?|point)\b(?! (?:plus|autre|d'autre|de plus)\b)"
    r"|\b(?:muett?e?s?|silencieu\w+)\b|\b(?:reste\w*|garde\w*) (?:muett?e?s?|le silence)\b"
)
_SAYS_NOTHING = frozenset(
    root_of(word)
    for word in """
    ne pas en meme ce sujet point cas contiennent contient comportent prevoient prevoit existe
    trouve trouvee figure donnent disent fiche formation demeure reste revanche quant indique
    """.split()  # noqa: SIM905  a list of words is easier to keep as prose
)


def editions_named(text: str, evidence: Evidence) -> frozenset[str]:
    """The editions that a text names, by their id or by their threshold."""
    return _named(text, evidence) & evidence.editions


def _named(text: str, evidence: Evidence) -> frozenset[str]:
    return frozenset(name for *_, name in mentions(fold(text), evidence))


def says_silence(text: str, evidence: Evidence) -> bool:
    """Whether a text only says what an edition or a course does not hold, as the composed answer does."""
    named, told = _named(text, evidence), _told_silent(evidence)
    return bool(named) and named <= _named(" ".join(told), evidence) and _only_says_silence(text, evidence)


def find_silence_faults(text: str, evidence: Evidence) -> Iterable[str]:
    """A sheet is silent on what is asked only where the composed answer says so."""
    loud = _named(text, evidence) - evidence.editions - _named(" ".join(_told_silent(evidence)), evidence)
    if loud and _only_says_silence(text, evidence):
        yield f"{', '.join(sorted(loud))} is not silent on it"


def _told_silent(evidence: Evidence) -> list[str]:
    """The sentences of the composed answer that say what a document does not hold."""
    return [one for one in re.split(r"[.\n]", evidence.answer.text) if _is_silent(fold(one))]


def _only_says_silence(text: str, evidence: Evidence) -> bool:
    """Whether a text says that something is not held, in the words of the question or of the answer."""
    known = _SAYS_NOTHING | frozenset(roots(" ".join((evidence.question, *_told_silent(evidence)))))
    unnamed = without_names(without_editions(text, evidence), evidence)
    left = roots(ABSENT.sub(" ", _NO_CLAUSE.sub(" ", fold(unnamed))))
    return _is_silent(fold(text)) and (not left or share_of(left, known) == 1)


def _is_silent(folded: str) -> bool:
    return bool(_NO_CLAUSE.search(folded) or ABSENT.search(folded))
