"""Whether what is said of a deposit, and of what the company pays, is the calculator's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.answering.ground import normal_figure
from assistant.answering.wording.calculated import read_sums
from assistant.answering.wording.evidence import Computed, Evidence
from assistant.datatypes import Calculation

_DEPOSIT = re.compile(r"\bacompte(?: \w+)?(?: (?:de|est de|soit))? (\d[\d .]*(?:,\d+)?) ?€")
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


def find_deposit_faults(spelt: str, computed: Sequence[Computed], evidence: Evidence) -> Iterable[str]:
    """A deposit must be one that was computed or paid, and we pay only what is refunded."""
    lines = [line.label for one in computed for line in one.lines]
    deposits = any("compte" in label for label in lines) or any(
        one.calculation.event in ("deposit", "withdrawal") for one in computed
    )
    paid = read_sums(computed, evidence).paid
    for match in _DEPOSIT.finditer(spelt):
        if not deposits and normal_figure(match[1]) not in paid:
            yield "the deposit is not the calculator's"
    ours = any(one.calculation.refund or one.calculation.event == "liability_cap" for one in computed)
    if _WE_PAY.search(spelt) and not ours:
        yield "the company does not pay this"
    yield from _only_deposit_faults(spelt, computed, evidence)


def _only_deposit_faults(spelt: str, computed: Sequence[Computed], evidence: Evidence) -> Iterable[str]:
    """« ne garde que l'acompte » may not be said where the whole price is due."""
    price = evidence.case.price if evidence.case else None
    said = any(_ONLY_DEPOSIT.search(one) and not _RULE.search(one) for one in re.split(r"[;.]", spelt))
    if said and computed and all(_is_whole(one.calculation, price) for one in computed):
        yield "more than the deposit is due"


def _is_whole(calculation: Calculation, price: Decimal | None) -> bool:
    """Whether the whole price is due, be it known or still asked for."""
    if price is None:
        return "dû en entier" in calculation.explanation
    return price in (calculation.due_min, *(calculation.due_other_basis or ()))
