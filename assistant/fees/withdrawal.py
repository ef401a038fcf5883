"""A private individual's right to withdraw, which comes before any fee.

CGV-30J 2.1: any order, 14 days from the signature. CGV-15J 2.1: an order made
online. A last day that is not a working day moves to the next one (Code de la
consommation, L221-19).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays

from assistant.datatypes import Case
from assistant.fees.case import notice_day
from assistant.fees.clause import Clause
from assistant.fees.clauses import Clauses


def is_individual(case: Case) -> bool:
    """Whether the client is a private individual; one who withdraws is, unless said otherwise."""
    return case.client == "individual" or (case.client is None and case.event == "withdrawal")


def signed_on(case: Case) -> date | None:
    """The day from which the withdrawal period runs: the signature, else the order."""
    return case.signature_date or case.order_date


def last_day_to_withdraw(signed: date, delay: int) -> date:
    """The last day of the period, moved to the next working day.

    >>> last_day_to_withdraw(date(2027, 3, 6), 14)  # a Saturday
    datetime.date(2027, 3, 22)
    """
    day = signed + timedelta(days=delay)
    while not _calendar(day.year).is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def _calendar(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("FR", years=year)


def withdrawal_ends(case: Case, clauses: Clauses) -> date | None:
    """The last day to withdraw, when there is a right to and its start is known."""
    signed, right = signed_on(case), clauses.withdrawal
    if right is None or signed is None or not is_individual(case):
        return None
    if right.orders.value == "online" and case.online is not True:
        return None
    return last_day_to_withdraw(signed, right.delay.value)


def is_withdrawing(case: Case, clauses: Clauses) -> bool | None:
    """Whether the notice comes inside the period; `None`: a fact that decides is missing."""
    right, signed, notice = clauses.withdrawal, signed_on(case), notice_day(case)
    if right is None or not is_individual(case):
        return False
    if right.orders.value == "online" and case.online is False:
        return False
    if signed is None or notice is None:
        return None
    if notice > last_day_to_withdraw(signed, right.delay.value):
        return False
    return None if right.orders.value == "online" and case.online is None else True


def order_without_right(case: Case, clauses: Clauses) -> Clause | None:
    """The clause that leaves out a private individual's order, not made online. CGV-15J 2.1."""
    right = clauses.withdrawal
    left_out = right is not None and right.orders.value == "online" and case.online is False
    return right.orders if right is not None and left_out and is_individual(case) else None


def missing_to_withdraw(case: Case, clauses: Clauses) -> tuple[str, ...]:
    """The fields that would say whether the notice comes inside the period."""
    right, missing = clauses.withdrawal, []
    if right is not None and right.orders.value == "online" and case.online is None:
        missing.append("online")
    if signed_on(case) is None:
        missing.append("signature_date")
    if notice_day(case) is None:
        missing.append("notice_date")
    return tuple(missing)
