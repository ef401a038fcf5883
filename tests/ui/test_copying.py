"""The button that copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.ui import copying

from .browser import mount

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
BODY = f"""<div id="here">{copying._HTML}</div>"""


def _open(page: Page, **data: object) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard',"
        " { value: { writeText: async (text) => { window.copied = text; } } });"
    )
    page.goto("about:blank")
    mount(page, BODY, copying._JS, data)


def test_the_button_is_named_before_its_script_runs(blank_page: Page) -> None:
    """A screen reader never meets a button without a name."""
    blank_page.set_content(BODY)
    assert blank_page.get_by_role("button", name="Copier").count()


def test_a_text_is_copied_and_said_copied(blank_page: Page) -> None:
    """The whole text, line ends included; the button says so, then takes its name back."""
    _open(blank_page, label="Copier", text="Combien ?\n600 €")
    blank_page.get_by_role("button", name="Copier").click()
    blank_page.get_by_role("button", name="Copié").wait_for()
    assert "Combien ?\n600 €" == blank_page.evaluate("window.copied")
    blank_page.get_by_role("button", name="Copier").wait_for()


def test_over_plain_http_a_text_is_copied_all_the_same(blank_page: Page) -> None:
    """A browser gives a page that is not secure no clipboard; it can still copy what is selected."""
    blank_page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    blank_page.goto("about:blank")
    mount(blank_page, BODY, copying._JS, {"label": "Copier", "text": "Combien ?\n600 €"})
    blank_page.evaluate("document.addEventListener('copy', () => { window.copied = getSelection() + ''; })")
    blank_page.get_by_role("button", name="Copier").click()
    blank_page.get_by_role("button", name="Copié").wait_for()
    assert "Combien ?\n600 €" == blank_page.evaluate("window.copied")


def test_a_copy_that_the_browser_refuses_is_not_said_done(blank_page: Page) -> None:
    """The person knows that there is nothing to paste."""
    _open(blank_page, label="Copier", text="Combien ?")
    blank_page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    blank_page.get_by_role("button", name="Copier").click()
    blank_page.get_by_role("button", name="Copie refusée").wait_for()


def test_without_a_text_the_address_is_copied(blank_page: Page) -> None:
    """The link of a case, or of an article, is where the person is."""
    _open(blank_page, label="Copier le lien", text="")
    blank_page.get_by_role("button", name="Copier le lien").click()
    blank_page.get_by_role("button", name="Copié").wait_for()
    assert blank_page.url == blank_page.evaluate("window.copied")
