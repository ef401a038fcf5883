"""What a keyboard and a telephone need and Streamlit leaves out, as the script of a component."""

from __future__ import annotations

EASE_JS = r"""
const ease = () => {
  const style = document.createElement("style");
  style.textContent = `
    a:focus-visible { outline: 2px solid currentColor !important; outline-offset: 2px; }
    @media (max-width: 640px) {
      [data-testid=stMarkdownContainer] :is(td, th) { padding: 0.35rem 0.4rem !important; }
    }`;
  document.head.append(style);
  // On a telephone the side panel covers the conversation or the page that was chosen in it.
  const choice =
    '[class*="st-key-open-"] button, .st-key-new-conversation button, [data-testid=stSidebarNavLink]';
  const uncover = (event) => {
    if (window.innerWidth >= 768 || !event.target.closest(choice)) { return; }
    const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    if (close) { setTimeout(() => close.click(), 0); }
  };
  document.addEventListener("click", uncover);
  return () => { style.remove(); document.removeEventListener("click", uncover); };
};
"""
