"""Which year or month is meant by dates that do not say it, each by what it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.answering.understand.dates.dates import Mention
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.timing.rough_days import FIELDS
from assistant.datatypes import Case

_MONTH = 62  # days at most between two days of that number: the 31st of July, and of May
_FAR = 300  # days beyond which another year is more likely meant
_NEVER = 100_000  # days: longer than any between two days told
_SOON_AFTER = -31  # a notice may come so many days after the start


def settle_dates(roles: Mapping[str, Mention], text: str, known: Case | None, today: date) -> dict[str, date]:
    """The day of each mention that has one, by role.

    A start is the next one, a notice the last before the start, an order or a
    signature the last before the notice, a due date the last that passed.
    """
    days = {role: one.options[0] for role, one in roles.items() if len(one.options) == 1}
    days |= _days_moved(roles, known, today if says("asking.supposing", text) else None)
    left = {role: one.options for role, one in roles.items() if len(one.options) > 1 and role not in days}
    known_start = known.start_date if known else None
    _settle_start_and_notice(days, left, text, known, today)
    start = days.get("start") or known_start
    before = days.get("notice") or (start if start and start > today else today)
    supposed = says("asking.supposing", text)  # « et si je vous écris le 25 ? » is still to come
    for role in ("order", "signature", "sent", "mail"):
        if role in left and role in ("sent", "mail") and supposed:
            days[role] = _first_from(left[role], today)
        elif role in left:
            days[role] = _last_until(left[role], before)
    if "new_start" in left:
        days["new_start"] = _first_from(left["new_start"], start or today)
    _settle_payment(days, left, text, known, today)
    return days


def _days_moved(roles: Mapping[str, Mention], known: Case | None, since: date | None) -> dict[str, date]:
    """The days told without their month, « finalement le 15 », of dates that are known: the nearest ones.

    What is supposed instead of a day to come comes `since` today: « et si je vous écris mercredi ? ».
    """
    told = {role: getattr(known, FIELDS[role], None) for role in roles if role in FIELDS}
    return {
        role: min(_coming(roles[role].options, since, day), key=lambda one: abs(one - day))
        for role, day in told.items()
        if day and _has_no_month(roles[role].options)
    }


def _coming(options: Sequence[date], since: date | None, instead: date) -> Sequence[date]:
    """The days that come since one, where any does, and those are `instead` of such a day."""
    return [one for one in options if since and one >= since and instead >= since] or options


def _has_no_month(options: Sequence[date]) -> bool:
    """Whether the days that are meant are of one month and the next."""
    return len(options) > 1 and (options[1] - options[0]).days <= _MONTH


def _settle_start_and_notice(
    days: dict[str, date],
    left: Mapping[str, Sequence[date]],
    text: str,
    known: Case | None,
    today: date,
) -> None:
    known_start = known.start_date if known else None
    is_past = says("tense.past_notice", text)
    if "notice" in left and "start" not in days and known_start is None and is_past:
        days["notice"] = _last_until(left["notice"], today)
    if "start" in left:
        if "notice" in days:
            days["start"] = _first_from(left["start"], days["notice"])
        elif says("tense.past_start", text):
            days["start"] = _last_until(left["start"], today)
        else:
            noticed = known.notice_date if known else None
            notices = left.get("notice") or ((noticed,) if noticed else ())
            days["start"] = _start_after(left["start"], notices, today)
    if "notice" in left and "notice" not in days:
        start = days.get("start") or known_start
        days["notice"] = _notice_before(left["notice"], start, today, is_past=is_past)


def _start_after(options: Sequence[date], notices: Sequence[date], today: date) -> date:
    """The next start, the first that a notice comes before when one is said."""
    coming = [one for one in options if one >= today]
    fitting = (one for one in coming if any(0 <= (one - other).days <= _FAR for other in notices))
    return next(fitting, coming[0] if coming else options[-1])


def _notice_before(options: Sequence[date], start: date | None, today: date, *, is_past: bool) -> date:
    """The day of a notice: the last before the start, or soon after it."""
    if start is None:
        return _first_from(options, today)
    if is_past:
        passed = _last_until(options, today)
        if 0 <= (start - passed).days <= _FAR:
            return passed
    before = _last_until(options, start)
    after = next((one for one in options if _SOON_AFTER <= (start - one).days < 0), None)
    return after if after and not 0 <= (start - before).days <= _FAR else before


def _settle_payment(
    days: dict[str, date],
    left: Mapping[str, Sequence[date]],
    text: str,
    known: Case | None,
    today: date,
) -> None:
    was_paid = known is not None and known.payment_date is not None and known.payment_date < today
    if "payment" in left and not was_paid and says("paying.will_pay", text):
        days["payment"] = _first_from(left["payment"], today)
    if "due" in left:
        paid = days.get("payment") or (known.payment_date if known else None)
        days["due"] = _last_until(left["due"], paid or today)
    due = days.get("due") or (known.due_date if known else None)
    if "payment" in left and "payment" not in days:
        options = left["payment"]
        days["payment"] = _first_from(options, due) if due else _last_until(options, today)


def days_after(one: Mention, others: Sequence[Mention]) -> int:
    """How many days a mention comes after others, each at the nearest.

    Of two days that name no year, the later is the one that comes sooner after the other: « 20 décembre »
    and « 4 janvier » are 15 days apart.
    """
    told = [other.options for other in others if other.options and other is not one]
    gaps = [
        min(((day - first).days for day in one.options for first in options if first <= day), default=_NEVER)
        for options in told
    ]
    return sum(gaps) if one.options else _NEVER * len(others)


def _first_from(options: Sequence[date], day: date) -> date:
    return next((one for one in options if one >= day), options[-1])


def _last_until(options: Sequence[date], day: date) -> date:
    return next((one for one in reversed(options) if one <= day), options[0])
