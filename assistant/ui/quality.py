"""The Qualité page, for reps: how often answers are right, which are not, what people thought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from assistant.errors import AssistantError
from assistant.french import NBSP, say_count, say_date
from assistant.ui.escaping import quiet, quiet_answer
from assistant.ui.evaluating import show_evaluating
from assistant.ui.opening import Visit
from assistant.ui.rated_answers import show_rated_answers
from assistant.ui.run_history import show_history
from evals.datatypes import Score
from evals.report import say_failure, say_rate
from evals.results import FailedQuestion, Run, new_failures, read_history
from evals.words import say_category

_SHOWN = 30  # failing questions drawn at once
_ALL = "Toutes"
_HOW = "assistant eval --save"
_DRAFTS = {
    "asked": "Réponses demandées",
    "shown": "Montrées dans ses mots",
    "sent_back": "Brouillons renvoyés",
    "replaced": "Écartées, non fondées",
    "failed": "Restées sans réponse",
}


def show_quality(visit: Visit) -> None:
    """Draw the last evaluation, its history, what fails, and the ratings that wait."""
    st.title("Qualité", anchor=False)
    if not visit.is_rep:
        st.info("Cette page est réservée aux conseillers, une fois connectés.", icon=":material/lock:")
        return
    try:
        runs = _read(visit)
        waiting = visit.records.ratings_waiting()
    except AssistantError as error:
        st.error(quiet(str(error)), icon=":material/error:")
        return
    writer = visit.assistant.writer
    tabs = st.tabs(["Évaluation", "Avis à traiter", *(["Modèle"] if writer else [])])
    with tabs[0]:
        _show_runs(runs, visit)
    with tabs[1]:
        show_rated_answers(waiting, visit)
    if writer:
        with tabs[2]:
            show_model(writer.counts, visit.assistant.settings.model)


def _read(visit: Visit) -> tuple[Run, ...]:
    """The runs kept, read again when a file is added."""
    folder = visit.assistant.settings.results
    stamp = tuple(sorted((path.name, path.stat().st_mtime_ns) for path in folder.glob("*.json")))
    return _read_once(str(folder), stamp)


@st.cache_data(max_entries=4, show_spinner="Lecture des évaluations…")
def _read_once(folder: str, stamp: tuple[tuple[str, int], ...]) -> tuple[Run, ...]:
    del stamp
    return read_history(Path(folder))


def _show_runs(runs: Sequence[Run], visit: Visit) -> None:
    if not runs:
        st.info(
            "Aucune évaluation n'est enregistrée. Elle pose les questions connues à l'assistant, note ses "
            "réponses et garde le résultat ici.",
            icon=":material/fact_check:",
        )
        show_evaluating(visit)
        st.caption(f"Ou, en ligne de commande{NBSP}:")
        st.code(_HOW, language=None)
        return
    _show_last(runs)
    show_evaluating(visit)
    if len(runs) > 1:
        st.subheader("Historique", anchor=False)
        show_history(runs)
    st.subheader("Par catégorie", anchor=False)
    st.markdown(_say_categories(runs[-1].categories))
    st.subheader("Questions en échec", anchor=False)
    _show_failed(runs[-1].failed, new_failures(runs))


def _show_last(runs: Sequence[Run]) -> None:
    last = runs[-1]
    before = runs[-2].total if len(runs) > 1 else None
    points = round((last.total.rate - before.rate) * 100, 1) if before else 0
    change = _say_change(points) if points else None
    with st.container(horizontal=True):
        st.metric("Réponses justes", say_rate(last.total.rate), change, border=True, height="stretch")
        st.metric("Questions posées", say_count(last.total.total), border=True, height="stretch")
        st.metric("En échec", say_count(len(last.failed)), border=True, height="stretch")
        st.metric("Temps médian", f"{last.median_seconds * 1000:.0f}{NBSP}ms", border=True, height="stretch")
    st.caption(
        quiet(
            f"Évaluation du {say_date(last.when.astimezone().date())}, version {last.version}. "
            f"Intervalle à 95{NBSP}% : de {say_rate(last.total.low)} à {say_rate(last.total.high)}."
        )
    )


def _say_change(points: float) -> str:
    """A change, in points of percentage.

    >>> _say_change(-1.25), _say_change(2)
    ('-1,2 point', '+2,0 points')
    """
    unit = "points" if abs(points) >= 2 else "point"
    return f"{points:+.1f} {unit}".replace(".", ",")


def _say_categories(scores: Sequence[Score]) -> str:
    rows = [
        f"| {quiet(say_category(one.category))} | {one.total} | {one.right} | {say_rate(one.rate)} |"
        for one in sorted(scores, key=lambda one: one.rate)
    ]
    return "\n".join(("| Catégorie | Questions | Justes | Taux |", "| --- | ---: | ---: | ---: |", *rows))


def _show_failed(failed: Sequence[FailedQuestion], new: frozenset[str]) -> None:
    if not failed:
        st.success("Toutes les réponses sont justes.", icon=":material/check_circle:")
        return
    categories = sorted({one.category for one in failed})
    wanted = st.selectbox("Catégorie", [_ALL, *categories], format_func=say_category, key="failed-category")
    shown = [one for one in failed if wanted in (_ALL, one.category)]
    for one in sorted(shown, key=lambda one: one.id not in new)[:_SHOWN]:
        mark = ":orange-badge[nouveau] " if one.id in new else ""
        with st.expander(f"{mark}{quiet(one.turns[-1])}", key=f"failed-{one.id}"):
            for turn in one.turns[:-1]:
                st.caption(quiet(turn))
            st.markdown("\n".join(f"- {quiet(say_failure(failure))}" for failure in one.failures))
            st.caption("Réponse donnée")
            st.markdown(quiet_answer(one.text, ()))
            st.caption(quiet(f"{say_category(one.category)}, {one.id}"))
    if len(shown) > _SHOWN:
        st.caption(f"Et {len(shown) - _SHOWN} de plus{NBSP}: `assistant eval --failures` les montre toutes.")


def show_model(counts: Mapping[str, int], model: str) -> None:
    """Draw the counts of a writer, and which model they are of."""
    if not counts.get("asked"):
        st.info(
            "Aucune réponse n'a encore été demandée au modèle depuis le démarrage.",
            icon=":material/hourglass_empty:",
        )
    else:
        with st.container(horizontal=True):
            for name, label in _DRAFTS.items():
                st.metric(label, str(counts.get(name, 0)), border=True, height="stretch")
    st.caption(
        quiet(
            f"Modèle {model}, depuis le démarrage. Une phrase que les documents ne soutiennent pas n'est "
            "jamais montrée : le brouillon est renvoyé une fois, puis la réponse composée sans modèle part."
        )
    )
