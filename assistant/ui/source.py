"""A passage, opened in its document at the exact words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.answering.sources import Sources
from assistant.datatypes import Citation, Document, Section
from assistant.french import NBSP
from assistant.ui.escaping import mark_passage, quiet
from assistant.ui.pages import link_to


def name_section(document: Document, section: Section) -> str:
    r"""What a person calls a section: the article of an edition, the heading of a sheet.

    >>> name_section(Document("CGV-30J", "terms", "", "", ()), Section("CGV-30J", "3.6", ("x",), ()))
    'CGV-30J, article\xa03.6'
    """
    if document.kind == "terms":
        return f"{document.id}, article{NBSP}{section.id}"
    return f"{document.title} – {section.heading}"


def name_sections(sources: Sources) -> dict[str, str]:
    """What each section that can be cited is called, by its key."""
    return {section.key: name_section(one, section) for one in sources.documents for section in one.sections}


def ask_for_passage(sources: Sources, *, key: str) -> str:
    """The key of the section that a rep would have cited; empty until one is chosen."""
    named = name_sections(sources)
    chosen = st.selectbox(
        "Le bon passage est…",
        list(named),
        index=None,
        format_func=named.__getitem__,
        placeholder="Choisir un article ou une rubrique",
        key=key,
    )
    return chosen or ""


@st.dialog("Source", width="medium", position="right", icon=":material/menu_book:")
def open_source(citations: Sequence[Citation], sources: Sources) -> None:
    """Show the section of some citations, every quote highlighted at its place."""
    first = citations[0]
    document = sources.document(first.document)
    section = document.section(first.section)
    if section is None:
        st.info("Ce passage n'est plus dans les documents.", icon=":material/history:")
        st.markdown(f"> {quiet(first.quote)}")
        return
    st.caption(quiet(document.title))
    st.markdown(f"**{quiet(section.heading)}**")
    show_section(section, citations)
    if sources.audience == "rep":
        st.caption(quiet(f"Fichier {first.path}, caractères {first.start} à {first.end}."))
    link_to(
        "documents",
        "Lire tout le document",
        icon=":material/open_in_new:",
        document=document.id,
        article=section.id,
    )


def show_section(section: Section, citations: Sequence[Citation] = ()) -> None:
    """The words of a section as they stand, the quotes highlighted."""
    for passage in section.passages:
        spans = [
            (one.start - passage.start, one.end - passage.start)
            for one in citations
            if one.path == passage.path and passage.start <= one.start < passage.end
        ]
        st.markdown(mark_passage(passage.text, spans))
