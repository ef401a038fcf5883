"""How long before the start, in the ways people say it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.notice import (
    Notice,
    find_durations,
    find_notices,
    has_started,
)


def days(text: str, *, bare: bool = False) -> list[int]:
    """The days of notice that a text says."""
    return [one.days for one in find_notices(prepare(text), bare=bare)[0]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("J-15", 15),
        ("J – 15", 15),
        ("j - 15", 15),
        ("à J30", 30),
        ("J moins 7", 7),
        ("20j avant", 20),
        ("20 jours avant", 20),
        ("vingt jours avant", 20),
        ("trois semaines avant", 21),
        ("3 sem avant", 21),
        ("deux semaines et demie avant", 17),
        ("une semaine avant le début", 7),
        ("un mois avant", 30),
        ("deux mois à l'avance", 60),
        ("une quinzaine de jours avant", 15),
        ("48h avant", 2),
        ("la veille", 1),
        ("l'avant-veille", 2),
        ("le jour même", 0),
        ("le matin même", 0),
        ("the day before", 1),
        ("10 days before", 10),
        ("ten days before it starts", 10),
        ("31 days' notice", 31),
        ("avec un préavis de 10 jours", 10),
        ("annulation à 12 jours", 12),
        ("il reste 9 jours", 9),
        ("10 à 12 jours avant", 10),
    ],
)
def test_a_notice_is_read_in_days(text: str, count: int) -> None:
    """Days, weeks, months, hours and set phrases come to days before the start."""
    assert [count] == days(text)


@pytest.mark.parametrize(
    "text",
    [
        "formation de 2 jours",
        "30 jours de retard",
        "20 jours avant l'échéance",
        "les 15 jours",
        "CGV à 30 jours",
        "CGV-15J 1 000 € HT",
        "seuil de 15 jours",
        "la veille de la signature",
        "the day before yesterday",
        "annulation à moins de 15 jours",
        "pas 20 jours avant",
    ],
)
def test_other_lengths_of_time_are_no_notice(text: str) -> None:
    """A length, a delay, a figure of the terms or a denied notice is not a notice."""
    assert [] == days(text)


def test_a_duration_alone_is_a_notice_in_an_answer() -> None:
    """« 10 jours » answers « combien de jours avant ? »."""
    assert [] == days("10 jours")
    assert [10] == days("10 jours", bare=True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("moins de 15 jours avant", 0, 14),
        ("plus d'un mois avant", 31, None),
        ("moins d'un mois avant", 0, 30),
        ("un mois avant", 28, 31),
        ("25 jours ouvrés avant", 35, 37),
        ("13 business days before", 17, 21),
        ("11 jours ouvrables avant", 12, 15),
        ("au moins 3 semaines avant", 21, None),
        ("environ 20 jours avant", 17, 23),
        ("entre 10 et 12 jours avant", 10, 12),
    ],
)
def test_an_inexact_notice_has_bounds(text: str, low: int, high: int | None) -> None:
    """« moins de », « plus de » and « environ » bound the notice without saying it."""
    (notice,) = find_notices(prepare(text), bare=False)[0]
    assert (low, high) == (notice.low, notice.high)


def test_months_and_working_days_are_counted_on_the_calendar() -> None:
    """A month before 31 March is 31 days; three working days before a Thursday are three days."""
    assert 31 == Notice(30, 30, 30, months=1).before(date(2027, 3, 31))
    assert 28 == Notice(30, 30, 30, months=1).before(date(2027, 3, 28))
    assert 5 == Notice(3, 3, 7, working=3).before(date(2027, 1, 12))
    assert 4 == Notice(3, 3, 7, working=3, per_week=6).before(date(2027, 1, 12))


@pytest.mark.parametrize(
    ("text", "started"),
    [
        ("la formation a commencé", True),
        ("la formation a déjà débuté", True),
        ("pendant la formation", True),
        ("en plein milieu du stage", True),
        ("après le premier jour", True),
        ("10 jours après le début", True),
        ("the course has already started", True),
        ("after the first day", True),
        ("elle n'a pas encore commencé", False),
        ("avant le début", None),
        ("la formation commence demain", None),
    ],
)
def test_a_training_that_has_started_is_seen(text: str, started: bool | None) -> None:
    """What has begun, has not, and what is not said are told apart."""
    assert started is has_started(prepare(text))


@settings(deadline=None)
@given(
    st.integers(min_value=1, max_value=400),
    st.sampled_from(["{} jours avant", "{}j avant", "J-{}", "{} days before"]),
)
def test_any_number_of_days_reads_back(count: int, form: str) -> None:
    """A notice of n days is n days, however it is written."""
    assert [count] == days(form.format(count))


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=50))
def test_weeks_are_seven_days(count: int) -> None:
    """N weeks are 7 × n days."""
    assert [7 * count] == [one.days for one in find_durations(f"{count} semaines")]
