"""What a draft may rest on."""

from __future__ import annotations

from datetime import date

from assistant.answering.wording.evidence import case_days, case_spans, renumber
from assistant.datatypes import Case, Citation
from tests.conftest import TODAY

CASE = Case("cancellation", start_date=date(2026, 12, 15), notice_date=date(2026, 12, 1))
MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"


def test_the_dates_of_a_case_and_the_days_between_are_known():
    """1 to 15 December is 14 days."""
    assert 14 == CASE.days_before
    assert frozenset({"14"}) == case_spans(CASE)
    assert {(15, 12, 2026), (1, 12, 2026), (20, 11, 2026)} == case_days(CASE, TODAY)


def test_citations_are_numbered_from_a_start():
    """Passages beside an answer come after its own."""
    one = Citation(1, "CGV-15J", "3.5", "CGV", "CGV-15J", "mots", "terms/CGV-15J.md", 0, 4)
    assert [7, 8] == [each.mark for each in renumber([one, one], 7)]


def test_a_calculation_speaks_of_its_own_edition(evidence_of):
    """Its sentences name no other one, and its passages are those of its clause."""
    evidence = evidence_of(MONEY)
    assert ["CGV-30J"] == [one.calculation.edition for one in evidence.computed]
    assert all("CGV-15J" not in words for one in evidence.computed for words in one.sentences)
    assert {"CGV-30J"} == {evidence.edition_of(mark) for mark in evidence.proofs}
