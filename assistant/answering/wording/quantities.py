"""The quantities that a text states: a figure, its unit, its bound, and what it bears on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant import company
from assistant.answering.ground import normal_figure
from assistant.answering.wording.spelt import MONTHS, UNITS, spell

OURS = "lamaison"
"""What stands for the company's name where drafts are judged, in the examples that were learned too."""

SUM = r"\d[\d .]*(?:,\d+)? ?€(?: (?:ht|ttc))?"
"""How a sum of money stands in a spelt text."""

Bound = Literal["", "less", "more"]
_NAMED = re.compile(rf"(?i)\b(?:la société |l'entreprise )?{company.OURS}\b")
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(UNITS.values()))
_NUMBER = r"(?<![\w.,])\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|(?<![\w.,])\d+(?:[.,]\d+)*"
_QUANTITY = re.compile(rf"(?P<number>{_NUMBER})\s?(?:{_UNIT})?(?P<basis>\s?(?:ht|ttc)\b)?")
_DAY = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:er)? (?P<m>{'|'.join(MONTHS)})\b(?: (?P<y>\d{{4}}))?"
    r"|\b(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<y2>\d{4}))?\b|\b(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
)
_MORE_BEFORE = re.compile(
    r"(?:plus de|superieure?s? a|au moins|au minimum|minimum de|a partir de|plus tot que|a compter de)"
    r"(?: le| la| les)? ?$"
)
_LESS_BEFORE = re.compile(
    r"(?:moins de|inferieure?s? a|au plus|au maximum|maximum de|jusqu'a|sous|dans les|en deca des?"
    r"|(?:en|au)[ -]dessous des?|plus tard que)(?: les| la| le)? ?$"
)
_MORE_AFTER = re.compile(r"^ ?(?:calendaires? )?(?:ou plus|au moins|au minimum|minimum|et plus)\b")
_LESS_AFTER = re.compile(r"^ ?(?:calendaires? )?(?:ou moins|au plus|au maximum|maximum)\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure: its value in one form, its unit (empty when bare), its bound, HT or TTC."""

    value: str
    unit: str
    bound: Bound = ""
    basis: str = ""
    start: int = 0

    def stands_in(self, others: tuple[Quantity, ...]) -> bool:
        """Whether another states the same, without an opposite bound or basis."""
        return any(self.agrees(one) for one in others)

    def same(self, other: Quantity) -> bool:
        """Whether this is the other's figure, in its unit or in none, whatever their bounds."""
        return self.value == other.value and self.unit in ("", other.unit)

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true of one thing."""
        opposed = {self.bound, other.bound} == {"less", "more"}
        bases = {self.basis, other.basis} == {"ht", "ttc"}
        return self.same(other) and not opposed and not bases


def name_ours(text: str, names: tuple[str, ...]) -> str:
    """A text where the company goes by `OURS` alone, whatever its name.

    >>> name_ours("La société ACME rembourse le client.", ("Acme",))
    'lamaison rembourse le client.'
    """
    return _NAMED.sub(OURS, company.name_ours(text, names))


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure that a text states, dates aside.

    >>> [(one.value, one.unit, one.bound) for one in quantities("moins de quinze jours : 1 350,00 € TTC")]
    [('15', 'day', 'less'), ('1350', '€', '')]
    """
    spelt = _DAY.sub(lambda match: " " * len(match.group()), spell(text))
    found = (_quantity(match, spelt) for match in _QUANTITY.finditer(spelt))
    typed = set(re.findall(r"\d+", text))
    return tuple(one for one in found if one.unit or len(one.value) > 1 or one.value in typed)


def euros(text: str) -> frozenset[str]:
    """The sums of money that a text states, each in one form.

    >>> sorted(euros("40 €, puis 30 % de 1 350,00 €"))
    ['1350', '40']
    """
    return frozenset(one.value for one in quantities(text) if one.unit == "€")


def _quantity(match: re.Match[str], text: str) -> Quantity:
    unit = next((name for n, name in enumerate(UNITS) if match[f"u{n}"]), "")
    before, after = text[: match.start()], text[match.end() :]
    bound: Bound = ""
    if _MORE_BEFORE.search(before) or _MORE_AFTER.match(after):
        bound = "more"
    elif _LESS_BEFORE.search(before) or _LESS_AFTER.match(after):
        bound = "less"
    basis = (match["basis"] or "").strip()
    return Quantity(normal_figure(match["number"]), unit, bound, basis, match.start())


@lru_cache(maxsize=8192)
def days(text: str) -> frozenset[tuple[int, int, int | None]]:
    """The dates of a text, as day, month and year; the year is `None` where it is not said.

    >>> sorted(days("le 1er janvier, puis le 12/03/2027"))
    [(1, 1, None), (12, 3, 2027)]
    """
    found = set()
    for match in _DAY.finditer(spell(text)):
        day, year = match["d"] or match["d2"] or match["d3"], match["y"] or match["y2"] or match["y3"]
        month = MONTHS.index(match["m"]) + 1 if match["m"] else int(match["m2"] or match["m3"])
        found.add((int(day), month, int(year) if year else None))
    return frozenset(found)


def is_day_of(day: tuple[int, int, int | None], known: frozenset[tuple[int, int, int | None]]) -> bool:
    """Whether a date is one of those known; a year that is not said agrees with any."""
    return any(day[:2] == one[:2] and (day[2] is None or one[2] is None or day[2] == one[2]) for one in known)
