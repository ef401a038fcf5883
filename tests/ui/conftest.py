"""What the tests of pages share: the app on the project's corpus, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from .browser import run_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = Path(__file__).parents[2] / "assistant" / "ui" / "page.py"
OpenApp = Callable[..., AppTest]


def _one_page(name: str) -> None:
    from assistant.settings import read_settings
    from assistant.ui.documents import show_documents
    from assistant.ui.opening import open_visit
    from assistant.ui.sign_in import current_person
    from assistant.ui.simulator import show_simulator

    settings = read_settings()
    visit = open_visit(current_person(settings), settings)
    {"documents": show_documents, "simulator": show_simulator}[name](visit)


@pytest.fixture
def open_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, index_folder: Path) -> OpenApp:
    """Opens the app, or one page of it, for an audience and at an address, on records of its own."""
    monkeypatch.setenv("ASSISTANT_INDEX", str(index_folder))
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    st.cache_data.clear()

    def open_at(page: str = "", *, audience: str = "client", **address: str) -> AppTest:
        monkeypatch.setenv("ASSISTANT_AUDIENCE", audience)
        if page:
            app = AppTest.from_function(_one_page, args=(page,), default_timeout=60)
        else:
            app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return open_at


def words(app: AppTest) -> str:
    """Everything that a page says, its spaces that do not break as plain ones."""
    drawn = (*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info, *app.warning)
    return plain("\n".join(one.value for one in (*drawn, *app.error, *app.success)))


def plain(text: str) -> str:
    """The words of a text without what escapes them, its spaces and hyphens as a person types them."""
    return text.replace("\\", "").replace("\xa0", " ").replace("\u202f", " ").replace("\u2011", "-")


@pytest.fixture
def blank_page() -> Iterator[Page]:
    """An empty page in Chromium, for the script of one component."""
    with run_browser() as browser:
        page = browser.new_page(viewport={"width": 390, "height": 600})
        page.set_default_timeout(5_000)
        yield page
