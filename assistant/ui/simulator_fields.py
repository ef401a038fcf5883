"""The form of the simulator: the fields that matter for an event, read into a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

import streamlit as st

from assistant.answering.sources import Sources
from assistant.answering.understand.money.describe import CHOICES, FIELDS, Fact, say_fact
from assistant.datatypes import Basis, Case, Event
from assistant.errors import UsageError
from assistant.french import NBSP, fold
from assistant.ui.escaping import quiet
from assistant.ui.fact_fields import EVENTS, NOT_SAID, read_fact, say_error, type_fact

_ASKED: Mapping[Event, tuple[str, ...]] = {
    "cancellation": ("client", "price", "start_date", "notice_date"),
    "postponement": ("client", "price", "start_date", "notice_date", "new_start_date"),
    "provider_cancellation": ("price", "paid", "new_session"),
    "absence": ("price", "intra"),
    "withdrawal": ("price", "signature_date", "notice_date", "start_date", "online"),
    "deposit": ("price",),
    "opco_balance": ("price", "opco_share"),
    "late_payment": ("client", "price", "due_date", "payment_date"),
    "solicitation": ("monthly_salary", "employer_charges_rate"),
    "liability_cap": ("client", "price"),
}
_OPTIONAL: Mapping[Event, tuple[str, ...]] = {
    "cancellation": ("deposit_paid", "paid"),
    "postponement": ("order_date", "deposit_paid", "paid"),
    "provider_cancellation": ("new_start_date",),
    "absence": ("paid",),
    "withdrawal": ("order_date", "paid"),
    "opco_balance": ("paid",),
    "late_payment": ("paid", "part_payment_date", "more_payments"),
}
_FOR_INDIVIDUALS = ("signature_date", "online")
_IN_BASIS = frozenset(
    {"deposit_paid", "paid", "more_payments", "opco_share"}
)  # taken before or after tax as the price is
_CAN_WITHDRAW = frozenset({"cancellation", "postponement"})
_LABELS: Mapping[tuple[str, str], str] = {
    ("late_payment", "price"): "Montant de la facture",
    ("late_payment", "paid"): "Premier paiement partiel",
    ("late_payment", "part_payment_date"): "Premier paiement partiel le",
    ("late_payment", "payment_date"): "Payée le, ou soldée le",
    ("withdrawal", "notice_date"): "Rétractation reçue le",
    ("provider_cancellation", "new_start_date"): "Nouvelle date acceptée",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form says: the case, the editions that may apply, what cannot be read, the course's title."""

    case: Case
    editions: tuple[str, ...]
    problems: tuple[str, ...] = ()
    course: str = ""


def fields_of(case: Case, missing: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The facts to ask for, in order: those of the event, and those that the answer waits for.

    >>> fields_of(Case("deposit")), fields_of(Case("absence"), ("edition", "client"))
    (('price',), ('price', 'intra', 'client'))
    """
    own = _FOR_INDIVIDUALS if case.client == "individual" and case.event in _CAN_WITHDRAW else ()
    asked = (*_ASKED[case.event], *own, *(one for one in missing if one in FIELDS))
    return tuple(dict.fromkeys(asked))


def label_of(event: Event, name: str) -> str:
    """What a fact is called in the form of an event.

    >>> label_of("late_payment", "price"), label_of("deposit", "price")
    ('Montant de la facture', 'Prix de la formation')
    """
    return _LABELS.get((event, name), FIELDS[name].label)


def fill_form(sources: Sources, *, missing: tuple[str, ...], today: date) -> Filled:
    """Draw the form and read it; `missing` is what the last answer waited for."""
    event: Event = st.selectbox(
        f"Que se passe-t-il{NBSP}?",
        list(EVENTS),
        format_func=EVENTS.__getitem__,
        key="evenement",
        bind="query-params",
    )
    course, editions = _choose_terms(sources)
    case = Case(event, client="individual" if event == "withdrawal" else None)
    asked: list[str] = []
    problems: list[str] = []
    while name := next((one for one in fields_of(case, missing) if one not in asked), None):
        case = _take(case, name, today, problems)
        asked.append(name)
    more = [one for one in _OPTIONAL.get(event, ()) if one not in asked]
    if more:
        with st.expander("Sommes déjà versées et autres précisions"):
            for name in more:
                case = _take(case, name, today, problems)
    return Filled(case, editions, tuple(problems), course)


def _choose_terms(sources: Sources) -> tuple[str, tuple[str, ...]]:
    """The course's title, and the editions that may apply: the one chosen, else the course's, else all."""
    titles = {one.id: one.title for one in sources.courses}
    course = st.selectbox(
        "Formation",
        list(titles),
        index=None,
        format_func=titles.__getitem__,
        placeholder="Non précisée",
        key="formation",
        bind="query-params",
    )
    editions = [one.id for one in sources.corpus.editions]
    joined = sources.editions_of((course,)) if course else ()
    chosen = st.segmented_control(
        "Conditions générales de vente signées",
        editions,
        key="conditions",
        bind="query-params",
        help="Le nombre est le délai d'annulation, en jours avant le début. "
        f"Sans choix, celles de la formation{NBSP}; sans formation, toutes les éditions sont comparées.",
    )
    applying = (chosen,) if chosen else joined or tuple(editions)
    return titles[course] if course else "", applying


def _take(case: Case, name: str, today: date, problems: list[str]) -> Case:
    """The case with one more field, as typed; a price has its basis beside it."""
    try:
        if name != "price":
            return replace(case, **{name: _ask(case.event, name, today)})  # type: ignore[arg-type]  # each value was read for its field
        with st.container(horizontal=True, vertical_alignment="bottom"):
            asking = st.container(width="stretch")
            basis = st.segmented_control(
                "Ce montant est",
                get_args(Basis),
                default="HT",
                required=True,
                label_visibility="collapsed",
                key="base",
                bind="query-params",
            )
        with asking:
            price = _ask(case.event, name, today)
    except UsageError as error:
        st.markdown(f":red[:material/error: {quiet(f'{error.what} {error.todo}')}]")
        problems.append(say_error(error))
        return case
    return replace(case, price=price, basis=basis) if price is not None else case  # type: ignore[arg-type]  # as above


def _ask(event: Event, name: str, today: date) -> Fact | None:
    field = FIELDS[name]
    label = label_of(event, name)
    if name in _IN_BASIS and (basis := st.session_state.get("base")):
        label = f"{label} ({basis})"
    if field.kind in CHOICES:
        names = CHOICES[field.kind]
        chosen: Fact | None = st.selectbox(
            label,
            list(names),
            index=None,
            format_func=lambda one: names[one],
            placeholder=NOT_SAID,
            key=field.link,
            bind="query-params",
        )
        return chosen
    typed = st.text_input(
        label, key=field.link, placeholder=field.example, max_chars=200, live=True, bind="query-params"
    )
    if not typed or not typed.strip():
        return None
    value = read_fact(name, typed, today=today)
    forms = (type_fact(name, value), say_fact(name, value))
    if field.kind == "date" and fold(typed) not in map(fold, forms):
        st.caption(say_fact(name, value))
    return value
