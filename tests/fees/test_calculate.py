"""What holds for every case: bounds, order, readings, and asking only for what decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.datatypes import Basis, Calculation, Case, ClientKind, Event, NewSession
from assistant.fees import Rates, Rules, calculate, read_rates, read_rules
from assistant.settings import PROJECT
from tests.fees.paper import evaluate

RULES: Mapping[str, Rules] = read_rules(PROJECT / "corpus" / "rules")
RATES: Rates = read_rates(PROJECT / "corpus" / "rates")
VAT = Decimal(20)
START = date(2028, 3, 15)  # a leap year: 29 days before is 15 February

prices = st.decimals(Decimal("0.01"), 200000, places=2)
editions = st.sampled_from(sorted(RULES))
bases = st.none() | st.sampled_from(get_args(Basis))
dates = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def run(case: Case) -> Calculation:
    """The calculation of a case under the shipped rules, VAT at 20 %."""
    return calculate(case, rules=RULES, rates=RATES, vat_rate=VAT)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case whose facts can stand together; about half of them are unknown."""
    price = draw(st.none() | prices)
    share = st.decimals(0, price if price is not None else 1000, places=2)
    paid = draw(st.none() | share)
    order = draw(st.none() | dates)
    after = st.dates(order or date(2024, 1, 1), date(2028, 12, 31))
    notice = draw(st.none() | after)
    return Case(
        event=draw(st.sampled_from(get_args(Event))),
        edition=draw(st.none() | editions),
        price=price,
        basis=draw(bases),
        vat_rate=draw(st.none() | st.sampled_from([Decimal(0), Decimal("5.5")])),
        client=draw(st.none() | st.sampled_from(get_args(ClientKind))),
        start_date=draw(st.none() | after),
        notice_date=notice,
        order_date=order,
        signature_date=draw(st.none() | dates),
        new_start_date=draw(st.none() | st.dates(max(order or START, notice or START), date(2029, 12, 31))),
        new_session=draw(st.none() | st.sampled_from(get_args(NewSession))),
        online=draw(st.none() | st.booleans()),
        started=draw(st.none() | st.booleans()),
        intra=draw(st.none() | st.booleans()),
        deposit_paid=draw(st.none() | (share if paid is None else st.decimals(0, paid, places=2))),
        paid=paid,
        opco_share=draw(st.none() | share),
        due_date=draw(st.none() | dates),
        payment_date=draw(st.none() | dates),
        monthly_salary=draw(st.none() | prices),
        employer_charges_rate=draw(st.none() | st.decimals(0, 100, places=2)),
    )


@given(case=cases())
@settings(max_examples=400)
def test_what_holds_for_every_case(case: Case) -> None:
    """Same case, same answer; bounds in order; lines that evaluate and add up; missing fields unknown."""
    found = run(case)
    assert found == run(case)
    amounts = [evaluate(line.expression) for line in found.lines]
    assert amounts == [line.amount for line in found.lines]
    if found.lines:
        assert found.due_max == sum(amounts)
    settled = [line.amount for line in found.settlement]
    assert settled == [evaluate(line.expression) for line in found.settlement]
    if case.event not in ("deposit", "provider_cancellation"):  # there, they go on to the rest of the price
        assert settled[-1:] == ([found.balance or found.refund] if settled else [])
    assert all(one >= 0 for one in settled)
    if found.due_max is not None:
        assert Decimal(0) <= (found.due_min or Decimal(0)) <= found.due_max
    if found.kind in ("amount", "no_fee"):
        assert found.due_min == found.due_max
    if found.kind == "no_fee":
        assert Decimal(0) == found.due_max
    assert (found.kind == "ask") == bool(found.missing)
    assert [] == [name for name in found.missing if getattr(case, name) is not None]
    assert found.balance is None or found.refund is None or Decimal(0) in (found.balance, found.refund)


@given(case=cases())
@settings(max_examples=200)
def test_a_fee_is_never_above_the_price(case: Case) -> None:
    """What the terms keep of a price is the price at most, in the same basis."""
    found = run(case)
    if case.event in ("late_payment", "solicitation") or case.price is None or found.due_max is None:
        return
    converted = case.basis == "HT" and found.basis == "TTC"
    rate = VAT if case.vat_rate is None else case.vat_rate
    price = case.price * (100 + rate) / 100 if converted else case.price
    assert found.due_max <= price + Decimal("0.005")


@given(
    edition=editions,
    price=prices,
    basis=bases,
    event=st.sampled_from(["cancellation", "postponement"]),
    deposit=st.none() | st.decimals(Decimal("0.01"), Decimal("0.50"), places=2),
    days=st.lists(st.integers(-5, 60), min_size=2, max_size=2, unique=True),
)
def test_a_later_notice_never_costs_less(
    edition: str, price: Decimal, basis: Basis | None, event: Event, deposit: Decimal | None, days: list[int]
) -> None:
    """The most that is due does not go down as the start comes nearer."""
    paid = None if deposit is None else round(price * deposit, 2)
    case = Case(event, edition, price, basis, client="company", start_date=START, deposit_paid=paid)
    case = replace(case, order_date=date(2028, 1, 1), new_start_date=date(2028, 6, 1))
    later, earlier = sorted(days)
    dues = [run(replace(case, notice_date=START - timedelta(days=n))).due_max for n in (earlier, later)]
    assert dues[0] is None or dues[1] is None or dues[0] <= dues[1]


@given(edition=editions, price=prices, days=st.integers(-30, 400))
def test_thirty_and_a_hundred_percent_never_add_up(edition: str, price: Decimal, days: int) -> None:
    """A cancellation has one line: 30 % or 100 % of the price."""
    found = run(Case("cancellation", edition, price, "TTC", client="company", notice_days=days))
    assert len(found.lines) <= 1
    assert found.due_max in (round_up(price * 30 / 100), price)


def round_up(amount: Decimal) -> Decimal:
    """The sum rounded half up, by hand: half a cent more, then cut."""
    return Decimal(int(amount * 100 + Decimal("0.5"))) / 100


@pytest.mark.parametrize(
    ("edition", "days", "share"),
    [
        *[("CGV-15J", n, 30) for n in (16, 15)],
        *[("CGV-15J", n, 100) for n in (14, 13, 1, 0, -1)],
        *[("CGV-30J", n, 30) for n in (32, 31, 30)],
        *[("CGV-30J", n, 100) for n in (29, 28, 1, 0, -1)],
    ],
)
@pytest.mark.parametrize("start", [START, date(2028, 2, 29), date(2027, 3, 31), date(2028, 1, 1)])
def test_the_threshold_is_on_the_day_it_says(edition: str, days: int, share: int, start: date) -> None:
    """On the threshold the lower share; a day later the price, across month ends and leap days."""
    case = Case("cancellation", edition, Decimal(1000), "TTC", client="company", start_date=start)
    found = run(replace(case, notice_date=start - timedelta(days=days)))
    assert Decimal(1000) * share / 100 == found.due_max


@given(price=prices, due=st.dates(date(2018, 12, 31), date(2026, 12, 29)), late=st.integers(1, 800))
def test_a_range_contains_what_either_reading_gives(price: Decimal, due: date, late: int) -> None:
    """Without the indemnity, interest lies between the lowest and the highest rate of the period."""
    paid = min(due + timedelta(days=late), date(2026, 12, 31))
    case = Case("late_payment", "CGV-30J", price, "TTC", due_date=due, payment_date=paid, client="company")
    found = run(case)
    assert found.due_min is not None
    assert found.due_max is not None
    readings = [interest(price, due, paid, january) for january in (True, False)]
    assert (found.due_min, found.due_max) == (min(readings) + 40, max(readings) + 40)


def interest(price: Decimal, due: date, paid: date, january: bool) -> Decimal:
    """The interest by one reading, day by day added up a semester."""
    days: dict[tuple[date, Decimal], int] = {}
    for number in range((paid - due).days):
        day = due + timedelta(days=number + 1)
        semester = date(day.year, 1 if day.month < 7 else 7, 1)
        refi = RATES.refinancing.value_on(date(day.year, 1, 1) if january else semester)
        rate = max(refi + 10, 3 * RATES.legal_interest.value_on(day))
        days[semester, rate] = days.get((semester, rate), 0) + 1
    return sum((round_up(price * rate * n / 36500) for (_, rate), n in days.items()), Decimal(0))


@given(case=cases())
@settings(max_examples=150)
def test_an_answer_does_not_depend_on_what_is_not_asked(case: Case) -> None:
    """An answer given without the edition is the one of each edition, in the basis of the price."""
    found = run(case)
    if found.kind == "ask" or case.edition is not None:
        return
    for edition in RULES:
        under = run(replace(case, edition=edition))
        assert found.kind == under.kind
        other = under.due_other_basis
        converted = other[1] if other and (case.basis, under.basis) == ("HT", "TTC") else under.due_max
        assert found.due_max == converted


@given(price=prices, days=st.integers(16, 90), edition=editions)
def test_the_next_threshold_is_the_first_day_on_which_the_sum_changes(
    price: Decimal, days: int, edition: str
) -> None:
    """The day before it costs what today does, the day itself what it says."""
    case = Case("cancellation", edition, price, client="company", start_date=START)
    found = run(replace(case, notice_date=START - timedelta(days=days)))
    turn = found.next_threshold
    if turn is None:
        assert found.due_max == run(replace(case, notice_date=START)).due_max
        return
    assert found.due_max == run(replace(case, notice_date=turn.date - timedelta(days=1))).due_max
    assert turn.due_max == run(replace(case, notice_date=turn.date)).due_max != found.due_max


def test_no_threshold_comes_after_the_start() -> None:
    """A right to withdraw that outlasts the start promises no sum for a notice that comes after it."""
    case = Case(
        "cancellation",
        "CGV-30J",
        Decimal(1200),
        client="individual",
        start_date=START,
        signature_date=START - timedelta(days=14),
        notice_date=START - timedelta(days=5),
    )
    assert run(case).next_threshold is None


def test_without_rules_nothing_is_computed() -> None:
    """No edition at all: the calculator refuses."""
    found = calculate(Case("deposit", price=Decimal(1)), rules={}, rates=RATES, vat_rate=VAT)
    assert ("refuse", None) == (found.kind, found.due_max)


def test_a_refusal_of_interest_names_the_days_without_a_rate() -> None:
    """Only the days late for which no rate is held are named, and those for which one is."""
    case = Case("late_payment", price=Decimal(900), due_date=date(2026, 12, 1), payment_date=date(2027, 2, 3))
    found = run(case)
    assert "refuse" == found.kind
    assert "du 1er janvier 2027 au 3 février 2027" in found.explanation.replace("\u00a0", " ")
    early = run(replace(case, due_date=date(2018, 6, 1), payment_date=date(2018, 6, 2)))
    assert "du 2 juin 2018 au 31 décembre 2018" in early.explanation.replace("\u00a0", " ")


@given(price=prices, edition=editions, paid=st.none() | st.decimals(0, 1, places=2))
def test_the_rest_of_the_price_is_what_is_not_paid(
    price: Decimal, edition: str, paid: Decimal | None
) -> None:
    """The deposit, or what was paid, and the rest make the price, to the cent."""
    given_ = None if paid is None else (price * paid).quantize(Decimal("0.01"), ROUND_DOWN)
    found = run(Case("deposit", edition=edition, price=price, basis="TTC", paid=given_))
    before = found.due_max if given_ is None else given_
    assert before is not None
    assert abs(price - before - found.settlement[-1].amount) <= Decimal("0.01")


def test_what_is_left_of_a_session_that_lexom_postpones_is_left_of_its_price() -> None:
    """2 400.00 - 720.00 = 1 680.00; nothing is left where the price is not known."""
    case = Case("provider_cancellation", edition="CGV-30J", basis="TTC", new_session="accepted")
    found = run(replace(case, price=Decimal(2400), deposit_paid=Decimal(720)))
    assert [Decimal("720.00"), Decimal("1680.00")] == [line.amount for line in found.settlement]
    assert () == run(case).settlement
