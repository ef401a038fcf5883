"""What a bare answer means: a number, a percentage, a yes or a no alone."""

from __future__ import annotations

from decimal import Decimal

from assistant.answering.understand.amounts import bare_number, find_shares, find_sums
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.headcount import find_headcount
from assistant.answering.understand.lexicon import lexicon
from assistant.answering.understand.spelling import prepare
from assistant.datatypes import Case, MoneyReading
from assistant.french import NBSP, say_money


def read_bare_answer(text: str, known: MoneyReading) -> Findings:
    """The fact that a bare answer gives: the one of the case most likely to be missing.

    >>> dict(read_bare_answer("2 000", MoneyReading(Case(event="cancellation"))).facts)
    {'price': Decimal('2000')}
    """
    case, words = known.case, lexicon()
    number, shares = bare_number(text), find_shares(text)
    if any(one.field == "price" for one in known.doubts) and (found := _price_for_all(text, known)):
        return found
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


def _price_for_all(text: str, known: MoneyReading) -> Findings | None:
    """The price of everyone, from the price a head that the pending question quotes."""
    asked = prepare(next(one.text for one in known.doubts if one.field == "price"))
    quoted, group, words = find_sums(asked), find_headcount(asked), lexicon()
    if len(quoted) != 1 or (quoted[0].heads is None and group is None):
        return None
    number = bare_number(text)
    heads = find_headcount(text) or (int(number) if number else None)
    if heads is None and group is not None:
        if words.says("head.each", text):
            heads = group
        elif words.says("head.all", text):
            heads = 1
    return _total(quoted[0].value, heads) if heads else None


def _total(unit: Decimal, heads: int) -> Findings:
    said = f"Prix total{NBSP}: {heads} × {say_money(unit)} = {say_money(unit * heads)}."
    return Findings({"price": unit * heads}, notes=(said,))


def _bare_number(number: Decimal, case: Case) -> Findings:
    words = lexicon()
    if number > words.figure("largest_sum"):
        return Findings()
    is_sum = number >= words.figure("smallest_bare_sum")
    if case.event == "solicitation":
        field = "monthly_salary" if case.monthly_salary is None else "employer_charges_rate"
        return Findings({field: number})
    if case.price is None:
        return Findings({"price": number}) if is_sum else Findings()
    if case.event == "opco_balance" and case.opco_share is None:
        return Findings({"opco_share": number})
    is_timed = case.notice_days is not None or case.notice_date is not None or case.started
    if case.event in ("cancellation", "postponement") and not is_timed and number == int(number):
        return Findings({"notice_days": int(number)})
    return Findings({"price": number}) if is_sum else Findings()
