"""What a person is told when the records cannot be read or written; the page goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.errors import RecordsError
from assistant.french import NBSP
from assistant.ui.escaping import quiet

_LATER = "la base des conversations ne répond pas. Réessayez dans un moment."
_log = logging.getLogger(__name__)


@contextmanager
def tell_trouble(undone: str, show: Callable[..., object] = st.error) -> Iterator[None]:
    """Say that something was not done, and why, when the records fail in the block.

    How the database is reached is for the log, not for the page.
    """
    try:
        yield
    except RecordsError as error:
        from_database = error.__cause__ is not None
        if from_database:
            _log.error("%s", error)
        why = _LATER if from_database else f"{error.what} {error.todo}."
        show(quiet(f"{undone}{NBSP}: {why}"), icon=":material/error:")
