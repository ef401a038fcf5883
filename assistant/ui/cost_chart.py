"""What a notice costs, by the day on which it is received: one line an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import streamlit as st

from assistant.conversation import Assistant
from assistant.datatypes import Answer, Case, Reading
from assistant.fees import CostStep, cost_by_notice_date
from assistant.fees.case import notice_day
from assistant.french import NBSP, say_date, say_money

EVENTS_WITH_NOTICE = frozenset({"cancellation", "postponement"})
Spec = dict[str, object]
_SHORTEST, _LONGEST = 45, 120  # days before the start that are drawn
_DASHES = ([1, 0], [6, 3])  # a line is told from another without its colour too
_GREY = "#74828f"
_MONTHS = "['janv.','févr.','mars','avr.','mai','juin','juil.','août','sept.','oct.','nov.','déc.']"
_DAY = f"date(datum.value) + (date(datum.value) == 1 ? 'er ' : ' ') + {_MONTHS}[month(datum.value)]"
_EUROS = "replace(format(datum.value, ',.0f'), ',', '\u202f') + '\u00a0€'"
_TIPS = [
    {"field": "edition", "type": "nominal", "title": "Conditions"},
    {"field": "said", "type": "nominal", "title": "Demande reçue à partir du"},
    {"field": "cost", "type": "nominal", "title": "Coût"},
]
_HEIGHT = 220
_HEADROOM = 1.2  # of the highest sum, so that its label stands clear of the names of days
_NEAR_END = 0.35  # part of the chart in which a label is written leftwards


@dataclass(frozen=True, slots=True)
class Costs:
    """The steps of each edition, and the days to mark."""

    steps: Mapping[str, tuple[CostStep, ...]]
    start: date
    today: date
    notice: date | None

    @property
    def first(self) -> date:
        """The first day that is drawn."""
        return min(step.date for steps in self.steps.values() for step in steps)

    @property
    def described(self) -> str:
        """The chart in words."""
        told = (f"{edition} : {_describe(steps)}" for edition, steps in self.steps.items())
        return "Coût selon la date de la demande. " + " ".join(told)


def costs_of(reading: Reading | None, answer: Answer, assistant: Assistant, *, today: date) -> Costs | None:
    """The costs that go with an answer about a notice; `None` with any other."""
    if reading is None or reading.intent != "money" or reading.money is None:
        return None
    editions = [one.edition for one in answer.calculations if one.edition]
    return find_costs(reading.money.case, editions, assistant, today=today)


def find_costs(case: Case, editions: Iterable[str], assistant: Assistant, *, today: date) -> Costs | None:
    """What the notice of a case costs day by day; `None` when no day can be drawn."""
    if case.event not in EVENTS_WITH_NOTICE or case.start_date is None:
        return None
    days = min(_LONGEST, max(_SHORTEST, (case.start_date - today).days + 5))
    found = {
        edition: cost_by_notice_date(
            replace(case, edition=edition),
            rules=assistant.rules,
            rates=assistant.rates,
            vat_rate=assistant.settings.vat_rate,
            days=days,
        )
        for edition in editions
        if edition in assistant.rules
    }
    known = {
        edition: steps
        for edition, steps in found.items()
        if len(steps) > 1 and any(step.due_max is not None for step in steps)
    }
    return Costs(known, case.start_date, today, notice_day(case)) if known else None


def _describe(steps: tuple[CostStep, ...]) -> str:
    told = [
        f"{say_money(one.due_max)} à partir du {say_date(one.date)}"
        for one in steps[:-1]
        if one.due_max is not None
    ]
    return ", ".join(told) + "."


def show_costs(costs: Costs, *, key: str) -> None:
    """Draw the chart, with today marked and each threshold labelled."""
    st.vega_lite_chart(draw_costs(costs), alt=costs.described, width="stretch", key=key)


def draw_costs(costs: Costs) -> Spec:
    """The Vega-Lite chart: steps, what is only possible shaded, thresholds written."""
    order = list(costs.steps)
    legend = (
        {"orient": "top", "symbolType": "circle", "symbolOpacity": 1, "symbolStrokeWidth": 0}
        if len(order) > 1
        else None
    )
    colour: Spec = {"field": "edition", "type": "nominal", "title": None, "sort": order, "legend": legend}
    day = {
        "field": "day",
        "type": "temporal",
        "title": "Jour où LEXOM reçoit la demande",
        "axis": {"labelExpr": _DAY, "grid": False, "tickCount": 6},
    }
    most = {"field": "most", "type": "quantitative", "title": None}
    rows = _rows(costs)
    highest = max(float(str(one["most"])) for one in rows)
    sums = {**most, "axis": {"labelExpr": _EUROS, "tickCount": 4}}
    sums["scale"] = {"domain": [0, highest * _HEADROOM or 1]}
    dash: Spec = {"field": "edition", "type": "nominal", "sort": order, "legend": None}
    dash["scale"] = {"range": list(_DASHES)}
    line = {
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 3},
        "encoding": {"x": day, "y": sums, "color": colour, "strokeDash": dash, "tooltip": _TIPS},
    }
    least = {"field": "least", "type": "quantitative", "title": None}
    band = {
        "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15},
        "encoding": {"x": day, "y": least, "y2": {"field": "most"}, "color": colour},
    }
    layers = [band, line, *_labels(order, colour), *_days(costs)]
    return {
        "data": {"values": rows},
        "layer": layers,
        "height": _HEIGHT,
        "config": {"view": {"stroke": None}},
    }


def _rows(costs: Costs) -> list[Spec]:
    """One row a step: when it begins, what it costs, and what is written there."""
    rows: list[Spec] = []
    near_end = costs.start - (costs.start - costs.first) * _NEAR_END
    for edition, steps in costs.steps.items():
        before: tuple[Decimal | None, Decimal | None] | None = None
        for step in steps:
            if step.due_max is None:
                continue
            cost, ends = _say(step.due_min, step.due_max), (step.due_min, step.due_max)
            label = cost if before is None else f"{cost} dès le {say_date(step.date).rpartition(NBSP)[0]}"
            rows.append(
                {
                    "edition": edition,
                    "day": f"{step.date}T00:00:00",
                    "least": float(step.due_min or 0),
                    "most": float(step.due_max),
                    "said": say_date(step.date),
                    "cost": cost,
                    "at": f"{max(step.date, costs.today) if before is None else step.date}T00:00:00",
                    "label": label if ends != before else "",
                    "leftwards": step.date >= near_end,
                }
            )
            before = ends
    return rows


def _labels(order: list[str], colour: Spec) -> Iterator[Spec]:
    """What each step costs, above the first edition's line and below the second's."""
    for place, edition in enumerate(order):
        for leftwards in (False, True):
            mark = {"type": "text", "fontSize": 12, "fontWeight": "bold", "dy": 14 if place else -10}
            side = {"align": "right", "dx": -6} if leftwards else {"align": "left", "dx": 5}
            yield {
                "transform": [
                    {"filter": {"field": "edition", "equal": edition}},
                    {"filter": {"field": "leftwards", "equal": leftwards}},
                ],
                "mark": {**mark, **side},
                "encoding": {
                    "x": {"field": "at", "type": "temporal"},
                    "y": {"field": "most", "type": "quantitative"},
                    "text": {"field": "label", "type": "nominal"},
                    "color": colour,
                },
            }


def _say(low: Decimal | None, high: Decimal) -> str:
    return say_money(high) if low is None or low == high else f"{say_money(low)} à {say_money(high)}"


def _days(costs: Costs) -> Iterator[Spec]:
    """A vertical line with its name: today and the start above, the notice below."""
    marked = {costs.start: "Début", costs.today: "Aujourd'hui"}
    if costs.notice is not None and costs.notice not in marked:
        marked[costs.notice] = "Demande"
    at = {"field": "day", "type": "temporal"}
    if costs.today < costs.first:
        marked = {**marked, costs.first: "← Aujourd'hui"}
    for day, name in marked.items():
        if not costs.first <= day <= costs.start:
            continue
        below, at_edge = name == "Demande", name.endswith("Aujourd'hui")
        rule = {"type": "rule", "strokeDash": [3, 3], "color": _GREY, "opacity": 0 if "←" in name else 1}
        text = {"type": "text", "text": name, "color": _GREY, "fontSize": 12, "baseline": "bottom", "dy": -4}
        text |= {"align": "left" if at_edge else "right", "dx": -4 if below else 0}
        data = {"values": [{"day": f"{day}T00:00:00"}]}
        yield {"data": data, "mark": rule, "encoding": {"x": at}}
        yield {"data": data, "mark": text, "encoding": {"x": at, "y": {"value": "height" if below else 0}}}
