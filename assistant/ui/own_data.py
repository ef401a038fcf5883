"""What is kept about a person: to take away, or to erase."""

from __future__ import annotations

import streamlit as st

from assistant.french import NBSP
from assistant.ui.keeping import tell_trouble
from assistant.ui.opening import Visit
from assistant.ui.past import show_download, start_again

_WANTED, _OPENED = "own-data-wanted", "own-data"


def show_own_data(visit: Visit) -> None:
    """Draw what a person may do with what is kept about them."""
    opened = st.sidebar.popover(
        "Mes données", icon=":material/shield_person:", type="tertiary", key=_OPENED, on_change="rerun"
    )
    with opened:
        st.markdown(
            "Vos conversations et vos avis sont conservés "
            f"{visit.assistant.settings.keep_days}{NBSP}jours, puis effacés."
        )
        for wish, label, icon in (
            ("export", "Tout télécharger", "download"),
            ("erase", "Tout effacer", "delete"),
        ):
            st.button(
                label, icon=f":material/{icon}:", on_click=_ask_for, args=(wish,), width="stretch", key=wish
            )
    wanted = st.session_state.pop(_WANTED, None)
    if wanted == "export":
        _export(visit)
    elif wanted == "erase":
        _erase(visit)


def _ask_for(what: str) -> None:
    st.session_state[_WANTED] = what
    st.session_state[_OPENED] = False


@st.dialog("Télécharger toutes vos données")
def _export(visit: Visit) -> None:
    st.markdown("Vos conversations, les réponses et vos avis, dans un fichier JSON.")
    with tell_trouble("Vos données ne peuvent pas être téléchargées"):
        show_download(visit.records.export_person(visit.person.id), "mes-donnees.json", "application/json")


@st.dialog(f"Effacer toutes vos données{NBSP}?")
def _erase(visit: Visit) -> None:
    st.markdown("Toutes vos conversations et tous vos avis seront effacés. C'est définitif.")
    if st.button("Tout effacer", icon=":material/delete:", key="erase-now"):
        with tell_trouble("Vos données n'ont pas été effacées"):
            visit.records.erase_person(visit.person.id)
            start_again()
            st.rerun()
