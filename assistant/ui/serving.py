"""What the server does around the pages: ready before the first visitor, plain words for a fault."""

from __future__ import annotations

import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import streamlit as st

from assistant.errors import AssistantError
from assistant.french import NBSP
from assistant.privacy import mask_logs
from assistant.settings import read_settings

_log = logging.getLogger(__name__)
_NO_PAGE = "streamlit.runtime.scriptrunner_utils.script_run_context"


@asynccontextmanager
async def ready(app: object) -> AsyncIterator[None]:
    """The life of the server, which opens the documents before it serves a page."""
    del app
    mask_logs()
    await anyio.to_thread.run_sync(_open)
    yield


def _open() -> None:
    """Open everything once; what goes wrong is told on the page."""
    import assistant.ui.app_pages  # noqa: F401  what pages import takes a second: not the first visitor's
    from assistant.ui.opening import open_assistant

    # Its caches warn that no page asks for them, which is so.
    logging.getLogger(_NO_PAGE).setLevel(logging.ERROR)
    try:
        settings = read_settings()
        open_assistant(settings.audience, settings)
    except AssistantError as error:
        _log.error("Not ready: %s", error)


def log_fault(fault: Exception) -> str:
    """What to do about a fault, in French, with a number; the fault is in the log under that number."""
    number = uuid.uuid4().hex[:8]
    _log.error("Fault %s", number, exc_info=fault)
    return f"si cela recommence, prévenez-nous en donnant le numéro {number}."


def tell(fault: Exception) -> bool:
    """Whether the fault was told to the person: in French, with a number found in the log too."""
    st.error(
        f"Votre demande n'a pas abouti. Rechargez la page{NBSP}; {log_fault(fault)}",
        title="Une erreur est survenue",
        icon=":material/error:",
    )
    return True
