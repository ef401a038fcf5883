"""The question about a date that can be read in several ways."""

from __future__ import annotations

from assistant.answering.understand.dates.mentions import unclear_date


def test_an_unclear_date_is_quoted_in_the_question() -> None:
    """The person sees the words that were not understood."""
    asked = unclear_date("vendredi")
    assert "« vendredi »" in asked
    assert asked.endswith("?")
