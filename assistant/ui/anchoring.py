"""What keeps the question in view while its answer is drawn below it."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

_JS = """
export default function({ parentElement, data }) {
  if (!data.fresh) { return; }
  const host = parentElement.getRootNode().host || parentElement.host || parentElement;
  const message = host.closest('[data-testid="stChatMessage"]') || host;
  message.style.scrollMarginTop = "4.5rem";
  const until = performance.now() + 2500;
  let going = true;
  const show = () => {
    if (!going || performance.now() > until) { return; }
    message.scrollIntoView({ block: "start" });
    requestAnimationFrame(show);
  };
  const stop = () => { going = false; };
  ["wheel", "touchstart", "keydown"].forEach((name) => window.addEventListener(name, stop, { once: true }));
  show();
  return stop;
}
"""


@cache
def _anchor() -> Any:
    return st.components.v2.component("turn_anchor", html="<span></span>", js=_JS)


def keep_in_view(*, fresh: bool, key: str) -> None:
    """Bring the message around into view when it is `fresh`, until the person scrolls."""
    _anchor()(data={"fresh": fresh}, key=key.replace("__", "-"), height=1)
