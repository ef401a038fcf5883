"""Which facts are asked for."""

from __future__ import annotations

from typing import get_args

import pytest

from assistant.answering.understand.money.describe import FIELDS
from assistant.datatypes import Case, Event
from assistant.ui.fact_fields import EVENTS
from assistant.ui.simulator_fields import fields_of


@pytest.mark.parametrize("event", get_args(Event))
def test_every_event_asks_for_facts_that_exist(event: Event) -> None:
    """Each event has a name in French and asks for known facts, once each."""
    asked = fields_of(Case(event))
    assert event in EVENTS
    assert set(asked) <= set(FIELDS)
    assert len(set(asked)) == len(asked)


def test_a_private_individual_is_asked_for_the_signature() -> None:
    """The right to withdraw depends on the date of signature."""
    assert "signature_date" not in fields_of(Case("cancellation", client="company"))
    assert "signature_date" in fields_of(Case("cancellation", client="individual"))


def test_what_the_answer_waits_for_is_asked() -> None:
    """A fact that still decides gets its field, what is no fact does not."""
    asked = fields_of(Case("deposit"), ("order_date", "edition"))
    assert ("price", "order_date") == asked
