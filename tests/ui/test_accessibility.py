"""Links show where the keyboard is; on a telephone the side panel does not cover what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.ui.accessibility import EASE_JS

from .browser import DESKTOP, TELEPHONE, mount

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
BODY = """
<style>a { outline: none; }</style>
<a href="#x" id="here">Documents</a>
<div data-testid="stSidebarCollapseButton"><button onclick="window.shut = 1">Fermer</button></div>
<div class="st-key-open-1"><button>Une conversation</button></div>
<a data-testid="stSidebarNavLink" href="#page">Simulateur</a>
<div class="st-key-other"><button>Autre</button></div>
"""
SCRIPT = f"{EASE_JS} export default function() {{ return ease(); }}"


def test_a_link_reached_by_the_keyboard_is_outlined(blank_page: Page) -> None:
    """The outline is there for the keyboard, and gone once the page is left."""
    mount(blank_page, BODY, SCRIPT, {})
    blank_page.keyboard.press("Tab")
    style = "getComputedStyle(document.querySelector('#here')).outlineStyle"
    assert "solid" == blank_page.evaluate(style)
    blank_page.evaluate("() => window.leave()")
    assert "none" == blank_page.evaluate(style)


@pytest.mark.parametrize(
    ("size", "name", "closed"),
    [
        (TELEPHONE, "Simulateur", True),
        (TELEPHONE, "Une conversation", True),
        (TELEPHONE, "Autre", False),
        (DESKTOP, "Une conversation", False),
    ],
)
def test_the_panel_closes_behind_a_choice_on_a_telephone(
    blank_page: Page, size: dict[str, int], name: str, *, closed: bool
) -> None:
    """Where the panel lies over the page, and for what opens something there only."""
    blank_page.set_viewport_size(size)  # type: ignore[arg-type]  # a size is a width and a height
    mount(blank_page, BODY, SCRIPT, {})
    blank_page.get_by_text(name).click()
    blank_page.wait_for_timeout(100)
    assert closed is bool(blank_page.evaluate("() => window.shut"))


POPOVER = """
<button aria-haspopup="dialog" aria-expanded="true" onclick='document.body.insertAdjacentHTML("beforeend",
  "<div data-testid=stPopoverBody><input aria-label=Prix></div>")'>Prix</button>
"""


@pytest.mark.parametrize(("by_keyboard", "focused"), [(True, "INPUT"), (False, "BUTTON")])
def test_what_opens_at_the_keyboard_takes_it(blank_page: Page, *, by_keyboard: bool, focused: str) -> None:
    """It is drawn at the end of the page, many tabs away; a pointer goes there by itself."""
    mount(blank_page, f"<div id='here'></div>{POPOVER}", SCRIPT, {})
    button = blank_page.get_by_role("button", name="Prix")
    if by_keyboard:
        button.press("Enter")
    else:
        button.click()
    blank_page.wait_for_timeout(400)
    assert focused == blank_page.evaluate("document.activeElement.tagName")


def test_a_folded_panel_is_out_of_the_way_of_the_keyboard(blank_page: Page) -> None:
    """Its buttons are off the screen: nothing of it is reached."""
    panel = "<section data-testid='stSidebar' data-collapsed='true'><button>Mes données</button></section>"
    mount(blank_page, f"<div id='here'></div>{panel}<button>Après</button>", SCRIPT, {})
    blank_page.keyboard.press("Tab")
    assert "Après" == blank_page.evaluate("document.activeElement.textContent")


def test_a_dialog_gives_the_keyboard_back_to_its_menu(blank_page: Page) -> None:
    """The entry that opened it is gone: the keyboard would be at the top of the page."""
    body = """<div id="here"></div><button aria-haspopup="menu">Actions</button>
      <div role="menu"><div role="menuitem" tabindex="0">Renommer</div></div>"""
    mount(blank_page, body, SCRIPT, {})
    blank_page.get_by_role("button", name="Actions").click()
    blank_page.get_by_text("Renommer").click()
    blank_page.evaluate("""() => {
      document.querySelector("[role=menu]").remove();
      document.body.insertAdjacentHTML("beforeend", "<div data-testid=stDialog><input></div>");
      document.querySelector("input").focus();
    }""")
    blank_page.wait_for_timeout(300)
    blank_page.evaluate("document.querySelector('[data-testid=stDialog]').remove()")
    blank_page.wait_for_timeout(300)
    assert "Actions" == blank_page.evaluate("document.activeElement.textContent")
