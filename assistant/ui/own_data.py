"""What is kept about a person: to take away, or to erase."""

from __future__ import annotations

import streamlit as st

from assistant.ui.opening import Visit
from assistant.ui.past import start_again


def show_own_data(visit: Visit) -> None:
    """Draw what a person may do with what is kept about them."""
    with st.sidebar, st.popover("Mes données", icon=":material/shield_person:", type="tertiary"):
        st.markdown(
            "Vos conversations et vos avis sont conservés "
            f"{visit.assistant.settings.keep_days} jours, puis effacés."
        )
        st.download_button(
            "Tout télécharger",
            lambda: visit.records.export_person(visit.person.id),
            file_name="mes-donnees.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            width="stretch",
        )
        st.button(
            "Tout effacer", icon=":material/delete:", on_click=_ask_to_erase, width="stretch", key="erase"
        )
    if st.session_state.pop("erase-asked", False):
        _erase(visit)


def _ask_to_erase() -> None:
    st.session_state["erase-asked"] = True


@st.dialog("Effacer toutes vos données ?")
def _erase(visit: Visit) -> None:
    st.markdown("Toutes vos conversations et tous vos avis seront effacés. C'est définitif.")
    if st.button("Tout effacer", icon=":material/delete:", key="erase-now"):
        visit.records.erase_person(visit.person.id)
        start_again()
        st.rerun()
