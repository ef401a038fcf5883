"""What comes back from the records cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from assistant.datatypes import Answer
from assistant.records import RatingRow, Records

from .conftest import save


def test_a_rating_names_nobody(records: Records, answer: Answer) -> None:
    """Nothing of a row waiting for someone says who gave it."""
    _, turn = save(records, "anna-martin", "Combien ?", answer)
    records.rate("anna-martin", turn, up=True)
    (row,) = records.ratings_waiting()
    assert isinstance(row, RatingRow)
    assert "anna-martin" not in repr(row)


def test_a_row_is_frozen(records: Records, answer: Answer) -> None:
    """A row is a copy: another is made, this one stays."""
    conversation, _ = save(records, "anna", "Combien ?", answer)
    (row,) = records.turns("anna", conversation)
    with pytest.raises(FrozenInstanceError):
        row.question = "Autre ?"  # type: ignore[misc]  # what is tested
    assert "Combien ?" == replace(row, up=True).question
