"""The two editions of the terms side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from assistant.answering.compose.differences import Pair, Side, compare_editions
from assistant.datatypes import Document, Section
from assistant.french import NBSP
from assistant.ui.escaping import mark_passage, quiet
from assistant.ui.pages import link_to
from assistant.ui.source import name_section

_NUMBER = re.compile(r"^(?:[\dIVX]+\.)+\d*\s*|^[\d.]+\s*[–-]?\s*")
_ABSENT = "Pas d'article qui corresponde dans cette édition."
_NOTHING = "Rien d'équivalent dans cet article."


def show_comparison(editions: Sequence[Document]) -> None:
    """Draw the differences between two editions, article by article."""
    left, right = _choose(editions)
    pairs = _compare(left, right)
    differing = [one for one in pairs if one.differences]
    st.caption(
        f"{len(differing)} articles diffèrent, {len(pairs) - len(differing)} disent la même chose. "
        f"Seul ce qui diffère est montré{NBSP}; entre phrases proches, les mots qui changent sont surlignés."
    )
    titles = ["Tous les articles", *(_title(one) for one in differing)]
    shown = st.selectbox("Article", titles, key="article-compare")
    for pair in differing:
        if shown in (titles[0], _title(pair)):
            _show_pair(pair, left, right)


def _choose(editions: Sequence[Document]) -> tuple[Document, Document]:
    """The two editions to compare: all there are, or a choice among more."""
    if len(editions) == 2:
        return editions[0], editions[1]
    names = {one.id: one for one in editions}
    columns = st.columns(2)
    left = columns[0].selectbox("Édition", list(names), key="edition-left")
    right = columns[1].selectbox("Comparée à", [one for one in names if one != left], key="edition-right")
    return names[left], names[right]


@st.cache_data(max_entries=4, show_spinner=False, hash_funcs={Document: repr})
def _compare(left: Document, right: Document) -> tuple[Pair, ...]:
    return compare_editions(left, right)


def _title(pair: Pair) -> str:
    return _NUMBER.sub("", pair.section.heading)


def _show_pair(pair: Pair, left: Document, right: Document) -> None:
    st.header(quiet(_title(pair)), anchor=False)
    for place, (one, other) in enumerate(pair.differences):
        columns = st.columns(2, border=True)
        for column, document, section, side in (
            (columns[0], left, pair.left, one),
            (columns[1], right, pair.right, other),
        ):
            with column:
                _show_side(document, section, side, first=place == 0)


def _show_side(document: Document, section: Section | None, side: Side, *, first: bool) -> None:
    if first and section is not None:
        link_to(
            "documents",
            name_section(document, section),
            icon=":material/gavel:",
            document=document.id,
            article=section.id,
        )
    elif first:
        st.caption(document.id)
    if side.text:
        st.markdown(mark_passage(side.text, side.changed))
    else:
        st.caption(_NOTHING if section else _ABSENT)
