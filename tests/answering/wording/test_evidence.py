"""What a draft may rest on."""

from __future__ import annotations

from datetime import date

from assistant.answering.wording.evidence import BESIDE, case_days, case_spans, find_passages
from assistant.datatypes import Case
from tests.conftest import TODAY

CASE = Case("cancellation", start_date=date(2026, 12, 15), notice_date=date(2026, 12, 1))
MONEY = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"


def test_the_dates_of_a_case_and_the_days_between_are_known():
    """1 to 15 December is 14 days."""
    assert 14 == CASE.days_before
    assert frozenset({"14"}) == case_spans(CASE)
    assert {(15, 12, 2026), (1, 12, 2026), (20, 11, 2026)} == case_days(CASE, TODAY)


def test_a_calculation_speaks_of_its_own_edition(evidence_of):
    """Its sentences name no other one, and its passages are those of its clause."""
    evidence = evidence_of(MONEY)
    assert ["CGV-30J"] == [one.calculation.edition for one in evidence.computed]
    assert all("CGV-15J" not in words for one in evidence.computed for words in one.sentences)
    assert {"CGV-30J"} == {evidence.edition_of(mark) for mark in evidence.proofs}


def _shown(assistant, question: str):
    answer, conversation = assistant.reply(question, today=TODAY)
    return answer, find_passages(answer, conversation.known, assistant.sources)


def test_a_sum_shows_only_its_own_clauses(assistant):
    """No section beside those that the calculation cites."""
    answer, extra = _shown(assistant, "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien ?")
    assert {one.key for one in extra} <= {one.key for one in answer.citations}


def test_other_questions_show_what_is_near(assistant):
    """The rest of the sections cited and a few more, of the same documents, numbered on."""
    answer, extra = _shown(assistant, "Combien de temps dure la formation RCL-RCL-05 ?")
    cited = {one.key for one in answer.citations}
    assert 1 <= len({one.key for one in extra} - cited) <= BESIDE
    assert {one.document for one in extra} <= {one.document for one in answer.citations}
    assert min(one.mark for one in extra) == len(answer.citations) + 1
