"""Flags: doubts and rules of law shown beside a sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.fees import Rules


def test_every_flag_is_said_once_and_briefly(rules: Mapping[str, Rules]) -> None:
    """Ids are unique, texts are sentences that fit beside a sum."""
    flags = rules["CGV-30J"].flags
    assert len(flags) == len({one.id for one in flags})
    assert [] == [one.id for one in flags if len(one.text) > 200 or one.text[-1] not in ".)"]


def test_each_flag_is_shown_once_when_two_editions_are_compared(
    calculated: Callable[..., dict[str, Any]],
) -> None:
    """Flags of both editions, none twice."""
    found = calculated(event="cancellation", price="2400", basis="TTC", notice_days=15, client="company")
    ids = [flag["id"] for flag in found["flags"]]
    assert len(ids) == len(set(ids))
    assert {"A2", "A3", "S8"} <= set(ids)


def test_an_opco_funded_cancellation_is_billed_to_the_client(
    calculated: Callable[..., dict[str, Any]],
) -> None:
    """The OPCO's part changes no fee, and the flag says who is billed."""
    fields = {"event": "cancellation", "edition": "CGV-30J", "price": "1000", "notice_days": 10}
    with_opco, without = calculated(**fields, opco_share="600"), calculated(**fields)
    assert with_opco["due_max"] == without["due_max"]
    assert "S14" in [flag["id"] for flag in with_opco["flags"]]
    assert "S14" not in [flag["id"] for flag in without["flags"]]
