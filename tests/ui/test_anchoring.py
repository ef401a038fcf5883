"""The question stays in view while its answer grows below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.ui import anchoring

from .browser import mount

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
BODY = """
<main data-testid="stMainBlockContainer">
  <div style="height: 900px">avant</div>
  <div data-testid="stChatMessage"><span id="here">Combien ?</span></div>
  <div id="answer" style="height: 700px">réponse</div>
</main>
"""
GROW = "() => { document.querySelector('#answer').style.height = '2000px'; scrollTo(0, 1e6); }"
TOP = "document.querySelector('#here').getBoundingClientRect().top"


def _top(page: Page, script: str = "() => {}") -> float:
    page.evaluate(script)
    page.wait_for_timeout(300)
    return float(page.evaluate(TOP))


@pytest.mark.parametrize("fresh", [True, False], ids=["fresh", "read again"])
def test_a_fresh_question_is_brought_to_the_top(blank_page: Page, *, fresh: bool) -> None:
    """Just asked, it is under the bar of the page; opened again, the page is left where it is."""
    mount(blank_page, BODY, anchoring._JS, {"fresh": fresh})
    assert (_top(blank_page) < 200) is fresh


def test_it_stays_there_when_the_answer_grows_late(blank_page: Page) -> None:
    """A chart that comes seconds after does not push it away."""
    mount(blank_page, BODY, anchoring._JS, {"fresh": True})
    blank_page.wait_for_timeout(1_500)
    assert 0 <= _top(blank_page, GROW) < 200


def test_whoever_scrolls_is_left_alone(blank_page: Page) -> None:
    """From the first touch on, the page is the person's."""
    mount(blank_page, BODY, anchoring._JS, {"fresh": True})
    assert 0 <= _top(blank_page) < 200
    blank_page.evaluate("() => window.dispatchEvent(new Event('wheel'))")
    assert _top(blank_page, GROW) < 0
