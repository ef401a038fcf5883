"""Reference rates: what they are, and where they stop."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import RuleError
from assistant.fees import Rates, read_rates
from assistant.french import fold, say_percent
from assistant.settings import PROJECT

RATES = PROJECT / "corpus" / "rates"
HELD = read_rates(RATES)

# Floors as they were published, typed apart from the rates: three times the legal rate.
PUBLISHED_FLOORS = {
    date(2023, 7, 1): "12.66",
    date(2024, 1, 1): "15.21",
    date(2024, 7, 1): "14.76",
    date(2025, 1, 1): "11.13",
    date(2025, 7, 1): "8.28",
    date(2026, 1, 1): "7.86",
    date(2026, 7, 1): "8.25",
}


def test_three_times_the_legal_rate_is_the_published_floor(rates: Rates) -> None:
    """The legal rates of seven semesters agree with floors published elsewhere."""
    found = {day: 3 * rates.legal_interest.value_on(day) for day in PUBLISHED_FLOORS}
    assert {day: Decimal(floor) for day, floor in PUBLISHED_FLOORS.items()} == found


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2019-01-01", "0.00"),
        ("2023-01-01", "2.50"),
        ("2023-07-01", "4.00"),
        ("2026-01-01", "2.15"),
        ("2026-06-16", "2.15"),
        ("2026-06-17", "2.40"),
        ("2026-07-01", "2.40"),
    ],
)
def test_the_reference_rate_of_a_day_is_the_last_one_in_effect(day: str, rate: str, rates: Rates) -> None:
    """A rate holds from its day of effect until the next one's eve."""
    assert Decimal(rate) == rates.refinancing.value_on(date.fromisoformat(day))


def test_each_quote_says_its_value(rates: Rates) -> None:
    """Each entry's quote holds the value, in French."""
    entries = (*rates.refinancing.entries, *rates.legal_interest.entries)
    said = {f"{one.value:.2f}".replace(".", ",") for one in entries}
    assert said == {f"{one.value:.2f}".replace(".", ",") for one in entries if _says(one.quote, one.value)}


def _says(quote: str, value: Decimal) -> bool:
    return fold(f"{value:.2f} %".replace(".", ",")) in fold(quote) or fold(say_percent(value)) in fold(quote)


def test_no_day_outside_the_dates_held_is_computed(rates: Rates) -> None:
    """Late days run from 2019-01-01 to 2026-12-31, both included."""
    assert rates.hold(date(2018, 12, 31), date(2026, 12, 31))
    assert not rates.hold(date(2018, 12, 30), date(2026, 12, 31))
    assert not rates.hold(date(2018, 12, 31), date(2027, 1, 1))


@given(due=st.dates(date(2018, 12, 31), date(2026, 12, 30)), late=st.integers(1, 900))
def test_the_stretches_are_the_days_late(due: date, late: int) -> None:
    """Cut at each semester, the days late are all there, each once."""
    paid = min(date.fromordinal(due.toordinal() + late), date(2026, 12, 31))
    stretches = list(HELD.stretches(due, paid))
    days = [day for one in stretches for day in range(one.first.toordinal(), one.last.toordinal() + 1)]
    assert list(range(due.toordinal() + 1, paid.toordinal() + 1)) == days
    assert sum(one.days for one in stretches) == (paid - due).days
    assert all(one.semester <= one.first for one in stretches)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from: 2019-07-01", "from: 2018-07-01"),
        ("known_through: 2026-12-31", "known_through: 2026-01-01"),
        ('value: "0.86"', 'value: "-0.86"'),
    ],
)
def test_a_series_that_does_not_hold_together_is_an_error(old: str, new: str, tmp_path: Path) -> None:
    """Dates out of order, an end before the last entry, a negative rate: the file is named."""
    text = (RATES / "legal_interest.yaml").read_text(encoding="utf-8").replace(old, new)
    (tmp_path / "legal_interest.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"legal_interest\.yaml, ligne"):
        read_rates(tmp_path)


def test_a_missing_or_double_series_is_an_error(tmp_path: Path) -> None:
    """The three series are needed, one file each."""
    text = (RATES / "legal_interest.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match="ecb_main_refinancing"):
        read_rates(tmp_path)
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match="legal_interest"):
        read_rates(tmp_path)


def test_other_columns_of_a_rate_are_not_read(tmp_path: Path) -> None:
    """A company may note the rate of other creditors beside its own; a key that is needed still is."""
    for path in RATES.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        noted = text.replace("    unit:", '    individual_creditor: "6.84"\n    unit:')
        (tmp_path / path.name).write_text(noted, encoding="utf-8")
    assert HELD == read_rates(tmp_path)
    lost = noted.replace("    quote:", "    qoute:")
    (tmp_path / path.name).write_text(lost, encoding="utf-8")
    with pytest.raises(RuleError, match="quote"):
        read_rates(tmp_path)
