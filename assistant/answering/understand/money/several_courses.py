"""Courses named together, each with a sum of its own: they are computed one after the other."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.understand.events import SESSION_EVENTS
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.names.courses import Catalogue
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import TYPED_SUM, find_sums
from assistant.datatypes import MoneyReading
from assistant.french import fold_letters

_SUM = re.compile(
    rf"{TYPED_SUM}(?:\s?(?:HT|TTC))?|(?<![\d,.-])\d[\d\s\u00a0\u202f.,]*(?:HT|TTC)\b", re.IGNORECASE
)
_AND = re.compile(r"\b(?:et|ou|puis|plus|ainsi que|and|or)\b|[+;]", re.IGNORECASE)


def name_joined(message: str, courses: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """The courses of a message, one called by its usual name beside a reference too, where sums are told.

    « la relance téléphonique (1 000 HT) et RCL-RCL-14 (1 000 HT) » are two.
    """
    if len(courses) != 1 or len(_SUM.findall(message)) < 2:
        return courses
    named = [catalogue.courses_named(one) for one in _AND.split(message)]
    found = tuple(dict.fromkeys(one for each in named if len(each) == 1 for one in each))
    return found if courses[0] in found else courses


def by_reference(message: str, courses: tuple[str, ...], catalogue: Catalogue) -> str:
    """A message with the reference of a course for its title, whose words tell nothing of the case.

    « La Relation Client par écrit le 1er décembre » is no day of a letter.
    """
    for course in courses:
        title = catalogue.titles.get(course, "")
        if course[-1:].isdigit() and title:
            names = "|".join(re.escape(fold_letters(one)) for one in (title, title.split(" - ")[0]))
            for said in reversed(list(re.finditer(names, fold_letters(message)))):
                message = f"{message[: said.start()]}{course}{message[said.end() :]}"
    return message


def prices_apart(message: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The courses of a message, each with the price told beside it; nothing unless each has its own."""
    sums, named = _SUM.findall(message), [catalogue.courses_named(one) for one in _SUM.split(message)]
    told, over = (named[:-1], named[-1]) if named[0] else (named[1:], ())
    courses = [one for each in told for one in each]
    if over or len(told) < 2 or any(len(one) != 1 for one in told) or len(set(courses)) < len(told):
        return ()
    return tuple(zip(courses, sums, strict=True))


def ask_apart(message: str, courses: tuple[str, ...], money: MoneyReading | None) -> bool:
    """Whether a message asks for the sums of several courses at once."""
    if len(courses) < 2 or money is None or money.case.event not in SESSION_EVENTS:
        return False
    text = prepare(message)
    return len(find_sums(text)) >= len(courses) or says("asking.together", text)


def without_price(message: str, money: MoneyReading) -> MoneyReading:
    """The reading without the doubt which price is meant; the price is kept where it is that of each."""
    prices = {one.value for one in find_sums(prepare(message))}
    price = prices.pop() if len(prices) == 1 else None
    doubts = tuple(one for one in money.doubts if one.field != "price")
    return replace(money, case=replace(money.case, price=price), doubts=doubts)
