"""What is promised is promised by a clause."""

from __future__ import annotations

import pytest

from assistant.answering.wording.promises import find_promise_faults
from assistant.answering.wording.scopes import read_scopes
from assistant.answering.wording.statements import Statement

QUESTION = "Que dit l'article sur les absences, CGV-15J ?"


def _faults(evidence, text: str) -> list[str]:
    return [fault for scope in read_scopes(Statement(text), evidence) for fault in find_promise_faults(scope)]


@pytest.mark.parametrize(
    "text",
    ["Le stage suivant vous est offert.", "Un rabais est accordé aux absents.", "Le résultat est garanti."],
)
def test_a_promise_that_no_clause_makes_is_seen(evidence_of, text: str) -> None:
    """Whatever the words that promise."""
    assert _faults(evidence_of(QUESTION), text)


def test_what_is_denied_is_no_promise(evidence_of) -> None:
    """« aucun rabais » promises nothing."""
    assert [] == _faults(evidence_of(QUESTION), "Aucun rabais n'est accordé.")
