"""Past conversations, and what is kept about a person."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from .conftest import OpenApp, words


def _start(open_app: OpenApp) -> tuple[AppTest, str]:
    app = open_app()
    app = app.chat_input[0].set_value("Quelle est la durée de la formation RCL-RCL-05 ?").run()
    row = next(one for one in app.button if one.key and one.key.startswith("open-"))
    return app, row.key.removeprefix("open-")


def _choose(app: AppTest, conversation: str, action: str) -> AppTest:
    return app.get_by_key(f"act-{conversation}").set_value(action).run()


def test_a_conversation_is_deleted_once_confirmed(open_app: OpenApp) -> None:
    """The dialog says what will be lost before anything is."""
    app, conversation = _start(open_app)
    app = _choose(app, conversation, "Supprimer")
    assert "C'est définitif." in words(app)
    assert f"open-{conversation}" in {one.key for one in app.button}


def test_a_conversation_is_exported_to_markdown(open_app: OpenApp) -> None:
    """The dialog offers a file."""
    app, conversation = _start(open_app)
    app = _choose(app, conversation, "Exporter")
    assert not app.exception
    assert "Markdown" in words(app)


def test_erasing_everything_is_asked_twice(open_app: OpenApp) -> None:
    """What is kept about a person goes only after a second yes."""
    app, conversation = _start(open_app)
    app = app.button(key="erase").click().run()
    assert not app.exception
    assert "seront effacés" in words(app)
    assert f"open-{conversation}" in {one.key for one in app.button}
