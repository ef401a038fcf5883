"""What a keyboard and a telephone need and Streamlit leaves out, as the script of a component."""

from __future__ import annotations

EASE_JS = r"""
const ease = () => {
  const style = document.createElement("style");
  style.textContent = `
    a:focus-visible { outline: 2px solid currentColor !important; outline-offset: 2px; }
    [data-testid=stSidebar][data-collapsed=true] { visibility: hidden; }
    @media (max-width: 640px) {
      [data-testid=stMarkdownContainer] :is(td, th) { padding: 0.35rem 0.4rem !important; }
    }`;
  document.head.append(style);
  // On a telephone the side panel covers the conversation or the page that was chosen in it.
  const choice =
    '[class*="st-key-open-"] button, .st-key-new-conversation button, [data-testid=stSidebarNavLink]';
  let menu = null;
  const choose = (event) => {
    menu = event.target.closest("button[aria-haspopup]") || menu;
    if (window.innerWidth >= 768 || !event.target.closest(choice)) { return; }
    const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
    if (close) { setTimeout(() => close.click(), 0); }
  };
  // What opens at the keyboard is drawn far from its button: the keyboard goes into it.
  let until = 0, soon = 0;
  const enter = () => {
    const place = document.querySelector("[data-testid=stPopoverBody], [role=menu]")
      || document.querySelector("[data-testid=stSidebar][data-collapsed=false]");
    const at = document.activeElement;
    const outside = at === document.body || at.getAttribute("aria-expanded") === "true";
    const whole = place && !place.querySelector("[data-testid=stSkeleton]");
    if (!whole || !outside || performance.now() > until) { return; }
    place.querySelector("[role=menuitem], input, textarea, a[href], button")?.focus();
  };
  const press = (event) => {
    const opens = event.target.closest?.(
      "button[aria-haspopup], [data-testid=stPopoverBody], [data-testid=stExpandSidebarButton]");
    until = opens && ["Enter", " "].includes(event.key) ? performance.now() + 3000 : 0;
  };
  // A dialog chosen in a menu gives it back to the button of the menu: what was chosen is gone.
  let open = null;
  const leave = () => {
    const dialog = document.querySelector("[data-testid=stDialog]");
    if (open && !dialog && document.activeElement === document.body) { menu?.focus(); }
    open = dialog;
  };
  const observer = new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(() => { enter(); leave(); }, 120);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("keydown", press, true);
  document.addEventListener("click", choose);
  return () => {
    style.remove();
    observer.disconnect();
    document.removeEventListener("keydown", press, true);
    document.removeEventListener("click", choose);
  };
};
"""
