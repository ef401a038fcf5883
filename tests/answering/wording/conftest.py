"""What a draft on a question may rest on, over the project's own corpus."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from assistant.answering.wording.evidence import Evidence, find_passages, gather_evidence
from assistant.answering.wording.statements import Statement
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def evidence_of(assistant) -> Callable[[str], Evidence]:
    """A question into the evidence of its answer."""

    @cache
    def gather(question: str) -> Evidence:
        answer, conversation = assistant.reply(question, today=TODAY)
        extra = find_passages(answer, conversation.known, assistant.sources)
        return gather_evidence(answer, extra, conversation.known, assistant.index.corpus, TODAY)

    return gather


def marked(text: str, key: str, evidence: Evidence) -> Statement:
    """A statement with the marks of every passage of a section."""
    marks = (mark for mark, proof in evidence.proofs.items() if proof.citation.key == key)
    return Statement(text, tuple(marks))
