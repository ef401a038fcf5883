"""What a notice costs, by the day on which it is received, as a chart: one line an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import streamlit as st

from assistant.french import NBSP, say_date, say_money
from assistant.ui.costs import Costs

Spec = dict[str, object]
_DASHES = ([1, 0], [6, 3])  # a line is told from another without its colour too
_GREY = {"light": "#56636d", "dark": "#a9b6bf"}  # of what is written around the lines
MONTHS = "['janv.','févr.','mars','avr.','mai','juin','juil.','août','sept.','oct.','nov.','déc.']"
_DAY = f"date(datum.value) + (date(datum.value) == 1 ? 'er ' : ' ') + {MONTHS}[month(datum.value)]"
_EUROS = "replace(format(datum.value, ',.0f'), ',', '\u202f') + '\u00a0€'"
_TIPS = [
    {"field": "edition", "type": "nominal", "title": "Conditions"},
    {"field": "said", "type": "nominal", "title": "Demande reçue à partir du"},
    {"field": "cost", "type": "nominal", "title": "Coût"},
]
_HEIGHT = 260
_HEADROOM = 1.2  # of the highest sum, so that its label stands clear of the names of days
_HALF, _THIRD = 0.5, 0.33  # of the days that are drawn
_LETTER = 0.02  # part of these days that a letter takes on a telephone
_ROW = 15  # pixels between names that would lie one on the other
_EARLIER = "← Aujourd'hui"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A day to mark: its name, the row of it above the chart, whether it is written leftwards."""

    day: date
    name: str
    row: int
    leftwards: bool


def show_costs(costs: Costs, *, key: str) -> None:
    """Draw the chart, with today marked and each threshold labelled."""
    grey = _GREY[st.context.theme.type or "light"]
    st.vega_lite_chart(draw_costs(costs, grey=grey), alt=costs.described, width="stretch", key=key)


def draw_costs(costs: Costs, *, grey: str = _GREY["light"]) -> Spec:
    """The Vega-Lite chart: steps, what is only possible shaded, thresholds written."""
    order, days = list(costs.steps), _days(costs)
    above = _ROW * max((one.row for one in days), default=0) + 8
    legend = (
        {"orient": "top", "symbolType": "circle", "symbolOpacity": 1, "symbolStrokeWidth": 0}
        | {"title": costs.title, "titleOrient": "left", "titleAnchor": "middle", "titlePadding": 8}
        | {"offset": above}
        if len(order) > 1
        else None
    )
    colour: Spec = {"field": "edition", "type": "nominal", "sort": order, "legend": legend}
    day = {
        "field": "day",
        "type": "temporal",
        "title": "Jour de réception de la demande",
        "axis": {"labelExpr": _DAY, "grid": False, "tickCount": 6},
    }
    most = {"field": "most", "type": "quantitative", "title": None}
    rows = _rows(costs)
    highest = max(float(str(one["most"])) for one in rows)
    sums = {**most, "axis": {"labelExpr": _EUROS, "tickCount": 4, "tickMinStep": 1}}
    sums["scale"] = {"domain": [0, highest * _HEADROOM or 1]}
    dash: Spec = {**colour, "scale": {"range": list(_DASHES)}}
    line = {
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 3},
        "encoding": {"x": day, "y": sums, "color": colour, "strokeDash": dash, "tooltip": _TIPS},
    }
    least = {"field": "least", "type": "quantitative", "title": None}
    band = {
        "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.15},
        "encoding": {"x": day, "y": least, "y2": {"field": "most"}, "color": colour},
    }
    # Data of the whole chart would come after its first drawing, at places that are no numbers.
    drawn = {"data": {"values": rows}, "layer": [band, line, *_labels(rows, order, colour)]}
    title = {"text": "" if legend else costs.title, "anchor": "start", "fontSize": 12, "offset": above}
    return {
        "title": title,
        "layer": [drawn, *_draw_days(days, grey)],
        "height": _HEIGHT,
        "config": {
            "view": {"stroke": None},
            "axis": {"labelColor": grey, "titleColor": grey},
            "legend": {"labelColor": grey, "titleColor": grey},
        },
    }


def _rows(costs: Costs) -> list[Spec]:
    """One row a step: when it begins, what it costs, and what is written there."""
    rows: list[Spec] = []
    for edition, steps in costs.steps.items():
        before: Decimal | None = None
        for step in steps:
            if step.due_max is None:
                continue
            cost = _say(step.due_min, step.due_max)
            label = cost if before is None else f"{cost} dès le {say_date(step.date).rpartition(NBSP)[0]}"
            # The first sum is written at today, unless this is where other steps are written.
            at = max(step.date, costs.today) if before is None else step.date
            at = at if before is not None or _part(at, costs) < _THIRD else step.date
            rows.append(
                {
                    "edition": edition,
                    "day": f"{step.date}T00:00:00",
                    "least": float(step.due_min or 0),
                    "most": float(step.due_max),
                    "said": say_date(step.date),
                    "cost": cost,
                    "at": f"{at}T00:00:00",
                    "label": label if step.due_max != before else "",
                    "leftwards": _part(at, costs) > _HALF,
                }
            )
            before = step.due_max
    return rows


def _part(day: date, costs: Costs) -> float:
    """How far a day is along those that are drawn, from 0 to 1."""
    return (day - costs.first) / (costs.start - costs.first) if costs.start > costs.first else 0


def _labels(rows: list[Spec], order: list[str], colour: Spec) -> Iterator[Spec]:
    """What each step costs, above the first edition's line and below the second's."""
    for place, edition in enumerate(order):
        for leftwards in (False, True):
            written = [row for row in rows if (row["edition"], row["leftwards"]) == (edition, leftwards)]
            if not written:
                continue
            mark = {"type": "text", "fontSize": 12, "fontWeight": "bold", "dy": 14 if place else -10}
            side = {"align": "right", "dx": -6} if leftwards else {"align": "left", "dx": 5}
            yield {
                "data": {"values": written},
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


def _days(costs: Costs) -> list[_Mark]:
    """The start, today and the notice, where they are among the days drawn."""
    named = {costs.start: "Début", costs.today: "Aujourd'hui"}
    if costs.notice is not None and costs.notice not in named:
        named[costs.notice] = "Demande"
    if costs.today < costs.first:
        named[costs.first] = _EARLIER
    marks: list[_Mark] = []
    taken: list[float] = []  # how far along names are written, in each row
    for day in sorted(day for day in named if costs.first <= day <= costs.start):
        at, width = _part(day, costs), _LETTER * len(named[day])
        begin = at - width if at > _HALF else at
        row = next((row for row, end in enumerate(taken) if end <= begin), len(taken))
        taken[row : row + 1] = [begin + width]
        marks.append(_Mark(day, named[day], row, leftwards=at > _HALF))
    return marks


def _draw_days(marks: list[_Mark], grey: str) -> Iterator[Spec]:
    """A vertical line for each day, under its name."""
    at = {"x": {"field": "day", "type": "temporal"}}
    for one in marks:
        data = {"values": [{"day": f"{one.day}T00:00:00"}]}
        shown = 0 if one.name == _EARLIER else 1
        rule = {"type": "rule", "strokeDash": [3, 3], "color": grey, "opacity": shown}
        text = {"type": "text", "text": one.name, "color": grey, "fontSize": 12, "baseline": "bottom"}
        text |= {"align": "right" if one.leftwards else "left", "dy": -4 - _ROW * one.row}
        yield {"data": data, "mark": rule, "encoding": at}
        yield {"data": data, "mark": text, "encoding": {**at, "y": {"value": 0}}}
