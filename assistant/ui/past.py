"""Past conversations, in the side bar: found, opened, renamed, deleted, exported."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import streamlit as st

from assistant.conversation import Conversation
from assistant.french import NBSP
from assistant.records import ConversationRow
from assistant.ui.escaping import quiet
from assistant.ui.keeping import tell_trouble
from assistant.ui.opening import Visit
from assistant.ui.turns import answered

_ADDRESS = "conversation"  # its name in the address of the page
_SHOWN = 30  # conversations listed at once


def show_past(visit: Visit) -> Callable[[], None]:
    """Draw the side bar; what fills it with past conversations, once the last answer is among them."""
    with st.sidebar:
        st.button(
            "Nouvelle conversation",
            icon=":material/add:",
            key="new-conversation",
            on_click=start_again,
            width="stretch",
            type="primary",
        )
        search = st.text_input(
            "Rechercher une conversation",
            placeholder="Rechercher",
            label_visibility="collapsed",
            icon=":material/search:",
            key="past-search",
        )
        rows = st.container()

    def fill() -> None:
        with rows, tell_trouble("Vos conversations ne peuvent pas être montrées"):
            _show_rows(visit, search.strip())
        wanted: tuple[str, ConversationRow] | None = st.session_state.pop("past-action", None)
        if wanted is not None:
            _OPENERS[wanted[0]](wanted[1], visit)

    return fill


def _show_rows(visit: Visit, search: str) -> None:
    rows = visit.records.conversations(visit.person.id, search=search)
    if not rows:
        st.caption("Aucune conversation trouvée." if search else "Vos conversations apparaîtront ici.")
    for row in rows[:_SHOWN]:
        _show_row(row, visit)
    if len(rows) > _SHOWN:
        st.caption(f"Et {len(rows) - _SHOWN} plus anciennes{NBSP}: cherchez-les par un mot.")


def _show_row(row: ConversationRow, visit: Visit) -> None:
    with st.container(horizontal=True, wrap=False, gap=None, vertical_alignment="center"):
        with st.container(width="stretch"):  # the title takes what the menu leaves
            st.button(
                quiet(row.title),
                key=f"open-{row.id}",
                type="secondary" if row.id == st.session_state.get("conversation-id") else "tertiary",
                on_click=_open,
                args=(row.id, visit),
                wrap=False,
            )
        st.menu_button(
            ":material/more_horiz:",
            list(_OPENERS),
            key=f"act-{row.id}",
            type="tertiary",
            help=f"Renommer, exporter ou supprimer « {quiet(row.title)} »",
            on_click=_keep_action,
            args=(row,),
        )


def _keep_action(row: ConversationRow) -> None:
    st.session_state["past-action"] = (st.session_state[f"act-{row.id}"], row)


def resume(visit: Visit) -> None:
    """Open the conversation of the address, as when the page is loaded again or the server restarted."""
    wanted = st.query_params.get(_ADDRESS)
    start_again()
    if wanted:
        _open(wanted, visit)


def put_in_address() -> None:
    """Name the conversation in the address of the page once something was asked in it."""
    open_now = st.session_state["conversation-id"] if st.session_state["turns"] else None
    if open_now and st.query_params.get(_ADDRESS) != open_now:
        st.query_params[_ADDRESS] = open_now


def start_again() -> None:
    """Open an empty conversation."""
    st.query_params.pop(_ADDRESS, None)
    st.session_state["conversation-id"] = uuid.uuid4().hex
    st.session_state["turns"] = []
    st.session_state["conversation"] = Conversation()


def _open(conversation_id: str, visit: Visit) -> None:
    """Bring a past conversation back, what it established included."""
    with tell_trouble("Cette conversation ne peut pas être ouverte", st.toast):
        rows = visit.records.turns(visit.person.id, conversation_id)
        if not rows:  # erased since, or another person's
            start_again()
            return
        st.session_state["conversation-id"] = conversation_id
        st.session_state["turns"] = [
            answered(one.id, one.question, one.answer, one.known, visit, today=one.created.date())
            for one in rows
        ]
        st.session_state["conversation"] = Conversation(rows[-1].known, tuple(one.question for one in rows))


@st.dialog("Renommer la conversation")
def _rename(row: ConversationRow, visit: Visit) -> None:
    title = st.text_input("Titre", row.title, max_chars=120)
    if st.button("Renommer", disabled=not title.strip()):
        with tell_trouble("Le titre n'a pas été changé"):
            visit.records.rename(visit.person.id, row.id, title.strip())
            st.rerun()


@st.dialog(f"Supprimer la conversation{NBSP}?")
def _delete(row: ConversationRow, visit: Visit) -> None:
    st.markdown(f"« {quiet(row.title)} » et ses réponses seront effacées. C'est définitif.")
    if st.button("Supprimer", icon=":material/delete:"):
        with tell_trouble("La conversation n'a pas été supprimée"):
            visit.records.delete(visit.person.id, row.id)
            if st.session_state.get("conversation-id") == row.id:
                start_again()
            st.rerun()


@st.dialog("Exporter la conversation")
def _export(row: ConversationRow, visit: Visit) -> None:
    st.markdown(f"« {quiet(row.title)} », questions, réponses et sources, dans un fichier Markdown.")
    with tell_trouble("La conversation ne peut pas être exportée"):
        show_download(
            visit.records.export_markdown(visit.person.id, row.id), "conversation.md", "text/markdown"
        )


def show_download(data: str | bytes, name: str, mime: str) -> None:
    """Draw the button that takes a file away."""
    st.download_button(
        "Télécharger", data, file_name=name, mime=mime, icon=":material/download:", on_click="ignore"
    )


_OPENERS: dict[str, Callable[[ConversationRow, Visit], None]] = {
    "Renommer": _rename,
    "Exporter": _export,
    "Supprimer": _delete,
}
