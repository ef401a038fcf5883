"""Messages about money, read turn by turn; the messages are in `money_cases.yaml`."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answering.understand.money.money import describe_case, understand_money
from assistant.datatypes import Case, MoneyReading
from assistant.fees.case import check_case
from tests.conftest import FIGURES, ONLY_30

TODAY = date(2026, 11, 20)
CASES = yaml.safe_load(Path(__file__).with_name("money_cases.yaml").read_text(encoding="utf-8"))
FACTS = [one.name for one in fields(Case) if one.name != "event"]
WORDS = """j'annule annulation reporter vous ceans annule combien je dois formation session le du au 12 mars 3
    janvier 2027 31 février 29 2028 20 jours avant J-15 2 000 € HT TTC 2400 1.000,5 -500 € acompte
    versé payé non pas rien tout OPCO 60 % 1500 facture échéance payée retard de semaines mois la
    veille dans il y a ouvrés lundi prochain en huit fin début par personne 8 participants salaire
    2800 charges 42 % particulier suisse en ligne signé commandé reçu hier demain et si , . ? moins
    plus un deux k€ entre 12/03/2027 99/99/9999 12/03/0000 2027-02-30 999 9999999999999 mardi
    premier semaine prochaine remboursement reste TVA exonéré sur débaucher formateur plafond me
    rétracte x""".split()


def read(*turns: str) -> MoneyReading | None:
    """The reading after the last of some turns."""
    known = None
    for turn in turns:
        reading = understand_money(turn, known=known, today=TODAY, figures=FIGURES)
        known = reading or known
    return reading


def as_row(reading: MoneyReading | None) -> dict[str, Any] | None:
    """A reading as a row of `money_cases.yaml`."""
    if reading is None:
        return None
    known = {name: getattr(reading.case, name) for name in FACTS}
    row = {name: str(v) if isinstance(v, Decimal) else v for name, v in known.items() if v is not None}
    doubts = {"doubts": [one.field for one in reading.doubts]} if reading.doubts else {}
    head = {"event": reading.case.event, "asked": reading.asked, "wants_sum": reading.wants_sum}
    return {**head, **row, **doubts}


@pytest.mark.parametrize("turns", CASES, ids=lambda turns: turns[0]["say"][:50])
def test_a_conversation_is_read_turn_by_turn(turns: list[dict[str, Any]]) -> None:
    """Each turn gives the whole case known after it, or nothing when it is about no sum."""
    known, before = None, None
    for turn in turns:
        reading = understand_money(turn["say"], known=known, today=TODAY, figures=FIGURES, previous=before)
        assert turn["reads"] == as_row(reading), turn["say"]
        known, before = reading or known, turn["say"]


def test_the_fields_that_a_message_states_are_named() -> None:
    """`given` tells what this message says, and not what was known."""
    reading = read("J'annule 20 jours avant, 2 000 € HT, combien ?", "et si j'avais payé 500 € ?")
    assert reading is not None
    assert ("paid",) == reading.given


def test_what_is_taken_for_granted_is_said() -> None:
    """A notice that nobody dated is taken as given today, and that is said back."""
    reading = read("Ma formation commence dans 10 jours, j'annule, 1 000 € HT, combien ?")
    assert reading is not None
    assert "aujourd'hui" in reading.notes[0]


def test_a_doubt_lasts_until_it_is_settled() -> None:
    """A question that the next message leaves open is asked again, one it answers is not."""
    first = "J'annule moins de 30 jours avant, 2 000 €, combien ?"
    still, settled = read(first, "c'est du HT"), read(first, "c'est du HT", "20 jours")
    assert still is not None
    assert settled is not None
    assert ["notice_days"] == [one.field for one in still.doubts]
    assert () == settled.doubts


def test_two_dates_in_the_wrong_order_stop_being_doubted_once_mended() -> None:
    """A doubt that comes from two dates goes when one of them is corrected."""
    wrong = "formation le 3 mars 2027, commande du 10 avril 2027, 2 000 € HT, j'annule"
    reading = read(wrong, "non, commande du 10 octobre 2026")
    assert reading is not None
    assert () == reading.doubts


def test_an_edition_known_before_is_kept() -> None:
    """The edition of the known case stays, even when a message states a case of its own."""
    known = MoneyReading(Case(event="cancellation", edition="CGV-15J", price=Decimal(100)))
    message = "J'annule la formation du 12 mars 2027 à 2 000 € HT, 20 jours avant, combien ?"
    reading = understand_money(message, known=known, today=TODAY, figures=FIGURES)
    assert reading is not None
    assert ("CGV-15J", Decimal(2000)) == (reading.case.edition, reading.case.price)


def test_a_whole_new_case_forgets_the_facts_of_the_one_before() -> None:
    """A message that states price, start and notice starts afresh."""
    reading = read(
        "particulier, j'annule 20 jours avant, 900 € TTC, acompte non versé, combien ?",
        "Autre cas : 2 000 € HT, début le 12 mars 2027, annulation reçue le 1er mars 2027, combien ?",
    )
    assert reading is not None
    assert (None, None) == (reading.case.client, reading.case.deposit_paid)


@pytest.mark.parametrize(
    "deposit", ["acompte de 600 € non versé", "acompte non versé de 600 €", "acompte de 600 € impayé"]
)
def test_a_deposit_of_a_sum_may_not_have_been_paid(deposit: str) -> None:
    """Whichever comes first, the sum or that it was not paid: nothing is credited."""
    reading = read(f"j'annule 20 jours avant, {deposit}, prix 2 000 € HT, combien ?")
    assert reading is not None
    assert (Decimal(2000), Decimal(0)) == (reading.case.price, reading.case.deposit_paid)


def test_an_inexact_notice_is_asked_about_only_where_it_decides() -> None:
    """Under the edition of 30 days, « moins de 30 jours » is enough."""
    known = MoneyReading(Case(event="cancellation", edition="CGV-30J", price=Decimal(100)))
    reading = understand_money("j'annule moins de 30 jours avant", known=known, today=TODAY, figures=ONLY_30)
    assert reading is not None
    assert () == reading.doubts


@pytest.mark.parametrize(
    ("before", "message", "event", "asked"),
    [
        ("Elle coûte 2 000 € HT.", "Si l'un d'eux est absent, combien payons-nous ?", "absence", "price"),
        (
            "Que se passe-t-il si ceans annule ?",
            "Nous avions versé 720 €, combien récupérons-nous ?",
            "provider_cancellation",
            "refund",
        ),
        ("Si vous annulez, combien je récupère ?", "j'ai payé 800 €", "provider_cancellation", "refund"),
        ("Combien d'acompte ?", "pour 2 000 € HT ?", "deposit", "deposit"),
    ],
)
def test_the_message_before_says_what_this_one_leaves_out(
    before: str, message: str, event: str, asked: str
) -> None:
    """A clause question, or a price alone, opens the case that the next message asks about."""
    assert understand_money(before, known=None, today=TODAY, figures=FIGURES) is None
    reading = understand_money(message, known=None, today=TODAY, figures=FIGURES, previous=before)
    assert reading is not None
    assert (event, asked, True) == (reading.case.event, reading.asked, reading.wants_sum)


@pytest.mark.parametrize(
    "message",
    [
        "Que doit-on si on annule moins de 30 jours avant ?",
        "Quelle différence entre annuler 15 jours avant et 30 jours avant ?",
        "Mon vol a été annulé la veille du départ, combien me rembourse-t-on ?",
        "Comment résilier mon forfait mobile avant la fin de l'engagement ?",
        "Peut-on annuler par téléphone ?",
        "Si je préviens par téléphone, l'annulation compte-t-elle ?",
    ],
)
def test_figures_of_the_terms_and_other_trades_make_no_case(message: str) -> None:
    """A threshold that is quoted, the form of a notice, a flight or a subscription is no case of ours."""
    assert read(message) is None


def test_the_edition_named_in_the_message_settles_an_inexact_notice() -> None:
    """Under the CGV-30J, « moins de 30 jours » leaves no doubt."""
    message = "CGV-30J, 2 000 € HT, j'annule moins de 30 jours avant, combien ?"
    reading = understand_money(message, known=None, today=TODAY, figures=ONLY_30)
    assert reading is not None
    assert ((), 29) == (reading.doubts, reading.case.notice_days)


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("Que devient l'acompte si j'annule ?", "et combien coûte la formation ?"),
        ("Quelle est la durée ?", "et le programme ?"),
        ("Bonjour", "combien de participants ?"),
    ],
)
def test_the_message_before_makes_no_case_of_another_question(before: str, message: str) -> None:
    """Without facts, or about something else, there is still no case."""
    assert understand_money(message, known=None, today=TODAY, figures=FIGURES, previous=before) is None


def test_the_message_before_may_change_what_happens() -> None:
    """A clause question about a cancellation by the provider is followed by its refund."""
    known = read("J'annule 20 jours avant, 2 000 € HT, combien ?")
    before = "Que se passe-t-il si ceans annule ?"
    reading = understand_money(
        "combien on récupère ?", known=known, today=TODAY, figures=FIGURES, previous=before
    )
    assert reading is not None
    assert ("provider_cancellation", Decimal(2000)) == (reading.case.event, reading.case.price)
    own = understand_money("et si je reporte ?", known=known, today=TODAY, figures=FIGURES, previous=before)
    assert own is not None
    assert "postponement" == own.case.event


def test_a_priced_session_to_which_nothing_happens_asks_what_does() -> None:
    """A sum asked of a date and a price alone is no cancellation until the person says so."""
    known = read("RCL-RCL-05 du 10 décembre 2026, 2 000 € HT, combien je dois ?")
    assert ["event"] == [one.field for one in known.doubts]
    settled = understand_money("on annule", known=known, today=TODAY, figures=FIGURES)
    assert settled is not None
    assert ("cancellation", ()) == (settled.case.event, settled.doubts)
    postponed = understand_money("un report", known=known, today=TODAY, figures=FIGURES)
    assert postponed is not None
    assert "postponement" == postponed.case.event


@pytest.mark.parametrize("who", ["Notre formateur interne", "Notre formatrice interne"])
def test_a_trainer_of_the_client_does_not_make_the_provider_cancel(who: str) -> None:
    """Whoever teaches at the client's is no trainer of ours."""
    reading = read(f"{who} est malade donc nous annulons 20 jours avant, 2 000 € HT, combien ?")
    assert "cancellation" == reading.case.event


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), max_size=3))
def test_what_is_not_doubted_can_be_calculated(turns: list[str]) -> None:
    """Whatever is typed, a reading without doubts holds facts that can stand together."""
    known = None
    for turn in turns:
        known = understand_money(turn, known=known, today=TODAY, figures=FIGURES) or known
        if known is not None:
            assert describe_case(known)["Situation"]
            if not known.doubts:
                check_case(known.case)
