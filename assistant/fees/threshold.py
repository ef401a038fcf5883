"""The next day of notice on which the sum changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.datatypes import Case, Threshold
from assistant.fees.case import notice_day
from assistant.fees.clauses import Clauses
from assistant.fees.decide import try_all
from assistant.fees.facts import Terms
from assistant.fees.outcome import Outcome
from assistant.fees.withdrawal import withdrawal_ends

BY_NOTICE = frozenset({"cancellation", "withdrawal", "postponement"})


def find_next_threshold(case: Case, terms: Terms, outcome: Outcome) -> Threshold | None:
    """The first day of notice on which the sum changes, the start at the latest; `None` where none does.

    A private individual may withdraw later still, but then owes what was given until then.
    """
    notice, start = notice_day(case), case.start_date
    if case.event not in BY_NOTICE or notice is None or start is None or case.started or not outcome.has_sum:
        return None
    for day in sorted({day for day in turning_days(case, terms.rules.clauses) if notice < day <= start}):
        tried = try_all(replace(case, notice_date=day, notice_days=None), [terms])[0]
        later = tried.first
        changes = (later.low, later.high) != (outcome.low, outcome.high)
        if len(tried.outcomes) == 1 and later.high is not None and changes:
            return Threshold(date=day, due_max=later.high)
    return None


def turning_days(case: Case, clauses: Clauses) -> Iterator[date]:
    """The days on which a sum may change: signature, end of the withdrawal, tiers, start."""
    if case.signature_date is not None:
        yield case.signature_date
    ends = withdrawal_ends(case, clauses)
    if ends is not None:
        yield ends + timedelta(days=1)
    if case.start_date is None:
        return
    for tier in clauses.cancellation.tiers:
        if tier.notice is not None:
            yield case.start_date - timedelta(days=tier.notice.value - 1)
    yield case.start_date
