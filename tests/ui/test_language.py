"""What the framework writes in English is said in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.ui import language
from assistant.ui.accessibility import EASE_JS

from .browser import mount

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
BODY = """
<div id="here"><section></section></div>
<button aria-label="Thumbs up">+</button>
<button aria-label="Remove fiche.md">x</button>
<button aria-label="Show data: Coût selon la date">x</button>
<input placeholder="Choose an option">
<span role="img" aria-label="school icon"></span>
<p id="own">Close</p>
<div data-testid="stFileUploader">
<small>263.0B</small> <small>3.0KB</small> <small>20MB per file</small>
<small>Drag and drop a file here</small></div>
<div data-testid="stTooltipContent">image/png files are not allowed.</div>
<div role="dialog"><h1>Connection error</h1></div>
<a href="#stMain" data-testid="stSkipToContent">Skip to main content</a>
"""
DATA: dict[str, object] = {
    "title": "Conversation",
    "words": language._WORDS,
    "patterns": language._PATTERNS,
    "places": ", ".join(language._PLACES),
    "names": language._NAMES,
}


@pytest.fixture
def page(blank_page: Page) -> Page:
    """A page with what the framework draws, the component at work."""
    mount(blank_page, BODY, EASE_JS + language._JS, DATA)
    return blank_page


def test_the_page_is_french_and_has_a_title(page: Page) -> None:
    """A screen reader pronounces it rightly, and finds its heading."""
    assert "fr" == page.locator("html").get_attribute("lang")
    assert page.get_by_role("heading", name="Conversation", level=1).count()


def test_controls_are_named_in_french(page: Page) -> None:
    """Names, placeholders and sizes are translated; icons beside words are silent."""
    assert page.get_by_role("button", name="Réponse utile").count()
    assert page.get_by_role("button", name="Retirer fiche.md").count()
    assert page.get_by_role("button", name="Voir les données\u00a0: Coût selon la date").count()
    assert page.get_by_placeholder("Choisir").count()
    assert not page.get_by_role("img", name="school icon").count()
    assert page.get_by_text("Ce type de fichier n'est pas accepté.").count()
    assert page.get_by_role("link", name="Aller au contenu").count()
    assert page.get_by_role("heading", name="Connexion interrompue").count()
    told = page.get_by_test_id("stFileUploader").inner_text().replace("\xa0", " ")
    assert "263 octets 3,0 Ko 20 Mo au plus Déposez un fichier ici" == told


def test_what_documents_and_people_wrote_is_left_alone(page: Page) -> None:
    """A word of the list in a text is not ours to change."""
    assert "Close" == page.locator("#own").inner_text()


def test_what_comes_later_is_named_too_until_the_page_is_left(page: Page) -> None:
    """The page changes all the time; once left, nothing goes on working."""
    add = "name => document.body.insertAdjacentHTML('beforeend', `<button aria-label=\"${name}\">x</button>`)"
    page.evaluate(add, "Thumbs down")
    page.get_by_role("button", name="Réponse à revoir").wait_for()
    page.evaluate("() => window.leave()")
    page.evaluate(add, "Dismiss")
    page.wait_for_timeout(300)
    assert page.get_by_role("button", name="Dismiss").count()


def test_an_answer_is_told_once_it_is_whole(page: Page) -> None:
    """Not while it is being drawn, nor what stood there before."""
    turn = (
        "(words) => document.body.insertAdjacentHTML('beforeend', `<div data-testid=stChatMessage>"
        "<div data-testid=stMarkdownContainer>${words}</div></div>`)"
    )
    running = "(on) => document.body.setAttribute('data-test-script-state', on)"
    status = page.get_by_role("status")
    page.evaluate(running, "running")
    page.evaluate(turn, "Trente pour cent.")
    page.wait_for_timeout(300)
    assert "" == status.inner_text()
    page.evaluate(running, "notRunning")
    page.wait_for_timeout(300)
    assert "Trente pour cent." == status.inner_text()


def test_a_link_to_a_heading_says_which(page: Page) -> None:
    """A page of articles has one for each."""
    link = "<a href='#a'><svg width=9 height=9></svg></a>"
    heading = f"<h2>3.6. Frais<span data-testid=stHeaderActionElements>{link}</span></h2>"
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", heading)
    page.get_by_role("link", name="Lien vers « 3.6. Frais »").wait_for()
