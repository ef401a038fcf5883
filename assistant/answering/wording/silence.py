"""What a statement says is not told: by a document, by the calculator, by a programme that does tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.bare import unnamed
from assistant.answering.wording.evidence import Evidence, Proof
from assistant.answering.wording.places import read_entries, telling_roots
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.scopes import names_in
from assistant.answering.wording.sentences import share_of
from assistant.answering.wording.spelt import spell
from assistant.french import fold

_NOT_HELD = (
    re.compile(
        r"(?P<what>[^,;.:]+?) (?:n'y |n'|ne )(?:est|sont|figur\w+|fait|font) (?:pas|nullement) "
        r"(?:(?:au|dans le|dans ce|(?:partie )?du) programme|(?:abord|trait|evoqu|etudi|prev)\w+|vue?s?\b)"
    ),
    re.compile(
        r"\b(?:ne |n')(?:aborde|traite|comprend|contient|porte|parle|couvre|evoque|inclut|mentionne|comporte)"
        r"(?:nt)? (?:pas|ni|aucune?) (?:(?:sur|de|du|des|d'|l'|la|le|les) ?)*(?P<what>[^,;.:]+)"
    ),
    re.compile(
        r"\b(?:traite|aborde|porte|parle|couvre|evoque)(?:nt)? [^;.:]*?,? (?:mais )?(?:ni|pas)"
        r" (?:(?:sur|de|du|des|d'|l'|la|le|les) ?)*(?P<what>[^,;.:]+)"
    ),
)
_IT = re.compile(r"(?:non )?(?:ce|cela|ca|c'|ceci|il|elle|ils|elles)")
_DECLINES = re.compile(
    r"\b(?:ne |n')(?:peu\w+|pouv\w+|saur\w+|puis) (?:pas |donc |encore )*(?:vous |te |en |le |la )?"
    r"(?:chiffr|calcul|donn|avanc|indiqu|annonc|sort|dire|precis)\w*"
    r"|\b(?:impossible|pas possible) (?:a |de |d')(?:vous )?(?:chiffr|calcul|donn|avanc|indiqu|annonc)\w*"
    r"|\bpas (?:\w+ )?(?:de|du) (?:somme|montant|chiffre)\b"
    r"|\baucune? (?:somme|montant|chiffre)\b[^.;]*\bne peu(?:t|vent)\b"
    r"|\bne (?:figure|sont|est) pas (?:\w+ )?(?:dans|connu)"
)
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
_SAYS_NOTHING = root_set(
    """
    pas meme sujet point cas contiennent comportent prevoient prevoit existe trouve figure donnent disent
    fiche formation demeure reste revanche quant indique
    """
)
_SIDES = root_set(
    """
    aspect volet cote dimension notion question usage maniere explicitement specifiquement evoque aborde
    traite parle voit apprend etudie prevu
    """
)
_SAYS_UNTOLD = _SAYS_NOTHING | root_set(
    """
    peux peut pouvez possible impossible chiffrer calculer donner avancer indiquer annoncer sortir dire
    preciser prefere encore donc ici actuel jour montant somme exact total valeur taux connu connus manque
    documents comme puisque desole malheureusement certain penalite retard tant
    """
)


def says_silence(text: str, evidence: Evidence) -> bool:
    """Whether a text only says what an edition or a course does not hold, as the composed answer does."""
    named, told = names_in(text, evidence), _told_silent(evidence)
    return bool(named) and named <= names_in(" ".join(told), evidence) and _only_says_silence(text, evidence)


def says_untold(text: str, evidence: Evidence) -> bool:
    """Whether a text only says that no sum can be told, as the calculator does."""
    if not evidence.computed or any(one.calculation.due_max is not None for one in evidence.computed):
        return False
    told = (words for one in evidence.computed for words in one.sentences)
    known = _SAYS_UNTOLD | root_set(" ".join((evidence.question, *told)))
    left = roots(unnamed(text, evidence))
    return _DECLINES.search(fold(text)) is not None and share_of(left, known) == 1


def find_silence_faults(text: str, evidence: Evidence) -> Iterable[str]:
    """A sheet is silent on what is asked only where the composed answer says so."""
    loud = names_in(text, evidence) - evidence.editions - names_in(" ".join(_told_silent(evidence)), evidence)
    if loud and _only_says_silence(text, evidence):
        yield f"{', '.join(sorted(loud))} is not silent on it"


def find_held_faults(text: str, asked: str, proofs: Sequence[Proof]) -> Iterable[str]:
    """« X n'est pas au programme », where a line of the course cited holds X; « ce » is what is asked."""
    of_course = [one for one in proofs if one.citation.edition is None]
    lines = [entry.roots for entry in read_entries(of_course)]
    spelt = spell(text)
    for said in (match["what"] for pattern in _NOT_HELD for match in pattern.finditer(spelt)):
        for each in re.split(r"\b(?:ni|ou)\b", asked if _IT.fullmatch(said.strip()) else said):
            telling = [one for one in telling_roots(each, frozenset()) if one not in _SIDES]
            if telling and any(share_of(telling, line) == 1 for line in lines):
                yield f"« {each.strip()} » is there"


def _told_silent(evidence: Evidence) -> list[str]:
    """The sentences of the composed answer that say what a document does not hold."""
    return [one for one in re.split(r"[.\n]", evidence.answer.text) if _is_silent(fold(one))]


def _only_says_silence(text: str, evidence: Evidence) -> bool:
    """Whether a text says that something is not held, in the words of the question or of the answer."""
    known = _SAYS_NOTHING | root_set(" ".join((evidence.question, *_told_silent(evidence))))
    left = roots(ABSENT.sub(" ", _NO_CLAUSE.sub(" ", fold(unnamed(text, evidence)))))
    return _is_silent(fold(text)) and (not left or share_of(left, known) == 1)


def _is_silent(folded: str) -> bool:
    return bool(_NO_CLAUSE.search(folded) or ABSENT.search(folded))
