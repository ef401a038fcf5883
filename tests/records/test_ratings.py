"""Rated answers become rows of a question set and questions to learn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.datatypes import Answer
from assistant.records import RatingRow, candidate_question, candidate_rows, right_keys
from evals import Example, read_sets

ASKED = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def liked(answer: Answer) -> RatingRow:
    """An answer found right."""
    return RatingRow("abcdefghijklmnop", ("Combien : 10 % ?",), answer, True, "", "", ASKED, "g1")


@pytest.fixture
def disliked(liked: RatingRow) -> RatingRow:
    """The same, found wrong, with the right passage."""
    return replace(liked, turn="zyxwvutsrqponmlk", up=False, reason="Faux", right_passage="CGV-30J#3.5")


def _read(rows: str, folder: Path) -> tuple[Example, ...]:
    path = folder / "avis.yaml"
    path.write_text(rows, encoding="utf-8")
    return read_sets([path])


def test_an_answer_found_right_is_what_to_expect(liked: RatingRow, tmp_path: Path) -> None:
    """Its question, sum, sources and day make a row that a question set accepts."""
    (row,) = _read(candidate_rows([liked]), tmp_path)

    assert ("Combien : 10 % ?",) == row.turns
    assert ("answered", Decimal("600.00"), None) == (row.status, row.amount, row.amount_max)
    assert ("CGV-30J#3.6",) == row.cite
    assert date(2026, 11, 20) == row.today


def test_two_sums_give_the_highest(liked: RatingRow, tmp_path: Path) -> None:
    """A range is expected by its upper end."""
    both = replace(liked.answer, headline=(Decimal("0.00"), Decimal("600.00")))

    (row,) = _read(candidate_rows([replace(liked, answer=both)]), tmp_path)

    assert (None, Decimal("600.00")) == (row.amount, row.amount_max)


def test_a_refusal_found_right_keeps_its_status(liked: RatingRow, tmp_path: Path) -> None:
    """An answer that gives nothing is expected to give nothing again."""
    refusal = Answer("not_found", "Les documents ne le disent pas.")

    (row,) = _read(candidate_rows([replace(liked, answer=refusal)]), tmp_path)

    assert ("not_found", ()) == (row.status, row.cite)


def test_an_answer_found_wrong_expects_the_passage_named(disliked: RatingRow, tmp_path: Path) -> None:
    """Nothing of a wrong answer is kept: only the passage that the person named."""
    (row,) = _read(candidate_rows([disliked]), tmp_path)

    assert (("CGV-30J#3.5",), None) == (row.cite, row.amount)


def test_without_the_right_passage_a_wrong_answer_gives_nothing(disliked: RatingRow) -> None:
    """A complaint alone makes neither a test nor a question to learn."""
    alone = replace(disliked, right_passage="")

    assert "" == candidate_rows([alone])
    assert "" == candidate_question(alone)
    assert () == right_keys(alone)


def test_a_conversation_makes_a_row_of_several_messages(liked: RatingRow, tmp_path: Path) -> None:
    """The messages before the rated one are part of the test."""
    (row,) = _read(candidate_rows([replace(liked, turns=("Un", "Deux"))]), tmp_path)

    assert ("Un", "Deux") == row.turns
