"""Whether a model's draft may replace the answer composed without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from assistant.answering.wording.asides import is_refusal, repeats_question, says_alike
from assistant.answering.wording.bare import bare, is_reference, parts_of, without_manners, without_names
from assistant.answering.wording.editions import editions_named, find_edition_faults, find_silent_editions
from assistant.answering.wording.entail import Setting, find_gaps
from assistant.answering.wording.evidence import Computed, Evidence, Proof
from assistant.answering.wording.marks import find_count_faults, set_marks, without_counts
from assistant.answering.wording.names import find_article_faults, find_date_faults, find_name_faults
from assistant.answering.wording.places import find_place_faults
from assistant.answering.wording.quantities import name_ours, quantities, spell
from assistant.answering.wording.sentences import Sentence, read_sentence, restate
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.sums import figure, find_sum_faults
from assistant.answering.wording.words import read_words
from assistant.french import fold, words

LONGEST = 700  # characters of one statement
MOST = 40  # statements of one draft

_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|`|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\{|\}")
_SPEAKS_AS_PERSON = re.compile(r"\bj'|\bje (?!vous\b)|\b(?:mon|ma|mes)\b")
_VAGUE = re.compile(
    r"\b(?:possible|permis|peu(?:t|vent)|pouvez|autorise\w*|obligatoire|s'applique|dois|devez|doit)\b"
)
_LEADS = re.compile(r"(?:voici|bonjour|merci|en resume|bien sur|tout depend|cela depend|n'hesitez)\b")


def find_draft_faults(statements: Sequence[Statement], evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in a draft, each in words; empty when it may be shown."""
    faults: list[str] = []
    for at, one in enumerate(statements):
        before = " ".join(each.text for each in statements[:at])
        faults.extend(find_statement_faults(one, evidence, before))
    faults.extend(find_count_faults(statements, evidence))
    if not statements:
        faults.append("the draft says nothing")
    if len(statements) > MOST:
        faults.append("the draft is too long")
    return (*faults, *_headline_faults(statements, evidence), *find_silent_editions(statements, evidence))


def find_statement_faults(statement: Statement, evidence: Evidence, before: str = "") -> tuple[str, ...]:
    """What does not hold in one statement, said after what was said `before`."""
    unknown = [mark for mark in statement.marks if mark not in evidence.proofs]
    if unknown:
        return tuple(f"mark [{mark}] has no passage" for mark in unknown)
    if len(statement.text) > LONGEST or _MARKUP.search(statement.text):
        return ("it is too long, or holds markup",)
    said = without_manners(statement.text)
    if is_reference(said, evidence):
        return tuple(find_article_faults(said, tuple(evidence.proofs.values()), evidence))
    if not statement.marks and not evidence.computed:
        statement = set_marks(statement, evidence)
    if repeats_question(statement, evidence):
        return ()
    if said.rstrip(' »"').endswith("?") or _SPEAKS_AS_PERSON.search(spell(said)):
        return ("it asks, or speaks as the person",)
    faults: list[str] = []
    for part in parts_of(said):
        faults.extend(_part_faults(Statement(part, statement.marks), f"{before} {said}", evidence))
    return tuple(dict.fromkeys(faults))


def _part_faults(statement: Statement, whole: str, evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in one part of a statement, which says one thing."""
    computed = _computed(statement, evidence)
    sentences = _sentences(statement, computed, evidence)
    if _says_nothing(without_names(statement.text, evidence)) or says_alike(statement, evidence):
        return ()
    if (refused := is_refusal(statement, evidence)) is not None:
        return () if refused else ("no passage refuses it",)
    if not sentences:
        return ("it rests on no passage",)
    if not computed and any(
        _is_word_for_word(name_ours(statement.text, evidence.companies), one) for one in sentences
    ):
        return tuple(find_edition_faults(statement, evidence))
    return (
        *find_edition_faults(statement, evidence),
        *find_name_faults(statement, sentences, computed, evidence),
        *find_date_faults(statement, sentences, evidence),
        *find_place_faults(
            without_names(statement.text, evidence),
            evidence.question,
            _beside(statement, evidence),
            read_words(),
        ),
        *(
            find_sum_faults(name_ours(statement.text, evidence.companies), computed, evidence)
            if computed
            else ()
        ),
        *find_gaps(
            bare(statement.text, computed, sentences, evidence),
            sentences,
            Setting(
                question=bare(evidence.question, (), sentences, evidence),
                whole=whole,
                known=evidence.question if computed else "",
                listed=_is_listed(statement, evidence),
                settled=bool(computed) or not _cites_terms(statement, evidence),
            ),
        ),
    )


def _is_word_for_word(text: str, sentence: Sentence) -> bool:
    """Whether a text is a whole sentence of a passage."""
    return words(spell(text)) == words(sentence.text)


def _cites_terms(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement rests on terms of sale."""
    return any(evidence.edition_of(mark) for mark in statement.marks)


def _is_listed(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement rests on lists only, such as a programme."""
    proofs = _beside(statement, evidence)
    return bool(proofs) and all(proof.is_list for proof in proofs)


def _beside(statement: Statement, evidence: Evidence) -> list[Proof]:
    """The proofs of the sections that a statement cites."""
    keys = {evidence.proofs[mark].citation.key for mark in statement.marks}
    return [one for one in evidence.proofs.values() if one.citation.key in keys]


def _says_nothing(text: str) -> bool:
    """Whether a statement only leads to others: no fact, no figure, no yes or no."""
    lexicon, spelt = read_words(), without_counts(spell(text))
    empty = not lexicon.content(spelt) and not quantities(spelt) and not lexicon.says_no(spelt)
    leads = text.rstrip().endswith(":") or _LEADS.match(spelt) is not None
    return empty and leads and not _VAGUE.search(spelt)


def _computed(statement: Statement, evidence: Evidence) -> tuple[Computed, ...]:
    """The calculations that a statement may speak of: those of the editions it names, else all."""
    named = editions_named(statement.text, evidence)
    return tuple(one for one in evidence.computed if not named or one.calculation.edition in named)


@lru_cache(maxsize=2048)
def _read(text: str) -> Sentence:
    return read_sentence(text)


def _sentences(
    statement: Statement, computed: Sequence[Computed], evidence: Evidence
) -> tuple[Sentence, ...]:
    """What a statement may rest on: the passages of its marks, and the calculation."""
    keys = {evidence.proofs[mark].citation.key for mark in statement.marks}
    shown = [one for one in evidence.proofs.values() if one.citation.key in keys]
    named = editions_named(statement.text, evidence)
    kept = [one for one in shown if not named or one.citation.edition in (None, *named)]
    told = list(dict.fromkeys(words for one in kept for words in one.sentences))
    told.extend(words for one in computed for words in one.sentences)
    titled = {mark: evidence.proofs[mark] for mark in statement.marks}
    for proof in titled.values():
        course = next((one for one in evidence.documents if one.id == proof.document), None)
        if course and course.kind == "course":
            told.append(f"{course.title} ({course.id})")
    read = [_read(name_ours(words, evidence.companies)) for words in told]
    return (*read, *(_read(other) for one in read if (other := restate(one.text, spell(statement.text)))))


def _headline_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """The draft must give the sum of the answer."""
    said = {one.value for statement in statements for one in quantities(statement.text) if one.unit == "€"}
    others = _other_bases(evidence)
    for amount in evidence.answer.headline:
        known = {figure(amount), *others.get(amount, ())}
        if not known & said and not (amount == 0 and _says_zero(statements)):
            yield f"the sum {figure(amount)} € is not said"


def _other_bases(evidence: Evidence) -> dict[Decimal, set[str]]:
    """Each sum of the answer, in the other basis."""
    found: dict[Decimal, set[str]] = {}
    for one in evidence.answer.calculations:
        for amount, other in zip((one.due_min, one.due_max), one.due_other_basis or (), strict=False):
            if amount is not None and other is not None:
                found.setdefault(amount, set()).add(figure(other))
                found.setdefault(other, set()).add(figure(amount))
    return found


def _says_zero(statements: Sequence[Statement]) -> bool:
    zero = re.compile(
        r"\brien\b|\baucun(?:e)? (?:frais|somme|indemnite|penalite)\b|\bsans (?:aucun )?frais\b|\bgratuit"
    )
    return any(zero.search(fold(one.text)) for one in statements)
