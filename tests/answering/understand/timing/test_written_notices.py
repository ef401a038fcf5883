"""Notices by word of mouth and in writing."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.understand.dates.dates import find_dates
from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.notice import find_durations
from assistant.answering.understand.timing.written_notices import (
    first_received,
    only_said,
    spoken,
    weigh_writings,
)
from tests.conftest import ONLY_30

MAIL, LETTER = date(2027, 2, 10), date(2027, 2, 20)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("nous avons prévenu par téléphone", True),
        ("j'ai appelé ceans le 3 mars 2027 pour annuler", True),
        ("prévenu par téléphone, mais le courrier est arrivé le 5", False),
        ("prévenu par téléphone, sans courrier reçu", True),
        ("prévenu par mail", False),
    ],
)
def test_a_notice_is_only_said_when_nothing_is_written(text: str, only: bool) -> None:
    """A letter or an e-mail that arrived makes it written."""
    assert only == only_said(prepare(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("appelé 20 jours avant, courriel reçu 12 jours avant", {0}),
        ("courriel reçu 20 jours avant puis un appel par téléphone 12 jours avant", {1}),
        ("mail 20 jours avant, lettre 12 jours avant", set()),
        ("par téléphone 20 jours avant, ou 12 jours avant", set()),
    ],
)
def test_a_notice_by_mouth_gives_way_to_a_written_one(text: str, places: set[int]) -> None:
    """Only where another clause speaks of a writing."""
    said = prepare(text)
    assert places == spoken(said, find_durations(said))


def test_an_email_and_the_letter_that_confirms_it_are_told_apart() -> None:
    """Each gets its own role, whatever the words nearer."""
    text = prepare("mail d'annulation le 10 février 2027, confirmé par lettre reçue le 20 février 2027")
    ranked = [{"notice": 5, "start": 30}, {"notice": 2}]
    weigh_writings(ranked, text, find_dates(text, MAIL))
    assert ["mail", "notice"] == [min(one, key=lambda role: one[role]) for one in ranked]


@pytest.mark.parametrize(("day", "settled"), [(15, False), (28, True)])
def test_the_first_writing_counts_and_is_asked_about_when_it_decides(day: int, settled: bool) -> None:
    """On either side of 30 days it decides; beyond, the e-mail counts."""
    month = 3 if day == 15 else 4
    found = first_received(MAIL, LETTER, date(2027, month, day), ONLY_30)
    assert settled == (found.facts == {"notice_date": MAIL})
    assert settled != bool(found.doubts)


def test_without_a_start_the_first_writing_is_asked_about() -> None:
    """Nothing says that it changes nothing."""
    assert first_received(MAIL, LETTER, None, ONLY_30).doubts
