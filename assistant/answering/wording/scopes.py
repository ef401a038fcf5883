"""A statement cut where it goes from one document to another, each part with what it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.wording.evidence import Computed, Evidence, Proof
from assistant.answering.wording.quantities import name_ours
from assistant.answering.wording.roots import roots
from assistant.answering.wording.sentences import Sentence, read_sentence
from assistant.answering.wording.statements import Statement
from assistant.french import fold

HEAD = "fiche"  # the section that holds the head of a sheet
_SENTENCE = re.compile(r"\s*;\s+|(?:(?<=[0-9)»€%])|(?<=\w\w))[.!?]\s+(?=[A-ZÀ-Ý«])")
_BREAK = re.compile(r"[;,:(]|\b(?:tandis qu|alors qu|mais|et|contre|quand|selon|dans|pour)\b")
_TOGETHER = re.compile(
    r"\b(?:et|ou|comme|aussi|bien|celles?|editions?|formations?|l|la|les|ni|que|en|a|selon|dans|par|avec|pour|des|aux|de)\b"
    r"|[^a-z0-9]"
)
_AFTER_SUM = re.compile(
    r"€(?: ht| ttc)? (?:selon|avec|d'apres|pour|dans|en|sous|aux?)(?: les| la| l'edition)? ?$"
)
_LAST_SUM = re.compile(r"\d[\d .,]*€[^€]*$")
_SAME_AS = re.compile(r"\b(?:les?|la|aux?) memes? (?:\w+ ){1,3}que\b")
_BY_DAYS = (
    r"\b(?:(?:cgv|edition|version|conditions|seuil)\b[^.;,:()]{{0,30}}?|celles? (?:de|a|des) )"
    r"\b{number} ?-?j(?:ours?)?\b(?! (?:avant|calend|a compter|pour))"
    r"|\b(?:edition|version|cgv) (?:a|de|des) {number} jours calendaires\b"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a statement that speaks of some documents only, or of all those it cites.

    `proofs`, `computed` and `sentences` are what it may rest on, `titles` the
    headings of these passages; `others` what other passages shown say; `named`
    the editions and courses that it names.
    """

    text: str
    marks: tuple[int, ...]
    named: frozenset[str]
    proofs: tuple[Proof, ...]
    computed: tuple[Computed, ...]
    sentences: tuple[Sentence, ...]
    titles: tuple[Sentence, ...]
    others: tuple[Sentence, ...]

    @property
    def statement(self) -> Statement:
        """The part, as a statement of its own."""
        return Statement(self.text, self.marks)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sections and articles that the part may rest on."""
        cited = [one.citation.key for one in self.proofs]
        return tuple(
            dict.fromkeys([*cited, *(key for one in self.computed for key in one.calculation.articles)])
        )


@lru_cache(maxsize=256)  # of one draft, each is read again to be put beside the others
def read_scopes(statement: Statement, evidence: Evidence) -> tuple[Scope, ...]:
    """The parts of a statement, in order; one without marks may rest on all that is shown."""
    marks = statement.marks or tuple(evidence.proofs)
    parts = (part for sentence in _SENTENCE.split(statement.text) for part in cut(sentence, evidence))
    return tuple(
        _scope(text.strip(), marks, named, evidence) for text, named in parts if re.search(r"\w", text)
    )


def _scope(text: str, marks: tuple[int, ...], named: frozenset[str], evidence: Evidence) -> Scope:
    editions = named & evidence.editions
    keys = {evidence.proofs[mark].citation.key for mark in marks}
    shown = [one for one in evidence.proofs.values() if one.citation.key in keys]
    kept = [one for one in shown if not editions or one.citation.edition in (None, *editions)]
    courses = named - evidence.editions
    if courses & {one.document for one in kept}:
        kept = [one for one in kept if one.citation.edition or one.document in courses]
    computed = tuple(one for one in evidence.computed if not editions or one.calculation.edition in editions)
    told = dict.fromkeys(words for one in kept for words in one.sentences)
    told |= dict.fromkeys(words for one in computed for words in one.sentences)
    told |= dict.fromkeys(_names(kept, evidence))
    titles = dict.fromkeys(one.citation.title for one in kept)
    others = (one for one in evidence.proofs.values() if one not in kept)
    left = dict.fromkeys(words for one in others for words in one.sentences if words not in told)
    read = tuple(read_told(words, evidence) for words in (told, titles, left))
    return Scope(text, marks, named, tuple(kept), computed, *read)


def read_told(texts: Iterable[str], evidence: Evidence) -> tuple[Sentence, ...]:
    """Sentences of passages, as they are compared, where the company goes by one name."""
    return tuple(read_sentence(name_ours(words, evidence.companies)) for words in texts)


def _names(proofs: Sequence[Proof], evidence: Evidence) -> Iterator[str]:
    """The title and the id of each course that proofs come from, and what its head states, as it was read."""
    cited = {one.document for one in proofs}
    headed = {one.document for one in proofs if one.citation.section == HEAD}
    for document in evidence.documents:
        if document.kind == "course" and document.id in cited:
            yield f"{document.title} ({document.id})"
            if document.id in headed:
                yield from document.facts.values()


def mentions(text: str, evidence: Evidence) -> list[tuple[int, int, str]]:
    """Where a folded text names editions, by their id or their threshold, and courses, by id or title."""
    found: list[tuple[str, re.Match[str]]] = []
    for edition in evidence.editions:
        by_days = _BY_DAYS.format(number=re.sub(r"\D", "", edition))
        found.extend(
            (edition, match) for match in re.finditer(rf"{re.escape(fold(edition))}|{by_days}", text)
        )
    for document in evidence.documents:
        if document.kind == "course":
            names = f"{re.escape(fold(document.id))}|{re.escape(fold(document.title))}"
            found.extend((document.id, match) for match in re.finditer(rf"\b(?:{names})\b", text))
    return sorted((match.start(), match.end(), named) for named, match in found)


def names_in(text: str, evidence: Evidence) -> frozenset[str]:
    """The editions and the courses that a text names."""
    return frozenset(name for *_, name in mentions(fold(text), evidence))


def editions_named(text: str, evidence: Evidence) -> frozenset[str]:
    """The editions that a text names, by their id or by their threshold."""
    return names_in(text, evidence) & evidence.editions


def without_editions(text: str, evidence: Evidence) -> str:
    """A text without the names of editions; as it is where folding it moves its letters."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for begin, end, name in reversed(mentions(folded, evidence)):
        if name in evidence.editions:
            text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _break(between: str, named_after: bool) -> int:
    """Where what is said of a document ends, between its name and the next one.

    At the last break; right after the name where names come last, unless a sum follows what else is
    said of the first: « 840 € selon l'une, car le délai est tenu, et 2 800 € selon l'autre ».
    """
    last_sum = _LAST_SUM.search(between)
    until = len(between) if not named_after else last_sum.start() if last_sum else 0
    return max((match.start() for match in _BREAK.finditer(between[:until])), default=0)


def cut(text: str, evidence: Evidence) -> list[tuple[str, frozenset[str]]]:
    """A sentence cut where it goes on to another edition or course, each part with those it names.

    Where it names them after what it says of each, it is cut after each name.
    """
    folded = fold(text)
    found = mentions(folded, evidence)
    if len({name for *_, name in found}) < 2 or len(folded) != len(text):
        return [(text, frozenset(name for *_, name in found))]
    last = text[found[-1][1] :]
    bracketed = all(text[:begin].endswith("(") for begin, *_ in found)
    after_sums = all(_AFTER_SUM.search(folded[:begin]) for begin, *_ in found)
    named_after = bracketed or after_sums or (len(roots(last)) < 2 and not re.search(r"\d", last))
    parts: list[tuple[str, frozenset[str]]] = []
    (_, end, name), start = found[0], 0
    names = {name}
    for begin, finish, name in found[1:]:
        between = folded[end:begin]
        if name not in names and _TOGETHER.sub("", between) and not _SAME_AS.search(between):
            at = _break(between, named_after) + end
            parts.append((text[start:at], frozenset(names)))
            start, names = at, set()
        names.add(name)
        end = max(end, finish)
    return [*parts, (text[start:], frozenset(names))]
