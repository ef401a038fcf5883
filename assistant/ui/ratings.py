"""Thumbs up or down, the reason, and the passage that a rep would have cited."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.french import NBSP
from assistant.ui.keeping import tell_trouble
from assistant.ui.opening import Visit
from assistant.ui.source import ask_for_passage

REASONS = (
    "C'est faux",
    "C'est incomplet",
    "Ce n'est pas ma question",
    "La source n'est pas la bonne",
    "Autre",
)
_UP = 1


def show_rating(turn_id: str, visit: Visit) -> Callable[[], None] | None:
    """Draw the thumbs; what is left to draw below them when the thumb is down."""
    vote = st.feedback("thumbs", key=f"rate-{turn_id}", on_change=_vote, args=(turn_id, visit))
    if vote is None or vote == _UP or st.session_state.get(f"explained-{turn_id}"):
        return None
    return lambda: _ask_why(turn_id, visit)


def _vote(turn_id: str, visit: Visit) -> None:
    vote = st.session_state[f"rate-{turn_id}"]
    if vote is None:
        return
    with tell_trouble("Votre avis n'a pas été gardé", st.toast):
        visit.records.rate(visit.person.id, turn_id, up=vote == _UP)
        if vote == _UP:
            st.toast("Merci, votre avis est noté.", icon=":material/thumb_up:")


def _ask_why(turn_id: str, visit: Visit) -> None:
    with st.form(f"why-{turn_id}"):
        st.selectbox(
            f"Qu'est-ce qui ne va pas{NBSP}?",
            REASONS,
            index=None,
            placeholder="Choisir une raison",
            key=f"reason-{turn_id}",
        )
        st.text_input(
            "Précisez, si vous le souhaitez",
            key=f"detail-{turn_id}",
            max_chars=500,
            placeholder="Ce que la réponse aurait dû dire",
        )
        if visit.is_rep:
            ask_for_passage(visit.assistant.sources, key=f"passage-{turn_id}")
        st.form_submit_button("Envoyer la remarque", on_click=_explain, args=(turn_id, visit))


def _explain(turn_id: str, visit: Visit) -> None:
    detail = st.session_state[f"detail-{turn_id}"].strip()
    reason = st.session_state[f"reason-{turn_id}"] or ""
    with tell_trouble("Votre remarque n'a pas été gardée", st.toast):
        visit.records.rate(
            visit.person.id,
            turn_id,
            up=False,
            reason=" : ".join(filter(None, (reason, detail))),
            right_passage=st.session_state.get(f"passage-{turn_id}") or "",
        )
        st.session_state[f"explained-{turn_id}"] = True
        st.toast("Merci, votre remarque sera relue.", icon=":material/check:")
