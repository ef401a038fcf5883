"""The assistant, opened once for all sessions, and again when the documents change."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from assistant.conversation import Assistant
from assistant.datatypes import Audience, Person
from assistant.records import Records
from assistant.settings import Settings

Freshness = tuple[int, int]
_WARM_UP = ("Quelles formations proposez-vous ?", "Que coûte une annulation à 1 000 € dix jours avant ?")


@dataclass(frozen=True, slots=True)
class Visit:
    """Who is here, and what serves them."""

    person: Person
    assistant: Assistant
    records: Records

    @property
    def is_rep(self) -> bool:
        """Whether the person works for the company."""
        return self.person.audience == "rep"


def open_visit(person: Person, settings: Settings) -> Visit:
    """What serves a person: the assistant on the documents they may see, and the records.

    Raises `OperationError` when the documents cannot be read or the records opened.
    """
    return Visit(person, open_assistant(person.audience, settings), _open_records(settings))


def open_assistant(audience: Audience, settings: Settings) -> Assistant:
    """The assistant on the documents as they are now, limited to what the audience may see."""
    return _open(_freshness(settings.corpus), settings).serving(audience)


def forget_freshness() -> None:
    """Nothing: the next opening looks at the documents again."""
    _freshness.clear()


@st.cache_resource(max_entries=2, show_spinner="Lecture des documents…", hash_funcs={Settings: repr})
def _open(freshness: Freshness, settings: Settings) -> Assistant:
    """One assistant for all, whose first answers are behind it."""
    del freshness
    assistant = Assistant(settings)
    for question in _WARM_UP:
        assistant.reply(question, today=date.today())
    gc.collect()
    gc.freeze()  # what is loaded once is not looked at again by each collection
    return assistant


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs={Settings: repr})
def _open_records(settings: Settings) -> Records:
    return Records(settings)


@st.cache_data(ttl=2, max_entries=2, show_spinner=False)
def _freshness(corpus: Path) -> Freshness:
    """How many files and folders the documents are in, and when one last changed."""
    times = [path.stat().st_mtime_ns for path in (corpus, *corpus.rglob("*")) if path.exists()]
    return len(times), max(times, default=0)
