"""The headings of a course sheet, however they are written, and the section each opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.french import fold
from assistant.reading.markdown import Heading
from assistant.reading.source import Source, line_end, line_spans, plain_heading, slug, trimmed

# What each heading says once folded, its number and its marks taken off.
_NAMES = {
    "objectifs": r"objectifs?( (generaux|pedagogiques|operationnels|vises|professionnels))*"
    r"( (de (la|cette) (formation|session)|du stage))?( et competences( visees)?)?|competences visees",
    "programme": r"(programme|contenus?|deroule|deroulement)( (detaille|pedagogique|indicatif|complet))*"
    r"( (de (la|cette) formation|du stage|de formation))?",
    "prerequis": r"(connaissances )?pre ?-? ?requis(es)?( (de la formation|necessaires))?|niveau requis",
    "public": r"publics?( (cibles?|vises?|concernes?))*|profil des (participants|stagiaires)"
    r"|a qui s'adresse (cette|la) formation ?\??",
    "methodes": r"pedagogie|methodes?|(methodes?|moyens|modalites|approche)"
    r"( (et|pedagogiques?|mobilise(e|s|es)|techniques?|moyens|methodes|outils|supports|d'animation))+",
    "evaluation": r"((modalites|moyens|methodes|dispositifs?) (de suivi et )?(d'|de l'))?evaluations?"
    r"( (et|des?|du|la|suivi|acquis|competences|connaissances|formation|finale))*|suivi et evaluation.{0,40}",
    "financement": r"((modalites|dispositifs?|solutions|possibilites) de )?financements?"
    r"( (de la formation|possibles?|et prise en charge))?",
}
# Headings that close the section before them; too ordinary as words to be looked for in a programme.
_OTHERS = re.compile(
    r"durees?|tarifs?( et .{3,30})?|prix|couts?|accessibilite.{0,60}|(modalites|delais?).{0,20} d'acces"
    r"|lieux?( .{0,40})?|dates?( .{0,30})?|sessions?|intervenants?|formateurs?"
    r"|certifications?|contacts?|debouches"
)
_PATTERNS = {name: re.compile(pattern) for name, pattern in _NAMES.items()}
# The first letters of all of those, for folding every line of a long text is slow.
_WORTH_FOLDING = re.compile(
    r"^[^\w\n]{0,12}(?:[\dA-Z]{1,4} ?[.)–—-] {0,3})?[*_]{0,3}"
    r"(?:obj|comp[ée]|prog|cont|d[ée]\u0301?[rbl]|conn|pr[ée]|niv|publ|[aà]\u0300? qui|prof|p[ée]\u0301?d"
    r"|m[ée]\u0301?th|moy|mod|appr|[ée]\u0301?val|dispo|suivi|fin|solu|poss"
    r"|dur|tar|co[uû]|acc|lieu|dat|sess|int|form|cert).{0,90}$",
    re.IGNORECASE | re.MULTILINE,
)
BULLET = re.compile(r"[-*+•–·▪➢]\s")
_NUMBER = re.compile(r"(\d{1,2}|[A-Z]|[IVX]{1,4})\s?[.)–—-]\s*")
_CONTINUED = re.compile(r" ?\(suite\)$")
_PART = re.compile(
    r"\d|jour|journee|demi-journee|module|partie|sequence|seance|chapitre|matin|apres-midi|etape"
)
SECTIONS = frozenset(_NAMES)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class SheetHeading:
    """A heading of a sheet: the id of its section, its words, its place, how it is written."""

    section: str
    title: str
    start: int
    body: int
    level: int = 0
    numbered: bool = False
    inline: bool = False


@lru_cache(maxsize=1024)
def section_named(title: str) -> str | None:
    """The id of the section that such a heading opens, or `None`.

    >>> section_named("Modalités d’évaluation :"), section_named("Évaluer un devis")
    ('evaluation', None)
    """
    folded = _CONTINUED.sub("", fold(title).rstrip(" :."))
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), None)


def find_sheet_headings(source: Source, end: int, marked: Sequence[Heading]) -> list[SheetHeading]:
    """The headings that open the sections of a sheet, in order, up to offset `end`.

    `marked` are the headings that Markdown marks as such. When they hold the
    sheet's own, a plain line that reads like one is only a line.
    """
    inside = [heading for heading in marked if source.start <= heading.start < end]
    known = [_from_markdown(heading) for heading in inside]
    if sum(heading.section in _PATTERNS for heading in known) >= 2:
        level = min(heading.level for heading in known if heading.section in _PATTERNS)
        found = _of_level(known, level)
    else:
        found = list(_from_lines(source, end))
        if sum(heading.numbered for heading in found) * 2 <= len(found):
            # A numbered line among plain headings is a part of the programme.
            found = [heading for heading in found if not heading.numbered]
    return list(_in_sequence(source, found))


def _from_markdown(heading: Heading) -> SheetHeading:
    title = _NUMBER.sub("", heading.title, count=1)
    section = section_named(title) or slug(title)
    return SheetHeading(section, heading.title.rstrip(" :"), heading.start, heading.body, heading.level)


def _of_level(known: list[SheetHeading], level: int) -> list[SheetHeading]:
    """The sheet's headings, and the unknown ones of their level that are no part of the programme."""
    found: list[SheetHeading] = []
    for heading in known:
        part = bool(found) and found[-1].section == "programme" and _PART.match(fold(heading.title))
        if heading.section in _PATTERNS or (found and heading.level <= level and not part):
            found.append(heading)
    return found


def _from_lines(source: Source, end: int) -> Iterator[SheetHeading]:
    for match in _WORTH_FOLDING.finditer(source.text, source.start, end):
        start, _ = trimmed(source.text, match.start(), match.end())
        line = source.text[start : match.end()].lstrip("# ")
        if BULLET.match(line):
            continue
        words = plain_heading(line)
        number = _NUMBER.match(words)
        title = words[number.end() :] if number else words
        label, colon, rest = title.partition(":")
        inline = bool(colon and rest.strip())
        section = section_named(label)
        if section is None and not inline and _OTHERS.fullmatch(fold(label).strip()):
            section = slug(label)
        if section and len(label) <= _LONGEST:
            body = source.text.index(":", match.start()) + 1 if inline else line_end(source.text, match.end())
            yield SheetHeading(section, label.strip(), start, body, 0, number is not None, inline)


def _in_sequence(source: Source, found: list[SheetHeading]) -> Iterator[SheetHeading]:
    """Those that open a section where they stand, given the one that is open there."""
    current = ""
    for heading in _without_parents(source, found):
        continued = "(suite)" in heading.title.lower()
        if heading.section == current and not continued:
            continue
        if current == "programme" and _states_a_part(heading):
            continue
        if current == "financement" and heading.section == "public" and _heads_a_column(source, heading):
            continue
        if (
            heading.section not in _PATTERNS
            and not heading.level
            and current in ("", "objectifs", "programme")
        ):
            continue
        current = heading.section
        yield heading


def _without_parents(source: Source, found: list[SheetHeading]) -> Iterator[SheetHeading]:
    """Those, an empty one joined to the next of its section: « Pédagogie » above « Méthodes »."""
    parent: SheetHeading | None = None
    for heading, after in zip(found, [*found[1:], None], strict=False):
        joined = replace(heading, start=parent.start) if parent else heading
        alone = after and after.section == heading.section and not source.passages(heading.body, after.start)
        parent = joined if alone else None
        if not alone:
            yield joined


def _states_a_part(heading: SheetHeading) -> bool:
    """Whether it is one part of the programme that states its own aims, or how it is assessed."""
    return heading.section == "objectifs" or (
        heading.inline and heading.section not in ("prerequis", "public")
    )


def _heads_a_column(source: Source, heading: SheetHeading) -> bool:
    """Whether the next line is the next column's head: a table of who may be financed how."""
    following = next(line_spans(source.text, heading.body, heading.body + 300), None)
    return following is not None and "financement" in fold(source.text[slice(*following)])
