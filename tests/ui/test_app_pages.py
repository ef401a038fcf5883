"""The pages that each audience has, and an app that cannot start."""

from __future__ import annotations

import pytest

from assistant.ui.app_pages import draw_logo
from assistant.ui.pages import keep_pages, link_to

from .conftest import OpenApp, words


def test_each_audience_has_its_pages(open_app: OpenApp) -> None:
    """Qualité is for reps."""
    assert {"assistant", "simulator", "documents"} == set(open_app().session_state["pages"])
    assert "quality" in open_app(audience="rep").session_state["pages"]


def test_a_setting_that_cannot_be_is_said_on_the_page(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong setting gives its name and what to write, not a traceback."""
    monkeypatch.setenv("ASSISTANT_KEEP_DAYS", "jamais")
    app = open_app()
    assert not app.exception
    assert "ASSISTANT_KEEP_DAYS" in words(app)


def test_a_database_that_cannot_be_opened_is_said_on_the_page(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that is none is told with the form to write it in."""
    monkeypatch.setenv("ASSISTANT_RECORDS_URL", "nulle part")
    app = open_app()
    assert not app.exception
    assert "postgresql+psycopg" in words(app)


def test_the_way_to_the_other_pages_is_on_the_first(open_app: OpenApp) -> None:
    """On a telephone the menu is folded: the first page links to the two others."""
    links = {one.proto.label for one in open_app().get("page_link")}
    assert {"Simuler un coût", "Parcourir les documents"} <= links


def test_a_page_that_someone_may_not_open_has_no_link() -> None:
    """Nothing is drawn for a page that is not theirs."""
    keep_pages({})
    link_to("quality", "Qualité", icon=":material/verified:")


@pytest.mark.parametrize(
    ("company", "said"), [("BORÉAL", "BORÉAL</tspan>"), ("", "></tspan>"), ("A & B", "A &amp; B")]
)
def test_the_logo_names_the_company_of_the_documents(company: str, said: str) -> None:
    """Another company's documents are not under the name of ours."""
    drawn = draw_logo(company)
    assert said in drawn
    assert "LEXOM" not in drawn
