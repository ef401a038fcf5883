"""What a message says about a sum."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.datatypes import MoneyReading


def understand_money(message: str, *, known: MoneyReading | None, today: date) -> MoneyReading | None:
    """What a message says about a sum, or `None`."""
    return None


def describe_case(reading: MoneyReading) -> Mapping[str, str]:
    """What was understood, in French."""
    return {}
