"""What is asked of a course sheet: its fields, and what no sheet is known to hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import Any

from assistant.answering.understand.lexicon import expand
from assistant.french import fold, stems
from assistant.own_yaml import load_yaml

_ALONE = re.compile(r"^(?:(?:et|and|alors|what about) )*(?:(?:l[ae]s?|son|sa|ses|leurs?|the|its) |l')?")
REQUESTS = ("choice", "existence", "comparison", "overview", "several", "catalogue", "greeting")
COMPLAINTS = ("complaint", "told_to")  # that something went wrong; whom it is told, and how
COURTESIES = ("goodbye", "thanks", "agreement")  # greetings that are no welcome


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a course sheet: the section that holds it, and how people ask for it.

    `beside` are words too common to ask for it alone, which do so beside another field.
    """

    id: str
    label: str
    missing: str
    section: str
    fact: str | None
    triggers: tuple[re.Pattern[str], ...]
    beside: tuple[re.Pattern[str], ...] = ()

    def words_asking(self, message: str) -> tuple[str, ...]:
        """The words of a message, folded and whole, that ask for the field, other than its own name."""
        folded = fold(message)
        found = (
            folded[_start_of_word(folded, match.start()) : match.end() + _rest_of_word(folded, match.end())]
            for trigger in self.triggers
            for match in trigger.finditer(folded)
        )
        return tuple(one for one in found if not set(stems(self.label)) & set(stems(one)))


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something people ask that sheets do not usually hold, and the signs of it where one does."""

    id: str
    says: str
    triggers: tuple[re.Pattern[str], ...]
    evidence: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldLexicon:
    """Every field, unknown and kind of request, as `fields.yaml` lists them."""

    fields: Mapping[str, Field]
    unknowns: Mapping[str, Unknown]
    requests: Mapping[str, tuple[re.Pattern[str], ...]]
    joined: re.Pattern[str]
    generic: frozenset[str]
    ours: frozenset[str]
    again: frozenset[str]

    def fields_asked(self, message: str) -> tuple[str, ...]:
        """The ids of the fields that a message asks for."""
        folded = fold(message)
        return tuple(one.id for one in self.fields.values() if _any(one.triggers, folded))

    def unknowns_asked(self, message: str) -> tuple[str, ...]:
        """The ids of the unknowns that a message asks for; « et le lieu ? », alone, asks for it too."""
        folded = fold(message)
        alone = _ALONE.sub("", folded).rstrip(" ?!.")
        return tuple(
            one.id
            for one in self.unknowns.values()
            if _any(one.triggers, folded) or any(beside.fullmatch(alone) for beside in one.beside)
        )

    def asked_together(self, message: str) -> tuple[Field | Unknown, ...]:
        """The fields and unknowns that a message asks for one beside the other; none where it asks one."""
        folded = fold(message)
        every: list[Field | Unknown] = [*self.fields.values(), *self.unknowns.values()]
        spans = sorted(
            (match.start(), match.end() + _rest_of_word(folded, match.end()), one.id)
            for one in every
            for trigger in (*one.triggers, *one.beside)
            for match in trigger.finditer(folded)
        )
        joined = {
            id_: None
            for (_, end, one), (start, _, other) in pairwise(spans)
            if one != other and end <= start and self.joined.fullmatch(folded[end:start])
            for id_ in (one, other)
        }
        return tuple(self.fields.get(one) or self.unknowns[one] for one in joined)

    def is_request(self, kind: str, message: str) -> bool:
        """Whether a message is of a kind of `REQUESTS`, `COMPLAINTS` or `COURTESIES`."""
        return _any(self.requests[kind], fold(message))

    def without_request(self, kind: str, message: str) -> str:
        """The folded message, the words that make it a request of that kind taken out."""
        folded = fold(message)
        for pattern in self.requests[kind]:
            folded = pattern.sub(" ", folded)
        return folded

    def without_triggers(self, message: str) -> str:
        """The folded message, the words that name a field taken out whole."""
        folded = fold(message)
        asked = (one.triggers for one in self.fields.values())
        unknown = (one.triggers for one in self.unknowns.values())
        for trigger in chain.from_iterable((*unknown, *asked)):
            folded = re.sub(rf"(?:{trigger.pattern})\w*", " ", folded)
        return folded


def _rest_of_word(folded: str, start: int) -> int:
    """How many characters are left of the word that a match stops in."""
    return next((n for n, one in enumerate(folded[start:]) if not one.isalnum()), len(folded) - start)


def _start_of_word(folded: str, start: int) -> int:
    """Where the word begins that a match starts in."""
    return next((n for n in range(start, 0, -1) if not folded[n - 1].isalnum()), 0)


def _any(patterns: tuple[re.Pattern[str], ...], folded: str) -> bool:
    return any(pattern.search(folded) for pattern in patterns)


def _joined(joining: str, between: str) -> re.Pattern[str]:
    """What may stand between two things asked at once: punctuation and such words, one of which joins."""
    joins, small = "|".join(joining.split()), "|".join(between.split())
    return re.compile(rf"(?=.*(?:\b(?:{joins})\b|[,;&+/?]))(?:[ ,;:&+/?'-]|\b(?:{joins}|{small})\b)+")


@cache
def field_lexicon() -> FieldLexicon:
    """The lexicon of `fields.yaml`, read once."""
    text = files("assistant.answering.understand").joinpath("fields.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = load_yaml(text)

    def patterns(lines: list[str]) -> tuple[re.Pattern[str], ...]:
        """One pattern, of the alternatives that some lines hold; none of no line."""
        return (re.compile(expand("|".join(lines), data["sets"])),) if lines else ()

    return FieldLexicon(
        fields={
            name: Field(
                name,
                row["label"],
                row["missing"],
                row["section"],
                row.get("fact"),
                patterns(row["triggers"]),
                patterns(row.get("beside", [])),
            )
            for name, row in data["fields"].items()
        },
        unknowns={
            name: Unknown(
                name,
                row["says"],
                patterns(row["triggers"]),
                re.compile(expand(row["evidence"], data["sets"])),
                patterns(row.get("beside", [])),
            )
            for name, row in data["unknowns"].items()
        },
        requests={kind: patterns(data[kind]) for kind in (*REQUESTS, *COMPLAINTS, *COURTESIES)},
        joined=_joined(data["joining"], data["between"]),
        generic=frozenset(stems(data["generic"])),
        ours=frozenset(stems(data["ours"])),
        again=frozenset(stems(data["again"])),
    )


def only_complains(message: str) -> bool:
    """Whether a message asks where a complaint goes, and speaks of nothing that is another's.

    >>> only_complains("une plainte, c'est où ?"), only_complains("pas content de mon opérateur, que faire ?")
    (True, False)
    """
    lexicon = field_lexicon()
    if not lexicon.is_request("complaint", message) or not lexicon.is_request("told_to", message):
        return False
    left = lexicon.without_request("told_to", lexicon.without_request("complaint", message))
    return set(stems(left)) <= lexicon.generic | lexicon.ours


def subject_of(message: str, lexicon: FieldLexicon) -> tuple[str, ...]:
    """The stems that say what is asked, words for fields left out."""
    left = stems(lexicon.without_triggers(message))
    return tuple(stem for stem in left if stem not in lexicon.generic)
