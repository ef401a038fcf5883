"""Whether a notice said as the person's is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.wording.evidence import Evidence
from assistant.answering.wording.quantities import quantities
from assistant.answering.wording.spelt import spell

KEPT_NOTICE = re.compile(r"\b(?:delai|preavis) de (\d+) jours\b(?P<how>[^.;:]{0,30}?)\brespect\w*")
_SUPPOSED = re.compile(
    r"\b(?:regle\w*|reserv\w*|echapp\w*|et non|seuil"
    r"|faute d'\w+|si|s'il|lorsqu\w*|quand|en cas|sinon|cgv|autre|seri\w+|a partir|a compter|des le|passe\w*"
    r"|qu'(?:a|en)|avant les|qu'en dessous|fall\w+|faudr\w+|aur(?:ait|iez|aient)|\w+er(?:ait|iez))\b[^.;]*$"
)
_WOULD = re.compile(r"\b(?!jamais)\w{2,}r(?:ait|iez|aient)\b")
_DENIED = re.compile(r"\bpas (?:a |de celles? qui \w+ (?:a )?)?(?:(?:moins|plus) (?:de )?)?$")
_FROM_LIMIT = re.compile(r"\d+ jours? (?:du seuil|de la limite|pres\b)")


def find_notice_faults(text: str, evidence: Evidence) -> Iterable[str]:
    """A notice said as the person's must be theirs."""
    notice = evidence.case.days_before if evidence.case else None
    if notice is None or all(one.calculation.event == "withdrawal" for one in evidence.computed):
        return
    spelt = spell(text)
    for match in KEPT_NOTICE.finditer(spelt):
        kept = not re.search(r"\b(?:pas|non)\b|n'", match["how"])
        if not _SUPPOSED.search(spelt[: match.start()]) and kept != (notice >= int(match[1])):
            yield f"the notice of {match[1]} days is not so"
    for one in quantities(text):
        if one.unit != "day" or not one.value.isdigit() or _SUPPOSED.search(spelt[: one.start]):
            continue
        told = re.search(
            r"\b(?:annul|report|avert|preven|demand|interv|arriv|recu)\w*[^.;,]{0,40}$", spelt[: one.start]
        )
        if _FROM_LIMIT.match(spelt[one.start :]):
            continue
        stated = told or any(other.unit == "€" for other in quantities(text))
        if one.bound and _WOULD.search(spelt, one.start):
            continue
        denied = _DENIED.search(spelt[: one.start]) is not None
        if one.bound and stated and denied == _holds_bound(notice, int(one.value), one.bound):
            yield f"the notice is not {one.bound} than {one.value} days"
        if not one.bound and told and " delai " not in told.group() and int(one.value) != notice:
            yield f"the notice is not {one.value} days"


def _holds_bound(notice: int, limit: int, bound: str) -> bool:
    return notice < limit if bound == "less" else notice >= limit
