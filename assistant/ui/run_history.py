"""How often answers were right, run after run, as a chart."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.french import NBSP, say_date
from assistant.ui.cost_chart import MONTHS
from evals.report import say_rate
from evals.results import Run

_DAY = f"date(datum.value) + ' ' + {MONTHS}[month(datum.value)]"
_PERCENT = f"format(datum.value * 100, '.0f') + '{NBSP}%'"
_COLOUR = "#2f6f9f"
_HEIGHT = 240


def show_history(runs: Sequence[Run]) -> None:
    """Draw the rate of right answers of each run, with its 95 % interval."""
    st.vega_lite_chart(draw_history(runs), alt=describe_history(runs), width="stretch", key="history")


def draw_history(runs: Sequence[Run]) -> dict[str, object]:
    """The Vega-Lite chart: a line, and the interval as a band."""
    when = {
        "field": "when",
        "type": "temporal",
        "title": None,
        "axis": {"labelExpr": _DAY, "grid": False, "tickCount": min(len(runs), 8)},
    }
    rate = {
        "type": "quantitative",
        "title": "Réponses justes",
        "axis": {"labelExpr": _PERCENT},
        "scale": {"zero": False, "domainMax": 1},
    }
    tips = [
        {"field": "day", "title": "Jour"},
        {"field": "said", "title": "Justes"},
        {"field": "counted", "title": "Questions"},
        {"field": "version", "title": "Version"},
    ]
    band = {"type": "area", "opacity": 0.15, "color": _COLOUR}
    line = {"type": "line", "point": {"size": 70}, "color": _COLOUR, "strokeWidth": 3}
    return {
        "data": {"values": [_row(one) for one in runs]},
        "encoding": {"x": when},
        "layer": [
            {"mark": band, "encoding": {"y": {**rate, "field": "low"}, "y2": {"field": "high"}}},
            {"mark": line, "encoding": {"y": {**rate, "field": "rate"}, "tooltip": tips}},
        ],
        "height": _HEIGHT,
        "config": {"view": {"stroke": None}},
    }


def _row(run: Run) -> dict[str, object]:
    return {
        "when": run.when.isoformat(),
        "rate": run.total.rate,
        "low": run.total.low,
        "high": run.total.high,
        "day": say_date(run.when.astimezone().date()),
        "said": say_rate(run.total.rate),
        "counted": f"{run.total.right} sur {run.total.total}",
        "version": run.version,
    }


def describe_history(runs: Sequence[Run]) -> str:
    """The chart in words."""
    told = (f"{say_date(one.when.astimezone().date())} : {say_rate(one.total.rate)}" for one in runs[-8:])
    return f"Part des réponses justes à chaque évaluation. {' ; '.join(told)}."
