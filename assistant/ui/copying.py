"""A button that copies a text, or the address of the page."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

# The button has a name before its script runs.
_HTML = '<button type="button"><span>Copier</span></button>'
_CSS = """
button { font: inherit; font-size: 0.875rem; color: inherit; background: transparent; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.25rem 0.75rem; min-height: 2.25rem; }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_JS = """
const copy = async (text) => {
  if (navigator.clipboard) { return navigator.clipboard.writeText(text); }
  // Over plain HTTP a browser has no clipboard but this one.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) { throw new Error("refused"); }
};
export default function({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const label = button.querySelector("span");
  label.textContent = data.label;
  button.onclick = async () => {
    const done = copy(data.text || window.location.href);
    label.textContent = await done.then(() => "Copié", () => "Copie refusée");
    button.focus();
    setTimeout(() => { label.textContent = data.label; }, 2000);
  };
}
"""


@cache
def _button() -> Any:
    return st.components.v2.component("copy_button", html=_HTML, css=_CSS, js=_JS)


def show_copy(label: str, text: str, *, key: str) -> None:
    """Draw a button that copies a text; an empty one stands for the address of the page."""
    # Streamlit refuses two underscores in a row in the key of a component.
    mounted = key.replace("__", "-")
    _button()(data={"label": label, "text": text}, key=mounted, width="content", height="content")
