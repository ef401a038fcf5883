"""Whether the sums of a draft are the calculator's, each in its role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answering.wording.calculated import Sums, figure, read_sums, shares_left, without_vat
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.answering.wording.quantities import SUM, euros, quantities
from assistant.answering.wording.roots import root_of, roots
from assistant.answering.wording.sentences import clauses_of
from assistant.answering.wording.spelt import spell
from assistant.french import fold

_REFUND = re.compile(
    r"\brembours\w*|\brestitu\w*|\brend(?:u|re|ons|ra)\b(?! (?:\w+ ){0,3}(?:exigibles?|dus?|dues?)\b)"
    r"|\brecuper\w*"
)
_BALANCE = re.compile(
    rf"\bsolde\b|\brestant\w*|\breste\w*(?: {SUM})? a (?:(?:votre|sa|leur) )?(?:payer|regler|charge|verser)"
)
_PRICE = re.compile(r"\b(?:prix|tarif|cout)\b(?: \w+){0,4} (?:est|etait|de|s'eleve a|etant)\b[^,;.]{0,12}$")
_DUE = re.compile(
    r"\b(?:doi(?:t|vent)|devez|devr(?:a|ez)|dus?|dues?|redevable\w*|payer|regler|verser|facture\w*|frais|coute\w*"
    r"|eleve\w*|indemnites?|garde\w*|conserv\w*|acquis\w*|penalites?|interets?|retenu\w*|montant|charge|exigible|perd\w*)\b"
)
_NOTHING = re.compile(
    r"\baucun(?:e|s)? (?:frais|somme|montant|indemnite|penalite)\b(?! [^.;]*\b(?:pendant|durant)\b)"
    r"|\bsans (?:aucun )?frais\b"
    r"|\brien (?:a (?:payer|regler|verser|devoir)|n'est du|de plus|d'autre)"
    r"|\b(?:dev\w+|doit|pay\w+|coute\w*|verse\w*) (?:plus )?rien\b"
    r"|(?<!pas )(?<!\bni )\bgratuit\w*|\bn'est du\b(?! qu)|\b0 ?€|\b0 euro"
)
NO_MORE = re.compile(r"\b(?:rien (?:d'autre|de plus)|aucun autre frais)\b[^,;.]*")
_PART = re.compile(r"% (?:du |de la |de l')(?:montant total|prix total|totalite|total)")
_OF_DEPOSIT = re.compile(r"\bacompte[^,;.]{0,15}$")
_KEEPS = re.compile(r"\b(?:gard|conserv|reten|retien|acquis)\w*")
_BASE = re.compile(rf"(?:% (?:des? |du |d')(?:vos |les |la )?|\bsur (?:les?|vos|la somme de) )({SUM})")
_DENIES = re.compile(r"\b(?:ne|n')[^.;]*\b(?:pas|ni|plus|rien|aucun\w*)\b|\brien n'|\bni\b")
_DEDUCTED = re.compile(r"\bdedui\w+|\bdeja (?:pay|vers|regl|encaiss)\w+|\bretir\w+ d|\bimput\w+|\baccept\w+")
_LABELLED = re.compile(rf"(?P<sum>{SUM}) (?:de |d'|au titre d\w+ |pour )(?:la |l'|les? )?(?P<label>[a-z]+)")
_WHOLE = re.compile(
    r"\b(?:totalite|integralite|entierement|integralement|montant total|prix total|en entier)\b"
)


def find_sum_faults(text: str, computed: Sequence[Computed], evidence: Evidence) -> Iterable[str]:
    """What is wrong with the sums of one statement, given the calculations it may speak of."""
    spelt = spell(text)
    sums = read_sums(computed, evidence)
    owes = any(evidence.answer.headline) and all(one.calculation.due_min for one in computed)
    settled = not any(one.calculation.balance for one in computed)
    if owes and _NOTHING.search(NO_MORE.sub(" ", spelt) if settled else spelt):
        yield "it says that nothing is due"
    yield from _figure_faults(text, computed, sums, evidence)
    values = euros(text).difference(*(euros(one.citation.quote) for one in evidence.proofs.values()))
    yield from _clause_faults(spelt, values, sums, euros(evidence.question))
    yield from _label_faults(spelt, computed)
    if values & sums.results:
        yield from _share_faults(text, computed, evidence)
    price = evidence.case.price if evidence.case else None
    events = {one.calculation.event for one in computed}
    if price is not None and not events & {"late_payment", "solicitation"}:
        yield from _whole_faults(spelt, values, computed, price)


def _figure_faults(text: str, computed: Sequence[Computed], sums: Sums, evidence: Evidence) -> Iterable[str]:
    """A sum keeps its basis and has no bound but in a range; what is said to be the price is it."""
    bases = {basis for one in computed for basis in _bases(one, evidence)}
    for one in quantities(text):
        if one.unit != "€":
            continue
        if one.basis and (one.value, one.basis) not in bases and one.value in dict(bases):
            yield f"{one.value} € is not {one.basis.upper()}"
        unknown = not one.basis and one.value not in sums.known | {"0"}
        if unknown and _PRICE.search(spell(text)[: one.start]):
            yield f"{one.value} € is not the price"
        if one.bound and one.value in sums.due and not _is_bounded(computed):
            yield f"{one.value} € is the sum itself, neither a least nor a most"


def _bases(computed: Computed, evidence: Evidence) -> Iterable[tuple[str, str]]:
    """Each sum whose basis is known, with HT or TTC."""
    one, case = computed.calculation, evidence.case
    if case and case.basis:
        yield from ((figure(amount), case.basis.lower()) for amount in (case.price, case.paid) if amount)
    if one.basis is None:
        return
    here, there = one.basis.lower(), "ht" if one.basis == "TTC" else "ttc"
    lines = (line.amount for line in computed.lines)
    told = [(amount, here) for amount in (one.refund, one.balance, one.due_min, one.due_max, *lines)]
    told += [(amount, there) for amount in one.due_other_basis or ()]
    yield from ((figure(amount), basis) for amount, basis in told if amount is not None)


def _is_bounded(computed: Sequence[Computed]) -> bool:
    return any(
        one.calculation.kind == "range"
        or one.calculation.due_min is None
        or one.calculation.event == "liability_cap"
        for one in computed
    )


def _clause_faults(spelt: str, values: frozenset[str], sums: Sums, asked: frozenset[str]) -> Iterable[str]:
    """What is wrong with the sums of each clause, for what the clause says they are."""
    known = sums.known | asked
    for clause in clauses_of(spelt):
        bases = frozenset[str]().union(*(euros(match[1]) for match in _BASE.finditer(clause)))
        said = euros(clause) & values - (bases & known)
        restated = (said <= known and _DENIES.search(clause)) or (
            said <= sums.paid and _DEDUCTED.search(clause)
        )
        if said and not restated:
            yield from _role_faults(clause, said, sums)


def _label_faults(spelt: str, computed: Sequence[Computed]) -> Iterable[str]:
    """A sum said « d'intérêts » must be that of a line on interest."""
    lines = [(figure(line.amount), roots(line.label)) for one in computed for line in one.lines]
    labels = {root for _, label in lines for root in label}
    for match in _LABELLED.finditer(spelt):
        label = root_of(match["label"])
        mine = [words for amount, words in lines if amount in euros(match["sum"])]
        if mine and label in labels and not any(label in words for words in mine):
            yield f"{match.group()} is another line of the calculation"


def _role_faults(spelt: str, values: frozenset[str], sums: Sums) -> Iterable[str]:
    """A refund, a balance and a sum due must each be the calculator's."""
    if _REFUND.search(spelt):
        if not values & sums.refund:
            yield "the refund is not the calculator's"
    elif _BALANCE.search(spelt):
        if not values & (sums.balance | sums.due | sums.lines - sums.paid):
            yield "the balance is not the calculator's"
    elif _KEEPS.search(spelt) and sums.refund:
        known = sums.known if sums.refund == {"0"} else frozenset[str]()
        if not values & (known | sums.due):
            yield "what is kept is not the calculator's"
    elif _DUE.search(spelt) and not values & sums.results:
        yield "the sum due is not the calculator's"


def _share_faults(text: str, computed: Sequence[Computed], evidence: Evidence) -> Iterable[str]:
    """A percentage said beside a result must be one of the calculation's steps, or the person's."""
    told = [line.expression for one in computed for line in one.calculation.lines]
    told = told or [words for one in computed for words in one.sentences]
    steps = _percents(*told, evidence.question) | shares_left(computed, evidence.question)
    of_deposits = (words for words in evidence.told if "acompte" in fold(words))
    supposed = _percents(*of_deposits, *(one.calculation.explanation for one in computed))
    spelt = without_vat(spell(text), computed)
    for one in quantities(spelt):
        of_deposit = one.value in supposed and _OF_DEPOSIT.search(spelt[: one.start])
        if one.unit == "%" and one.value not in steps and not of_deposit:
            yield f"{one.value} % is no step of the calculation"


def _percents(*told: str) -> set[str]:
    return {one.value for words in told for one in quantities(words) if one.unit == "%"}


def _whole_faults(
    spelt: str, values: frozenset[str], computed: Sequence[Computed], price: Decimal
) -> Iterable[str]:
    """« la totalité » beside a sum must be the whole price."""
    for clause in clauses_of(spelt):
        if not _WHOLE.search(_PART.sub("%", clause)):
            continue
        for one in (each.calculation for each in computed):
            due = one.due_max
            is_said = due is not None and figure(due) in euros(clause) & values
            if is_said and price not in (due, *(one.due_other_basis or ())):
                yield "the sum is not the whole price"
