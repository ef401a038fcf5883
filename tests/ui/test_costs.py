"""What a notice costs, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.conversation import Assistant
from assistant.datatypes import Case
from assistant.ui.costs import find_costs

TODAY = date(2026, 11, 20)
CASE = Case("cancellation", price=Decimal(2000), basis="HT", start_date=date(2027, 3, 31))
EDITIONS = ("CGV-15J", "CGV-30J")


def test_each_edition_has_its_threshold(assistant: Assistant) -> None:
    """30 % until 30 days before under one edition, the deposit until 15 days before under the other."""
    costs = find_costs(CASE, EDITIONS, assistant, today=TODAY)
    assert costs is not None
    assert date(2027, 3, 17) == costs.steps["CGV-15J"][1].date  # 14 days before the 31st
    assert date(2027, 3, 2) == costs.steps["CGV-30J"][1].date  # 29 days before the 31st


def test_the_chart_is_said_in_words(assistant: Assistant) -> None:
    """The alternative text gives each sum and the day it begins."""
    costs = find_costs(CASE, EDITIONS[1:], assistant, today=TODAY)
    assert costs is not None
    told = costs.described.replace("\xa0", " ").replace("\u202f", " ")
    assert "600,00 €" in told
    assert "2 000,00 € à partir du 2 mars 2027" in told


def test_without_a_start_or_a_price_there_is_no_chart(assistant: Assistant) -> None:
    """Nothing is drawn of what is not known."""
    assert find_costs(Case("cancellation", price=Decimal(2000)), EDITIONS, assistant, today=TODAY) is None
    assert find_costs(Case("cancellation", start_date=TODAY), EDITIONS, assistant, today=TODAY) is None
    assert find_costs(Case("deposit", price=Decimal(2000)), EDITIONS, assistant, today=TODAY) is None


def test_editions_are_compared_on_one_basis(assistant: Assistant) -> None:
    """One edition counts after tax: both are given as the price is, so that 600 is 600."""
    costs = find_costs(CASE, EDITIONS, assistant, today=TODAY)
    assert costs is not None
    assert "HT" == costs.basis
    assert {Decimal(600), Decimal(2000)} == {step.due_max for steps in costs.steps.values() for step in steps}
    assert costs.title in costs.described


def test_one_edition_alone_keeps_its_basis(assistant: Assistant) -> None:
    """2 000 € before tax, 20 % of tax: 2 400 € where the edition counts after tax."""
    costs = find_costs(CASE, EDITIONS[:1], assistant, today=TODAY)
    assert costs is not None
    assert ("TTC", Decimal(2400)) == (costs.basis, costs.steps["CGV-15J"][-1].due_max)


def test_a_notice_that_never_costs_anything_has_no_chart(assistant: Assistant) -> None:
    """A line of zeros along the axis would have an axis of nothing."""
    withdrawn = replace(CASE, client="individual", signature_date=date(2027, 3, 25))
    assert find_costs(withdrawn, EDITIONS[1:], assistant, today=TODAY) is None
