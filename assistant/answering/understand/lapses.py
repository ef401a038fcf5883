"""Dates told by a length of time: « 30 jours de retard », « 3 jours après avoir signé »."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.notice import find_durations
from assistant.datatypes import Case, Event


def read_lapse(
    covered: str, event: Event, known: Case | None, days: dict[str, date], today: date
) -> Findings:
    """Dates told by a length of time: « 30 jours de retard », « 3 jours après avoir signé »."""
    words = lexicon()
    for one in find_durations(covered):
        before, after = covered[: one.start], covered[one.end :]
        if words.at_start("notice.after_signature", after) and "signature" not in days:
            until = days.get("notice") or today
            return Findings({"signature_date": until - timedelta(days=one.days)})
        is_late = words.at_start("notice.late", after) or words.at_end("notice.late_before", before)
        if event == "late_payment" and is_late:
            return _late(timedelta(days=one.days), days, known, words.says("paying.late_now", covered), today)
    due = event == "late_payment" and ("due" in days or (known is not None and known.due_date is not None))
    unpaid = due and "payment" not in days and words.says("paying.invoice_unpaid", covered)
    return Findings({"payment_date": today}) if unpaid else Findings()


def _late(delay: timedelta, days: dict[str, date], known: Case | None, is_now: bool, today: date) -> Findings:
    due = days.get("due") or (known.due_date if known else None)
    paid = days.get("payment") or (known.payment_date if known else None)
    if due and not days.get("payment"):
        return Findings({"payment_date": due + delay})
    if paid or is_now:
        return Findings({"payment_date": paid or today, "due_date": (paid or today) - delay})
    return Findings()
