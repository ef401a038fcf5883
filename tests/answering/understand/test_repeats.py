"""Messages that the answer before answers as it stands."""

import pytest

from assistant.answering.understand.repeats import asks_again


@pytest.mark.parametrize(
    "message",
    [
        "Vous êtes sûr ?",
        "Quel article ?",
        "c'est dans quelle clause ?",
        "et selon quel article des CGV exactement ?",
        "quel est l'article ?",
        "which clause?",
        "what article is that?",
        "C'est écrit où ?",
    ],
)
def test_the_answer_before_is_asked_for_again(message):
    """Whether it is sure, or where it is written."""
    assert asks_again(message)


@pytest.mark.parametrize(
    "message",
    ["Quel article parle du report ?", "que dit l'article 3.6 ?", "quelle est la durée ?", "et si je paie ?"],
)
def test_another_question_is_none(message):
    """One that says more is a question of its own."""
    assert not asks_again(message)
