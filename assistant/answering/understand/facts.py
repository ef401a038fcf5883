"""Every fact that a message states about a case."""

from __future__ import annotations

from datetime import date

from assistant.answering.understand.clients import find_yes_or_no
from assistant.answering.understand.events import nobody_named, part_cancelled, who_cancels
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.merge import merge_case
from assistant.answering.understand.notice import find_length
from assistant.answering.understand.payments import read_payments
from assistant.answering.understand.sums import read_sums
from assistant.answering.understand.timing import read_timing
from assistant.datatypes import Case, Doubt, Event

_SHORT = 7  # words under which a duration alone answers a question


def find_facts(
    text: str, event: Event, case: Case | None, today: date, *, edition: str | None = None
) -> Findings:
    """Every fact that a prepared message states; `case` is what was known before.

    >>> dict(find_facts("20 jours avant, 2 000 € ht", "cancellation", None, date(2026, 11, 20)).facts)
    {'notice_days': 20, 'price': Decimal('2000'), 'basis': 'HT'}
    """
    answers = case is not None and len(text.split()) <= _SHORT and event != "late_payment"
    found, left = read_timing(text, event, case, today, bare=answers, edition=edition)
    sums, left = read_sums(left, event, case, length=find_length(text))
    found += sums
    found = read_payments(left, event, merge_case(case, event, found.facts)) + found
    for topic in ("online", "intra"):
        said = find_yes_or_no(topic, left)
        if said is not None:
            found += Findings({topic: said})
    if event == "cancellation" and lexicon().says("head.part", left):
        found += Findings(doubts=(Doubt("event", part_cancelled()),))
    if event == "provider_cancellation" and nobody_named(text):
        found += Findings(doubts=(Doubt("event", who_cancels()),))
    return found
