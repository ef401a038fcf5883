"""Several late invoices: alike, or one after the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.answering.understand.findings import Findings
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.several_invoices import read_several, told_one_by_one, without
from assistant.datatypes import Case

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("told", ["2 factures de 720 et 1 680 € TTC", "2 factures, 720 € et 1 680 € TTC"])
def test_the_sums_that_were_told_are_those_to_choose_from(told: str) -> None:
    """No one of them is taken for both, and none is asked for again."""
    found = read_several(prepare(told), TODAY, Findings(), None)
    assert "invoices" not in found.facts
    assert [True] == ["720,00" in one.text and "680,00" in one.text for one in found.doubts]


def test_another_number_of_invoices_is_of_the_sum_and_days_known() -> None:
    """« et pour 2 factures ? » changes how many there are, and nothing else."""
    known = Case("late_payment", price=Decimal(1000), due_date=date(2026, 1, 31), invoices=3)
    found = read_several("et pour 2 factures ?", TODAY, Findings(), known)
    assert ({"invoices": 2}, ()) == (dict(found.facts), found.doubts)


def test_invoices_told_each_with_its_sum_are_several() -> None:
    """But the sum of a payment is none of an invoice."""
    assert told_one_by_one("facture a de 720 €, facture b de 1 680 €")
    assert not told_one_by_one("facture de 720 €, payee 1 680 €")


def test_a_fact_that_is_taken_out_leaves_no_question_about_it() -> None:
    """The rest is as it was."""
    left = without(Findings({"price": Decimal(1), "basis": "HT"}), {"price"})
    assert {"basis": "HT"} == dict(left.facts)
