"""The shipped rules and rates, and a way to calculate from fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from assistant.fees import Rates, Rules, calculate, calculation_as_json, parse_case, read_rates, read_rules
from assistant.settings import PROJECT

VAT = Decimal(20)


@pytest.fixture(scope="session")
def rules() -> Mapping[str, Rules]:
    """The rules shipped, one an edition."""
    return read_rules(PROJECT / "corpus" / "rules")


@pytest.fixture(scope="session")
def rates() -> Rates:
    """The reference rates shipped."""
    return read_rates(PROJECT / "corpus" / "rates")


@pytest.fixture(scope="session")
def calculated(rules: Mapping[str, Rules], rates: Rates) -> Callable[..., dict[str, Any]]:
    """The calculation of a case given by its fields, as JSON, with VAT at 20 %."""

    def from_fields(**fields: object) -> dict[str, Any]:
        return calculation_as_json(calculate(parse_case(fields), rules=rules, rates=rates, vat_rate=VAT))

    return from_fields
