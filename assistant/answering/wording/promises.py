"""Whether a statement promises what nothing it rests on promises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.quantities import name_ours
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.scopes import Scope
from assistant.answering.wording.sentences import NO, Sentence, clauses_of, share_of, signs_of
from assistant.french import fold

NEAR = 30  # letters before a promise in which a denial bears on it

_PROMISES = {
    "gratuit": r"(?:\ba titre )?\bgratuit\w*|\bsans (?:aucuns? )?frais\b|\baucuns? frais\b",
    "offrir": (
        r"\b(?:vous|nous|lamaison) offr\w+"
        r"|\b(?:est|sont|sera|seront|etre|a|ont|avons) (?:\w+ ){0,2}offert\w*|\bcadeau\w*"
    ),
    "rembourser": (
        r"\brembours\w*|\brestitu\w*"
        r"|\brecuper\w* (?:(?:l'|d'|votre|vos|cet?|les?|la|une?|aucune?|des?) ?)*"
        r"(?:acompte|sommes?|argent|prix|mise|frais|montant|partie|tout|totalite|integralite|\d)"
        r"|\brend(?:re|u\w*|ra|ons)? (?:l'|cet? |votre |vos |les |la )?(?:acompte|sommes?|argent)"
    ),
    "réduire": (
        r"\breduction\w*|(?<!\bse )\breduit\w*|\bremises? de\b|\brabais\b|\bristourne\w*"
        r"|\bpromotions?\b(?! commercial)"
    ),
    "garantir": r"\bgaranti\w*\b(?! ?:)",
    "dédommager": r"\bdedommag\w*|\bindemnis\w*|\bindemnites?\b|\bcompens\w*",
    "dispenser": r"\bdispens\w*|(?<!\bl')\bexoner\w*\b(?! lamaison)|(?<!lamaison est )\bdecharg\w*",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _PROMISES.items()}
_WE_PROMISE = re.compile(
    r"\b(?:nous|lamaison) (?:vous |le |les |la )?(?:rembours|rend|restitu|offr|garanti)\w*"
)
_DENIED_AFTER = re.compile(r"\W{0,4}(?:n'est|n'existe|ne (?:sera|sont|figure))\b")
_IDIOM = re.compile(
    r"\bsans (?:attendre|delai|tarder)\b|\b(?:pas de|aucun) (?:souci|probleme)\b|\bn'ayez crainte\b"
    r"|\bn'hesitez pas\b|\bne vous inquietez pas\b"
)
_SAYS = root_set("precise indique prevoit prevoient disent rappelle")


def _makes(pattern: re.Pattern[str], folded: str) -> bool:
    """Whether a text promises: no denial stands before the word, but « ne … aucun frais » denies nothing."""
    return any(
        said.group().startswith("aucun") or not NO.search(folded, max(0, said.start() - NEAR), said.start())
        for said in pattern.finditer(folded)
        if not _DENIED_AFTER.match(folded, said.end())
    )


def find_promise_faults(scope: Scope, companies: tuple[str, ...]) -> Iterable[str]:
    """What a part of a statement promises in no words of what it rests on; what it denies is no promise.

    « nous vous remboursons », or said of one of the `companies` that we are, must
    keep the condition under which the clause does.
    """
    folded = _IDIOM.sub(" ", fold(name_ours(scope.text, companies)))
    free = any(one.calculation.due_min == 0 for one in scope.computed)
    for name, pattern in _PATTERNS.items():
        if not _makes(pattern, folded) or (name == "gratuit" and free):
            continue
        made = [one for one in scope.sentences if _makes(pattern, one.folded)]
        of = _promised(folded, pattern) if name == "gratuit" else ()
        if not made or (of and not any(share_of(of, one.roots) for one in made)):
            yield f"« {scope.text} »: nothing promises to {name}"
        elif _WE_PROMISE.search(folded) and _drops_condition(folded, made):
            yield f"« {scope.text} »: it is promised under a condition only"


def _promised(folded: str, pattern: re.Pattern[str]) -> Sequence[str]:
    """What a text says is free, by its roots: what stands beside « gratuit », or all of what has no fees."""
    beside = (one for one in clauses_of(folded) if re.search(r"\bgratuit", one))
    return [one for one in roots(pattern.sub(" ", next(beside, folded))) if one not in _SAYS]


def _drops_condition(folded: str, made: Iterable[Sentence]) -> bool:
    free = not signs_of(folded) & {"condition", "except"}
    return free and all("condition" in one.signs for one in made)
