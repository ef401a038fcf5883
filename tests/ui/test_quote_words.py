"""What a simulation says, before it is drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.datatypes import Calculation, Case, Corpus, Document, Line, Passage, Section
from assistant.ui.quote_words import Clause, write_quote

TODAY = date(2026, 11, 20)
TEXT = "Le ciel est bleu. Les frais sont de 30 % du prix. Il pleut."
SECTION = Section("CGV-30J", "3.6", ("3.6. Frais",), (Passage("a.md", 0, len(TEXT), TEXT),))
CORPUS = Corpus((Document("CGV-30J", "terms", "Conditions", "a.md", (SECTION,)),))
LINES = (Line("Frais", "30 % × 2 000,00 €", Decimal("600.00"), "CGV-30J#3.6"),)


def _calculation(*articles: str) -> Calculation:
    return Calculation(
        "amount", "CGV-30J", "cancellation", Decimal(600), Decimal(600), lines=LINES, articles=articles
    )


def test_the_sentence_that_the_sum_rests_on_comes_first() -> None:
    """Of an article, the sentence with the words and figures of the steps is the first kept."""
    page = write_quote(Case("cancellation"), _calculation("CGV-30J#3.6"), CORPUS, today=TODAY)

    (clause,) = page.clauses
    assert "CGV-30J, article\xa03.6 – Frais" == clause.title
    assert "[…] Les frais sont de 30 % du prix." == clause.quote(31)


def test_an_article_that_the_documents_lack_is_left_out() -> None:
    """Neither an unknown article nor an unknown document is quoted."""
    page = write_quote(Case("cancellation"), _calculation("CGV-30J#9.9", "AUTRE#1"), CORPUS, today=TODAY)

    assert () == page.clauses


def test_sentences_left_out_leave_a_mark() -> None:
    """A gap is shown where words are missing, before or between, and nowhere else."""
    clause = Clause("3.6", ("Un.", "Deux.", "Trois."), (1, 2, 0))

    assert "[…] Deux. Trois." == clause.quote(11)
    assert "Un. Deux. Trois." == clause.quote(100)
    assert "" == clause.quote(0)


def test_the_course_is_named_first_when_it_is_known() -> None:
    """A client who receives the page knows which course it is about."""
    case, calculation = Case("cancellation"), _calculation("CGV-30J#3.6")
    named = write_quote(case, calculation, CORPUS, today=TODAY, course="Négocier")
    assert ("Formation", "Négocier") == named.inputs[0]
    assert "Formation" not in dict(write_quote(case, calculation, CORPUS, today=TODAY).inputs)
