"""Sums and percentages, in the ways people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.sums.amounts import bare_number, find_shares, find_sums, parse_number

CENTS = st.integers(min_value=0, max_value=99_999_999).map(lambda cents: Decimal(cents) / 100)


def grouped(amount: Decimal, separator: str, point: str) -> str:
    """An amount with its thousands apart, and two decimals."""
    return f"{amount:,.2f}".replace(",", "\0").replace(".", point).replace("\0", separator)


@pytest.mark.parametrize(
    ("text", "value", "basis"),
    [
        ("4 500,50 € HT", "4500.50", "HT"),
        ("4.500 euros", "4500", None),
        ("4.500,50 €", "4500.50", None),
        ("3k€ TTC", "3000", "TTC"),
        ("3 K€", "3000", None),
        ("1,2 k HT", "1200.0", "HT"),
        ("1,5 M€", None, None),
        ("EUR 4,500 incl. VAT", "4500", "TTC"),
        ("€4,500.00 plus VAT", "4500.00", "HT"),
        ("deux mille euros", "2000", None),
        ("12,5 mille euros", "12500.0", None),
        ("2000 balles", "2000", None),
        ("1 350 e", "1350", None),
        ("2000€ht", "2000", "HT"),
        ("4\u202f500,50\u00a0€", "4500.50", None),
        ("prix HT de 2 000", "2000", "HT"),
        ("HT : 2000", "2000", "HT"),
        ("2 000 € hors taxes", "2000", "HT"),
        ("2 000 € toutes taxes comprises", "2000", "TTC"),
        ("1'234.56 €", "1234.56", None),
        ("acompte de 600", "600", None),
        ("500 déjà versés", "500", None),
        ("on a donné 450", "450", None),
        ("600 d'acompte", "600", None),
        ("dix jours avant, à 1300 ?", "1300", None),
    ],
)
def test_a_sum_is_read_as_people_write_it(text: str, value: str | None, basis: str | None) -> None:
    """Grouping, currency, thousands in « k », words and tax marks are understood."""
    found = find_sums(prepare(text))
    assert [basis] == [one.basis for one in found]
    if value is None:
        assert found[0].problem is not None
    else:
        assert (Decimal(value), None) == (found[0].value, found[0].problem)


@pytest.mark.parametrize(
    "text",
    [
        "20 jours avant",
        "8 participants",
        "article 3.5",
        "RCL-RCL-05",
        "06 12 34 56 78",
        "session 2027",
        "commande 2026 payée",
        "formation de 2 jours",
        "à 14h30",
        "capital social de 25 000 €",
        "n° TVA intra FR12 345678",
        "à 15",
    ],
)
def test_other_numbers_are_no_sums(text: str) -> None:
    """Durations, head counts, references, years and the share capital are not sums."""
    assert () == find_sums(prepare(text))


@pytest.mark.parametrize(
    "text", ["-500 €", "prix : -500 €", "1.000,5,0 €", "12.34.567 €", "5 000 000 €", "entre 2 000 et 2 500 €"]
)
def test_an_impossible_sum_is_asked_about(text: str) -> None:
    """A sum that is negative, unreadable, huge or a range has a question, never a repair."""
    problems = [one.problem for one in find_sums(prepare(text))]
    assert problems[-1] is not None
    assert problems[-1].endswith("?")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("8 participants à 890 €", "7120"),
        ("890 € par personne pour 8 stagiaires", "7120"),
        ("890 €/pers, 8 personnes", "7120"),
        ("890 € x 8", "7120"),
        ("8 x 890 €", "7120"),
        ("890 € par personne", "890"),
        ("5x300 € HT", "1500"),
        ("1 500 €/pers x 3", "4500"),
        ("3 groupes à 1 200 € le groupe", "3600"),
    ],
)
def test_a_price_a_head_is_multiplied(text: str, total: str) -> None:
    """A price a head gives the price of everyone."""
    assert [Decimal(total)] == [one.total for one in find_sums(prepare(text))]


def test_a_price_a_head_without_a_head_count_says_so() -> None:
    """A price a head for an unknown number of people is for nought of them."""
    assert [0] == [one.heads for one in find_sums("890 € par personne")]


def test_the_price_of_a_group_may_be_anyones() -> None:
    """« pour 8 participants à 4 500 € » leaves open whose price it is, unless in-house."""
    assert [8] == [one.group for one in find_sums("pour 8 participants a 4 500 €")]
    assert [None] == [one.group for one in find_sums("intra pour 8 participants a 4 500 €")]


@pytest.mark.parametrize("digits", ["1.000,5,0", "1,2,3", "1.00.000", "1 000.500", "12,3456", "1.000 000"])
def test_digits_that_write_no_number_are_refused(digits: str) -> None:
    """Separators that do not make sense together write no number."""
    assert parse_number(digits) is None


@settings(deadline=None)
@given(CENTS, st.sampled_from([(" ", ","), (".", ","), (",", "."), ("'", "."), ("\u202f", ","), ("", ",")]))
def test_an_amount_written_in_any_format_reads_back(amount: Decimal, marks: tuple[str, str]) -> None:
    """What a person writes with groups and decimals is the amount they meant."""
    written = prepare(f"prix : {grouped(amount, *marks)} €")
    assert [amount] == [one.value for one in find_sums(written)]


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=999))
def test_thousands_in_k_read_back(thousands: int) -> None:
    """« 3 k€ » is 3 000 €."""
    assert [Decimal(thousands * 1000)] == [one.value for one in find_sums(f"{thousands} k€")]


def test_shares_are_read() -> None:
    """Percentages are read, one half included."""
    assert [Decimal("5.5"), Decimal(50), Decimal(30)] == [
        one.percent for one in find_shares(prepare("5,5 % ; la moitié ; trente pour cent"))
    ]


@pytest.mark.parametrize(
    ("text", "number"), [("2 000", "2000"), ("non, 20", "20"), ("c'est 1 500 .", "1500"), ("20 jours", None)]
)
def test_a_number_alone_is_seen(text: str, number: str | None) -> None:
    """A message that is a number and little else gives that number."""
    assert (Decimal(number) if number else None) == bare_number(prepare(text))
