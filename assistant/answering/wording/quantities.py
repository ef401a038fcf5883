"""The quantities that a text states: a figure, its unit, its bound, and what it bears on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from text_to_num import alpha2digit

from assistant.answering.ground import normal_figure
from assistant.french import fold

OURS = "lamaison"
"""What stands for the company's own name where statements and passages are compared."""

Bound = Literal["", "less", "more"]
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()  # noqa: SIM905  a row of months reads best so
_UNITS = {
    "%": r"%",
    "€": r"€|euros?\b|eur\b",
    "day": r"jours?\b|journees?\b",
    "month": r"mois\b",
    "week": r"semaines?\b",
    "year": r"ans?\b|annees?\b",
    "hour": r"heures?\b|h\b",
    "half-day": r"demi-journees?\b",
    "point": r"points?\b",
    "time": r"fois\b",
    "person": r"personnes?\b|participants?\b|stagiaires?\b|inscrits?\b|apprenants?\b",
}
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_UNITS.values()))
_NUMBER = r"(?<![\w.,])\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|(?<![\w.,])\d+(?:[.,]\d+)*"
_QUANTITY = re.compile(rf"(?P<number>{_NUMBER})\s?(?:{_UNIT})?(?P<basis>\s?(?:ht|ttc)\b)?")
_DAY = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:er)? (?P<m>{'|'.join(_MONTHS)})\b(?: (?P<y>\d{{4}}))?"
    r"|\b(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<y2>\d{4}))?\b|\b(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
)
_REWRITTEN = (
    (re.compile(r"\bpour[ -]?cents?\b"), "%"),
    (re.compile(r"\b(?:cent|100) ?%(?: du)?"), " la totalite "),
    (re.compile(r"\b(?:les|des|vos|leurs) acquis\b"), ""),
    (re.compile(r"\bcomprise?s? entre\b"), "entre"),
    (re.compile(r"\b(?:toutes taxes comprises|taxes comprises)\b"), "ttc"),
    (re.compile(r"\bhors[ -]taxes?\b"), "ht"),
    (
        re.compile(r"\bne (?:peu(?:t|vent)|saurai(?:t|ent)) (?:pas |jamais )?(?:etre )?inferieure?s? a\b"),
        "au moins",
    ),
    (re.compile(r"\b(?:sans|jamais|pas) (?:pouvoir )?(?:etre )?inferieure?s? a\b"), "au moins"),
    (
        re.compile(
            r"\bne (?:descend\w*|tomb\w*|pass\w*) (?:pas |jamais )?(?:sous|en dessous de|au-dessous de)\b"
        ),
        "au moins",
    ),
    (
        re.compile(r"\bne (?:peu(?:t|vent) )?(?:pas |jamais )?(?:depass|exced)\w+ (?:pas |jamais )?"),
        "au plus ",
    ),
    (
        re.compile(
            r"\b(?:en (?:plus|sus|supplement)|s'ajoutent?(?= au| a ce| en)) (?:du|de ce|au)"
            r" prix\b|\ben (?:sus|supplement)\b"
        ),
        "ensus",
    ),
    (
        re.compile(r"\brest(?:e|ent|era|eront) a (?:leur|votre|la|sa) charge(?: d\w+ \w+)?"),
        "ne sont pas compris",
    ),
    (re.compile(r"\b(?:ne )?(?:fait|font) pas partie\b"), "ne sont pas compris"),
    (re.compile(r"\brien n'empeche(?: \w+ment| toutefois| cependant)? (?:de|d')"), "on peut "),
    (re.compile(r"\bpas (\w+ )?(?:deux|2) fois\b"), r"pas \1en double"),
    (re.compile(r"\bdurant\b"), "pendant"),
    (re.compile(r"\btout au long d(?:u|es?)\b"), "pendant"),
    (re.compile(r"\b(?:sans|pas de) (?:probleme|souci)s?\b"), ""),
    (re.compile(r"\b(?:pas |jamais )?avant que? ?(?:l'|la |le )?(\w+) n'"), r"des que \1 "),
    (
        re.compile(
            r",? et non (?!moins|plus)(?:pas )?(?:sur |par |pour |en )?"
            r"(?:a |de |d'|au |aux |le |la |les |l'|un |une )?\w+"
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:ne peu(?:t|vent)|ne saurai(?:t|ent)|sans(?: pouvoir)?) (?:pas |jamais"
            r" )?(?:descendre (?:sous|en dessous de|au-dessous de)|etre (?:en dessous de"
            r"|au-dessous de|moins de))"
        ),
        "au moins",
    ),
    (re.compile(r"\b(?:premier|premiere|1er|1re) (?:jour|journee)\b"), "jour 1"),
    (re.compile(r"\b(?:second|seconde|deuxieme|2e|2eme) (?:jour|journee)\b"), "jour 2"),
    (re.compile(r"\b(?:troisieme|3e|3eme) (?:jour|journee)\b"), "jour 3"),
    (re.compile(r"\bjournee (?=\d\b)"), "jour "),
    (re.compile(r"\b(?:ne |n')depend\w* (?:pas|aucunement|nullement|en rien) d"), "est independant d"),
    (re.compile(r"\b([\w' ]{4,40}) : dans ce cas,"), r"en cas de \1,"),
    (
        re.compile(r"\bnon[ -](?=(?:realis|fait|vers|pay|recu|respect|sign|regl|compri|inclu|pris)\w*)"),
        "pas ",
    ),
    (re.compile(r"\bnon[ -](?=(?!seulement|que|a |sans|mais|plus|pour|avec|vous|nous|cela)\w{4})"), "non"),
    (re.compile(r"\b(?:im|in)(previsible|surmontable|evitable)s?\b"), r"pas \1"),
    (re.compile(r"\bsous[ -](?=trait)"), "sous"),
    (re.compile(r"\bj ?- ?(?=\d)"), ""),
    (re.compile(r"\b(quinz|trent|vingt|diz|quarant|soixant)aine de\b"), r"\1aine"),
    (  # « et l'autre n'en dure qu'un »: days
        re.compile(r"\b((?:n')?en dure(?:nt)? (?:qu'|que )?(?:une?|deux|trois|quatre|cinq))\b(?! [jhd])"),
        r"\1 jour",
    ),
    (re.compile(rf"\bneuf (?={'|'.join(_UNITS.values())})"), "9 "),
    (
        re.compile(r"\b(?:dans|sous) (?:le |la |l')(mois|annee|semaine|journee) (?:qui sui|suivan)"),
        r"dans 1 \1 qui sui",
    ),
    (re.compile(r"\b(?:une )?quinzaine\b"), "15"),
    (re.compile(r"\b(?:une )?trentaine\b"), "30"),
    (re.compile(r"\b(?:une )?vingtaine\b"), "20"),
    (re.compile(r"\b(?:une )?dizaine\b"), "10"),
)
_ONE = re.compile(
    r"\b(?:un|une|d'un|d'une) (?=(?:mois|semaine|an|annee|heure|demi-journee|journee)\b"
    r"|jour\b(?! (?!entier|premier|dernier)\w{2,}(?:er|[io]ir)\b))"
)
_TWO = re.compile(rf"\bdeux(?= (?:objectifs|modules|{'|'.join(_UNITS.values())}))")
_TWICE = re.compile(r"\b(\d+) \(\1\)")  # « quatorze (14) jours »
_ZERO = re.compile(r"\bzero\b")
_MOST = re.compile(r"\b(?:au )?maximum(?: de)? (?=\d)")
_LEAST = re.compile(r"\b(?:au )?minimum(?: de)? (?=\d)")
_AFTER = re.compile(r"(?<=\d )(jours?|mois|ans|semaines|heures|fois|%|€) (?:au )?(maximum|minimum)\b")
_SPAN = re.compile(
    rf"\b(\d{{1,2}})(?:er)? (au|et) (\d{{1,2}}(?:er)?) ((?:{'|'.join(_MONTHS)})(?: \d{{4}})?)\b"
)
_MORE_BEFORE = re.compile(
    r"(?:plus de|superieure?s? a|au moins|au minimum|minimum de|a partir de|plus tot que|a compter de)"
    r"(?: le| la| les)? ?$"
)
_LESS_BEFORE = re.compile(
    r"(?:moins de|inferieure?s? a|au plus|au maximum|maximum de|jusqu'a|sous|dans les|en deca de"
    r"|plus tard que)(?: les| la| le)? ?$"
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


def name_ours(text: str, names: Iterable[str]) -> str:
    """A text where the company goes by `OURS`, whatever its name.

    >>> name_ours("ACME rembourse le client.", ["Acme"])
    'lamaison rembourse le client.'
    """
    for name in names:
        text = re.sub(
            rf"(?i)(?<![\w.@])(?:la société |l'entreprise )?{re.escape(name)}(?![\w@]|\.\w)", OURS, text
        )
    return text


@lru_cache(maxsize=8192)
def spell(text: str) -> str:
    """A text folded, with its numbers in digits and its bounds in one wording.

    >>> spell("Quinze jours, soit TRENTE POUR CENT")
    '15 jours, soit 30 %'
    """
    text = fold(text)
    for was, reads in _REWRITTEN:
        text = was.sub(reads, text)
    text = _ZERO.sub("0", _ONE.sub("1 ", text))
    text = _TWICE.sub(r"\1", _TWO.sub("2", str(alpha2digit(text, "fr"))))
    text = _MOST.sub("au plus ", _LEAST.sub("au moins ", text))
    text = _AFTER.sub(lambda match: f"{match[1]} au {'plus' if match[2] == 'maximum' else 'moins'}", text)
    return _SPAN.sub(r"\1 \4 \2 \3 \4", text)


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


def _quantity(match: re.Match[str], text: str) -> Quantity:
    unit = next((name for n, name in enumerate(_UNITS) if match[f"u{n}"]), "")
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
        month = _MONTHS.index(match["m"]) + 1 if match["m"] else int(match["m2"] or match["m3"])
        found.add((int(day), month, int(year) if year else None))
    return frozenset(found)


def is_day_of(day: tuple[int, int, int | None], known: frozenset[tuple[int, int, int | None]]) -> bool:
    """Whether a date is one of those known; a year that is not said agrees with any."""
    return any(day[:2] == one[:2] and (day[2] is None or one[2] is None or day[2] == one[2]) for one in known)
