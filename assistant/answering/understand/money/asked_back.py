"""Answers to what was asked back: which day, whether a discount is deducted, whether all is cancelled."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from assistant.answering.understand.calendar_words import months, weekdays
from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.events import NO_SUM_FOR_PART
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import find_shares, find_sums
from assistant.answering.understand.sums.prices import in_basis
from assistant.answering.understand.timing.rough_days import WHICH_DAY
from assistant.datatypes import Doubt, MoneyReading, to_cents
from assistant.french import NBSP, say_money


def read_answer(text: str, known: MoneyReading, today: date) -> Findings | None:
    """What a prepared message answers to a pending question, or `None` when it is another message."""
    if found := _day(text, known, today) or _discounted(text, known):
        return found
    return ask("event", NO_SUM_FOR_PART) if gives_up_part(text, known) else None


def is_day_asked(doubt: Doubt) -> bool:
    """Whether a doubt is about which day of a stretch is meant: no other date settles it."""
    return doubt.text.startswith(WHICH_DAY)


def gives_up_part(text: str, known: MoneyReading) -> bool:
    """Whether a message answers that only some places are given up."""
    asked = any(one.text == NO_SUM_FOR_PART for one in known.doubts)
    return asked and says("head.some", text) and not says("head.whole", text)


def _day(text: str, known: MoneyReading, today: date) -> Findings | None:
    """The one day named among those of « Quel jour exactement ? », which is asked again when none is."""
    told = _day_named().fullmatch(text)
    for doubt in known.doubts if told and any((told["w"], told["d"])) else ():
        bounds = [one for one in find_dates(prepare(doubt.text), today) if one.options and one.last]
        if not is_day_asked(doubt) or len(bounds) != 1:
            continue
        first, last = bounds[0].options[0], bounds[0].last[-1]
        days = (first + timedelta(days=count) for count in range((last - first).days + 1))
        fitting = [one for one in days if told and _fits(one, told)]
        if len(fitting) == 1:
            return Findings({doubt.field: fitting[0]})
        return Findings(doubts=(doubt,)) if told and told["m"] is None else None
    return None


def _fits(day: date, told: re.Match[str]) -> bool:
    """Whether a day has the name, the number, the month and the year that are told."""
    return (
        (told["w"] is None or weekdays()[told["w"]] == day.weekday())
        and (told["d"] is None or int(told["d"]) == day.day)
        and (told["m"] is None or months()[told["m"]] == day.month)
        and (told["y"] is None or int(told["y"]) == day.year)
    )


@cache
def _day_named() -> re.Pattern[str]:
    names, month = "|".join(weekdays()), "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        r"(?:(?:non|oui|plutot|ce sera|c'est|disons|pour|on|it's|le|the)[ ,]+)*"
        rf"(?P<w>{names})?[ ,]*(?:le |the )?(?:(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)?)?"
        rf"(?: (?:of )?(?P<m>{month})\.?)?(?: (?P<y>\d{{4}}))?[ .!]*"
    )


def _discounted(text: str, known: MoneyReading) -> Findings | None:
    """The price after the discount, when a message answers whether it is deducted; else `None`."""
    asked = [one.text for one in known.doubts if one.field == "price"]
    price = known.case.price
    if len(asked) != 1 or "remise" not in asked[0] or price is None or find_sums(text):
        return None
    if not says("paying.not_deducted", text):
        return Findings({"price": price}) if says("paying.deducted", text) else None
    shares, sums = find_shares(prepare(asked[0])), find_sums(prepare(asked[0]))
    if len(shares) + len(sums) != 1:
        return None
    off = (
        to_cents(price * shares[0].percent / 100)
        if shares
        else in_basis(sums[0], known.case.basis, known.case.vat_rate)
    )
    said = f"Prix remise déduite{NBSP}: {say_money(price)} − {say_money(off)} = {say_money(price - off)}."
    return Findings({"price": price - off}, notes=(said,)) if off < price else None
