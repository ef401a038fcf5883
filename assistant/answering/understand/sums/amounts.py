"""Sums of money and percentages, as people write them in French or English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.answering.understand.lexicon import at_end, at_start, figure, touches
from assistant.answering.understand.sums.headcount import count_group, count_heads
from assistant.datatypes import Basis
from assistant.french import NBSP, say_money

_DIGITS = r"(?:(?<![a-z0-9])|(?<=\dx))(?<!\d[.,])(?:\d{1,3}(?: \d{3}(?!\d))+|\d+)(?:[.,']\d+)*"
TYPED_SUM = r"(?<![\d,.])\d[\d\s\u00a0\u202f.,]*(?:€|euros?|eur)"  # in euros, in a message as it was typed
_MINUS = (  # « à moins 300 € » is negative, « 2 000 € moins 300 € » and « au moins 300 € » are not
    r"(?:(?<=[:=] )|(?<= a )|(?<= (?:de|is|at|of) )|(?<=(?:est|ait|era|aut|ute) ))(?:moins|minus) "
)
_SUM = re.compile(
    rf"(?P<sign>(?<![^\s(:,=])-|{_MINUS})?"
    r"(?P<before>(?:€|\beur(?:os?)?\b) ?)?"
    rf"(?P<digits>{_DIGITS})(?:[.,]-+(?!\d))?"  # « 1'800.- »
    r"(?P<scale> ?(?:k(?:\b|(?=e\b|eur))|m(?= ?€|eur| eur)|millions?\b))?"
    r"(?P<after> ?(?:d'euros?\b|€|euros?\b|eur\b|balles?\b|"
    r"(?:(?<=\d\d\d)|(?<=\d\d\d ))e(?![a-z0-9'])"
    r"(?! (?:jour|demi|semestre|session|fois|annee|alinea|trimestre|mois))))?"
)
_FOREIGN_BEFORE = re.compile(r"(?:[$£]|\b(?:chf|usd|gbp)) ?$")
_FOREIGN_AFTER = re.compile(
    r" ?(?:[$£]|(?:chf|usd|gbp|cad|mad|fcfa|xof|dollars?|pounds?|livres sterling|francs?|dirhams?|dinars?)\b)"
)
_SHARE = re.compile(rf"(?P<digits>{_DIGITS}) ?%")
_HALF = re.compile(r"\b(?:la )?moitie\b|\bhalf\b|\b50/50\b")
_FRACTION = re.compile(
    r"\b(?P<over>un|une|le|a|one|[1-9]) (?P<under>tiers|quarts?|thirds?|quarters?)\b(?! temps)"
    r"|(?<![\d/])(?P<top>[1-9])/(?P<low>[2-9])(?= (?:de|d'|du|des|of)\b)(?! (?:de |d')?(?:journee|jour|part))"
)
_PARTS = {"t": 3, "q": 4}
_SPLIT = re.compile(r"(?<![\d.,])\d+ $")  # « 12 00 € »
_JOINT = re.compile(r"(?:[ '](?:de|d|est|is|of|a|sera|totale?)|[ :=(])+$")
_PRICED = re.compile(r"\b(?:a|coute|prix|cout|tarif|montant|total|vaut|paye|acompte|salaire|price|costs?)\b")
_WEAK = re.compile(
    r"(?:formation|stage|session|prestation|commande|facture|devis|for|of) *"
)  # « facture 1184 »
_PAID_AFTER = ("sum_role.paid.after", "sum_role.deposit.after")
_AT_END = re.compile(r" a [.,;?!]?")  # « … dix jours avant, à 1300 ? »
BASES: tuple[Basis, ...] = ("HT", "TTC")
JOINED = re.compile(rf"({_DIGITS}) ?(?:et|ou|a|-|to|or|and) ?$")
_SCALES = {"k": 1000, "m": 1_000_000}
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum met in a text: where, how much, in which basis, and what is wrong with it.

    `heads` is the number of people that a price a head is for: 0 when it is a
    price a head and the number is not said, `None` when it is no such price.
    `group` is the number of people when the price is each one's, or everyone's.
    `sure` is false of a number that only follows a word such as « facture ».
    """

    start: int
    end: int
    value: Decimal
    basis: Basis | None = None
    exempt: bool = False
    heads: int | None = None
    group: int | None = None
    problem: str | None = None
    sure: bool = True

    @property
    def total(self) -> Decimal:
        """The sum for everyone."""
        return self.value * (self.heads or 1)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage met in a text."""

    start: int
    end: int
    percent: Decimal


def parse_number(digits: str) -> Decimal | None:
    """The number that digits and separators write, or `None` when they write none.

    Three digits after a lone separator are thousands.

    >>> parse_number("4 500,50"), parse_number("4.500"), parse_number("4,500.5"), parse_number("1.000,5,0")
    (Decimal('4500.50'), Decimal('4500'), Decimal('4500.5'), None)
    """
    plain = digits.replace(" ", "").replace("'", "")
    separators = re.sub(r"\d", "", plain)
    if not separators:
        return Decimal(plain)
    last = separators[-1]
    whole, _, decimals = plain.rpartition(last)
    grouped = len(decimals) == 3 and not whole.startswith("0") and len(set(separators)) == 1
    if grouped and " " not in digits:
        whole, decimals = plain, ""
    if last in whole and decimals:
        return None
    groups = re.split(r"[.,]", whole)
    if len(groups) > 1 and not (0 < len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    if len(groups) > 1 and len(set(re.sub(r"\d", "", whole))) > 1:
        return None
    if len(decimals) > 2:
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else ""))


def find_sums(text: str) -> tuple[Sum, ...]:
    """The sums of a prepared text: those with a currency, « HT », « k », or after a word for money.

    >>> [(one.value, one.basis) for one in find_sums("2 000 € ht soit 2.4k€ ttc, 8 participants")]
    [(Decimal('2000'), 'HT'), (Decimal('2400.0'), 'TTC')]
    """
    sums, done = [], 0
    for match in _SUM.finditer(text):
        found = _read_sum(match, text, done)
        if found is not None:
            sums.append(found)
            done = found.end
    sure = tuple(one for one in sums if one.sure)
    return sure or tuple(sums)


def _read_sum(match: re.Match[str], text: str, done: int) -> Sum | None:
    if match.start() < done or touches("unit_after", text[match.end() :]):
        return None
    basis, exempt, end = _taxes(match, text, done)
    foreign = _is_foreign(match, text)
    signs = (match["before"], match["after"], match["scale"], basis, foreign)
    sure = True if any(signs) or end > match.end() else _is_sum(match, text[done : match.start()])
    if sure is None:
        return None
    number = parse_number(match["digits"])
    scale = _SCALES.get((match["scale"] or "").strip()[:1], 1)
    value = (number or Decimal(0)) * scale
    return Sum(
        match.start(),
        end,
        value,
        basis=basis,
        exempt=exempt,
        heads=count_heads(match.start(), end, text),
        group=count_group(match.start(), end, text),
        problem=_problem(match, number, value) or (_ask_in_euros(match) if foreign else None),
        sure=sure,
    )


def _is_sum(match: re.Match[str], before: str) -> bool | None:
    """Whether a number without a currency is surely a sum, by what stands before; `None`: it is none."""
    digits, after = match["digits"], match.string[match.end() :]
    is_year = digits.isdigit() and int(digits) in _YEARS
    cue = at_end("sum_cue", before)
    if cue is not None and (not is_year or _PRICED.search(cue.group())):
        return not _WEAK.fullmatch(cue.group())
    if len(digits) > 2 and touches("sum_after", after):
        return True
    if len(digits) > 2 and not is_year and any(touches(role, after) for role in _PAID_AFTER):
        return True  # « 500 déjà versés »
    closes = len(digits) > 2 and not is_year and _AT_END.fullmatch(before[-3:] + after.strip()[:1])
    return True if closes else None


def _is_foreign(match: re.Match[str], text: str) -> bool:
    """Whether a sum is in another currency than the euro."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(_FOREIGN_BEFORE.search(before) or _FOREIGN_AFTER.match(after)) and not match["after"]


def _ask_in_euros(match: re.Match[str]) -> str:
    return f"« {match['digits']} » n'est pas en euros{NBSP}: quel est le montant en euros{NBSP}?"


def _taxes(match: re.Match[str], text: str, done: int) -> tuple[Basis | None, bool, int]:
    """The basis said right after a sum, or right before it; whether exempt; where the sum ends."""
    after = text[match.end() :]
    for basis in BASES:
        if tail := at_start(f"vat.{basis}", after):
            return basis, False, match.end() + tail.end()
    if tail := at_start("vat.exempt", after):
        return None, True, match.end() + tail.end()
    before = _JOINT.sub("", text[done : match.start()])
    for basis in BASES:
        if at_end(f"vat.{basis}", before):
            return basis, False, match.end()
    return None, False, match.end()


def _problem(match: re.Match[str], number: Decimal | None, value: Decimal) -> str | None:
    """What is wrong with a sum, as a question in French."""
    typed = match.group().strip()
    other = JOINED.search(match.string[: match.start()])
    if other and (parse_number(other[1]) or 0) >= 100:
        return f"« {other[0].strip()} {typed} »{NBSP}: quel est le montant exact{NBSP}?"
    split = _SPLIT.search(match.string[: match.start()]) if match["digits"].startswith("00") else None
    if number is None or split:
        typed = f"{split.group()}{typed}" if split else typed
        return f"« {typed} » ne se lit pas comme une somme{NBSP}: quel est le montant exact{NBSP}?"
    if match["sign"] and value:
        return f"Une somme ne peut pas être négative (« {typed} »){NBSP}: quel est le montant exact{NBSP}?"
    if value > figure("largest_sum"):
        return (
            f"{say_money(value)} dépasse ce que nous savons traiter{NBSP}: quel est le montant exact{NBSP}?"
        )
    return None


def find_shares(text: str) -> tuple[Share, ...]:
    """The percentages of a prepared text; « la moitié » is 50 %.

    >>> [one.percent for one in find_shares("tva a 5,5 %, la moitie")]
    [Decimal('5.5'), Decimal('50')]
    """
    shares = []
    for match in _SHARE.finditer(text):
        percent = parse_number(match["digits"])
        if percent is not None:
            shares.append(Share(match.start(), match.end(), percent))
    halves = (Share(match.start(), match.end(), Decimal(50)) for match in _HALF.finditer(text))
    fractions = (_fraction(match) for match in _FRACTION.finditer(text))
    return tuple(sorted((*shares, *halves, *fractions), key=lambda one: one.start))


def _fraction(match: re.Match[str]) -> Share:
    """The percentage of « les deux tiers » or « 3/4 de »."""
    over = match["over"] or match["top"]
    under = int(match["low"]) if match["low"] else _PARTS[match["under"][0]]
    return Share(match.start(), match.end(), Decimal(int(over) if over.isdigit() else 1) * 100 / under)


def bare_number(text: str) -> Decimal | None:
    """The number, when the message says no more than it and a word or two; else `None`.

    >>> bare_number("non, 2 000"), bare_number("2 jours")
    (Decimal('2000'), None)
    """
    said = r"non|oui|ok|plutot|c'est|et|si|environ|pardon|de|a|nous|on|sommes|est|sera|en fait|finalement"
    said += r"|elle|il|ca|c'etait|etait|serait|coute|coutait|(?:le |son )?prix|la facture|la formation"
    said = rf"(?:{said}|it's|no|yes|we|are|what|if|it|is|was|seulement|en tout|svp|actually|sorry)"
    match = re.fullmatch(rf"(?:{said}[ ,]*)*(?P<digits>{_DIGITS})(?:[ ,]+{said})*[ .!?]*", text)
    return parse_number(match["digits"]) if match else None
