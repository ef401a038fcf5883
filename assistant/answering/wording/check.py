"""Whether a model's draft may replace the answer composed without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.answering.wording.editions import editions_named, find_edition_faults, find_silent_editions
from assistant.answering.wording.entail import find_gaps
from assistant.answering.wording.evidence import Computed, Evidence, case_figures, notice_days
from assistant.answering.wording.names import find_date_faults, find_name_faults
from assistant.answering.wording.quantities import quantities, spell
from assistant.answering.wording.sentences import Sentence, read_sentence
from assistant.answering.wording.statements import Statement
from assistant.answering.wording.sums import KEPT_NOTICE, figure, find_sum_faults, read_sums
from assistant.answering.wording.words import read_words
from assistant.french import fold

LONGEST = 700  # characters of one statement
MOST = 40  # statements of one draft

_MARKUP = re.compile(r"<[^>]+>|!\[|\]\(|`|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\{|\}")
_SPEAKS_AS_PERSON = re.compile(r"\bj'|\bje (?!vous\b)|\b(?:mon|ma|mes)\b")
_VAGUE = re.compile(
    r"\b(?:possible|permis|peu(?:t|vent)|pouvez|autorise\w*|obligatoire|s'applique|dois|devez|doit)\b"
)
_LEADS = re.compile(r"(?:voici|bonjour|merci|en resume|bien sur|tout depend|cela depend|n'hesitez)\b")
_ACCORDING = r"\b(?:(?:selon|avec|dans|d'apres|d'après) )?(?:les? |l'édition )?"


def find_draft_faults(statements: Sequence[Statement], evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in a draft, each in words; empty when it may be shown."""
    faults = [fault for one in statements for fault in find_statement_faults(one, evidence)]
    if not statements:
        faults.append("the draft says nothing")
    if len(statements) > MOST:
        faults.append("the draft is too long")
    return (*faults, *_headline_faults(statements, evidence), *find_silent_editions(statements, evidence))


def find_statement_faults(statement: Statement, evidence: Evidence) -> tuple[str, ...]:
    """What does not hold in one statement."""
    unknown = [mark for mark in statement.marks if mark not in evidence.proofs]
    if unknown:
        return tuple(f"mark [{mark}] has no passage" for mark in unknown)
    if len(statement.text) > LONGEST or _MARKUP.search(statement.text):
        return ("it is too long, or holds markup",)
    if statement.text.rstrip(' »"').endswith("?") or _SPEAKS_AS_PERSON.search(spell(statement.text)):
        return ("it asks, or speaks as the person",)
    computed = _computed(statement, evidence)
    sentences = _sentences(statement, computed, evidence)
    if _says_nothing(statement.text):
        return ()
    if not sentences:
        return ("it rests on no passage",)
    return (
        *find_edition_faults(statement, evidence),
        *find_name_faults(statement, sentences, computed, evidence),
        *find_date_faults(statement, sentences, evidence),
        *(find_sum_faults(statement.text, computed, evidence) if computed else ()),
        *find_gaps(
            _bare(statement.text, computed, sentences, evidence),
            sentences,
            listed=_is_listed(statement, evidence),
            about=_bare(evidence.question, (), sentences, evidence),
        ),
    )


def _is_listed(statement: Statement, evidence: Evidence) -> bool:
    """Whether a statement rests on lists only, such as a programme."""
    proofs = [evidence.proofs[mark] for mark in statement.marks]
    return bool(proofs) and all(proof.is_list for proof in proofs)


def _says_nothing(text: str) -> bool:
    """Whether a statement only leads to others: no fact, no figure, no yes or no."""
    lexicon, spelt = read_words(), spell(text)
    empty = not lexicon.content(spelt) and not quantities(text) and not lexicon.says_no(spelt)
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
    return tuple(_read(words) for words in told)


def _bare(text: str, computed: Sequence[Computed], sentences: Sequence[Sentence], evidence: Evidence) -> str:
    """A statement without the names of editions, nor the sums and the notice that were checked before."""
    for edition in evidence.editions:
        text = re.sub(rf"(?i){_ACCORDING}{edition}\b(?: jointes à cette fiche)?", " ", text)
    for document in evidence.documents:
        if document.kind == "course":
            text = re.sub(
                rf"(?i)«?\s*{re.escape(document.title)}\s*»?|\(?\b{re.escape(document.id)}\b\)?", " ", text
            )
    text = re.sub(
        r"(?i)\b(?:cgv|édition|version|seuil)(?: (?:à|de|du|des|au|seuil))* \d+ ?-?j(?:ours)?\b", " ", text
    )
    if evidence.case is None:
        return text
    held = {one.value for sentence in sentences for one in sentence.quantities if one.unit == "day"}
    if notice_days(evidence.case) is not None:
        text = KEPT_NOTICE.sub(lambda match: " " if match[1] in held else match.group(), spell(text))
    known = {figure(one) for one in case_figures(evidence.case)}
    known |= frozenset().union(*(read_sums(one, evidence).results for one in computed))
    notice = notice_days(evidence.case)
    spelt = spell(text)
    for one in sorted(quantities(text), key=lambda one: -one.start):
        of_case = one.unit in ("€", "") and one.value in known
        if of_case or (
            one.unit == "day" and not one.bound and notice is not None and one.value == str(notice)
        ):
            end = re.compile(r"[\d .,]*\d ?(?:€|euros?|jours?)?(?: (?:ht|ttc))?").match(spelt, one.start)
            spelt = spelt[: one.start] + spelt[end.end() if end else one.start :]
    return spelt


def _headline_faults(statements: Sequence[Statement], evidence: Evidence) -> Iterable[str]:
    """The draft must give the sum of the answer."""
    said = {one.value for statement in statements for one in quantities(statement.text) if one.unit == "€"}
    for amount in evidence.answer.headline:
        if figure(amount) not in said and not (amount == 0 and _says_zero(statements)):
            yield f"the sum {figure(amount)} € is not said"


def _says_zero(statements: Sequence[Statement]) -> bool:
    zero = re.compile(
        r"\brien\b|\baucun(?:e)? (?:frais|somme|indemnite|penalite)\b|\bsans (?:aucun )?frais\b|\bgratuit"
    )
    return any(zero.search(fold(one.text)) for one in statements)
