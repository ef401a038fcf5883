"""Dates, in the ways people write them; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.spelling import prepare
from assistant.french import say_date

TODAY = date(2026, 11, 20)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))


def single(text: str) -> date:
    """The only day that a text can mean."""
    (mention,) = find_dates(prepare(text), TODAY)
    (day,) = mention.options
    return day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 12 mars 2027", "2027-03-12"),
        ("12/03/2027", "2027-03-12"),
        ("12.03.27", "2027-03-12"),
        ("12-03-2027", "2027-03-12"),
        ("2027-03-12", "2027-03-12"),
        ("12 mars 27", "2027-03-12"),
        ("vendredi 12 mars 2027", "2027-03-12"),
        ("un vendredi (12 mars 2027)", "2027-03-12"),
        ("vendredi dernier, soit le 13/11/2026", "2026-11-13"),
        ("un vendredi : parti le vendredi 12 mars 2027", "2027-03-12"),
        ("on a Friday (12 March 2027)", "2027-03-12"),
        ("le 12 mars 2027 j'envoie", "2027-03-12"),
        ("le 12 mars 2027 participants absents", "2027-03-12"),
        ("1er avril 2027", "2027-04-01"),
        ("premier avril 2027", "2027-04-01"),
        ("12 sept. 2027", "2027-09-12"),
        ("5 févr. 2027", "2027-02-05"),
        ("quinze mars deux mille vingt-sept", "2027-03-15"),
        ("March 12, 2027", "2027-03-12"),
        ("12th of March 2027", "2027-03-12"),
        ("mardi prochain", "2026-11-24"),
        ("next tuesday", "2026-11-24"),
        ("vendredi prochain", "2026-11-27"),
        ("ce vendredi", "2026-11-20"),
        ("lundi dernier", "2026-11-16"),
        ("lundi en huit", "2026-11-30"),
        ("lundi en quinze", "2026-12-07"),
        ("le premier lundi de janvier 2027", "2027-01-04"),
        ("le jour de Noël 2026", "2026-12-25"),
        ("la veille du nouvel an 2027", "2026-12-31"),
        ("le lundi de Pâques 2027", "2027-03-29"),
        ("le lendemain de la Toussaint 2026", "2026-11-02"),
        ("le deuxième mardi du mois de mars 2027", "2027-03-09"),
        ("le dernier jour de février 2027", "2027-02-28"),
        ("the last Friday of January 2027", "2027-01-29"),
        ("demain", "2026-11-21"),
        ("après-demain", "2026-11-22"),
        ("hier", "2026-11-19"),
        ("avant-hier", "2026-11-18"),
        ("aujourd'hui", "2026-11-20"),
        ("ce matin", "2026-11-20"),
        ("dans six semaines", "2027-01-01"),
        ("dans 10 jours", "2026-11-30"),
        ("dans un mois", "2026-12-20"),
        ("dans 10 jours ouvrés", "2026-12-04"),
        ("in two weeks", "2026-12-04"),
        ("3 weeks from now", "2026-12-11"),
        ("il y a 3 jours", "2026-11-17"),
        ("y a 10 jours", "2026-11-10"),
        ("3 days ago", "2026-11-17"),
    ],
)
def test_a_complete_date_means_one_day(text: str, day: str) -> None:
    """A date that says its year, or is counted from today, means one day."""
    assert date.fromisoformat(day) == single(text)


@pytest.mark.parametrize(
    "text", ["dans une quinzaine", "dans une quinzaine de jours", "dans environ 15 jours"]
)
def test_a_round_number_of_days_is_a_stretch(text: str) -> None:
    """« une quinzaine » is some day around the fifteenth from today."""
    (mention,) = find_dates(prepare(text), TODAY)
    assert ((), (date(2026, 12, 2), date(2026, 12, 8))) == (mention.options, mention.vague)


@pytest.mark.parametrize("text", ["12 mars", "12/03", "March 12", "12th of March", "le 12 mars"])
def test_a_date_without_a_year_may_be_in_several(text: str) -> None:
    """A date without a year means that day of the years around."""
    (mention,) = find_dates(prepare(text), TODAY)
    assert [date(year, 3, 12) for year in range(2024, 2029)] == list(mention.options)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("du 3 au 5 mars 2027", "2027-03-03", "2027-03-05"),
        ("les 12, 13 et 14 mars 2027", "2027-03-12", "2027-03-14"),
        ("du lundi 8 au mercredi 10 mars 2027", "2027-03-08", "2027-03-10"),
        ("du 30 mars au 2 avril 2027", "2027-03-30", "2027-04-02"),
        ("du 12/03/2027 au 15/05/2027", "2027-03-12", "2027-05-15"),
        ("entre le 3 et le 5 mars 2027", "2027-03-03", "2027-03-05"),
        ("from 3 March 2027 to 5 March 2027", "2027-03-03", "2027-03-05"),
    ],
)
def test_an_interval_is_one_date(text: str, first: str, last: str) -> None:
    """« du 3 au 5 mars » begins on the 3rd and ends on the 5th."""
    (mention,) = find_dates(prepare(text), TODAY)
    assert ([date.fromisoformat(first)], date.fromisoformat(last)) == (
        list(mention.options),
        mention.last[-1],
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("fin mars", "2027-03-21", "2027-03-31"),
        ("à la fin du mois de mars", "2027-03-21", "2027-03-31"),
        ("au milieu du mois d'avril 2027", "2027-04-11", "2027-04-20"),
        ("début avril 2027", "2027-04-01", "2027-04-10"),
        ("mi-mars", "2027-03-11", "2027-03-20"),
        ("en mars", "2027-03-01", "2027-03-31"),
        ("end of March", "2027-03-21", "2027-03-31"),
        ("la semaine prochaine", "2026-11-23", "2026-11-27"),
        ("cette semaine", "2026-11-20", "2026-11-20"),
        ("le mois prochain", "2026-12-01", "2026-12-31"),
        ("fin du mois", "2026-11-21", "2026-11-30"),
        ("la semaine du 17 mars 2027", "2027-03-15", "2027-03-19"),
        ("la semaine du 12 mars 2020", "2020-03-09", "2020-03-13"),
    ],
)
def test_a_rough_date_is_a_stretch(text: str, first: str, last: str) -> None:
    """« fin mars » is any day of a stretch, none in particular."""
    (mention,) = find_dates(prepare(text), TODAY)
    assert (date.fromisoformat(first), date.fromisoformat(last)) == mention.vague


@pytest.mark.parametrize(
    "text",
    [
        "31 février",
        "31 février 2027",
        "31/04/2027",
        "12/13/2027",
        "29 février",
        "29 février 2027",
        "mardi 12 mars 2027",
        "mardi 12 mars",
        "vendredi",
        "12/03/9999",
        "fin mars 1950",
        "la semaine du 31 avril",
        "du 31 au 30 avril",
    ],
)
def test_an_impossible_or_unclear_date_is_asked_about(text: str) -> None:
    """A day that does not exist, or can be read two ways, has a question and no day."""
    (mention,) = find_dates(prepare(text), TODAY)
    assert mention.problem is not None
    assert mention.problem.endswith("?")
    assert () == mention.options


@pytest.mark.parametrize(
    "text",
    [
        "20 jours avant",
        "formation de 2 jours",
        "article 3.5",
        "06.12.34.56.78",
        "le 12 500 €",
        "1/2 journée",
        "1/2 tarif",
        "le 75",
        "dans 10",
        "8 participants",
        "ma formation",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Durations, articles, telephone numbers and sums are not dates."""
    assert () == find_dates(prepare(text), TODAY)


def test_a_day_alone_is_one_of_every_month() -> None:
    """« le 12 » is the 12th of a month near today."""
    (mention,) = find_dates("le 12", TODAY)
    assert {12} == {day.day for day in mention.options}
    assert date(2026, 12, 12) in mention.options


def test_a_bare_weekday_is_the_last_or_the_next() -> None:
    """« lundi » is last Monday or next Monday."""
    (mention,) = find_dates("lundi", TODAY)
    assert (date(2026, 11, 16), date(2026, 11, 23)) == mention.options


@settings(deadline=None)
@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "%d %B %Y", "%B %d, %Y"]))
def test_a_date_written_in_any_format_reads_back(day: date, form: str) -> None:
    """What a person writes in digits or in English is the day they meant."""
    assert day == single(day.strftime(form))


@settings(deadline=None)
@given(DAYS)
def test_a_date_in_french_reads_back(day: date) -> None:
    """What we write in French is the day we meant."""
    assert day == single(say_date(day))


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=400))
def test_days_ahead_and_ago_are_counted_from_today(count: int) -> None:
    """« dans n jours » and « il y a n jours » are n days from today."""
    assert TODAY + timedelta(days=count) == single(f"dans {count} jours")
    assert TODAY - timedelta(days=count) == single(f"il y a {count} jours")
