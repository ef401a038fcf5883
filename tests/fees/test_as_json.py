"""The JSON contract, and the door of the package."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from assistant.datatypes import Calculation
from assistant.fees import calculation_as_json

KEYS = """kind edition event due_min due_max basis due_other_basis balance refund lines articles
next_threshold flags missing explanation""".split()


def test_a_calculation_has_every_key_and_is_json(calculated: Callable[..., dict[str, Any]]) -> None:
    """The keys of the contract, in its order; sums are strings with two decimals."""
    found = calculated(
        event="cancellation", edition="CGV-30J", price="2400", basis="TTC",
        start_date="2027-03-31", notice_date="2027-02-14",
    )  # fmt: skip
    assert KEYS == list(found)
    assert found == json.loads(json.dumps(found))
    assert ["label", "expression", "amount", "article"] == list(found["lines"][0])
    assert ["id", "text"] == list(found["flags"][0])
    assert {"date": "2027-03-02", "due_max": "2400.00"} == found["next_threshold"]


def test_a_calculation_without_sums_has_nulls() -> None:
    """What is not known is null."""
    found = calculation_as_json(Calculation("refuse", None, "deposit"))
    assert [None] * 6 == [
        found[name] for name in ("due_min", "due_max", "balance", "refund", "basis", "next_threshold")
    ]
