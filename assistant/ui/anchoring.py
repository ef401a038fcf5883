"""What keeps a place in view while the page is drawn: a question above its answer, an article."""

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
  let until = 0;
  const hold = () => {
    if (performance.now() < until) { message.scrollIntoView({ block: "start" }); }
  };
  // The page follows its end as the answer grows, a chart that comes late included.
  const observer = new ResizeObserver(() => { until = performance.now() + 4000; hold(); });
  document.addEventListener("scroll", hold, { capture: true, passive: true });
  const stop = () => {
    until = 0;
    observer.disconnect();
    document.removeEventListener("scroll", hold, { capture: true });
  };
  const acts = ["wheel", "touchstart", "pointerdown", "keydown"];
  acts.forEach((name) => window.addEventListener(name, stop, { once: true }));
  observer.observe(message.closest('[data-testid="stMainBlockContainer"]') || message);
  return stop;
}
"""


@cache
def _anchor() -> Any:
    return st.components.v2.component("turn_anchor", html="<span></span>", js=_JS)


def keep_in_view(*, fresh: bool, key: str) -> None:
    """Bring this place, or the message around it, into view when it is `fresh`, until the person scrolls."""
    _anchor()(data={"fresh": fresh}, key=key.replace("__", "-"), height=1)
