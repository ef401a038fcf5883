"""How near words weigh on what a date is for: a receipt counts more, a date of another event does not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from assistant.answering.understand.dates.mentions import Mention
from assistant.answering.understand.lexicon import says
from assistant.answering.understand.roles import REACH, Span
from assistant.datatypes import Case, Event

_SAME = {"start_weak": "start", "start_that": "start", "received": "notice"}
_SIGNED = 30  # characters by which « signé » outweighs a nearer word, for a withdrawal
_USED_BY: dict[str, tuple[Event, ...]] = {
    "due": ("late_payment",),
    "payment": ("late_payment",),
    "end": ("opco_balance",),
    "new_start": ("postponement", "provider_cancellation"),
}
_RECEIVED = 40  # characters by which a receipt outweighs a nearer word for a notice
_NEARER = 10  # the same where another word is nearer
_AND_ON = re.compile(r"(?:et|and) (?:le|on(?: the)?) ")
_ASKED = re.compile(r"\W*\?\W*")
_NOW = 7  # characters within which « échue aujourd'hui » is due today
_PAID_THEN = re.compile(
    r"\b(?:paye|verse|regle|vire|paid|acompte|deposit)[^.;!?]*\b(?:puis|ensuite|et|then|and) "
    r"(?:encore |le solde |le reste )?(?:de )?\d[\d .,]*(?:€|euros?|eur)? ?(?:ttc |ht )?(?:le |on |en |in )?$"
)


def weigh_roles(roles: dict[str, int], event: Event) -> dict[str, int]:
    """The roles that an event uses, with their distances; those of other events become `other`."""
    merged: dict[str, int] = {}
    for role, far in roles.items():
        if (event, role) == ("late_payment", "start_that"):  # « et si c'était le 20 ? » is of the invoice
            continue
        same = "payment" if (event, role) == ("late_payment", "received") else _SAME.get(role, role)
        if event not in _USED_BY.get(same, (event,)):
            if same == "new_start":
                continue
            same = "other"
        if role == "received" and min(roles.get("other", REACH), roles.get("order", REACH)) <= far:
            continue
        near = far - (_receipt(roles) if role == "received" else 0)
        merged[same] = min(near, merged.get(same, near))
    if event == "late_payment" and not merged.keys().isdisjoint(("due", "payment")):
        merged = {role: far for role, far in merged.items() if role not in ("start", "notice", "sent")}
    if event == "withdrawal" and "signature" in merged:
        merged["signature"] -= _SIGNED
    return merged


def known_start(
    roles: dict[str, int], event: Event, known: Case | None, days: Sequence[date]
) -> dict[str, int]:
    """The roles, without the start once it is known: « et si c'était hier ? » moves the notice."""
    if known is None:
        return roles
    dropped = {"start_weak"} if known.start_date else set()
    before = known.start_date and known.notice_date and days and max(days) < known.notice_date
    if before or (event == "postponement" and known.new_start_date):
        dropped.add("start_that")
    return {role: far for role, far in roles.items() if role not in dropped}


def weigh_question(
    ranked: list[dict[str, int]], text: str, event: Event, known: Case | None, dates: Sequence[Mention]
) -> None:
    """Take « et le 28 décembre ? », all that is asked of a day before the start, for a day of notice.

    It is another day on which to cancel: another start is named as one.
    """
    first, last = (known.notice_date, known.start_date) if known else (None, None)
    if event != "cancellation" or len(dates) != 1 or first is None or last is None:
        return
    alone = _AND_ON.fullmatch(text[: dates[0].start]) and _ASKED.fullmatch(text[dates[0].end :])
    if alone and any(first < one < last for one in dates[0].options):
        ranked[0] = {"notice": 0}


def comes_too_soon(options: Sequence[date], known: Case, today: date) -> bool:
    """Whether a day alone is to come, and too soon for a start of which so many days of notice are given."""
    until = today + timedelta(days=known.notice_days or 0)
    return bool(known.notice_days and options) and all(today <= one < until for one in options)


def weigh_payments(ranked: list[dict[str, int]], text: str, dates: Sequence[Span]) -> None:
    """Leave out the day of a payment that follows another: « payé 600 € le 3 mai, puis 900 € le 2 juin »."""
    for place, one in enumerate(dates):
        if _PAID_THEN.search(text[: one.start]):
            ranked[place] = {"other": 0}


def weigh_today(roles: dict[str, int], text: str) -> dict[str, int]:
    """The roles of today: an invoice late or unpaid today is counted until today, and is not due today."""
    if roles.get("due", _NOW) < _NOW:
        return roles
    unpaid = not roles or says("paying.invoice_unpaid", text)
    return {"payment": 0} if unpaid else roles


def _receipt(roles: Mapping[str, int]) -> int:
    """How much a receipt counts: fully when no word for another role is as near."""
    others = (far for role, far in roles.items() if role not in ("received", "notice", "sent"))
    return _RECEIVED if all(far > roles["received"] for far in others) else _NEARER
