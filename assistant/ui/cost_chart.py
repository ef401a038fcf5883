"""What a notice costs, by the day on which it is received, as a chart: one line an edition."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import streamlit as st

from assistant.french import NBSP, say_date, say_money
from assistant.ui.costs import Costs

Spec = dict[str, object]
_DASHES = ([1, 0], [6, 3])  # a line is told from another without its colour too
_GREY = "#74828f"
MONTHS = "['janv.','févr.','mars','avr.','mai','juin','juil.','août','sept.','oct.','nov.','déc.']"
_DAY = f"date(datum.value) + (date(datum.value) == 1 ? 'er ' : ' ') + {MONTHS}[month(datum.value)]"
_EUROS = "replace(format(datum.value, ',.0f'), ',', '\u202f') + '\u00a0€'"
_TIPS = [
    {"field": "edition", "type": "nominal", "title": "Conditions"},
    {"field": "said", "type": "nominal", "title": "Demande reçue à partir du"},
    {"field": "cost", "type": "nominal", "title": "Coût"},
]
_HEIGHT = 250
_HEADROOM = 1.2  # of the highest sum, so that its label stands clear of the names of days
_NEAR_END = 0.35  # part of the chart in which a label is written leftwards


def show_costs(costs: Costs, *, key: str) -> None:
    """Draw the chart, with today marked and each threshold labelled."""
    st.vega_lite_chart(draw_costs(costs), alt=costs.described, width="stretch", key=key)


def draw_costs(costs: Costs) -> Spec:
    """The Vega-Lite chart: steps, what is only possible shaded, thresholds written."""
    order = list(costs.steps)
    legend = (
        {"orient": "top", "symbolType": "circle", "symbolOpacity": 1, "symbolStrokeWidth": 0}
        | {"title": costs.title, "titleOrient": "left", "titleAnchor": "middle", "titlePadding": 8}
        if len(order) > 1
        else None
    )
    colour: Spec = {"field": "edition", "type": "nominal", "sort": order, "legend": legend}
    day = {
        "field": "day",
        "type": "temporal",
        "title": "Jour où LEXOM reçoit la demande",
        "axis": {"labelExpr": _DAY, "grid": False, "tickCount": 6},
    }
    most = {"field": "most", "type": "quantitative", "title": None}
    rows = _rows(costs)
    highest = max(float(str(one["most"])) for one in rows)
    sums = {**most, "axis": {"labelExpr": _EUROS, "tickCount": 4, "tickMinStep": 1}}
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
        "title": {"text": "" if legend else costs.title, "anchor": "start", "fontSize": 12, "offset": 8},
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
        before: Decimal | None = None
        for step in steps:
            if step.due_max is None:
                continue
            cost = _say(step.due_min, step.due_max)
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
                    "label": label if step.due_max != before else "",
                    "leftwards": step.date >= near_end,
                }
            )
            before = step.due_max
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
