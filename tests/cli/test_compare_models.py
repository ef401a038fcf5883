"""A chat model opened to be compared."""

from __future__ import annotations

import pytest

from assistant.cli.compare_models import with_model
from assistant.conversation import Assistant
from assistant.errors import ModelError


@pytest.mark.parametrize("name", ["", "nobody:nothing"])
def test_a_model_that_does_not_answer_is_refused_at_once(name: str, assistant: Assistant) -> None:
    """Not after each question of a set."""
    with pytest.raises(ModelError, match="--model"):
        with_model(assistant, name)
