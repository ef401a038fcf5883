"""What a notice costs, by the day on which it is received: one line an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import altair as alt
import pandas as pd
import streamlit as st

from assistant.conversation import Assistant
from assistant.datatypes import Case
from assistant.fees import CostStep, cost_by_notice_date
from assistant.french import say_date, say_money

EVENTS_WITH_NOTICE = frozenset({"cancellation", "postponement"})
_SHORTEST, _LONGEST = 45, 120  # days before the start that are drawn
_COLOURS = ("#2f6f9f", "#c2571a")
_DASHES = ([1, 0], [6, 3])
_MONTHS = "['janv.','févr.','mars','avr.','mai','juin','juil.','août','sept.','oct.','nov.','déc.']"
_DAY = f"date(datum.value) + ' ' + {_MONTHS}[month(datum.value)]"
_HEIGHT = 260


@dataclass(frozen=True, slots=True)
class Costs:
    """The steps of each edition, and the days to mark."""

    steps: Mapping[str, tuple[CostStep, ...]]
    start: date
    today: date
    notice: date | None

    @property
    def described(self) -> str:
        """The chart in words."""
        told = (f"{edition} : {_describe(steps)}" for edition, steps in self.steps.items())
        return "Coût selon la date de la demande. " + " ".join(told)


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
    return Costs(known, case.start_date, today, case.notice_date) if known else None


def _describe(steps: tuple[CostStep, ...]) -> str:
    told = [
        f"{say_money(one.due_max)} à partir du {say_date(one.date)}"
        for one in steps[:-1]
        if one.due_max is not None
    ]
    return ", ".join(told) + "."


def show_costs(costs: Costs, *, key: str) -> None:
    """Draw the chart, with today marked and each threshold labelled."""
    st.altair_chart(draw_costs(costs), alt=costs.described, width="stretch", key=key)


def draw_costs(costs: Costs) -> alt.LayerChart:
    """The chart: steps, what is only possible shaded, thresholds written."""
    frame, labels = _frame(costs), _labels(costs)
    order = list(costs.steps)
    colour = alt.Color("edition:N", title=None, sort=order, scale=alt.Scale(range=list(_COLOURS)))
    colour = colour.legend(orient="top", symbolType="stroke") if len(order) > 1 else colour.legend(None)
    days = alt.X("day:T", title="Jour où LEXOM reçoit la demande", axis=alt.Axis(labelExpr=_DAY, grid=False))
    sums = alt.Y(
        "most:Q", title=None, axis=alt.Axis(labelExpr="format(datum.value, ',.0f') + ' €'", tickCount=5)
    )
    base = alt.Chart(frame).encode(x=days, color=colour)
    tips = [alt.Tooltip("edition:N", title="Conditions"), alt.Tooltip("said:N", title="Demande reçue")]
    line = base.mark_line(interpolate="step-after", strokeWidth=3).encode(
        y=sums,
        strokeDash=alt.StrokeDash("edition:N", sort=order, scale=alt.Scale(range=list(_DASHES)), legend=None),
        tooltip=[*tips, alt.Tooltip("cost:N", title="Coût")],
    )
    band = base.mark_area(interpolate="step-after", opacity=0.15).encode(y="least:Q", y2="most:Q")
    texts = alt.Chart(labels).mark_text(align="left", dx=4, dy=-9, fontSize=12, fontWeight="bold")
    texts = texts.encode(x="day:T", y="most:Q", text="cost:N", color=colour)
    layers = [band, line, texts, *_days(costs)]
    return alt.layer(*layers).properties(height=_HEIGHT).configure_view(stroke=None)


def _frame(costs: Costs) -> pd.DataFrame:
    rows = [
        {
            "edition": edition,
            "day": pd.Timestamp(step.date),
            "least": float(step.due_min if step.due_min is not None else 0),
            "most": float(step.due_max),
            "said": say_date(step.date),
            "cost": _say(step.due_min, step.due_max),
        }
        for edition, steps in costs.steps.items()
        for step in steps
        if step.due_max is not None
    ]
    return pd.DataFrame(rows)


def _labels(costs: Costs) -> pd.DataFrame:
    frame = _frame(costs)
    changes = frame.groupby("edition")["most"].diff().fillna(1) != 0
    return frame[changes]


def _say(low: Decimal | None, high: Decimal) -> str:
    return say_money(high) if low in (None, high) else f"{say_money(low)} à {say_money(high)}"  # type: ignore[arg-type]  # None was ruled out


def _days(costs: Costs) -> list[alt.LayerChart]:
    """A vertical line with its name: today, the notice, the start."""
    first = min(step.date for steps in costs.steps.values() for step in steps)
    marked = {costs.start: "Début", costs.today: "Aujourd'hui"}
    if costs.notice is not None and costs.notice != costs.today:
        marked[costs.notice] = "Demande"
    rows = [
        {"day": pd.Timestamp(day), "name": name, "side": "right" if day == costs.start else "left"}
        for day, name in marked.items()
        if first - timedelta(days=1) <= day <= costs.start
    ]
    base = alt.Chart(pd.DataFrame(rows)).encode(x="day:T")
    rule = base.mark_rule(strokeDash=[3, 3], color="#7a8794")
    text = base.mark_text(align="center", baseline="bottom", dy=-4, color="#7a8794", fontSize=12)
    return [rule, text.encode(text="name:N", y=alt.value(0))]
