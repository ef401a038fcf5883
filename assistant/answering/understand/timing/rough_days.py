"""Days said roughly, « fin mars »: what every day of the stretch comes to, or which one is meant."""

from __future__ import annotations

from datetime import date

from assistant.answering.understand.dates.dates import Mention
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.timing.notice import Notice
from assistant.answering.understand.timing.thresholds import straddles
from assistant.datatypes import Case, TermsFigures
from assistant.french import NBSP, say_date

FIELDS = {
    "start": "start_date",
    "end": "end_date",
    "notice": "notice_date",
    "order": "order_date",
    "signature": "signature_date",
    "new_start": "new_start_date",
    "due": "due_date",
    "payment": "payment_date",
}
WHICH_DAY = f"Quel jour exactement{NBSP}?"


def read_rough(
    roles: dict[str, Mention], days: dict[str, date], known: Case | None, today: date, figures: TermsFigures
) -> Findings:
    """A start or a notice said roughly: its notice, when every day leads to the same rule.

    The day of a new session is asked for where the edition may hold it against a delay.
    """
    rough = {role: one.vague for role, one in roles.items() if one.vague}
    if "sent" in rough and "notice" not in roles:
        rough["notice"] = rough["sent"]
    if "new_start" in rough and not figures.new_date_is_free:
        return _which_day("new_start", *rough["new_start"])
    said = {role: stretch for role, stretch in rough.items() if role in ("start", "notice")}
    if not said:
        return Findings()
    start = said.get("start") or _one_day(days.get("start") or (known.start_date if known else None))
    noticed = days.get("notice") or (known.notice_date if known else None) or today
    notice = said.get("notice") or (noticed, noticed)
    shortest, longest = ((start[0] - notice[1]).days, (start[1] - notice[0]).days) if start else (0, 0)
    if shortest > 0 and not straddles(Notice(shortest, shortest, longest), figures):
        note = f"Préavis d'au moins {shortest} jours{NBSP}: le jour exact n'y change rien."
        return Findings({"notice_days": shortest}, notes=(note,))
    asked = (_which_day(role, *said[role]) for role in ("start", "notice") if role in said)
    return sum(asked, Findings())


def _one_day(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def _which_day(role: str, first: date, last: date) -> Findings:
    between = f"Entre le {say_date(first)} et le {say_date(last)}, la réponse peut changer"
    return ask(FIELDS[role], f"{WHICH_DAY} {between}.")
