"""The keyword index scores headings, words, pieces of words, and attached questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from assistant.datatypes import Chunk
from assistant.indexing.lexical import Lexical, build_lexical, load_lexical
from assistant.indexing.questions import Question

MakeChunk = Callable[..., Chunk]


@pytest.fixture
def chunks(make_chunk: MakeChunk) -> list[Chunk]:
    """Three sections of one document."""
    return [
        make_chunk("R#prets", "Un livre se garde trois semaines.", heading_path=("Durée des prêts",)),
        make_chunk("R#retards", "Dix centimes par jour et par document.", heading_path=("Retards",)),
        make_chunk("R#pertes", "Le livre perdu est remplacé.", heading_path=("Pertes",)),
    ]


def best(lexical: Lexical, question: str) -> Mapping[str, int]:
    """The place of the best chunk, by field."""
    return {name: int(np.nanargmax(part)) for name, part in lexical.scores(question).items()}


def test_each_field_finds_what_it_holds(chunks: list[Chunk]) -> None:
    """Words are found in the body, headings in the heading, misspellings by their pieces."""
    lexical = build_lexical(chunks, [])
    assert 2 == best(lexical, "remplacer un livre")["words"]
    assert 1 == best(lexical, "en retard")["heading"]
    assert 1 == best(lexical, "santimes")["grams"]


def test_attached_questions_are_searched(chunks: list[Chunk]) -> None:
    """A word that only a question uses leads to its section."""
    questions = [
        Question("quelle amende ?", ("R#retards",)),
        Question("emprunter un roman", ("R#prets",)),
        Question("?", ("X#1",)),
    ]
    asked = build_lexical(chunks, questions).scores("une amende")["asked"]
    assert asked[1] > asked[0]
    assert [False, False, True] == np.isnan(asked).tolist()


def test_everyday_words_stand_for_one_another(chunks: list[Chunk]) -> None:
    """A word that the text does not use leads to the one that it does, for less than that one."""
    lexical = build_lexical(chunks, [])
    said, meant = (lexical.scores(question)["words"] for question in ("garder", "conserver"))
    assert said[0] > meant[0] > 0
    assert [0.0, 0.0] == meant[1:].tolist()


def test_scores_are_those_of_bm25(make_chunk: MakeChunk) -> None:
    """One document of two has the word, once in one word: idf ln(1 + 1.5/1.5), frequency 1 / (1 + 1.5)."""
    lexical = build_lexical(
        [
            make_chunk("A#1", "", title="pomme", heading_path=()),
            make_chunk("B#1", "", title="poire", heading_path=()),
        ],
        [],
    )
    expected = [np.log(1 + 1.5 / 1.5) * 1 / (1 + 1.5), 0]
    assert expected == pytest.approx(lexical.scores("pomme")["words"].tolist())


@pytest.mark.parametrize("question", ["", "???", "zzzz"])
def test_nothing_known_scores_nothing(chunks: list[Chunk], question: str) -> None:
    """A question without a known word scores zero everywhere."""
    assert not build_lexical(chunks, []).scores(question)["words"].any()


def test_a_saved_index_scores_alike(chunks: list[Chunk], tmp_path: Path) -> None:
    """What is loaded is what was saved."""
    built = build_lexical(chunks, [Question("quelle amende ?", ("R#retards",))])
    built.save(tmp_path)
    loaded = load_lexical(tmp_path, size=len(chunks))
    for question in ("livre perdu", "amende"):
        expected = built.scores(question)
        assert list(expected) == list(loaded.scores(question))
        for name, part in loaded.scores(question).items():
            np.testing.assert_array_equal(expected[name], part)


def test_a_field_that_no_chunk_has_is_left_out(make_chunk: MakeChunk) -> None:
    """Without any word, no field."""
    chunk = make_chunk("A#1", "…", title="", heading_path=())
    assert {} == build_lexical([chunk], []).scores("livre")
    assert {} == build_lexical([], []).scores("livre")
