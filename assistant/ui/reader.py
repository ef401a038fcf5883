"""One document to read: a sheet, an edition, or any other; opened at one article when asked."""

from __future__ import annotations

import re

import streamlit as st

from assistant.datatypes import Document, Section
from assistant.french import NBSP, fold
from assistant.ui.anchoring import keep_in_view
from assistant.ui.copying import show_copy
from assistant.ui.escaping import quiet
from assistant.ui.pages import go_to, link_to
from assistant.ui.source import show_section

_FACTS = {"reference": "Référence", "duration": "Durée", "domain": "Domaine"}


def show_document(document: Document | None, wanted: str, article: str | None) -> None:
    """Draw a document, the article asked for in view; `None` is a document that is not there."""
    link_to("documents", "Tous les documents", icon=":material/arrow_back:")
    if document is None:
        st.warning(
            f"Le document « {quiet(wanted)} » n'existe pas, ou n'est pas ouvert à tous.",
            icon=":material/search_off:",
        )
        return
    st.title(quiet(document.title), anchor=False)
    show_facts(document)
    chosen = document.section(article) if article else None
    _choose(document, chosen)
    if article and chosen is None:
        st.warning(f"Ce document n'a pas d'article « {quiet(article)} ».", icon=":material/search_off:")
    for section in document.sections:
        _show_one(section, wanted=section is chosen)


def show_facts(document: Document) -> None:
    """Draw what the head of a document says, and what that of a sheet leaves out."""
    told = [f"{label}{NBSP}: {value or 'pas dans la fiche'}" for label, value in tell_facts(document).items()]
    if told:
        st.caption(quiet(" · ".join(told)))


def tell_facts(document: Document) -> dict[str, str]:
    """What the head of a document says, label to value; a value that a sheet lacks is empty."""
    is_course = document.kind == "course"
    found = {label: document.facts.get(name, "") for name, label in _FACTS.items()}
    told = {label: value for label, value in found.items() if value or is_course}
    if is_course and document.edition:
        told["Conditions jointes"] = document.edition
    if document.audience == "rep":
        told["Ouvert"] = "aux conseillers seulement"
    return told


def _choose(document: Document, chosen: Section | None) -> None:
    """Go to one article; and copy the address of the place that is open."""
    names = {one.id: one.heading for one in document.sections}
    key = f"go-{document.id}-{chosen.id if chosen else ''}"

    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            "Aller à",
            list(names),
            index=list(names).index(chosen.id) if chosen else None,
            format_func=names.__getitem__,
            placeholder="Choisir un article ou une rubrique",
            key=key,
        )
        show_copy("Copier le lien", "", key="copy-address")
    if picked and picked != (chosen.id if chosen else None):
        go_to("documents", document=document.id, article=picked)


def _show_one(section: Section, *, wanted: bool) -> None:
    if wanted:
        keep_in_view(fresh=True, key=f"article-{section.id}")
    anchor = re.sub(r"[^a-z0-9]+", "-", fold(f"article {section.id}"))
    st.header(quiet(section.heading), anchor=anchor)
    show_section(section)
