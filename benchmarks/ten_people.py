"""How long ten people wait who ask at once, as a multiple of what one waits alone, in a real browser.

Needs Chromium and the development extra: `python -m benchmarks.ten_people`.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.ui.browser import DESKTOP, open_page, run_browser, run_server

PEOPLE, ROUNDS = 10, 4
QUESTION = "Quel acompte pour une formation à {} € TTC selon les CGV-30J ?"
# Milliseconds from the Enter key to the first words of the answer, told by the page itself.
TIMED = """(told) => {
  window.answeredIn = 0;
  let start = 0;
  window.addEventListener("keydown", () => { start = performance.now(); }, { capture: true, once: true });
  const observer = new MutationObserver(() => {
    const shown = document.querySelectorAll("[data-testid=stChatMessage]");
    if (start && shown.length === told && shown[told - 1].innerText.trim().length > 20) {
      window.answeredIn = performance.now() - start;
      observer.disconnect();
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def _waits(browser: Browser, app: str, people: int) -> list[float]:
    """Seconds until the first words of each answer; the first round, which warms the pages, left out."""
    waits: list[float] = []
    with ExitStack() as opened:
        pages = [opened.enter_context(open_page(browser, app, size=DESKTOP)) for _ in range(people)]
        for turn in range(ROUNDS):
            for place, page in enumerate(pages):
                page.get_by_test_id("stChatInputTextArea").fill(QUESTION.format(1000 + 100 * turn + place))
                page.evaluate(TIMED, 2 * turn + 2)
            for page in pages:
                page.keyboard.press("Enter")
            for page in pages:
                page.wait_for_function("() => window.answeredIn > 0", timeout=120_000)
            waits += [page.evaluate("window.answeredIn") / 1000 for page in pages if turn]
            pages[0].wait_for_timeout(3000)
    return waits


def main() -> None:
    """Print both medians and their ratio, measured on one server."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(TemporaryDirectory()))
        app = opened.enter_context(run_server(folder, audience="client"))
        browser = opened.enter_context(run_browser())
        alone, together = _waits(browser, app, 1), _waits(browser, app, PEOPLE)
    one, ten = median(alone), median(together)
    print(f"one person {one:.2f} s, {PEOPLE} at once {ten:.2f} s, ratio {ten / one:.1f}")


if __name__ == "__main__":
    main()
