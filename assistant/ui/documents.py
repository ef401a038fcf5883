"""The Documents page: the catalogue, one document to read, the editions compared, documents to add."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.datatypes import Document
from assistant.french import NBSP, fold
from assistant.ui.adding import show_adding
from assistant.ui.comparison import show_comparison
from assistant.ui.escaping import quiet
from assistant.ui.opening import Visit
from assistant.ui.pages import link_to
from assistant.ui.reader import show_document

_KINDS = {  # in the order of the catalogue: the name of each, and its icon
    "course": ("Formations", ":material/school:"),
    "terms": ("Conditions", ":material/gavel:"),
    "company": ("Entreprise", ":material/apartment:"),
    "other": ("Autres", ":material/description:"),
}
_TOLD = 3  # headings that tell what a document is about
_UNSAID = {"reference": "référence non précisée", "duration": "durée non précisée"}
_CATALOGUE, _COMPARE, _ADD = "Catalogue", "Comparer les CGV", "Ajouter"


def show_documents(visit: Visit) -> None:
    """Draw the document of the address when there is one, else the catalogue and what is beside it."""
    wanted = st.query_params.get("document")
    sources = visit.assistant.sources
    if wanted:
        found = next((one for one in sources.documents if one.id == wanted), None)
        show_document(found, wanted, st.query_params.get("article"))
        return
    st.title("Documents", anchor=False)
    views = [_CATALOGUE]
    if len(sources.corpus.editions) > 1:
        views.append(_COMPARE)
    if visit.is_rep:
        views.append(_ADD)
    view = st.segmented_control(
        "Vue",
        views,
        default=_CATALOGUE,
        required=True,
        label_visibility="collapsed",
        key="vue",
        bind="query-params",
    )
    if view == _COMPARE:
        show_comparison(sources.corpus.editions)
    elif view == _ADD and visit.is_rep:
        show_adding(visit)
    else:
        _show_catalogue(sources.documents)


def _show_catalogue(documents: Sequence[Document]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            "Rechercher un document",
            placeholder="Un titre, une référence, un mot du programme",
            icon=":material/search:",
            key="recherche",
            live=True,
        )
        present = [kind for kind in _KINDS if any(one.kind == kind for one in documents)]
        kinds = st.pills(
            "Afficher",
            present,
            selection_mode="multi",
            format_func=lambda kind: _KINDS[kind][0],
            key="genres",
        )
    words = fold(typed or "").split()
    found = [
        one
        for one in documents
        if (not kinds or one.kind in kinds) and all(word in _words(one) for word in words)
    ]
    if not found:
        st.info(
            "Aucun document ne contient ces mots. Essayez un mot plus court.", icon=":material/search_off:"
        )
        return
    with st.grid("auto", min_column_width=300):
        for one in sorted(found, key=lambda each: list(_KINDS).index(each.kind)):
            _show_card(one)


def _words(document: Document) -> str:
    """Everything that a search may meet in a document, folded."""
    sections = (part for one in document.sections for part in (*one.heading_path, one.text))
    return fold(" ".join((document.id, document.title, *document.facts.values(), *sections)))


def _show_card(document: Document) -> None:
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.markdown(f"{_KINDS[document.kind][1]} **{quiet(document.title)}**")
        facts = [document.id]
        if document.kind == "course":
            facts = [document.facts.get(name, missing) for name, missing in _UNSAID.items()]
            if document.edition:
                facts.append(document.edition)
        elif document.kind == "terms":
            facts.append(f"{len(document.sections)}{NBSP}articles")
        else:
            facts = [one.heading_path[-1] for one in document.sections[:_TOLD] if one.heading_path]
        st.caption(quiet(" · ".join(facts)))
        st.space("stretch")
        link_to("documents", f"Lire {document.id}", icon=":material/arrow_forward:", document=document.id)
