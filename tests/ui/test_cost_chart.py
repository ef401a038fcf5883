"""The cost by day of notice, as it is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.conversation import Assistant
from assistant.datatypes import Case
from assistant.ui.cost_chart import draw_costs
from assistant.ui.costs import find_costs

TODAY = date(2026, 11, 20)
CASE = Case("cancellation", price=Decimal(2000), basis="HT", start_date=date(2027, 3, 31))
EDITIONS = ("CGV-15J", "CGV-30J")


def test_today_and_the_start_are_marked(assistant: Assistant) -> None:
    """A line stands at today, at the notice and at the start."""
    costs = find_costs(replace(CASE, notice_days=20), EDITIONS, assistant, today=TODAY)
    assert costs is not None
    assert date(2027, 3, 11) == costs.notice
    drawn = str(draw_costs(costs))
    assert all(name in drawn for name in ("← Aujourd'hui", "Demande", "Début"))


def test_a_day_past_is_not_marked(assistant: Assistant) -> None:
    """When the training is over, today is not on the chart."""
    costs = find_costs(CASE, EDITIONS, assistant, today=date(2027, 6, 1))
    assert costs is not None
    assert "Aujourd'hui" not in str(draw_costs(costs))


def test_what_is_drawn_is_named(assistant: Assistant) -> None:
    """Before or after tax is said above the chart, by the legend where there are two editions."""
    both = find_costs(CASE, EDITIONS, assistant, today=TODAY)
    alone = find_costs(CASE, EDITIONS[:1], assistant, today=TODAY)
    assert both is not None
    assert alone is not None
    assert "'title': 'Coût HT'" in str(draw_costs(both))
    assert "'text': 'Coût TTC selon les CGV-15J'" in str(draw_costs(alone))


def _drawn(assistant: Assistant, *, today: date, notice: date) -> dict[str, Any]:
    costs = find_costs(replace(CASE, notice_date=notice), EDITIONS, assistant, today=today)
    assert costs is not None
    return draw_costs(costs)


def test_days_near_one_another_are_named_one_above_the_other(assistant: Assistant) -> None:
    """Three days before the start, no name lies on another; with months between, all are in one row."""
    near = _drawn(assistant, today=date(2027, 3, 28), notice=date(2027, 3, 29))
    far = _drawn(assistant, today=date(2026, 12, 10), notice=date(2027, 2, 20))
    rows = [
        {one["mark"]["dy"] for one in drawn["layer"] if one.get("mark", {}).get("type") == "text"}
        for drawn in (near, far)
    ]
    assert [3, 1] == [len(one) for one in rows]


def test_every_layer_brings_its_own_data(assistant: Assistant) -> None:
    """Streamlit hands the data of a whole chart over after its first drawing, which then has no numbers."""
    drawn = _drawn(assistant, today=TODAY, notice=date(2027, 2, 20))
    assert "data" not in drawn
    assert all("data" in one for one in drawn["layer"])
