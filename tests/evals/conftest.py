"""Answer objects and outcomes made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from evals import Example, Found, Outcome, find_failures


@pytest.fixture
def answer() -> Callable[..., dict[str, Any]]:
    """Makes an Answer object; each citation is given by its key."""

    def make(
        text: str = "",
        *,
        status: str = "answered",
        headline: tuple[str, ...] = (),
        cite: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        pairs = [key.split("#") for key in cite]
        citations = [{"document": document, "section": section} for document, section in pairs]
        return {"status": status, "text": text, "headline": list(headline), "citations": citations}

    return make


@pytest.fixture
def outcome(answer: Callable[..., dict[str, Any]]) -> Callable[..., Outcome]:
    """Makes the outcome of one question, right or wrong."""

    def make(name: str, *, category: str = "fees", right: bool = True, seconds: float = 0.1) -> Outcome:
        example = Example(name, category, (f"Question {name} ?",), date(2026, 11, 20))
        given = answer(f"Réponse {name}.", status="answered" if right else "not_found")
        return Outcome(example, given, find_failures(example, given), seconds)

    return make


@pytest.fixture
def checked() -> Callable[..., Outcome]:
    """Makes the outcome of a question with these checks and that Answer object."""

    def make(given: dict[str, Any], found: tuple[str, ...] | None = None, **checks: Any) -> Outcome:
        example = Example("one", "fees", ("Combien ?",), date(2026, 11, 20), **checks)
        ranked = None if found is None else tuple(Found(key, f"Texte de {key}.") for key in found)
        return Outcome(example, given, find_failures(example, given), 0.1, ranked)

    return make
