"""What was understood, corrected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.conversation import Assistant
from assistant.datatypes import Case, Doubt, MoneyReading, Reading
from assistant.ui.corrections import correct

TODAY = date(2026, 11, 20)
ASKED = "Combien coûte l'annulation à 2 000 € HT, 20 jours avant ?"


def test_a_corrected_edition_gives_its_sum_alone(assistant: Assistant) -> None:
    """Two editions undecided become one once the edition is chosen."""
    answer, conversation = assistant.reply(ASKED, today=TODAY)
    assert 2 == len(answer.calculations)
    assert conversation.known is not None
    reading = correct(conversation.known, "edition", "CGV-30J")
    corrected, _ = assistant.recompute(reading, typed="CGV-30J", conversation=conversation, today=TODAY)
    assert (Decimal("2000.00"),) == corrected.headline


def test_a_new_course_brings_its_own_terms() -> None:
    """An edition named before does not outlive the choice of a course."""
    reading = Reading("?", "open", courses=("A",), editions=("CGV-30J",))
    assert (("B",), ()) == (correct(reading, "course", "B").courses, correct(reading, "course", "B").editions)


def test_a_date_of_notice_replaces_a_number_of_days() -> None:
    """The two ways to say the notice do not contradict each other."""
    money = MoneyReading(Case("cancellation", notice_days=20))
    corrected = correct(Reading("?", "money", money=money), "notice_date", TODAY)
    assert corrected.money is not None
    assert (TODAY, None) == (corrected.money.case.notice_date, corrected.money.case.notice_days)


def test_a_correction_clears_the_doubt_about_it() -> None:
    """What was asked about is settled once it is typed."""
    money = MoneyReading(
        Case("cancellation"), doubts=(Doubt("price", "Combien ?"), Doubt("start_date", "Quand ?"))
    )
    corrected = correct(Reading("?", "money", money=money), "price", Decimal(100))
    assert corrected.money is not None
    assert ("start_date",) == tuple(one.field for one in corrected.money.doubts)
