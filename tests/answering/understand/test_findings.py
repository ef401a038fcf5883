"""Findings, put together."""

from __future__ import annotations

from assistant.answering.understand.findings import Findings
from assistant.datatypes import Doubt


def test_later_facts_replace_earlier_ones_and_doubts_are_kept_once() -> None:
    """Both sides' facts, the right one's where they meet; doubts and notes once."""
    doubt = Doubt("price", "?")
    left = Findings({"price": 1, "paid": 2}, (doubt,), ("a",))
    both = left + Findings({"price": 3}, (doubt,), ("a", "b"))
    assert Findings({"price": 3, "paid": 2}, (doubt,), ("a", "b")) == both
