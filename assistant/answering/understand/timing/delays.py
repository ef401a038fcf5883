"""Dates told by a length of time: « 30 jours de retard », « et deux jours plus tôt ? »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.answering.understand.calendar_words import shift
from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.events import GIVEN_UP
from assistant.answering.understand.findings import Findings, ask
from assistant.answering.understand.lexicon import at_end, at_start, find_said, says
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.notice import Duration, find_durations
from assistant.datatypes import Case, Event, MoneyReading
from assistant.french import NBSP

_ALONE = re.compile(  # « et avec 30 jours ? », of a late invoice
    r"(?:(?:et|mais|non|plutot|si|avec|pour|c'est|c'etait|and|no|what|if|with|for|it|is|was)[ ,]*)*[ ?.!]*"
)
_ISSUED = re.compile(r"\b(?:facture|invoice)[^.;!?]*?\b(?:du|(?:datee?|emise)s? (?:du|le)|dated|of|on) $")
_TOLD = re.compile(
    r"\bfins? de|\bfin du|\bend of|\breception\b|\bech(?:ue|eance le)\b|\bexigible\b|\bdue on\b"
)
_EARLIER = re.compile(r" (?:plus tot|avant ca|avant cela|earlier|de plus|more)\b")
_BEFORE = re.compile(r" (?:plus tot|avant|before|earlier)\b")
_LATER = re.compile(r" (?:plus tard|later|de moins|less)\b")
_WAITS = re.compile(r"\b(?:attend(?!u)|patient|wait)[^,;.!?]*$")  # « et si on attend une semaine de plus ? »
_NEXT_DAY = re.compile(
    r"\blendemain\b(?! (?:de|du|d'))|\b(?:following|next) day\b(?! of)|\bday after\b(?= *[?.!]|$)"
)
_WHICH_DAY = f"Quel jour exactement <us> reçoit-elle votre écrit{NBSP}?"


def say_due_day(text: str, today: date) -> str:
    """A prepared message, with the day that « facture du 15 janvier, payable à 30 jours » is due.

    To the end of a month, the delay is counted in more than one way: nothing is said then.

    >>> say_due_day("facture du 15 janvier 2026 payable a 30 jours", date(2026, 11, 20))
    'facture du 15 janvier 2026 echeance le 14/02/2026'
    """
    term = next(find_said("paying.due_term", text), None)
    issued = [one for one in find_dates(text, today) if _ISSUED.search(text[: one.start])]
    delays = find_durations(term.group()) if term else ()
    if term is None or len(issued) != 1 or len(delays) != 1 or _TOLD.search(text):
        return text
    options, delay = issued[0].options, timedelta(days=delays[0].days)
    due = {(one + delay).strftime("%d/%m/%Y" if len(options) == 1 else "%d/%m") for one in options}
    return f"{text[: term.start()]}echeance le {due.pop()}{text[term.end() :]}" if len(due) == 1 else text


def read_lapse(
    covered: str, event: Event, known: Case | None, days: dict[str, date], today: date
) -> Findings:
    """Dates told by a length of time: « 30 jours de retard », « 3 jours après avoir signé »."""
    for one in find_durations(covered):
        before, after = covered[: one.start], covered[one.end :]
        if at_start("notice.after_signature", after) and "signature" not in days:
            until = days.get("notice") or today
            return Findings({"signature_date": until - timedelta(days=one.days)})
        if at_end("notice.ended_before", before) and "end" not in days:
            whole = shift(today, -one.months, "months") if one.months else None
            return Findings({"end_date": whole or today - timedelta(days=one.days)})
        moved = _moved_payment(one, after, days, known) if event == "late_payment" else None
        if moved:
            return moved
        is_late = at_start("notice.late", after) or at_end("notice.late_before", before)
        alone = known is not None and known.due_date is not None and _ALONE.fullmatch(f"{before}{after}")
        if event == "late_payment" and (is_late or alone):
            is_now = says("paying.late_now", covered) or before.rstrip().endswith(("depuis", "for"))
            return _late(timedelta(days=one.days), days, known, is_now, today)
    due = days.get("due") or (known.due_date if known else None) if event == "late_payment" else None
    if due and "payment" not in days and says("paying.on_time", covered):
        return Findings({"payment_date": due})
    unpaid = due and "payment" not in days and says("paying.invoice_unpaid", covered)
    return Findings({"payment_date": today}) if unpaid else Findings()


def _moved_payment(one: Duration, after: str, days: dict[str, date], known: Case | None) -> Findings | None:
    """The payment so long after, or before, the one known; after the due date when none is."""
    later, sooner = at_start("notice.later", after), at_start("notice.sooner", after)
    paid, due = known.payment_date if known else None, days.get("due") or (known.due_date if known else None)
    counted = paid or due
    if "payment" in days or counted is None or not (later or sooner):
        return None
    sign = 1 if later else -1
    whole = shift(counted, sign * one.months, "months") if one.months else None
    return Findings({"payment_date": whole or counted + timedelta(days=sign * one.days)})


def _late(delay: timedelta, days: dict[str, date], known: Case | None, is_now: bool, today: date) -> Findings:
    due = days.get("due") or (known.due_date if known else None)
    paid = days.get("payment") or (known.payment_date if known else None)
    if due and not days.get("payment"):
        return Findings({"payment_date": due + delay})
    if paid or is_now:
        return Findings({"payment_date": paid or today, "due_date": (paid or today) - delay})
    asked = f"Un retard de {delay.days} jours se compte depuis l'échéance{NBSP}: quelle est cette date{NBSP}?"
    return ask("due_date", asked)


def of_an_invoice(found: Findings, known: Case | None) -> Findings:
    """What was found, the due date being asked of a delay only where the sum of an invoice is told."""
    if "price" in found.facts or (known and known.price) or any(one.field == "price" for one in found.doubts):
        return found
    left = tuple(
        one for one in found.doubts if one.field != "due_date" or not find_durations(prepare(one.text))
    )
    return Findings(found.facts, left, found.notes, found.each)


def answer_lapse(known: MoneyReading, found: Findings) -> Findings:
    """What was found, with the day of payment that the length of the delay tells, once one day is told."""
    asked = [one.text for one in known.doubts if one.field == "due_date"]
    delays = find_durations(prepare(asked[0])) if asked else ()
    due, paid = found.facts.get("due_date"), found.facts.get("payment_date")
    if not delays or (due is None) == (paid is None):
        return found
    delay = timedelta(days=delays[0].days)
    days = {"payment_date": due + delay} if isinstance(due, date) else {}
    return found + Findings({"due_date": paid - delay} if isinstance(paid, date) else days)


def read_shift(text: str, event: Event, known: Case | None) -> Findings | None:
    """The notice or the start, counted from the one known; `None` when the text moves none.

    A notice given earlier, or a start that comes later, leaves more days between them.
    """
    if known is None or event not in GIVEN_UP:
        return None
    if _NEXT_DAY.search(text):
        return _move(-1, known, of_start=_moves_start(text)) or ask("notice_date", _WHICH_DAY)
    if known.event != event:
        return None
    for one in find_durations(text):
        right = text[one.end :]
        waits = _WAITS.search(text[: one.start]) and not _BEFORE.match(right)
        sign = -1 if waits or _LATER.match(right) else 1 if _EARLIER.match(right) else 0
        if sign and one.low == one.high:
            return _move(sign * one.days, known, of_start=_moves_start(text[: one.start]))
    return None


def _moves_start(left: str) -> bool:
    """Whether what moves is the training, by the words before."""
    return says("moves.start", left) and not says("event.cancellation", left)


def _move(earlier: int, known: Case, *, of_start: bool) -> Findings | None:
    """The day or the days of notice that many days earlier, or the start that many days earlier."""
    days = timedelta(days=earlier)
    if of_start and known.start_date:
        return Findings({"start_date": known.start_date - days})
    if known.notice_days is not None:
        return Findings({"notice_days": max(known.notice_days + (-earlier if of_start else earlier), 0)})
    if known.notice_date and not of_start:
        return Findings({"notice_date": known.notice_date - days})
    return None
