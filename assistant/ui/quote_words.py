"""What a simulation says on paper: its words, before any drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answering.compose.money_answers import due, say_one, say_other_basis, say_sum
from assistant.answering.quotes.select import sentences_of
from assistant.answering.understand.money.describe import describe_case
from assistant.datatypes import Calculation, Case, Corpus, MoneyReading, Section
from assistant.french import NBSP, say_date, say_money, stems

_GAP = " […] "
_ESCALATED = "Le contrat donne cette somme, mais la loi peut l'écarter : une personne doit décider."
_STANDING = "Simulation indicative, à partir des indications ci-dessus : les documents signés font foi."


@dataclass(frozen=True, slots=True)
class Clause:
    """An article: its title, its sentences in order, and their ranks, the most useful first."""

    title: str
    sentences: tuple[str, ...]
    ranks: tuple[int, ...]

    def quote(self, longest: int) -> str:
        """The most useful sentences that fit in so many characters, in the order of the article.

        >>> Clause("3.6", ("Un.", "Deux.", "Trois."), (2, 0, 1)).quote(9)
        'Un. […] Trois.'
        """
        kept: list[int] = []
        for rank in self.ranks:
            if sum(len(self.sentences[one]) for one in (*kept, rank)) <= longest:
                kept.append(rank)
        quote, before = "", -1
        for one in sorted(kept):
            quote += (" " if one == before + 1 else _GAP) + self.sentences[one]
            before = one
        return quote.strip()


@dataclass(frozen=True, slots=True)
class QuotePage:
    """The words of the page, from top to bottom."""

    title: str
    day: str
    total: str
    notes: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, str, str, str], ...]
    clauses: tuple[Clause, ...]
    remarks: tuple[str, ...]
    standing: str = _STANDING


def write_quote(
    case: Case, calculation: Calculation, corpus: Corpus, *, today: date, course: str = ""
) -> QuotePage:
    """The words of the page for a case, of the course of that title, and what it comes to."""
    shown = ({"Formation": course} if course else {}) | dict(describe_case(MoneyReading(case)))
    situation = shown.pop("Situation")
    edition = corpus.document(calculation.edition) if calculation.edition else None
    if calculation.edition:
        shown["Conditions appliquées"] = edition.title if edition else calculation.edition
    return QuotePage(
        title=f"Simulation{NBSP}: {situation}",
        day=f"{_say_company(corpus)}établie le {say_date(today)}",
        total=_say_total(calculation),
        notes=tuple(
            one.replace("**", "") for one in (calculation.explanation, *say_outcome(calculation)) if one
        ),
        inputs=tuple(shown.items()),
        steps=tuple(
            (line.label, line.expression, say_money(line.amount), line.article.replace("#", ", art. "))
            for line in calculation.lines
        ),
        clauses=tuple(_clauses(calculation, corpus)),
        remarks=tuple(_remarks(calculation)),
    )


def _say_company(corpus: Corpus) -> str:
    company = next((one for one in corpus.documents if one.kind == "company"), None)
    return f"{company.id}, simulation " if company else "Simulation "


def _say_total(calculation: Calculation) -> str:
    if calculation.kind in ("ask", "refuse"):
        return "Aucune somme ne peut être donnée"
    other = say_other_basis(calculation)
    return say_total(calculation) + (f" ({other})" if other else "")


def say_total(calculation: Calculation) -> str:
    """The sum, as a heading says it."""
    total = say_sum(due(calculation), calculation.basis).replace("**", "")
    return f"{total[0].upper()}{total[1:]}"


def say_outcome(calculation: Calculation) -> Iterator[str]:
    """What is still to pay or comes back once what was paid is counted, and when the sum will grow."""
    if calculation.balance is not None:
        yield f"Reste à payer{NBSP}: {say_one(calculation.balance, calculation)}."
    if calculation.refund:
        yield f"À rembourser au client{NBSP}: {say_one(calculation.refund, calculation)}."
    if threshold := calculation.next_threshold:
        when, much = say_date(threshold.date), say_one(threshold.due_max, calculation)
        yield f"À partir du **{when}**, la somme passe à {much}."


def _remarks(calculation: Calculation) -> Iterator[str]:
    if calculation.kind == "escalate":
        yield _ESCALATED
    for flag in calculation.flags:
        yield flag.text


def _clauses(calculation: Calculation, corpus: Corpus) -> Iterator[Clause]:
    wanted = {calculation.explanation, *(f"{one.label} {one.expression}" for one in calculation.lines)}
    for key in calculation.articles:
        if section := corpus.section(key):
            yield _clause(section, set(stems(" ".join(wanted))))


def _clause(section: Section, wanted: set[str]) -> Clause:
    """The article, its sentences ranked by the words and figures that the calculation has too."""
    sentences = tuple(one.words for one in sentences_of(section))
    common = [len(wanted.intersection(stems(one))) for one in sentences]
    ranks = sorted(range(len(sentences)), key=lambda one: (-common[one], one))
    heading = section.heading.removeprefix(section.id).lstrip(" .–-")
    return Clause(
        f"{section.document}, article{NBSP}{section.id} – {heading}".rstrip(" –"), sentences, tuple(ranks)
    )
