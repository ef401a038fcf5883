"""A chat model opened to be compared."""

from __future__ import annotations

import pytest

from assistant.cli.compare_models import with_model, without_model
from assistant.conversation import Assistant
from assistant.errors import ModelError


@pytest.mark.parametrize("name", ["", "nobody:nothing"])
def test_a_model_that_does_not_answer_is_refused_at_once(name: str, assistant: Assistant) -> None:
    """Not after each question of a set."""
    with pytest.raises(ModelError, match="--model"):
        with_model(assistant, name)


def test_without_a_model_the_assistant_is_the_same(assistant: Assistant) -> None:
    """Only the wording goes; the one given is left as it is."""
    other = without_model(assistant)
    assert (None, assistant.index) == (other.writer, other.index)
