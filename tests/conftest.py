"""What several tests share: the project's own corpus, indexed once."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.conversation import Assistant
from assistant.datatypes import Answer, TermsFigures
from assistant.settings import PROJECT, read_settings

TODAY = date(2026, 11, 20)
FIGURES = TermsFigures(frozenset({15, 30}), deposit=Decimal(30))
"""Those of both editions together: which one applies is not told."""
ONLY_30 = TermsFigures(frozenset({30}), deposit=Decimal(30), new_date_is_free=True)

settings.register_profile("no deadline", deadline=None)  # a busy machine is no fault
settings.load_profile("no deadline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the tests that take long: none is left alone to the end while another process waits.

    Nothing is measured of what they run: they would take half as long again.
    """
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for indexes, shared by all tests: what one process builds serves the others."""
    own = tmp_path_factory.getbasetemp()
    return (own if worker_id == "master" else own.parent) / "index"


@pytest.fixture(scope="session")
def assistant(index_folder: Path) -> Assistant:
    """The assistant over the project's own corpus."""
    return Assistant(read_settings(index=index_folder, audience="rep"))


def reply(assistant: Assistant, *turns: str) -> Answer:
    """The last answer of a conversation."""
    conversation = None
    for turn in turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=TODAY)
    return answer


def copy_documents(folder: Path) -> Path:
    """A copy of the corpus to be changed, without the questions of people: an index learns from them."""
    return Path(shutil.copytree(PROJECT / "corpus", folder, ignore=shutil.ignore_patterns("questions")))


def keys(answer: Answer) -> set[str]:
    """The sections that an answer cites."""
    return {one.key for one in answer.citations}
