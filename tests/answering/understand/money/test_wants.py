"""Whether a sum is wanted."""

from __future__ import annotations

import pytest

from assistant.answering.understand.events import read_asking
from assistant.answering.understand.findings import Findings
from assistant.answering.understand.money.wants import Told, wants_first, wants_next
from assistant.datatypes import Case, Event, MoneyReading

KNOWN = MoneyReading(Case("cancellation"))


def told(text: str, event: Event, named: Event | None, *, settled: bool = False, **facts: object) -> Told:
    """What a text tells, with those facts."""
    return Told(text, read_asking(text), named, event, Findings(facts), settled)


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        (told("j'annule 10 jours avant, combien ?", "cancellation", "cancellation", notice_days=10), True),
        (told("combien coute une annulation ?", "cancellation", "cancellation"), True),
        (told("je veux annuler ma formation", "cancellation", "cancellation"), False),
        (told("peut on annuler ?", "cancellation", "cancellation"), None),
        (told("mon vol annule 10 jours avant", "cancellation", "cancellation", notice_days=10), None),
    ],
)
def test_a_first_message_wants_a_sum_when_it_asks_or_states_a_case(said: Told, wants: bool | None) -> None:
    """A clause asked for, or another trade's, is no case."""
    assert wants == wants_first(said)


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        (told("et si je reporte ?", "postponement", "postponement"), True),
        (told("et si le ciel est bleu ?", "cancellation", None), None),
        (told("et si on annule plus tard ?", "cancellation", "cancellation"), None),
        (told("et si je veux etre rembourse ?", "cancellation", None), True),
        (told("qui anime la formation ?", "cancellation", None), None),
        (told("c'est nous qui annulons", "cancellation", "cancellation", settled=True), True),
    ],
)
def test_a_later_message_goes_on_with_the_case_or_leaves_it(said: Told, wants: bool | None) -> None:
    """An answer to a pending question always goes on."""
    assert wants == wants_next(KNOWN, said)
