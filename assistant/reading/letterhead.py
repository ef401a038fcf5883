"""The company's letterhead, found in the middle of a sheet by its legal notices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.french import fold
from assistant.reading.sheet_headings import BULLET, section_named
from assistant.reading.source import Source, Span, composed, line_spans, plain_heading
from assistant.reading.terms import names_terms

_FORM = r"(?:SASU|SAS|SARL|EURL|SNC|SELARL|SCOP|SCI|SA|S\.A\.S\.|S\.A\.R\.L\.|S\.A\.|EI|Association)"
_SIGNS = {
    "form": re.compile(rf"(?<![\w.]){_FORM}(?![\w])"),
    "capital": re.compile(r"(?i)\bcapital (?:social )?(?:de|:)"),
    "seat": re.compile(r"(?i)\bsi[èe]ge(?: social)?\b"),
    "siret": re.compile(r"(?i)\bsire[tn]\b"),
    "register": re.compile(r"\bR\.?C\.?S\b"),
    "activity": re.compile(r"(?i)\b(?:code|n°) ?(?:naf|ape)\b|\b(?:NAF|APE)\b"),
    "vat": re.compile(r"(?i)\btva intra"),
    "training": re.compile(r"(?i)d[ée]claration d'activit[ée]"),
}
_OPENING = re.compile(
    rf"(?:\S+\s+){{0,3}}{_FORM}(?!\w)|(?:soci[ée]t[ée] .{{0,40}})?au capital|si[èe]ge|n°\s?siret|siret",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(
    rf"(?<![\w.]){_FORM}[ \t]+(?!au\b|à\b)(?P<name>[^\W\d_][^,:;|–—\n(]{{1,60}}?)"
    r"[ \t]*(?:$|\bau\b|-\s|[,:;|–—\n(])"
)
_NAME_BEFORE = re.compile(
    rf"^\W*(?P<name>[^,:;|–—\n(]{{2,60}}?)[ \t]*[,–—-]?[ \t]+{_FORM}(?!\w)", re.MULTILINE
)
_GROUP = re.compile(r"groupe\b|(?:les |nos )?(?:filiales|marques|etablissements|societes)\b")
_STOP = re.compile(
    r"\d{1,2}\s?[.)]\s?\S|#|[IVX]{1,5}\s?[.–-]\s|(?:jour|module|partie|s[ée]quence)\s*\d", re.IGNORECASE
)
# The head of a sheet: its length, then its title above its reference.
_LENGTH = re.compile(r"\d{1,3}$")
_REFERENCE = re.compile(r"\br[ée]f(?:[ée]rence)?\s*[.:°]", re.IGNORECASE)
_INFINITIVE = re.compile(r"[A-ZÉ][a-zéèêâîôûç']+(?:er|ir|re)\b")
_LONGEST_LINE = 300
_LONGEST_NAME = 60
_WIDEST_GAP = 2
_FEWEST_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The company's name and where its letterhead stands."""

    name: str
    span: Span


def find_letterheads(source: Source) -> list[Letterhead]:
    """Every letterhead of the file, in order."""
    lines = list(line_spans(source.text, source.start, len(source.text)))
    signs = [_signs(source.text[first:last]) for first, last in lines]
    found: list[Letterhead] = []
    at = 0
    while at < len(lines):
        after = at
        seen: set[str] = set()
        while after < len(lines) and signs[after] and _opens(source, lines[at]):
            seen |= signs[after]
            after += 1
        if len(seen) >= _FEWEST_SIGNS:
            after = _group_end(source, lines, after)
            span = lines[at][0], lines[after - 1][1]
            found.append(Letterhead(company_name(source.text[slice(*span)]), span))
            at = after
        else:
            at += 1
    return found


def _opens(source: Source, line: Span) -> bool:
    return _OPENING.match(plain_heading(source.text[slice(*line)])) is not None


def _signs(line: str) -> set[str]:
    if len(line) > _LONGEST_LINE:
        return set()
    return {name for name, pattern in _SIGNS.items() if pattern.search(composed(line))}


def _group_end(source: Source, lines: list[Span], after: int) -> int:
    """The line after the list of subsidiaries that may follow the notices."""
    if after == len(lines) or not _GROUP.match(fold(source.text[slice(*lines[after])])):
        return after
    while after < len(lines) and not _ends_group(source, lines, after):
        after += 1
    return after


def _ends_group(source: Source, lines: list[Span], at: int) -> bool:
    """Whether that line is none of the names: something opens, a page ends, a sentence begins."""
    line = source.text[slice(*lines[at])]
    following = source.text[slice(*lines[at + 1])] if at + 1 < len(lines) else ""
    opens = BULLET.match(line) or _STOP.match(line) or section_named(plain_heading(line)) or names_terms(line)
    part = _INFINITIVE.match(line) and BULLET.match(following)
    head = _LENGTH.match(line) or _REFERENCE.search(line) or _REFERENCE.search(following)
    page = source.text.count("\n", lines[at - 1][1], lines[at][0]) > _WIDEST_GAP
    sentence = len(line) > _LONGEST_NAME or (line[-1] in ".:;,?!" and not _GROUP.match(fold(line)))
    return bool(opens or part or head or page or sentence)


def company_name(letterhead: str) -> str:
    r"""The company's name: what follows its legal form, or stands before it.

    >>> company_name("SARL DUPONT au capital de 1 000 €"), company_name("Dupont Conseil, SAS\nSIRET 1")
    ('DUPONT', 'Dupont Conseil')
    """
    match = _NAME_AFTER.search(composed(letterhead)) or _NAME_BEFORE.search(composed(letterhead))
    return plain_heading(match["name"]) if match else "Entreprise"
