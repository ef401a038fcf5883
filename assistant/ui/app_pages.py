"""The pages that a person may open, and the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from assistant.errors import AssistantError
from assistant.french import fold
from assistant.settings import read_settings
from assistant.ui.chat import show_chat
from assistant.ui.documents import show_documents
from assistant.ui.escaping import quiet
from assistant.ui.language import say_page
from assistant.ui.opening import Visit, open_visit
from assistant.ui.pages import PageName, keep_pages
from assistant.ui.quality import show_quality
from assistant.ui.sign_in import current_person, show_sign_in
from assistant.ui.simulator import show_simulator

_FOLDER = Path(__file__).parent / "images"
_ICON = str(_FOLDER / "icon.png")
_MARK, _LETTER = 50, 13  # widths in the logo, in its units: of what is drawn before the name, of a letter


def run_app() -> None:
    """Draw the page that is open, for the person who is here."""
    # Before `st.navigation`, which else has the icon of the page brought from the network.
    st.set_page_config(page_title="Assistant", page_icon=_ICON)
    try:
        settings = read_settings()
        person = current_person(settings)
        visit = open_visit(person, settings)
    except AssistantError as error:
        st.error(quiet(str(error)), title="L'assistant ne peut pas démarrer", icon=":material/error:")
        return
    company = visit.assistant.sources.company
    st.logo(draw_logo(company), icon_image=_ICON, size="large")
    pages = _pages(visit)
    keep_pages(pages)
    closed = [] if visit.is_rep else [_quality(visit, visibility="hidden")]
    page = st.navigation([*pages.values(), *closed], position="top")
    reading = "document" in st.query_params  # one text reads best in one narrow column
    wide = page is pages["simulator"] or (page is pages["documents"] and not reading)
    st.set_page_config(
        page_title=f"{page.title} – {company}" if company else page.title,
        layout="wide" if wide else "centered",
    )
    with st.sidebar:
        show_sign_in()
    if page is pages["assistant"]:
        page.run()
        return
    content = st.container()
    say_page()  # below what is drawn, which then does not move when these words arrive
    with content:
        page.run()


def draw_logo(company: str) -> str:
    """The logo as an SVG text, beside it the company's name as the documents tell it.

    >>> "<tspan" in draw_logo("R&D Formation"), "R&amp;D Formation" in draw_logo("R&D Formation")
    (True, True)
    """
    drawn = (_FOLDER / "logo.svg").read_text(encoding="utf-8")
    width = _MARK + _LETTER * len(f"{company} Assistant")
    return drawn.format(company=escape(company), width=width)


def _pages(visit: Visit) -> dict[PageName, Any]:
    """The pages for this person."""
    pages: dict[PageName, Any] = {
        "assistant": _page(partial(show_chat, visit), "Assistant", "chat", default=True),
        "simulator": _page(partial(show_simulator, visit), "Simulateur", "calculate"),
        "documents": _page(partial(show_documents, visit), "Documents", "library_books"),
    }
    if visit.is_rep:
        pages["quality"] = _quality(visit)
    return pages


def _quality(visit: Visit, **options: Any) -> Any:
    """The page for reps; to anyone else it says whom it is for."""
    return _page(partial(show_quality, visit), "Qualité", "verified", **options)


def _page(show: Callable[[], None], title: str, icon: str, **options: Any) -> Any:
    return st.Page(show, title=title, icon=f":material/{icon}:", url_path=fold(title), **options)
