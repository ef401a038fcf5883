"""Confirmed candidates are added to a question set, or to the questions to learn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import AssistantError, SetError
from evals import read_sets
from evals.rated import add_question, add_rows

ROW = """- id: un
  q: "Combien : 10 % ?"
"""
OTHER = """- id: deux
  turns: ["Un", "Deux"]
"""
QUESTION = '{"q": "Combien ?", "keys": ["CGV-30J#3.5"]}'


def test_confirmed_rows_are_added_to_those_there(tmp_path: Path) -> None:
    """Rows go after the ones already kept, in a file made when there is none."""
    path = tmp_path / "new" / "rated.yaml"

    assert 1 == add_rows(ROW, path)
    assert 1 == add_rows(OTHER, path)

    assert ["un", "deux"] == [one.id for one in read_sets([path])]


@pytest.mark.parametrize("rows", ["- id: [", "- {id: a}", "rien", ROW])
def test_rows_that_do_not_hold_change_nothing(rows: str, tmp_path: Path) -> None:
    """What is not a row, or the same row again, is refused and the file stays as it was."""
    path = tmp_path / "rated.yaml"
    add_rows(ROW, path)
    before = path.read_text(encoding="utf-8")

    with pytest.raises(SetError, match=r"rated\.yaml"):
        add_rows(rows, path)

    assert before == path.read_text(encoding="utf-8")


def test_a_question_to_learn_from_is_one_line(tmp_path: Path) -> None:
    """A confirmed question is a line of the file, even when it was given on several."""
    path = tmp_path / "rated.jsonl"

    add_question(QUESTION, path)
    add_question(QUESTION.replace(", ", ",\n "), path)

    assert [QUESTION, QUESTION] == path.read_text(encoding="utf-8").splitlines()


def test_what_is_not_a_question_is_refused(tmp_path: Path) -> None:
    """A line without a question or without a section is not added."""
    path = tmp_path / "rated.jsonl"

    for line in ("", '{"q": ""}', '{"q": "Combien ?", "keys": []}', "rien"):
        with pytest.raises(AssistantError):
            add_question(line, path)

    assert not path.exists()
