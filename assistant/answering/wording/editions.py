"""Whether a statement on an edition, or on a course, rests on that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from assistant.answering.wording.bare import unnamed
from assistant.answering.wording.calculated import figure, give_the_same
from assistant.answering.wording.evidence import Computed, Evidence, Proof
from assistant.answering.wording.quantities import euros
from assistant.answering.wording.roots import root_set, roots
from assistant.answering.wording.said import said_of
from assistant.answering.wording.scopes import Scope, editions_named, mentions, read_scopes, read_told
from assistant.answering.wording.sentences import Sentence, share_of
from assistant.answering.wording.silence import ABSENT, says_silence
from assistant.answering.wording.spelt import spell
from assistant.answering.wording.statements import Statement
from assistant.french import fold

_CONTRAST = re.compile(
    r"\b(?:tandis qu|alors qu|contrairement|a l'inverse|l'inverse|au contraire|en revanche|par contre)\w*\b"
    r"|\b(?:cela|tout) depend\b|\bmais\b|, elles?,"
    r"|\b(?:seule?s?|(?:que|seulement|uniquement)(?: (?:par|dans|pour|selon))?) (?:les |la |l')?"
    r"(?:(?:edition|version)s? )?(?:des |de la )?cgv"
)
_ALIKE = re.compile(
    r"(?<!\bpas )\b(?:les?|la|une?|du|des|cette|de) memes?\b"
    r"(?! (?:date|jour|moment|temps|titre|periode|delai|facon|maniere|annulation|desistement|renonciation"
    r"|preavis|cas|demande|situation|commande))"
    r"|\b(?:identiques?|pareil\w*|egale?s?)\b|\b2 editions\b[^.;]*\b(?:devez|doit|est)\b"
)
_BOTH = re.compile(
    r"\b(?:les|nos) 2 (?:editions|versions|cgv)\b|\bquelle que soit l'(?:edition|version)\b"
    r"|\bchaque edition\b"
)
LIKEWISE = re.compile(
    r"\b(?:aussi|egalement|memes?|identique\w*|pareil\w*|idem|non plus|de son cote|2 editions|reprend\w*)\b"
)
_JOINS = re.compile(
    r"\b(?:joint\w*|appliqu\w+|applicables?|regi\w*|relev\w+|soumis\w*|rattach\w+|vont avec)\b"
)
_NAMES_ONLY = root_set("fiche formation conditions generales vente edition tandis cgv version")
TWIN = 0.7  # of the roots of two sentences, those that are in both when they say the same


def find_edition_faults(statement: Statement, evidence: Evidence) -> Iterable[str]:
    """A statement on an edition rests on that edition; a course goes with its own."""
    named = editions_named(statement.text, evidence)
    if not named and _BOTH.search(spell(statement.text)) and len(evidence.editions) > 1:
        named = evidence.editions
    if says_silence(statement.text, evidence):
        return
    cited = {evidence.edition_of(mark) for mark in statement.marks} - {None}
    if named and cited and not cited & named:
        yield f"it is on {', '.join(sorted(named))} and rests on another edition"
    computed = {one.calculation.edition for one in evidence.computed if one.calculation.edition}
    if named and computed and not named <= computed:
        yield "it is on an edition that was not computed"
    if named and not cited and not computed and evidence.answer.citations:
        yield "it names an edition without a passage of it"
    differ = not give_the_same(evidence.answer.calculations)
    if differ and _ALIKE.search(spell(statement.text)):
        yield "it takes for alike two editions that differ"
    said, dues = euros(statement.text), {figure(one) for one in evidence.answer.headline}
    heads = statement.text.rstrip().endswith(":")
    if len(computed) > 1 and differ and not named and not heads and said and not dues <= said:
        yield "it gives a sum without naming the edition"
    yield from _course_faults(statement, named | cited, evidence)


def _course_faults(statement: Statement, editions: Set[str | None], evidence: Evidence) -> Iterable[str]:
    folded = fold(statement.text)
    cited = {evidence.proofs[mark].document for mark in statement.marks}
    imposed = {one.edition for one in evidence.answer.calculations}
    imposed |= editions_named(evidence.question, evidence)
    for document in evidence.documents:
        if document.kind != "course" or not (fold(document.id) in folded or fold(document.title) in folded):
            continue
        if editions and document.edition not in editions and not editions & imposed:
            yield f"{document.id} does not go with this edition"
        if not editions and document.id not in cited and not evidence.computed:
            yield f"it is on {document.id} and rests on another document"


def find_join_faults(text: str, evidence: Evidence) -> Iterable[str]:
    """An edition is joined to a course by what its sheet says."""
    for course, edition in read_joins(text, evidence):
        if any(one.id == course and one.edition != edition for one in evidence.documents):
            yield f"{edition} is not joined to {course}"


def read_joins(text: str, evidence: Evidence) -> list[tuple[str, str]]:
    """Each course that a text joins to an edition of the terms, with it: they are named by turns."""
    folded = fold(text)
    named = [name for *_, name in mentions(folded, evidence)]
    first, second = named[::2], named[1::2]
    if not _JOINS.search(folded) or len(first) != len(second):
        return []
    if evidence.editions.issuperset(first) and evidence.editions.isdisjoint(second):
        return list(zip(second, first, strict=True))
    if evidence.editions.issuperset(second) and evidence.editions.isdisjoint(first):
        return list(zip(first, second, strict=True))
    return []


def only_joins(text: str, evidence: Evidence) -> bool:
    """Whether a text says which edition goes with which course, and nothing more."""
    left = _JOINS.sub(" ", fold(unnamed(text, evidence)))
    return bool(read_joins(text, evidence)) and _NAMES_ONLY.issuperset(roots(left))


def find_contrast_faults(scope: Scope, whole: str, evidence: Evidence) -> Iterable[str]:
    """Two editions that say the same must not be opposed, in the `whole` that a part stands in."""
    editions = scope.named & evidence.editions
    said = root_set(scope.text)
    if len(editions) != 1 or not _CONTRAST.search(fold(whole)):
        return
    shares = [(share_of(said, one.roots), one.folded) for one in scope.sentences]
    most = max((share for share, _ in shares), default=0.0)
    nearest = {folded for share, folded in shares if share == most}
    told: list[Proof | Computed] = [
        one for one in evidence.proofs.values() if one.citation.edition not in (None, *editions)
    ]
    if all(one.calculation.due_max is None for one in evidence.computed):
        told += [one for one in evidence.computed if one.calculation.edition not in editions]
    others = {one.folded for each in told for one in read_told(each.sentences, evidence)}
    if nearest and nearest <= others:
        yield "it opposes two editions that say the same"


def find_opposed_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """What a draft says of one edition, then of the other, where both say the same, must be alike.

    An edition that says the same as the other one is not said to be silent either.
    """
    before: _Told | None = None
    for scope in (one for statement in statements for one in read_scopes(statement, evidence)):
        editions = scope.named & evidence.editions
        told = _read_told(scope, min(editions), evidence) if len(editions) == 1 else None
        if told and before and told.edition != before.edition:
            silent = next((one for one in (told, before) if _is_silent(one)), None)
            if silent and _has_twin(before if silent is told else told, silent.edition, evidence):
                yield f"{silent.edition} says it too"
            elif not evidence.computed and not _agree(told, before):
                twins = _has_twin(told, before.edition, evidence)
                if twins and _has_twin(before, told.edition, evidence):
                    yield f"{told.edition} and {before.edition} say the same"
        before = told


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of one edition, and the sentence of that edition nearest to it."""

    edition: str
    text: str
    roots: frozenset[str]
    nearest: Sentence


def _is_silent(told: _Told) -> bool:
    """Whether an edition is said to say nothing, and not to say no more than the other one."""
    spelt = spell(told.text)
    return ABSENT.search(spelt) is not None and not LIKEWISE.search(spelt)


def _read_told(scope: Scope, edition: str, evidence: Evidence) -> _Told | None:
    said, held = root_set(said_of(scope, evidence).text), _sentences_of(edition, evidence)
    if not said or not held:
        return None
    nearest = max(held, key=lambda one: (share_of(said, one.roots), -len(one.roots)))
    return _Told(edition, scope.text, said, nearest)


def _sentences_of(edition: str, evidence: Evidence) -> list[Sentence]:
    proofs = (one for one in evidence.proofs.values() if one.citation.edition == edition)
    return [one for proof in proofs for one in read_told(proof.sentences, evidence)]


def _has_twin(told: _Told, edition: str, evidence: Evidence) -> bool:
    """Whether another edition has a sentence of the same words and figures as the one nearest."""
    mine = told.nearest
    return any(
        len(mine.roots & other.roots) >= TWIN * len(mine.roots | other.roots)
        and {one.value for one in mine.quantities} == {one.value for one in other.quantities}
        for other in _sentences_of(edition, evidence)
    )


def _agree(one: _Told, other: _Told) -> bool:
    """Whether two texts say that they are alike, or say the same in the same words."""
    alike = any(LIKEWISE.search(spell(told.text)) for told in (one, other))
    return alike or max(share_of(one.roots, other.roots), share_of(other.roots, one.roots)) >= TWIN


def find_silent_editions(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """Where each of two editions gives its own sum, a draft names both."""
    computed = {one.calculation.edition for one in evidence.computed if one.calculation.edition}
    differ = not give_the_same(evidence.answer.calculations)
    if len(computed) > 1 and differ and len(evidence.answer.headline) > 1:
        named = frozenset[str]().union(*(editions_named(one.text, evidence) for one in statements))
        for edition in sorted(computed - named):
            yield f"it does not say what {edition} gives"
