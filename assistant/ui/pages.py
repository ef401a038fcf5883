"""The pages of the app, and the links between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import streamlit as st

PageName = Literal["assistant", "simulator", "documents", "quality"]
_PAGES = "pages"


def keep_pages(pages: Mapping[PageName, Any]) -> None:
    """Keep the pages of this run, so that one can link to another."""
    st.session_state[_PAGES] = dict(pages)


def link_to(page: PageName, label: str, *, icon: str, **address: str) -> None:
    """Draw a link to a page, opened at an address such as `document="CGV-30J"`."""
    found = st.session_state.get(_PAGES, {}).get(page)
    if found is not None:
        st.page_link(found, label=label, icon=icon, query_params=address)


def go_to(page: PageName, **address: str) -> None:
    """Leave for a page."""
    st.switch_page(st.session_state[_PAGES][page], query_params=address)
