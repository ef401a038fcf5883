"""What the head of a course sheet states: title, reference, domain, duration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.french import STOPWORDS, fold
from assistant.reading.source import plain_heading

_DASH = "-‐‑‒–—−"
_REFERENCE = re.compile(
    rf"(?<!\w)(?i:r(?:é|e\u0301?)f(?:(?:é|e\u0301?)rence)?)(?i:\s+de\s+la\s+formation|\s+du\s+stage)?\s*\.?\s*(?:n°\s*)?[:|]?[\s*]*"
    rf"((?:[A-Z0-9]{{2,}}\s?[{_DASH}]\s?)+?\d{{1,4}}\b(?![{_DASH}]\w)|[A-Z0-9]+(?:[{_DASH}][A-Z0-9]+)+|[A-Z]*\d[A-Z0-9]*)"
    rf"(?![\w])"
)
_NUMBER = r"(?:\d{1,3}(?:[.,]\d+)?(?:\s*½)?|½|1/2|une?|deux|trois|quatre|cinq)"
_UNIT = r"(?:demi[- ]?journ[ée]es?|journ[ée]es?|jours?|heures?|h(?:\s?\d\d)?|semaines?|mois)"
_ONE_LENGTH = rf"{_NUMBER}\s*{_UNIT}\b(?:\s+et\s+demie?)?"
_LENGTH = rf"{_ONE_LENGTH}(?:\s*(?:\(|soit\s|/|,|–|-)\s*(?:soit\s)?{_ONE_LENGTH}\)?)?"
# What stands before a label: the start of a line, or what parts two facts on one line.
_OPENS = r"(?:^[\W\d]*|[|/–—-][\s*]*|[ \t]{2,}|\t)"
_DURATIONS = (
    re.compile(rf"^[ \t*]*(?P<duration>{_LENGTH})[ \t*.]*$", re.IGNORECASE | re.MULTILINE),
    re.compile(
        rf"{_OPENS}dur[ée]e[^:|\n\d]{{0,40}}[:|\n][\s*]*(?P<duration>{_LENGTH})", re.IGNORECASE | re.MULTILINE
    ),
    re.compile(rf"[/|–][\s*]*(?P<duration>{_LENGTH})[ \t*]*$", re.IGNORECASE | re.MULTILINE),
    re.compile(rf"\bD(?:urée|URÉE|URE)\s?:[\s*]*(?P<duration>{_LENGTH})"),
)
_DOMAINS = (
    re.compile(
        r"^\W*dans\s+(?P<domain>.{2,200}?)[\s/|*–—-]*(?=r[ée]f)", re.IGNORECASE | re.MULTILINE | re.DOTALL
    ),
    re.compile(
        rf"{_OPENS}(?:domaine|th[ée]matique)[^:|\n]{{0,20}}[:|][\s*]*(?P<domain>[^\n/|]{{2,200}})",
        re.IGNORECASE | re.MULTILINE,
    ),
)
# Lines that name no course: the row of a table, « Fiche formation » above the title.
_NO_TITLE = re.compile(
    r"^(?:\|.*|\W*(?:fiche|programme)(?: (?:de|du|d'))? ?"
    r"(?:formation|stage|programme|p[ée]dagogique|technique|descriptive|produit)?\W*)$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_TITLE = 200
_INFINITIVE = re.compile(r"[a-z]{2,}(?:er|ir|re)$")


@dataclass(frozen=True, slots=True)
class Head:
    """A sheet's title, where it has one, and its facts as stated."""

    title: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def find_reference(text: str) -> str | None:
    """The reference that follows « Réf », its dashes made plain.

    >>> find_reference("dans VENTE / Réf : **VTE–NEG–07**")
    'VTE-NEG-07'
    """
    match = _REFERENCE.search(text)
    return re.sub(rf"\s?[{_DASH}]\s?", "-", match.group(1)) if match else None


def parse_head(head: str, sheet: str) -> Head:
    r"""What the lines before the first heading state; reference and length may stand further on.

    >>> parse_head("2\nJours\n\nVendre au comptoir\n\nRéf : VTE-CPT-01", "").facts["duration"]
    '2 jours'
    """
    further = find_reference(sheet) or ""
    facts = {
        "reference": find_reference(head) or (further if "-" in further else None),
        "domain": _first(_DOMAINS, "domain", head),
        "duration": _first(_DURATIONS, "duration", head) or _first(_DURATIONS[1:2], "duration", sheet),
    }
    if facts["duration"]:
        facts["duration"] = facts["duration"].lower()
    return Head(_title(head), {name: value for name, value in facts.items() if value})


def _first(patterns: Sequence[re.Pattern[str]], group: str, text: str) -> str | None:
    matches = (pattern.search(text) for pattern in patterns)
    return next((" ".join(match[group].replace("*", "").split()) for match in matches if match), None)


def _title(head: str) -> str | None:
    """The first lines of the head that are neither its length, its domain nor its reference."""
    for pattern in (*_DURATIONS[:2], *_DOMAINS):
        head = pattern.sub("\n\n", head, count=1)
    head = re.sub(r"^.*\br[ée]f(?:[ée]rence)?\b.*$", "\n", head, flags=re.IGNORECASE | re.MULTILINE)
    for paragraph in re.split(r"\n\s*\n", _NO_TITLE.sub("\n", head)):
        title = plain_heading(paragraph)
        if re.search(r"[^\W\d_]{2}", title):
            return title if len(title) <= _LONGEST_TITLE else None
    return None


def subject(headings: Sequence[str]) -> str:
    """What the first parts of a programme are about, in their own words.

    The words that the first two share, without the verb and the articles; the
    first one's own words when they share none.

    >>> subject(["Préparer la visite d'un chantier", "Conduire une visite de chantier"])
    "Visite d'un chantier"
    """
    tokens = [re.findall(r"[\w’']+", re.sub(r"^\W*\d+\W+", "", heading)) for heading in headings[:2]]
    if not tokens or not tokens[0]:
        return ""
    bare = [[_bare(token) for token in one] for one in tokens]
    own = [
        i
        for i, word in enumerate(bare[0])
        if word not in STOPWORDS and not (i == 0 and _INFINITIVE.match(word))
    ]
    shared = [i for i in own if len(bare) > 1 and bare[0][i] in bare[1]] or own
    if not shared:
        return ""
    words = tokens[0][shared[0] : shared[-1] + 1]
    words[0] = re.sub(r"^\w{1,2}[’']", "", words[0])
    label = " ".join(words)
    return label[:1].upper() + label[1:]


def _bare(token: str) -> str:
    return fold(re.sub(r"^(?:qu|\w)[’']", "", token))
