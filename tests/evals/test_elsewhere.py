"""Questions asked elsewhere, which refusals learn from, are not those that judge refusals."""

from __future__ import annotations

import pytest

from assistant.french import fold
from assistant.indexing.questions import read_elsewhere
from assistant.settings import PROJECT
from evals import DEV, TEST
from tests.evals.test_sets_are_independent import asked_in, near_copies

ELSEWHERE = read_elsewhere(PROJECT / "corpus" / "questions")


@pytest.mark.parametrize("folder", [DEV, TEST], ids=lambda folder: folder.name)
def test_no_question_of_the_sets_is_learned_as_asked_elsewhere(folder: object) -> None:
    """No question of the sets is a near copy of one asked elsewhere."""
    learned = {str(number): text for number, text in enumerate(ELSEWHERE, start=1)}
    assert [] == near_copies(learned, asked_in(folder))  # type: ignore[arg-type]  # DEV or TEST


def test_each_is_kept_once() -> None:
    """A question asked elsewhere stands once in the file."""
    assert len(ELSEWHERE) == len({fold(text) for text in ELSEWHERE})
