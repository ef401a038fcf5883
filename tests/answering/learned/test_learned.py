"""What is learned from questions, kept beside the index."""

import json
from pathlib import Path

import pytest

from assistant.answering.learned.learned import open_learned
from assistant.errors import CorpusError
from assistant.indexing.questions import read_unknowns


@pytest.fixture
def questions(tmp_path: Path, assistant) -> Path:
    """A small folder of questions of three kinds."""
    folder = tmp_path / "questions"
    folder.mkdir()
    line = {"q": "Combien de jours dure le stage ?", "keys": ["RCL-RCL-05#fiche"]}
    (folder / "ours.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (folder / "unknowns.tsv").write_text("prix\tCombien coûte le stage ?\n", encoding="utf-8")
    (folder / "elsewhere.txt").write_text("Quel temps fera-t-il demain ?\n", encoding="utf-8")
    return folder


def test_what_was_learned_is_read_back_as_it_was(questions, tmp_path, assistant):
    """A second opening reads what the first one kept."""
    catalogue = assistant.sources.catalogue
    first = open_learned(questions, assistant.index, catalogue, kept_in=tmp_path)
    assert len(list(tmp_path.glob("learned-*.json"))) == 1
    again = open_learned(questions, assistant.index, catalogue, kept_in=tmp_path)
    assert (again.sides, again.vocabulary.words) == (first.sides, first.vocabulary.words)
    assert again.unknowns.ids == first.unknowns.ids == ("prix",)


def test_other_questions_are_learned_anew(questions, tmp_path, assistant):
    """What was kept belongs to the questions it was learned from."""
    catalogue = assistant.sources.catalogue
    open_learned(questions, assistant.index, catalogue, kept_in=tmp_path)
    (questions / "unknowns.tsv").write_text("lieu\tOù est le stage ?\n", encoding="utf-8")
    assert open_learned(questions, assistant.index, catalogue, kept_in=tmp_path).unknowns.ids == ("lieu",)


def test_a_spoilt_file_is_learned_anew(questions, tmp_path, assistant):
    """A file cut short is no obstacle."""
    catalogue = assistant.sources.catalogue
    open_learned(questions, assistant.index, catalogue, kept_in=tmp_path)
    next(tmp_path.glob("learned-*.json")).write_text("{", encoding="utf-8")
    assert open_learned(questions, assistant.index, catalogue, kept_in=tmp_path).unknowns.ids == ("prix",)


def test_nothing_is_kept_where_nothing_can_be(questions, tmp_path, assistant):
    """A folder that is not there does not stop the learning."""
    learned = open_learned(questions, assistant.index, assistant.sources.catalogue, kept_in=tmp_path / "none")
    assert learned.unknowns.ids == ("prix",)


def test_a_line_without_a_tab_is_named(tmp_path):
    """The message says which line is wrong."""
    (tmp_path / "unknowns.tsv").write_text("prix\tCombien ?\nprix Combien ?\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="ligne 2"):
        read_unknowns(tmp_path)
