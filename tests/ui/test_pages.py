"""The links from a page to another."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from .conftest import OpenApp


def _links(app: AppTest) -> list[str]:
    return [one.proto.query_string for one in app.get("page_link") if one.proto.query_string]


def test_a_link_carries_its_address(open_app: OpenApp) -> None:
    """From a source to its document, at its article."""
    app = open_app().chat_input[0].set_value("Quelle est la durée de la formation RCL-RCL-05 ?").run()
    app = next(one for one in app.button if one.key and one.key.startswith("source-")).click().run()
    assert any("document=RCL-RCL-05" in one and "article=fiche" in one for one in _links(app))
