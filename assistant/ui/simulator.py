"""The Simulateur page: the calculator as a form, its result, and the clauses beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from assistant.answering.compose.money_answers import say_other_basis
from assistant.answering.understand.money.describe import FIELDS
from assistant.datatypes import Calculation, Case, Event
from assistant.errors import CaseError
from assistant.french import NBSP
from assistant.ui.copying import show_copy
from assistant.ui.cost_chart import show_costs
from assistant.ui.costs import find_costs
from assistant.ui.escaping import quiet
from assistant.ui.fact_fields import EVENTS, say_error
from assistant.ui.opening import Visit
from assistant.ui.quote_pdf import quote_pdf
from assistant.ui.quote_words import say_outcome, say_total
from assistant.ui.simulator_fields import Filled, fill_form, label_of
from assistant.ui.source import show_section
from assistant.ui.steps import steps_table

_MISSING = "simulator-missing"
_OWED = {"liability_cap": "Indemnité la plus haute que l'organisme de formation puisse devoir"}
_WITH_SUM = frozenset({"amount", "range", "no_fee", "escalate"})


def show_simulator(visit: Visit) -> None:
    """Draw the form and, as it is filled, what it comes to."""
    st.title("Simulateur", anchor=False)
    if not visit.assistant.sources.corpus.editions:
        st.info(
            f"Aucune condition générale de vente n'est parmi les documents{NBSP}: il n'y a rien à calculer.",
            icon=":material/gavel:",
        )
        return
    form, result = st.columns([2, 3], gap="large")
    with form:
        filled = fill_form(
            visit.assistant.sources, missing=st.session_state.get(_MISSING, ()), today=date.today()
        )
    with result:
        _show_result(filled, visit)


def _show_result(filled: Filled, visit: Visit) -> None:
    """The sum of each edition that may apply, then the chart, the clauses and what to do with it."""
    if filled.problems:
        told = "\n".join(f"- {quiet(one)}" for one in filled.problems)
        st.info(f"Corrigez ce qui suit pour voir le résultat{NBSP}:\n{told}", icon=":material/edit:")
        return
    try:
        compute = visit.assistant.calculator.compute
        calculations = [compute(replace(filled.case, edition=edition)) for edition in filled.editions]
    except CaseError as error:
        st.error(quiet(say_error(error)), icon=":material/error:")
        return
    missing = _ask_again(calculations)
    if all(one.kind == "ask" for one in calculations):
        _show_missing(missing, filled.case.event)
    else:
        for calculation in calculations:
            _show_calculation(calculation, alone=len(calculations) == 1)
    _show_actions(filled, calculations, visit)
    costs = find_costs(filled.case, filled.editions, visit.assistant, today=date.today())
    if costs is not None:
        st.subheader("Le coût selon la date de la demande", anchor=False)
        show_costs(costs, key="simulator-chart")
    _show_clauses(calculations, visit)


def _ask_again(calculations: Sequence[Calculation]) -> tuple[str, ...]:
    """What the result waits for; the form is drawn again when it does not show it yet."""
    missing = tuple(dict.fromkeys(name for one in calculations for name in one.missing if name in FIELDS))
    if set(missing) - set(st.session_state.get(_MISSING, ())):
        st.session_state[_MISSING] = missing
        st.rerun()
    return missing


def _show_missing(missing: Sequence[str], event: Event) -> None:
    """What the result waits for, under every edition that may apply."""
    names = "\n".join(f"- {quiet(label_of(event, name))}" for name in missing)
    st.info(
        f"Le résultat s'affiche ici dès que vous aurez rempli{NBSP}:\n{names}",
        icon=":material/calculate:",
    )


def _show_calculation(calculation: Calculation, *, alone: bool) -> None:
    with st.container(border=True):
        owed = _OWED.get(calculation.event, "À la charge du client")
        st.caption(f"{owed}, selon les {calculation.edition}" if calculation.edition else owed)
        _show_sum(calculation)
        if calculation.explanation and calculation.kind not in ("ask", "refuse"):
            st.markdown(quiet(calculation.explanation))
        if calculation.lines:
            st.markdown(steps_table([calculation]))
        for told in say_outcome(calculation):
            st.markdown(told)
        flags = [flag.text for flag in calculation.flags]
        if flags:
            with st.expander(f"À savoir ({len(flags)})", expanded=alone):
                st.markdown("\n".join(f"- {quiet(one)}" for one in flags))


def _show_sum(calculation: Calculation) -> None:
    """The sum, or what it waits for."""
    if calculation.kind == "ask":
        st.markdown(f"**{quiet(calculation.explanation)}**")
        return
    if calculation.kind == "refuse":
        st.warning(quiet(calculation.explanation), title="Pas de chiffre possible", icon=":material/block:")
        return
    st.markdown(f"## {say_total(calculation)}")
    if calculation.kind == "escalate":
        st.badge("À confirmer par une personne", icon=":material/support_agent:", color="orange")
    if other := say_other_basis(calculation):
        st.caption(other)


def _show_clauses(calculations: Sequence[Calculation], visit: Visit) -> None:
    corpus = visit.assistant.sources.corpus
    keys = dict.fromkeys(key for one in calculations for key in one.articles)
    if keys:
        st.subheader("Les clauses", anchor=False)
    for key in keys:
        if section := corpus.section(key):
            with st.expander(quiet(f"{section.document} – {section.heading}")):
                show_section(section)


def _show_actions(filled: Filled, calculations: Sequence[Calculation], visit: Visit) -> None:
    """A link to the same case, and a page to send for each sum."""
    with st.container(horizontal=True, vertical_alignment="center"):
        show_copy("Copier le lien", "", key="copy-link")
        for one in calculations:
            if one.kind in _WITH_SUM:
                st.download_button(
                    f"PDF {one.edition}" if len(calculations) > 1 else "Télécharger le PDF",
                    partial(
                        quote_pdf,
                        _told(filled.case, one, visit),
                        one,
                        visit.assistant.sources.corpus,
                        today=date.today(),
                        course=filled.course,
                    ),
                    file_name=f"simulation-{one.edition}.pdf",
                    mime="application/pdf",
                    icon=":material/picture_as_pdf:",
                    help=f"Une page à envoyer au client{NBSP}: {EVENTS[one.event].lower()}",
                    on_click="ignore",
                    key=f"pdf-{one.edition}",
                )


def _told(case: Case, calculation: Calculation, visit: Visit) -> Case:
    """The case as the page to send tells it, with the edition and the tax that it was computed with."""
    vat_rate = case.vat_rate if case.price is None else visit.assistant.settings.vat_rate
    return replace(case, edition=calculation.edition, vat_rate=vat_rate)
