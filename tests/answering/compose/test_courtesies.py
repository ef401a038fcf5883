"""Greetings, thanks and farewells."""

import pytest

from assistant.answering.compose.courtesies import examples
from tests.conftest import reply


@pytest.mark.parametrize(
    ("message", "opening"), [("Bonjour", "Bonjour"), ("Merci !", "Avec plaisir"), ("Au revoir", "Au revoir")]
)
def test_a_courtesy_is_returned(assistant, message, opening):
    """Each kind has its own reply."""
    assert reply(assistant, message).text.startswith(opening)


def test_examples_name_a_course_that_may_be_seen(assistant):
    """The first one asks for the programme of a course."""
    first = examples(assistant.sources)[0]
    assert any(f"« {one.title} »" in first for one in assistant.sources.courses)
