"""What a bare answer means: a number, a percentage, a yes or a no alone."""

from __future__ import annotations

from decimal import Decimal

from assistant.answering.understand.amounts import bare_number, find_shares
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.lexicon import lexicon
from assistant.datatypes import Case


def read_bare_answer(text: str, case: Case) -> Findings:
    """The fact that a bare answer gives: the one of the case most likely to be missing.

    >>> dict(read_bare_answer("2 000", Case(event="cancellation")).facts)
    {'price': Decimal('2000')}
    """
    number, shares, words = bare_number(text), find_shares(text), lexicon()
    if number is not None:
        return _bare_number(number, case)
    if len(shares) == 1 and case.event == "solicitation":
        return Findings({"employer_charges_rate": shares[0].percent})
    for answer in (True, False):
        if words.says("yes" if answer else "no", text):
            if case.event == "withdrawal" or case.client == "individual":
                return Findings({"online": answer})
            return Findings({"deposit_paid": None if answer else Decimal(0)})
    return Findings()


def _bare_number(number: Decimal, case: Case) -> Findings:
    is_sum = number >= lexicon().figure("smallest_bare_sum")
    if case.event == "solicitation":
        return Findings(
            {"monthly_salary" if case.monthly_salary is None else "employer_charges_rate": number}
        )
    if case.price is None:
        return Findings({"price": number}) if is_sum else Findings()
    if case.event == "opco_balance" and case.opco_share is None:
        return Findings({"opco_share": number})
    is_timed = case.notice_days is not None or case.notice_date is not None or case.started
    if case.event in ("cancellation", "postponement") and not is_timed and number == int(number):
        return Findings({"notice_days": int(number)})
    return Findings({"price": number}) if is_sum else Findings()
