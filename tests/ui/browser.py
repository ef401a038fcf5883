"""The app in a real browser: a server of the test's own, Debian's Chromium, screenshots kept."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).parents[2]
SCREENSHOTS = PROJECT / "build" / "screenshots"
DESKTOP, TELEPHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
STARTS_WITHIN = 60  # seconds, the first index included
PATIENT = 120_000  # milliseconds: a busy machine draws slowly, which is no fault of a page
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


@contextmanager
def run_server(
    folder: Path,
    *,
    audience: str,
    corpus: Path | None = None,
    secrets: Callable[[str], str] | None = None,
    **settings: str,
) -> Iterator[str]:
    """The address of the app, on records and an index of the test.

    `secrets` makes of that address what Streamlit reads as its secrets.
    """
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "ASSISTANT_AUDIENCE": audience,
        "ASSISTANT_DATA": str(folder / "data"),
        "ASSISTANT_INDEX": str(folder / "index"),
        "ASSISTANT_CORPUS": str(corpus or PROJECT / "corpus"),
        "NO_PROXY": "127.0.0.1,localhost",
        **{f"ASSISTANT_{name.upper()}": value for name, value in settings.items()},
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    options = ["--server.address=127.0.0.1", "--server.headless=true"]
    if secrets:
        path = folder / "secrets.toml"
        path.write_text(secrets(address), encoding="utf-8")
        options.append(f"--secrets.files={path}")
    with subprocess.Popen([*command, *options], cwd=PROJECT, env=environment) as running:
        try:
            _wait_for(port)
            yield address
        finally:
            running.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(STARTS_WITHIN * 10):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the app did not start")


@contextmanager
def run_browser() -> Iterator[Browser]:
    """Chromium without a screen; the test is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Browser, address: str, *, size: dict[str, int], dark: bool = False) -> Iterator[Page]:
    """A page of a person who never came before."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport=size, locale="fr-FR", color_scheme=scheme)  # type: ignore[arg-type]  # a size is a width and a height
    page = context.new_page()
    page.set_default_timeout(PATIENT)
    page.goto(address, wait_until="domcontentloaded")
    page.get_by_test_id("stMainBlockContainer").wait_for()
    yield page
    context.close()


_MOUNT = """async ([script, data]) => {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const mounted = (await import(address)).default({ parentElement: document.querySelector("#here"), data });
  window.leave = mounted || (() => {});
}"""


def mount(page: Page, body: str, script: str, data: dict[str, object]) -> None:
    """Run the script of a component at `#here` in a page that has this body and nothing else."""
    page.set_content(f"<!doctype html><html><body>{body}</body></html>")
    page.evaluate(_MOUNT, [script, data])


def ask(page: Page, question: str) -> float:
    """Seconds until the first words of the answer are on screen."""
    box = page.get_by_test_id("stChatInputTextArea")
    box.wait_for()
    before = page.get_by_test_id("stChatMessage").count()
    box.fill(question)
    start = time.monotonic()
    page.keyboard.press("Enter")
    page.wait_for_function(
        """before => {
          const told = document.querySelectorAll('[data-testid=stChatMessage]');
          return told.length > before + 1 && told[before + 1].innerText.trim().length > 20;
        }""",
        arg=before,
        polling=30,
    )
    return time.monotonic() - start


_QUIET = """() => new Promise((done) => {
  const end = () => { observer.disconnect(); clearTimeout(late); done(); };
  const late = setTimeout(end, 20000);
  let quiet = setTimeout(end, 700);
  const observer = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(end, 700); });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
})"""


def settle(page: Page) -> None:
    """Nothing, once the page has been drawn and has stopped changing."""
    page.wait_for_function(
        """() => document.querySelector('[data-testid=stMainBlockContainer] [data-testid=stElementContainer]')
          && !document.querySelector('[data-test-script-state=running], [data-testid=stSkeleton]')"""
    )
    page.evaluate(_QUIET)


def keep(page: Page, name: str) -> Path:
    """The screenshot of a page that has settled, kept with the artefacts."""
    settle(page)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path)
    return path
