"""What was understood, as chips: each opens to be corrected, and the answer is made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

import streamlit as st

from assistant.answering.sources import Sources
from assistant.answering.understand.money.describe import (
    CHOICES,
    FIELDS,
    Fact,
    counted_case,
    say_fact,
)
from assistant.company import say_company
from assistant.datatypes import Basis, Case, Reading
from assistant.errors import UsageError
from assistant.french import NBSP
from assistant.ui.escaping import quiet
from assistant.ui.fact_fields import NOT_SAID, read_fact, say_error, type_fact

_CORRECTED, _PROBLEM = "corrected", "correction-problem"
_NOTICE = {"notice_date": "notice_days", "notice_days": "notice_date"}


@dataclass(frozen=True, slots=True)
class Correction:
    """What is now understood, and the correction as the person would say it."""

    reading: Reading
    typed: str


def take_correction() -> Correction | None:
    """The correction that the person just made, once."""
    found: Correction | None = st.session_state.pop(_CORRECTED, None)
    return found


def correct(reading: Reading, name: str, value: Fact | None) -> Reading:
    """The reading with one thing said otherwise: a course, an edition or a fact of the case.

    >>> correct(Reading("?", "open", courses=("A",)), "edition", "CGV-30J").editions
    ('CGV-30J',)
    """
    if name == "course":
        return replace(reading, courses=(str(value),) if value else (), editions=())
    if name == "edition":
        return replace(reading, editions=(str(value),) if value else ())
    assert reading.money is not None  # noqa: S101  only a money question has facts to correct
    changes: dict[str, Fact | None] = {name: value}
    if name in _NOTICE and value is not None:
        changes[_NOTICE[name]] = None
    case = replace(reading.money.case, **changes)  # type: ignore[arg-type]  # each value was read for its field
    doubts = tuple(one for one in reading.money.doubts if one.field != name)
    given = tuple(dict.fromkeys((*reading.money.given, name)))
    money = replace(reading.money, case=case, doubts=doubts, given=given, wants_sum=True)
    return replace(reading, intent="money", money=money)


def show_facts(reading: Reading, sources: Sources, *, missing: Sequence[str], key: str) -> None:
    """Draw the chips of what was understood; those of what is missing invite to say it."""
    chips = list(_chips(reading, sources, missing))
    if not chips:
        return
    problems: dict[str, str] = st.session_state.pop(_PROBLEM, {})
    st.caption("Compris – touchez un élément pour le corriger")
    with st.container(horizontal=True, gap="xsmall"):
        for name, label, known in chips:
            icon = None if known else ":material/add:"
            with st.popover(quiet(label), icon=icon, key=f"{key}-{name}"):
                if told := problems.get(f"{key}-{name}"):
                    st.error(quiet(told), icon=":material/error:")
                _edit(reading, name, sources, f"{key}-{name}")


def _chips(reading: Reading, sources: Sources, missing: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """The name, the label and whether it is known, of each thing that can be corrected."""
    is_money = reading.intent == "money" and reading.money is not None
    if reading.courses:
        titles = ", ".join(sources.document(one).title for one in reading.courses)
        yield "course", f"Formation{NBSP}: {titles}", True
    elif is_money:
        yield "course", "Formation", False
    editions = reading.editions or sources.editions_of(reading.courses)
    if editions:
        yield "edition", f"Conditions{NBSP}: {', '.join(editions)}", True
    elif is_money:
        yield "edition", "Conditions", False
    if not is_money or reading.money is None:
        return
    case = counted_case(reading.money)
    for name, field in FIELDS.items():
        value, label = getattr(case, name), say_company(field.short or field.label, sources.company)
        if value is not None:
            basis = f" {case.basis}" if name == "price" and case.basis else ""
            yield name, f"{label}{NBSP}: {say_fact(name, value)}{basis}", True
        elif name in missing or name == "client":
            yield name, label, False


def _edit(reading: Reading, name: str, sources: Sources, key: str) -> None:
    """The form of one chip."""
    with st.form(f"{key}-form", border=False):
        if name == "course":
            titles = {one.id: one.title for one in sources.courses}
            _choose("Formation", titles, next(iter(reading.courses), None), key)
        elif name == "edition":
            names = {one.id: one.id for one in sources.corpus.editions}
            editions = reading.editions or sources.editions_of(reading.courses)
            _choose("Conditions générales de vente", names, next(iter(editions), None), key)
        else:
            assert reading.money is not None  # noqa: S101  only a money question has such chips
            _ask(name, reading.money.case, key)
        st.form_submit_button("Recalculer", on_click=_submit, args=(reading, name, key), width="stretch")


def _choose(label: str, names: Mapping[Any, str], known: object, key: str) -> None:
    options = [None, *names]
    st.selectbox(
        label,
        options,
        index=options.index(known) if known in options else 0,
        format_func=lambda one: NOT_SAID if one is None else names[one],
        key=f"{key}-value",
    )


def _ask(name: str, case: Case, key: str) -> None:
    """The widget of a fact, filled with what is known of it."""
    field, value = FIELDS[name], getattr(case, name)
    if field.kind in CHOICES:
        _choose(field.label, CHOICES[field.kind], value, key)
        return
    typed = "" if value is None else type_fact(name, value)
    st.text_input(field.label, typed, placeholder=field.example, key=f"{key}-value")
    if name == "price":
        st.segmented_control("Ce montant est", get_args(Basis), default=case.basis, key=f"{key}-basis")


def _submit(reading: Reading, name: str, key: str) -> None:
    """Keep the correction for the run that follows, or what is wrong with it."""
    raw = st.session_state[f"{key}-value"]
    try:
        value = raw
        if isinstance(raw, str) and name in FIELDS and FIELDS[name].kind not in CHOICES:
            value = read_fact(name, raw, today=date.today()) if raw.strip() else None
    except UsageError as error:
        st.session_state[_PROBLEM] = {key: say_error(error)}
        return
    corrected = correct(reading, name, value)
    said = _say(name, value)
    if name == "price" and corrected.money is not None:
        basis = st.session_state.get(f"{key}-basis")
        corrected = replace(
            corrected, money=replace(corrected.money, case=replace(corrected.money.case, basis=basis))
        )
        said = f"{said} {basis}" if basis else said
    st.session_state[_CORRECTED] = Correction(corrected, f"Correction{NBSP}: {said}")


def _say(name: str, value: Fact | None) -> str:
    label = {"course": "formation", "edition": "conditions"}.get(name) or FIELDS[name].label.lower()
    if value is None:
        return f"{label}, non précisé"
    return f"{label} {value if name in ('course', 'edition') else say_fact(name, value)}"
