"""A figure that says not what it changes, in a conversation about a sum."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering.understand.unread import ask_what_changes, settle_change
from assistant.datatypes import Case, MoneyReading

KNOWN = MoneyReading(Case("cancellation", price=Decimal(2000), notice_days=20))


@pytest.mark.parametrize("message", ["et avec 12 ?", "non, avec 7", "plutôt avec deux", "et sinon 14 ?"])
def test_what_a_bare_figure_changes_is_asked(message: str) -> None:
    """The facts stay as they were, until the next message tells."""
    asked = ask_what_changes(message, KNOWN)
    assert asked is not None
    assert (KNOWN.case, ["change"]) == (asked.case, [one.field for one in asked.doubts])
    assert KNOWN == settle_change(asked)


@pytest.mark.parametrize(
    "message",
    [
        "et l'article 3.5 ?",
        "et les 30 % ?",
        "et si ceans annule 2 sessions ?",
        "et les horaires du jour 2 ?",
        "merci",
        "et si nous devions un jour ouvrir 2 autres centres de formation ?",
    ],
)
def test_any_other_message_is_left_to_the_texts(message: str) -> None:
    """A percentage, an article, an event or a point of the sheet is no figure of the case."""
    assert ask_what_changes(message, KNOWN) is None


def test_nothing_is_asked_where_no_sum_was_spoken_of() -> None:
    """A first message changes nothing."""
    assert ask_what_changes("et avec 12 ?", None) is None
