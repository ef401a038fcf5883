"""A document to add or to replace: what it changes is shown before it is indexed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import streamlit as st

from assistant.answering.compose.differences import Pair, compare_editions
from assistant.datatypes import Document, Problem
from assistant.errors import AssistantError
from assistant.faults import say_system_fault
from assistant.french import NBSP
from assistant.ui.escaping import mark_passage, quiet
from assistant.ui.incoming import Incoming, index_incoming, read_incoming
from assistant.ui.opening import Visit, forget_freshness
from assistant.ui.pages import link_to
from assistant.ui.reader import show_facts, tell_facts
from assistant.ui.source import show_section

_TYPES = ["md", "txt", "pdf", "docx", "html"]
_DONE = "document-added"
_SHOWN = 8  # differences shown at once


def show_adding(visit: Visit) -> None:
    """Draw the drop zone, then what the file changes, then the button that indexes it."""
    done: tuple[str, ...] | None = st.session_state.get(_DONE)
    if done:
        _show_done(done)
    st.markdown(
        "Déposez une fiche, des conditions ou tout autre document. Rien n'est enregistré avant que vous "
        "ayez vu ce qui change."
    )
    file = st.file_uploader(
        "Document à ajouter ou à remplacer (Markdown, texte, PDF, Word ou HTML)",
        type=_TYPES,
        key=f"upload-{len(done or ())}",
        max_upload_size=20,
    )
    if file is None:
        return
    name = PurePath(file.name).name
    with st.spinner("Lecture du document…"):
        try:
            incoming = read_incoming(name, file.getvalue(), visit.assistant)
        except AssistantError as error:
            st.error(_say(error), title="Ce fichier ne se lit pas", icon=":material/error:")
            return
    for document in incoming.documents:
        _show_change(document, visit.assistant.index.corpus.document(document.id))
    for lost in incoming.lost:
        told = f"« {lost.title} » était dans le fichier remplacé et n'est pas dans celui-ci."
        st.warning(quiet(told), title="Ne sera plus parmi les documents", icon=":material/remove_circle:")
    for problem in incoming.problems:
        st.warning(_say(problem), icon=":material/warning:")
    label = "Remplacer et indexer" if incoming.replaced else "Ajouter et indexer"
    if st.button(label, icon=":material/publish:"):
        _index(incoming, visit)


def _say(trouble: AssistantError | Problem) -> str:
    return quiet(f"{trouble.what[0].upper()}{trouble.what[1:]} {trouble.todo}")


def _show_change(document: Document, known: Document | None) -> None:
    """What a document adds, or changes in the one it replaces."""
    with st.container(border=True):
        st.badge(
            "Remplace un document" if known else "Nouveau document", color="orange" if known else "green"
        )
        st.markdown(f"**{quiet(document.title)}**")
        plural = "s" if len(document.sections) > 1 else ""
        st.caption(quiet(f"{document.id} · {len(document.sections)}{NBSP}rubrique{plural}"))
        if known is None:
            _show_new(document)
            return
        facts = list(_changed_facts(known, document))
        if facts:
            st.markdown("\n".join(f"- {one}" for one in facts))
        pairs = [one for one in compare_editions(known, document) if one.differences]
        if not (pairs or facts):
            st.markdown(f"Le texte est le même{NBSP}: rien ne change.")
        for pair in pairs[:_SHOWN]:
            _show_pair(pair)
        if len(pairs) > _SHOWN:
            st.caption(f"… et {len(pairs) - _SHOWN} autres rubriques.")


def _show_new(document: Document) -> None:
    """What the head of a new document says, and the text that was read in it."""
    show_facts(document)
    for section in document.sections:
        with st.expander(quiet(section.heading)):
            show_section(section)


def _changed_facts(known: Document, document: Document) -> Iterator[str]:
    """What the head of a document says otherwise than before."""
    before, after = ({"Titre": one.title, **tell_facts(one)} for one in (known, document))
    for label in dict.fromkeys((*before, *after)):
        old, new = before.get(label) or "rien", after.get(label) or "rien"
        if old != new:
            yield f"{label}{NBSP}: {quiet(old)} → **{quiet(new)}**"


def _show_pair(pair: Pair) -> None:
    st.markdown(f"**{quiet((pair.right or pair.section).heading)}**")
    for before, after in pair.differences:
        left, right = st.columns(2)
        with left:
            st.caption("Avant")
            st.markdown(mark_passage(before.text, before.changed) or "–")
        with right:
            st.caption("Après")
            st.markdown(mark_passage(after.text, after.changed) or "–")


def _index(incoming: Incoming, visit: Visit) -> None:
    """Put the file among the documents and index it, showing how far it is."""
    bar = st.progress(0.0, text="Enregistrement…")

    def show(stage: str, done: int, total: int) -> None:
        far = f"Indexation{NBSP}: {done} sur {total} passages"
        text = "Un autre ajout est en cours…" if stage == "wait" else far
        bar.progress(done / total if total else 1.0, text=text)

    try:
        index_incoming(incoming, visit.assistant.settings, on_progress=show)
    except AssistantError as error:
        st.error(quiet(str(error)), icon=":material/error:")
        return
    except OSError as error:
        told = (
            f"Le fichier ne peut pas être enregistré ({say_system_fault(error)}). Prévenez l'administrateur."
        )
        st.error(quiet(told), icon=":material/error:")
        return
    forget_freshness()
    st.session_state[_DONE] = (*st.session_state.get(_DONE, ()), *(one.id for one in incoming.documents))
    st.rerun()


def _show_done(ids: tuple[str, ...]) -> None:
    st.success(f"Le document est indexé{NBSP}: l'assistant peut en parler.", icon=":material/check_circle:")
    with st.container(horizontal=True):
        link_to("documents", "Lire le document", icon=":material/menu_book:", document=ids[-1])
        link_to("assistant", "Poser une question", icon=":material/chat:")
