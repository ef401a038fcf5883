"""Drafts over the project's own corpus: those that tell the truth pass, none that lies does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from assistant.answering.wording.check import find_draft_faults
from assistant.answering.wording.evidence import Evidence, gather_evidence
from assistant.answering.wording.passages import find_passages
from assistant.answering.wording.statements import read_statements
from tests.answering.wording.mutate import mutations
from tests.conftest import TODAY

SETS = sorted((Path(__file__).parent / "drafts").glob("*.yaml"))
PASSING = 0.95  # of the drafts that tell the truth


def _rows():
    return [row for path in SETS for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def evidences(assistant) -> dict[str, Evidence]:
    """What the drafts on each question may rest on."""
    found = {}
    for row in _rows():
        answer, conversation = assistant.reply(row["q"], today=TODAY)
        if answer.status != "answered" or not answer.citations:
            continue
        extra = find_passages(answer, conversation.known, assistant.sources)
        found[row["q"]] = gather_evidence(answer, extra, conversation.known, assistant.index.corpus, TODAY)
    return found


def _marked(draft: str, row: dict, evidence: Evidence) -> str | None:
    """A draft with numbers for its letters; `None` when it cites a section that was not found."""
    marks = {}
    for letter, key in row["keys"].items():
        numbers = [mark for mark, proof in evidence.proofs.items() if proof.citation.key == key]
        if numbers:
            marks[letter] = numbers[0]
    if any(letter in row["keys"] and letter not in marks for letter in re.findall(r"\[([a-z])\]", draft)):
        return None
    return re.sub(r"\[([a-z])\]", lambda match: f"[{marks.get(match[1], 99)}]", draft)


def _drafts(kind: str, evidences: dict[str, Evidence]):
    for row in _rows():
        if row["q"] in evidences:
            for draft in row[kind]:
                if (marked := _marked(draft, row, evidences[row["q"]])) is not None:
                    yield marked, evidences[row["q"]]


def _passes(draft: str, evidence: Evidence) -> bool:
    return not find_draft_faults(read_statements(draft), evidence)


def test_drafts_that_tell_the_truth_pass(evidences):
    """Other words for what the passages say are let through."""
    drafts = list(_drafts("truths", evidences))
    refused = [draft for draft, evidence in drafts if not _passes(draft, evidence)]
    assert len(drafts) > 100
    assert len(refused) <= (1 - PASSING) * len(drafts), refused


def test_no_draft_that_lies_passes(evidences):
    """Wrong sums, other editions, clauses made up, conditions turned round: none is let through."""
    drafts = list(_drafts("lies", evidences))
    passed = [draft for draft, evidence in drafts if _passes(draft, evidence)]
    assert len(drafts) > 200
    assert [] == passed


def test_no_truth_turned_into_a_lie_passes(evidences):
    """A figure, a date, a bound or an edition changed in a true draft is seen."""
    passed = [
        changed
        for draft, evidence in _drafts("truths", evidences)
        if _passes(draft, evidence)
        for changed in mutations(draft)
        if _passes(changed, evidence)
    ]
    assert [] == passed
