"""Drafts that judge the check of a model's words are not those it learns from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SetError
from assistant.french import fold
from evals.judged import FOLDER, read_judged, read_rows
from tests.evals.test_sets_are_independent import near_copies


def _paths(half: str) -> list[Path]:
    return sorted((FOLDER / half).glob("*.yaml"))


def _questions(half: str) -> dict[str, str]:
    rows = ((path.stem, n, row) for path in _paths(half) for n, row in enumerate(read_rows(path)))
    return {f"{name}, {n}": row.q for name, n, row in rows if row.q}


def _drafts(half: str) -> set[str]:
    rows = (row for path in _paths(half) for row in read_rows(path))
    return {
        fold(draft)
        for row in rows
        for draft in (*row.truths, *(one for lie in row.lies for one in lie.values()))
    }


def test_drafts_to_learn_from_and_to_judge_share_no_question() -> None:
    """No question of the reporting half is a near copy of one learned from."""
    assert [] == near_copies(_questions("dev"), _questions("test"))


def test_drafts_to_learn_from_and_to_judge_share_no_draft() -> None:
    """Nor is any draft the same."""
    assert set() == _drafts("dev") & _drafts("test")


def test_a_draft_comes_with_what_it_may_rest_on(assistant, tmp_path: Path) -> None:
    """On a question, or on sections when there is none; a draft that cites what is not found is left out."""
    path = tmp_path / "some.yaml"
    path.write_text(
        """
- q: Combien de jours dure RCL-RCL-05 ?
  keys: {1: "RCL-RCL-05#fiche", 2: "RCL-RCL-05#nowhere"}
  truths: ["Elle dure 2 jours [1].", "Elle dure 2 jours [2]."]
  lies: [{sum: "Elle dure 3 jours [1]."}]
- keys: {1: "CGV-15J#3.7"}
  truths: ["Le prix ne baisse pas quand un stagiaire manque."]
""",
        encoding="utf-8",
    )
    judged = list(read_judged([path], assistant))
    assert [("", 1), ("sum", 1), ("", 1)] == [(one.lie, len(one.statements)) for one in judged]
    assert all(one.statements[0].marks for one in judged)
    assert {"CGV-15J#3.7"} == {proof.citation.key for proof in judged[2].evidence.proofs.values()}


@pytest.mark.parametrize(
    "written",
    ["- truths: [", "truths: seul", '- {keys: {1: "CGV-15J#3.7"}, truth: ["Vrai."]}', "\x00"],
)
def test_drafts_that_cannot_be_read_are_named(tmp_path: Path, written: str) -> None:
    """Broken YAML, no list, a misspelt field, which is not left out in silence: the file is named."""
    path = tmp_path / "casse.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(SetError, match=r"casse\.yaml"):
        read_rows(path)
