"""Courses named together, each with a sum of its own: they are computed one after the other."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.understand.amounts import find_sums
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.wants import SESSION_EVENTS
from assistant.datatypes import MoneyReading


def ask_apart(message: str, courses: tuple[str, ...], money: MoneyReading | None) -> bool:
    """Whether a message asks for the sums of several courses at once."""
    if len(courses) < 2 or money is None or money.case.event not in SESSION_EVENTS:
        return False
    text = prepare(message)
    return len(find_sums(text)) >= len(courses) or lexicon().says("asking.together", text)


def without_price(message: str, money: MoneyReading) -> MoneyReading:
    """The reading without the doubt which price is meant; the price is kept where it is that of each."""
    prices = {one.value for one in find_sums(prepare(message))}
    price = prices.pop() if len(prices) == 1 else None
    doubts = tuple(one for one in money.doubts if one.field != "price")
    return replace(money, case=replace(money.case, price=price), doubts=doubts)
