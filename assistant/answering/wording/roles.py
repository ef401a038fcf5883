"""Whether a sum of the calculator is said of the one who owes it, as owed; whether a deposit is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answering.wording.calculated import Sums, figure, read_sums
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.answering.wording.quantities import SUM, euros
from assistant.answering.wording.sentences import NO, clauses_of
from assistant.answering.wording.spelt import spell
from assistant.datatypes import Calculation

_OWED = (
    r"(?:doi(?:t|vent)|devez|devons|dus?|dues?|pay\w+|vers\w+|regl\w+|gard\w+|conserv\w+|retien\w+|acquis\w*"
    r"|rembours\w+|factur\w+|reste\w*|limit\w+|coute\w*)"
)
_DENIED = re.compile(
    rf"\b(?:ne|n')(?: (?:vous|nous|lui|leur))? ?{_OWED}\b(?! (?:\w+ ){{0,2}}que\b)(?: \w+)? (?:pas|jamais)\b"
    rf"(?! (?:seulement|plus|que|davantage|inferieur|superieur))[^,;:.]*?(?P<after>{SUM})"
    rf"|(?P<before>{SUM})[^,;.\d]{{0,25}}\b(?:ne (?:sont|sera|seront|reste\w*|vous \w+)|n'est|n'etait)"
    r" (?:\w+ )?pas (?:\w+ )?(?:dus?|dues?|factur\w+|acquis\w*|a (?:payer|regler|verser))\b"
)
_CLIENT = r"(?:le |la |au |a la |aux? |votre )?(?:client\w*|societe|entreprise|acheteur)"
_TO_CLIENT = re.compile(
    rf"\bvous (?:revien\w+|gardez|conservez|est rendue?|sont rendus)\b|\b(?:est|sont|reste\w*) a vous\b"
    rf"|\b(?:revers\w+|acquis\w*|revien\w+) {_CLIENT}\b|\b{_CLIENT} (?:garde|conserve)\w*\b"
)
_KEEP = r"(?:gard|conserv|factur|reten)\w+"
_WE_KEEP = re.compile(rf"\b{_KEEP}[ -](?:nous|on)\b|\b(?:nous|on) {_KEEP}")
_FROM_CLIENT = re.compile(
    rf"(?<!lamaison )\b(?:vous (?:nous )?devez|{_CLIENT} doi(?:t|vent))\b(?! (?:recuperer|recevoir|etre))"
)
_OTHERS_PAY = re.compile(
    r"\b(?P<who>salariee?|formateur|formatrice|stagiaire|opco)\b(?:(?: \w+)?"
    rf" (?:doi(?:t|vent)|paie\w*|vers\w+|regl\w+|prend)(?: \w+){{0,4}} (?P<sum>{SUM})"
    rf"|(?: \w+){{0,6}} (?:paie\w*|regle\w*|prend en charge|couvre) (?:ces frais|cette somme|ce montant))"
)
_WITH_DEPOSIT = re.compile(
    r"\b(?:plus|ensus de|en (?:plus|sus) de|ajoute\w* a) (?:l'|votre |son |cet )acompte\b"
)
_PER = re.compile(
    rf"(?P<sum>{SUM}) (?:par (?:personne|stagiaire|participant\w*|tete|an|mois|jour|semaine)|chacun\w*)"
)
_CHOICE = re.compile(
    r"\brespectivement\b|\ba votre choix\b|\b(?:ce sont|c'est) (?:les |la |l')?cgv-\w+ qui\b"
)
_DEPOSIT = re.compile(rf"\bacompte(?: \w+)?(?: (?:de|est de|soit))? ({SUM})")
_WE_PAY = re.compile(
    r"\blamaison (?:vous )?(?:vers|pai|paye|regl|doi|dev|rembours|restitu)\w*"
    r"|(?<!vous )\bnous (?:vous )?(?:vers|pai|pay|regl|dev|rembours|restitu)\w*ons\b"
)
_ONLY_DEPOSIT = re.compile(
    r"\bn(?:e |')[^.;,]{0,40}\bque (?:l'|votre |cet |son |un )acompte\b"
    r"|(?<!pas )(?<!non )\b(?:seulement|uniquement|seul) (?:l'|votre |cet |son |un )?acompte\b"
)
_RULE = re.compile(
    r"\b(?:si|s'il|lorsqu\w*|quand|en cas|respect\w*|(?:plus|pas moins) de|au moins|au-dela|jusqu\w*|avant"
    r"|(?:trop|assez) \w+ pour|impossible|ne suffi\w*|ne peu\w+ (?:plus|pas))\b"
)


def find_role_faults(text: str, computed: Sequence[Computed], evidence: Evidence) -> Iterable[str]:
    """What is wrong with who owes the sums of one statement to whom, given the calculations."""
    spelt, sums = spell(text), read_sums(computed, evidence)
    yield from _result_faults(spelt, (sums.due | sums.refund | sums.balance) - {"0"}, evidence)
    yield from _deposit_faults(spelt, computed, sums)
    yield from _only_deposit_faults(spelt, computed, evidence.case.price if evidence.case else None)
    ours = _WE_KEEP.search(spell(evidence.question)) is not None
    falls = any(one.calculation.event == "opco_balance" for one in computed)
    for clause in clauses_of(spelt):
        if not ours and not falls:
            yield from _way_faults(clause, sums)
        if _WITH_DEPOSIT.search(clause) and not NO.search(clause):
            yield "the deposit is part of the sum"
    dues = {(one.calculation.due_min, one.calculation.due_max) for one in computed}
    if len(dues) > 1 and _CHOICE.search(spelt):
        yield "each edition has its own sum, and which one applies is not said"


def _result_faults(spelt: str, results: frozenset[str], evidence: Evidence) -> Iterable[str]:
    """A sum of the calculator may not be denied, multiplied, nor put to another person's charge."""
    asked = euros(evidence.question)
    share = evidence.case.opco_share if evidence.case else None
    for match in _DENIED.finditer(spelt):
        if euros(next(filter(None, match.groups()))) & results:
            yield f"« {match.group()} » denies the sum"
    for match in _PER.finditer(spelt):
        if euros(match["sum"]) & results - asked:
            yield f"« {match.group()} »: the sum is for all"
    for match in _OTHERS_PAY.finditer(spelt):
        theirs = {figure(share)} if share and match["who"] == "opco" else set[str]()
        said = euros(match["sum"]) if match["sum"] else set() if theirs else results
        if said & results - theirs and not NO.search(match.group()):
            yield f"« {match.group()} »: it is not for them to pay"


def _way_faults(clause: str, sums: Sums) -> Iterable[str]:
    """What the client owes does not come back, and what comes back is not owed."""
    said = euros(clause)
    due, back = (sums.due | sums.balance) - {"0"}, sums.refund - {"0"}
    if _TO_CLIENT.search(clause) and said & due - back and not NO.search(clause):
        yield "the sum does not come back to the client"
    if _FROM_CLIENT.search(clause) and said & back - due and not NO.search(clause):
        yield "the sum comes back to the client"


def _deposit_faults(spelt: str, computed: Sequence[Computed], sums: Sums) -> Iterable[str]:
    """A deposit must be one that was computed or paid, and we pay only what is refunded."""
    events = {one.calculation.event for one in computed}
    known = any("compte" in line.label for one in computed for line in one.lines)
    if not known and not events & {"deposit", "withdrawal"}:
        for match in _DEPOSIT.finditer(spelt):
            if not euros(match[1]) <= sums.paid:
                yield "the deposit is not the calculator's"
    ours = "liability_cap" in events or any(one.calculation.refund for one in computed)
    if _WE_PAY.search(spelt) and not ours:
        yield "the company does not pay this"


def _only_deposit_faults(spelt: str, computed: Sequence[Computed], price: Decimal | None) -> Iterable[str]:
    """« ne garde que l'acompte » may not be said where the whole price is due."""
    said = any(_ONLY_DEPOSIT.search(one) and not _RULE.search(one) for one in re.split(r"[;.]", spelt))
    if said and all(_is_whole(one.calculation, price) for one in computed):
        yield "more than the deposit is due"


def _is_whole(calculation: Calculation, price: Decimal | None) -> bool:
    """Whether the whole price is due, be it known or still asked for."""
    if price is None:
        return "dû en entier" in calculation.explanation
    return price in (calculation.due_min, *(calculation.due_other_basis or ()))
