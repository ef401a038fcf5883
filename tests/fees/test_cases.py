"""Worked cases, whose arithmetic stands beside each of them in cases.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.errors import CaseError
from tests.fees.paper import evaluate

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
SOME_OF = ("articles", "flags")


def _fields(case: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if name.endswith("_date") else value for name, value in case.items()}


@pytest.mark.parametrize("worked", CASES, ids=[one["id"] for one in CASES])
def test_a_worked_case_comes_to_what_paper_says(
    worked: dict[str, Any], calculated: Callable[..., dict[str, Any]]
) -> None:
    """The kind, sums and articles worked out by hand; each line evaluates, and together they are the sum."""
    found = calculated(**_fields(worked["case"]))
    amounts = [evaluate(line["expression"]) for line in found["lines"]]
    assert [f"{amount:.2f}" for amount in amounts] == [line["amount"] for line in found["lines"]]
    assert not amounts or f"{sum(amounts):.2f}" == found["due_max"]
    found["flags"] = [flag["id"] for flag in found["flags"]]
    expected = dict(worked["expect"])
    for name in SOME_OF:
        wanted = expected.pop(name, [])
        assert [] == [one for one in wanted if one not in found[name]], name
    assert expected == {name: found[name] for name in expected}


def test_every_case_has_its_own_name() -> None:
    """No two worked cases share a name."""
    names = [one["id"] for one in CASES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("start_date", {"start_date": "2027-03-01", "order_date": "2027-03-02"}),
        ("notice_date", {"notice_date": "2027-03-01", "order_date": "2027-03-02"}),
        ("notice_date", {"start_date": "2027-03-11", "notice_days": 10, "order_date": "2027-03-02"}),
        ("new_start_date", {"new_start_date": "2027-03-01", "order_date": "2027-03-02"}),
        ("new_start_date", {"new_start_date": "2027-03-01", "notice_date": "2027-03-02"}),
        ("notice_days", {"start_date": "2027-03-11", "notice_date": "2027-03-01", "notice_days": 9}),
        ("deposit_paid", {"price": "100", "deposit_paid": "100.01"}),
        ("deposit_paid", {"paid": "100", "deposit_paid": "100.01"}),
        ("opco_share", {"price": "100", "opco_share": "100.01"}),
    ],
)
def test_facts_that_cannot_stand_together_are_an_error(
    field: str, fields: dict[str, object], calculated: Callable[..., dict[str, Any]]
) -> None:
    """Two facts that contradict each other are an error naming one of them."""
    with pytest.raises(CaseError) as error:
        calculated(event="cancellation", **fields)
    assert field == error.value.where
