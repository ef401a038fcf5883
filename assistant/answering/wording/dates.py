"""Whether the dates said are those of the passages or of the case, and a notice is the person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.wording.evidence import Evidence, case_days
from assistant.answering.wording.quantities import days, is_day_of, quantities
from assistant.answering.wording.sentences import Sentence
from assistant.answering.wording.spelt import spell
from assistant.french import fold

Day = tuple[int, int, int | None]

_UNTIL = re.compile(r"\b(?:jusqu'au|(?:a partir|a compter) du) (?P<day>\d{1,2}(?:er)? [a-z]+(?: \d{4})?)")
_DISCARDS = re.compile(r"\bn(?:e |')(?:\w+ )?(?:compte\w*|vau\w*|suffi\w*|retien\w*|pren\w*|import\w*)\b")
KEPT_NOTICE = re.compile(r"\b(?:delai|preavis) de (\d+) jours\b(?P<how>[^.;:]{0,30}?)\brespect\w*")
_SUPPOSED = re.compile(
    r"\b(?:regle\w*|reserv\w*|echapp\w*|et non|seuil"
    r"|faute d'\w+|si|s'il|lorsqu\w*|quand|en cas|sinon|cgv|autre|seri\w+|a partir|a compter|des le|passe\w*"
    r"|qu'(?:a|en)|avant les|qu'en dessous|fall\w+|faudr\w+|aur(?:ait|iez|aient)|\w+er(?:ait|iez))\b[^.;]*$"
)
_WOULD = re.compile(r"\b(?!jamais)\w{2,}r(?:ait|iez|aient)\b")
_DENIED = re.compile(r"\bpas (?:a |de celles? qui \w+ (?:a )?)?(?:(?:moins|plus) (?:de )?)?$")
_FROM_LIMIT = re.compile(r"\d+ jours? (?:du seuil|de la limite|pres\b)")


def find_date_faults(text: str, sentences: Sequence[Sentence], evidence: Evidence) -> Iterable[str]:
    """Dates must be those of the passages, of the answer or of the case; the person's own only if set aside.

    One up to which a sum holds, or from which on, is the answer's, and said as such.
    """
    told = frozenset[Day]().union(*(days(one.spelt) for one in sentences))
    if not evidence.computed:
        told |= days(evidence.answer.text)
    known = told | (case_days(evidence.case, evidence.today) if evidence.case else frozenset[Day]())
    limits = _limits(evidence.answer.text.replace("**", ""))
    for is_until, day in _limits(text):
        turned = (not is_until, day) in limits and (is_until, day) not in limits
        if turned or not is_day_of(day, told):
            yield f"nothing changes {'until' if is_until else 'from'} {day}"
    discarded = days(evidence.question) if _DISCARDS.search(fold(text)) else frozenset[Day]()
    for day in days(text):
        if not is_day_of(day, known | discarded):
            yield f"the date {'/'.join(str(part) for part in day if part)} has no support"


def _limits(text: str) -> set[tuple[bool, Day]]:
    """The days up to which a text says that something holds, `True`, or from which on."""
    found = _UNTIL.finditer(spell(text))
    return {(one.group().startswith("jusqu"), day) for one in found for day in days(one["day"])}


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
