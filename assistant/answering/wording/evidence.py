"""What a model's draft may rest on: the passages shown, the calculation, the facts of the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from assistant.answering.llm import escape
from assistant.answering.quotes.draft import Draft, extract_whole, plain
from assistant.answering.sources import Sources
from assistant.company import names_of_company
from assistant.datatypes import Answer, Calculation, Case, Citation, Corpus, Document, Line, Reading, Section
from assistant.french import fold, sentence_spans

_MARKS = re.compile(r"\s*(?:\[\d+\])+")
_MARKUP = re.compile(r"\*\*|^\s*[>#-]\s*|^\s*\|[ |:-]*\|\s*$")
# A sentence that speaks to a program and not to a reader: it is shown to no model and supports nothing.
_ORDER = re.compile(
    r"\b(?:ignor|oubli|disregard|forget)\w* (?:\w+ ){0,4}"
    r"(?:instructions?|regles?|consignes?|rules|prompts?)\b"
    r"|\b(?:system|systeme|assistant|chatbot|agent|ia|ai|llm|modele)\b ?[:,]|\bprompts?\b"
    r"|\b(?:as|you are) an? (?:ai|assistant)\b|\byou must\b"
    r"|\b(?:repond(?:s|ez)|dis|dites|affirm(?:e|ez)|ecri(?:s|vez)|annonc(?:e|ez)|say|answer|reply)\b"
    r"[ :,]+(?:que|qu'|exactement|toujours|that|«|\")"
    r"|\bnew instructions?\b|\bnouvelles? (?:consignes?|instructions?)\b"
)
_SUBJECTS = {
    "cancellation": (
        "La facture, le prix de la formation, l'acompte que le client perd, les frais. "
        "Le client annule, prévient, demande."
    ),
    "late_payment": "La facture, son échéance, son paiement en retard, indemnité comprise.",
    "deposit": "La commande et son acompte.",
    "solicitation": "L'embauche d'un salarié, son salaire.",
}
Value = TypeVar("Value")
BESIDE = 3  # sections found by the search, shown beside those cited
SHORT = 12  # words under which sentences are facts told one by one
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s(?=.{1,120}$)", re.M)
_PARTS = re.compile("[\u00a0 ];|\\|")


@dataclass(frozen=True, slots=True)
class Proof:
    """What a mark stands for: the words of one document, cut into sentences."""

    citation: Citation
    sentences: tuple[str, ...]

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.citation.document

    @property
    def is_list(self) -> bool:
        """Whether the words are the short items of a list, or facts told one by one."""
        return sum(len(one.split()) for one in self.sentences) < SHORT * len(self.sentences)


@dataclass(frozen=True, slots=True)
class Computed:
    """What one calculation says: its edition, its words, and the lines that lead to the sum of the answer."""

    calculation: Calculation
    sentences: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """All that a draft may say, for one answer; `companies` are the names of the company."""

    question: str
    answer: Answer
    proofs: Mapping[int, Proof]
    computed: tuple[Computed, ...]
    case: Case | None
    documents: tuple[Document, ...]
    companies: tuple[str, ...]
    editions: frozenset[str]
    today: date

    @property
    def told(self) -> list[str]:
        """The sentences of all passages."""
        return [words for proof in self.proofs.values() for words in proof.sentences]

    def edition_of(self, mark: int) -> str | None:
        """The edition of the terms that a mark quotes; `None` for another document."""
        return self.proofs[mark].citation.edition


def find_passages(answer: Answer, reading: Reading, sources: Sources) -> tuple[Citation, ...]:
    """The whole sections around the quotes of an answer, then the nearest others.

    A sum rests on the clauses that the calculator names: no other is shown.
    """
    documents = tuple(dict.fromkeys(one.document for one in answer.citations))
    cited = [_section(one, sources) for one in answer.citations]
    beside = documents and not answer.calculations
    found = sources.search(reading.wanted, k=BESIDE, documents=documents) if beside else ()
    draft = Draft(sources.corpus)
    quoted = {one.quote for one in answer.citations}
    for section in dict.fromkeys([*cited, *(sources.section(hit) for hit in found)]):
        for extract in extract_whole(section):
            if extract.quote not in quoted:
                draft.cite(extract)
    first = len(answer.citations) + 1
    return tuple(replace(one, mark=n) for n, one in enumerate(draft.answer().citations, start=first))


def _section(citation: Citation, sources: Sources) -> Section:
    section = sources.document(citation.document).section(citation.section)
    assert section is not None, citation.key  # noqa: S101  the answer is grounded
    return section


def gather_evidence(
    answer: Answer, extra: Sequence[Citation], reading: Reading, corpus: Corpus, today: date
) -> Evidence:
    """The evidence of an answer composed without a model, and of passages found beside it."""
    proofs = {one.mark: _proof(one) for one in (*answer.citations, *extra)}
    return Evidence(
        question=reading.question,
        answer=answer,
        proofs=proofs,
        computed=tuple(_computed(one, answer) for one in answer.calculations),
        case=reading.money.case if reading.money and answer.calculations else None,
        documents=corpus.documents,
        companies=names_of_company(corpus.documents),
        editions=frozenset(one.id for one in corpus.editions),
        today=today,
    )


def _proof(citation: Citation) -> Proof:
    words = citation.quote
    cut = (plain(words[start:end]) for start, end in sentence_spans(words))
    return Proof(citation, tuple(one for one in map(escape, cut) if one and not _ORDER.search(fold(one))))


def _computed(calculation: Calculation, answer: Answer) -> Computed:
    settled = {line.amount for line in calculation.settlement}
    settled |= {calculation.in_other_basis(amount) for amount in settled if calculation.basis}
    lines = calculation.steps if {*settled, calculation.refund} & {*answer.headline} else calculation.lines
    steps = [f"{line.label} : {line.expression} = {line.amount} €" for line in lines]
    told = [calculation.explanation, *steps, *(flag.text for flag in calculation.flags)]
    told.append(_SUBJECTS.get(calculation.event, "La facture, le prix de la formation."))
    told.extend(_lines_of(calculation.edition, answer))
    cut = (text[start:end] for text in told for start, end in sentence_spans(text))
    return Computed(calculation, tuple(one for one in cut if one), lines)


def _lines_of(edition: str | None, answer: Answer) -> Iterable[str]:
    """The lines of a composed answer that are on an edition, without marks, markup and quotes."""
    editions = {one.edition for one in answer.calculations if one.edition}
    heading: str | None = None
    for line in answer.text.splitlines():
        if line.startswith(">"):
            continue
        if line.strip("* ") in editions:
            heading = line.strip("* ")
            continue
        for part in _PARTS.split(_MARKUP.sub("", _MARKS.sub("", line))):
            named = {one for one in editions if one in part} or ({heading} if heading else editions)
            if part.strip() and (edition in named or not editions):
                yield part.strip()


def _values(case: Case, kind: type[Value]) -> tuple[Value, ...]:
    known = (getattr(case, one.name) for one in fields(case))
    return tuple(one for one in known if isinstance(one, kind))


def case_days(case: Case, today: date) -> frozenset[tuple[int, int, int | None]]:
    """The dates of a case, and today."""
    return frozenset((one.day, one.month, one.year) for one in (*_values(case, date), today))


def case_figures(case: Case) -> tuple[Decimal, ...]:
    """The sums and rates of a case."""
    return _values(case, Decimal)


def case_spans(case: Case) -> frozenset[str]:
    """How many days lie between two dates of a case, both counted or not, as figures."""
    dates = _values(case, date)
    spans = {abs((one - other).days) for one in dates for other in dates}
    if case.days_before is not None:
        spans.add(case.days_before)
    return frozenset(map(str, spans - {0}))
