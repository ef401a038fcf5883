"""What a screen reader is told of the page: its language, and a title where none is drawn."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

_CSS = """
div { position: relative; height: 1px; overflow: hidden; }
h1 { margin: 0; font-size: 1px; line-height: 1px; white-space: nowrap; overflow: hidden; opacity: 0; }
"""
_JS = """
export default function({ parentElement, data }) {
  document.documentElement.lang = "fr";
  const place = parentElement.querySelector("div");
  place.replaceChildren();
  if (data.title) {
    const heading = document.createElement("h1");
    heading.textContent = data.title;
    place.append(heading);
  }
}
"""


@cache
def _page_words() -> Any:
    return st.components.v2.component("page_words", html="<div></div>", css=_CSS, js=_JS)


def say_page(title: str = "") -> None:
    """Say that the page is in French, and its title when none is drawn on it."""
    _page_words()(data={"title": title}, key="page-words", height="content")
