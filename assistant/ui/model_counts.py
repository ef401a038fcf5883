"""What became of the drafts of the chat model since the server started, for reps."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assistant.ui.escaping import quiet

_LABELS: Mapping[str, str] = {
    "asked": "Réponses demandées",
    "shown": "Montrées dans ses mots",
    "sent_back": "Brouillons renvoyés",
    "replaced": "Écartées, non fondées",
    "failed": "Restées sans réponse",
}


def show_model(counts: Mapping[str, int], model: str) -> None:
    """Draw the counts of a writer, and which model they are of."""
    if not counts.get("asked"):
        st.info(
            "Aucune réponse n'a encore été demandée au modèle depuis le démarrage.",
            icon=":material/hourglass_empty:",
        )
    else:
        with st.container(horizontal=True):
            for name, label in _LABELS.items():
                st.metric(label, str(counts.get(name, 0)), border=True, height="stretch")
    st.caption(
        quiet(
            f"Modèle {model}, depuis le démarrage. Une phrase que les documents ne soutiennent pas n'est "
            "jamais montrée : le brouillon est renvoyé une fois, puis la réponse composée sans modèle part."
        )
    )
