"""Questions are read with the sections that answer them, and each shipped one points at a section."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.quotes.select import sentences_of
from assistant.errors import CorpusError
from assistant.indexing.questions import SENTENCES, Answering, Question, read_answering, read_questions
from assistant.reading import read_corpus
from assistant.settings import Settings


def test_questions_of_every_file_in_order(tmp_path: Path) -> None:
    """Files are read by name, lines in order; blank lines are passed over."""
    (tmp_path / "b.jsonl").write_text('{"q": "deux", "keys": ["D#1", "D#2"]}\n', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('\n{"q": "un", "keys": ["D#1"]}\n\n', encoding="utf-8")
    assert (Question("un", ("D#1",)), Question("deux", ("D#1", "D#2"))) == read_questions(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "pas du JSON",
        "[]",
        "3",
        "null",
        '{"q": "seule"}',
        '{"q": "", "keys": ["D#1"]}',
        '{"q": "x", "keys": []}',
        '{"q": "x", "keys": [1]}',
        '{"q": 1, "keys": ["D#1"]}',
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    """A line that is not a question stops the reading, with its file and number."""
    (tmp_path / "a.jsonl").write_text('{"q": "un", "keys": ["D#1"]}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(CorpusError) as raised:
        read_questions(tmp_path)
    assert f"{tmp_path / 'a.jsonl'}, ligne 2" == raised.value.where


def test_shipped_questions_point_at_sections() -> None:
    """Each section of our corpus has questions, and each question a section that exists."""
    settings = Settings()
    corpus = read_corpus(settings.corpus, rules=settings.rules)
    sections = {section.key for document in corpus.documents for section in document.sections}
    asked = {key for question in read_questions(settings.questions) for key in question.keys}
    assert sections == asked


def test_no_question_is_written_twice() -> None:
    """A question stands once, with all its sections."""
    texts = [question.text for question in read_questions(Settings().questions)]
    assert len(set(texts)) == len(texts)


def test_sentences_that_answer_are_read_by_section(tmp_path: Path) -> None:
    """A section that stands twice has them twice; without a file there are none."""
    path = tmp_path / SENTENCES
    assert {} == read_answering(path)
    path.write_text("- {keys: [A#1, B#1], sentences: [{says: Oui., answers: [vraiment]}]}", encoding="utf-8")
    told = (Answering("Oui.", ("vraiment",)),)
    assert {"A#1": told, "B#1": told} == read_answering(path)


@pytest.mark.parametrize(
    "written", ["- keys: [", "says: Oui.", "- {keys: [A#1], sentences: [{answers: [x]}]}", "\x00"]
)
def test_sentences_that_cannot_be_read_are_named(tmp_path: Path, written: str) -> None:
    """Broken YAML, no list, a sentence left out: the file is named."""
    path = tmp_path / SENTENCES
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"sentences\.yaml"):
        read_answering(path)


def test_shipped_sentences_are_those_of_their_sections() -> None:
    """Each stands in its sections, and answers or completes questions of the corpus."""
    settings = Settings()
    corpus = read_corpus(settings.corpus, rules=settings.rules)
    asked = {one.text for one in read_questions(settings.questions)}
    told = read_answering(settings.questions / SENTENCES)
    for key, sentences in told.items():
        section = corpus.section(key)
        assert section is not None
        assert set() == {one.says for one in sentences} - {one.words for one in sentences_of(section)}
        assert {text for one in sentences for text in (*one.answers, *one.completes)} <= asked
    assert told


def test_a_broken_line_of_sentences_is_told(tmp_path: Path) -> None:
    """The file is long: where it stops being read is said."""
    path = tmp_path / SENTENCES
    path.write_text("- keys: [A#1]\n  sentences: []\n- keys: [A#2\n", encoding="utf-8")
    with pytest.raises(CorpusError) as raised:
        read_answering(path)
    assert raised.value.where == f"{path}, ligne 4"


def test_questions_in_another_encoding_are_told(tmp_path: Path) -> None:
    """A list saved in Latin-1 stops with its name, never with a fault of the program."""
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"q": "à qui ?", "keys": ["D#1"]}'.encode("latin-1"))
    with pytest.raises(CorpusError, match="UTF-8") as raised:
        read_questions(tmp_path)
    assert str(path) == raised.value.where
