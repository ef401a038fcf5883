"""What the dates of a message are for; today is Friday 20 November 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.answering.understand.spelling import prepare
from assistant.answering.understand.timing.timing import read_timing
from assistant.datatypes import Case, Event
from tests.conftest import FIGURES, ONLY_30

TODAY = date(2026, 11, 20)


def facts(text: str, event: Event = "cancellation", known: Case | None = None) -> dict[str, Any]:
    """The facts about time that a text states, dates as ISO."""
    found, _ = read_timing(prepare(text), event, known, TODAY, bare=False, figures=FIGURES)
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in found.facts.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la formation commence le 12 mars 2027", {"start_date": "2027-03-12"}),
        ("session du 12 mars", {"start_date": "2027-03-12"}),
        (
            "le 20 novembre 2026 j'envoie l'annulation, reçue le 5 décembre, pour RCL-RCL-14 du 16 décembre",
            {"start_date": "2026-12-16", "notice_date": "2026-12-05"},
        ),
        (
            "le 1er décembre 2026 je dépose l'annulation pour RCL-RCL-14 du 16 décembre 2026",
            {"start_date": "2026-12-16", "notice_date": "2026-12-01"},
        ),
        (
            "le 2 novembre 2026 j'envoie le devis signé, j'annule le 5 décembre, RCL-RCL-14 du 16 décembre",
            {"start_date": "2026-12-16", "notice_date": "2026-12-05"},
        ),
        (
            "commande RCL-RCL-14 du 1er octobre 2026, session du 16 décembre 2026, annulée le vendredi 4",
            {"order_date": "2026-10-01", "start_date": "2026-12-16", "notice_date": "2026-12-04"},
        ),
        ("formation le 12 mars", {"start_date": "2027-03-12"}),
        ("prévue le 12 mars", {"start_date": "2027-03-12"}),
        ("the course starts on March 12", {"start_date": "2027-03-12"}),
        ("du 3 au 5 mars", {"start_date": "2027-03-03"}),
        (
            "j'annule la session du 12 mars le 1er mars",
            {"start_date": "2027-03-12", "notice_date": "2027-03-01"},
        ),
        (
            "session du 10 janvier, annulée le 28 décembre",
            {"start_date": "2027-01-10", "notice_date": "2026-12-28"},
        ),
        (
            "courrier envoyé le 1er mars, reçu le 4 mars, début le 18 mars",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        (
            "courrier posté le 1er mars, début le 18 mars",
            {"start_date": "2027-03-18", "notice_date": "2027-03-01"},
        ),
        (
            "écrit le 1er mars 2027 mais nous n'avons reçu sa lettre que le 4 mars, début le 18 mars 2027",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        (
            "annulation rédigée le 1er mars 2027 et réceptionnée le 4 mars, début le 18 mars 2027",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        (
            "annulation écrite le 1er mars 2027, que nous n'avons eue que le 4 mars, début le 18 mars 2027",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        (
            "il annule le 1er mars 2027, nous n'avons reçu cette lettre que le 4 mars, début le 18 mars 2027",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        (
            "convocation reçue le 1er mars 2027, j'annule le 4 mars, début le 18 mars 2027",
            {"start_date": "2027-03-18", "notice_date": "2027-03-04"},
        ),
        ("commandé le 5 octobre, début le 12 mars", {"start_date": "2027-03-12", "order_date": "2026-10-05"}),
        ("signé le 5 octobre", {"signature_date": "2026-10-05"}),
        ("12 mars 2027 et 1er mars 2027", {"start_date": "2027-03-12", "notice_date": "2027-03-01"}),
        ("10 jours avant le 12 mars", {"start_date": "2027-03-12", "notice_days": 10}),
        ("un mois avant le 31 mars", {"start_date": "2027-03-31", "notice_days": 31}),
        (
            "le 2 mars 2027, soit 10 jours avant le début du 12 mars 2027",
            {"start_date": "2027-03-12", "notice_date": "2027-03-02"},
        ),
        ("facture du 12 mars", {}),
        ("acompte payé le 3 octobre, début le 12 mars", {"start_date": "2027-03-12"}),
        (
            "j'ai prévenu hier, début mardi prochain",
            {"start_date": "2026-11-24", "notice_date": "2026-11-19"},
        ),
        (
            "j'ai annulé mardi la session du 7 décembre",
            {"start_date": "2026-12-07", "notice_date": "2026-11-17"},
        ),
        ("la formation a commencé le 3 novembre", {"start_date": "2026-11-03", "started": True}),
        (
            "annulée le 20 mars, formation le 12 mars",
            {"start_date": "2027-03-12", "notice_date": "2027-03-20"},
        ),
        ("j'annule le 1er décembre, début le 20", {"start_date": "2026-12-20", "notice_date": "2026-12-01"}),
        ("j'annule le 5 décembre", {"notice_date": "2026-12-05"}),
    ],
)
def test_each_date_has_its_part(text: str, expected: dict[str, Any]) -> None:
    """Start, notice, order, signature and dates that do not matter are told apart, with their year."""
    assert expected == facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "reporter du 12 mars au 15 avril 2027",
            {"start_date": "2027-03-12", "new_start_date": "2027-04-15"},
        ),
        (
            "session du 12 mars reportée au 15 avril",
            {"start_date": "2027-03-12", "new_start_date": "2027-04-15"},
        ),
        ("reporter la session du 12 au 14 mars 2027", {"start_date": "2027-03-12"}),
        ("nouvelle date : 15 avril", {"new_start_date": "2027-04-15"}),
        ("moved to April 15", {"new_start_date": "2027-04-15"}),
    ],
)
def test_a_postponement_has_an_old_and_a_new_date(text: str, expected: dict[str, Any]) -> None:
    """« du 12 mars au 15 avril » moves a session, « du 12 au 14 mars » is one."""
    assert expected == facts(text, "postponement")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("échéance le 28 février, payée le 29 mai", {"due_date": "2026-02-28", "payment_date": "2026-05-29"}),
        (
            "échéance 15 décembre, réglée le 14 janvier",
            {"due_date": "2025-12-15", "payment_date": "2026-01-14"},
        ),
        (
            "échéance le 31 octobre, je paierai le 15 janvier",
            {"due_date": "2026-10-31", "payment_date": "2027-01-15"},
        ),
        ("28 février 2026 puis 29 mai 2026", {"due_date": "2026-02-28", "payment_date": "2026-05-29"}),
        (
            "échéance le 31/08/2026, toujours impayée",
            {"due_date": "2026-08-31", "payment_date": "2026-11-20"},
        ),
        (
            "échéance le 1er mars 2026, 30 jours de retard",
            {"due_date": "2026-03-01", "payment_date": "2026-03-31"},
        ),
        ("j'ai 45 jours de retard", {"due_date": "2026-10-06", "payment_date": "2026-11-20"}),
        (
            "payée le 29 mai 2026 avec 90 jours de retard",
            {"due_date": "2026-02-28", "payment_date": "2026-05-29"},
        ),
        ("payée avec 30 jours de retard", {}),
        ("facture du 1er mars, échéance le 31 mars", {"due_date": "2026-03-31"}),
        ("payée le 3 mars 2026", {"payment_date": "2026-03-03"}),
        (
            "facture à échéance du 15 octobre 2026, toujours impayée aujourd'hui",
            {"due_date": "2026-10-15", "payment_date": "2026-11-20"},
        ),
        (
            "facture arrivée à terme le 15 octobre 2026, pas encore payée aujourd'hui",
            {"due_date": "2026-10-15", "payment_date": "2026-11-20"},
        ),
        ("facture toujours impayée aujourd'hui", {"payment_date": "2026-11-20"}),
        ("échéance dépassée, toujours impayée aujourd'hui", {"payment_date": "2026-11-20"}),
        ("facture du 15 octobre 2026, impayée aujourd'hui", {"payment_date": "2026-11-20"}),
    ],
)
def test_a_late_payment_has_a_due_date_and_a_payment(text: str, expected: dict[str, Any]) -> None:
    """Due dates lie in the past, payments after them, delays are counted."""
    assert expected == facts(text, "late_payment")


def test_a_withdrawal_counts_from_the_signature() -> None:
    """« trois jours après avoir signé » dates the signature from the notice."""
    assert {"signature_date": "2026-11-17"} == facts("trois jours après avoir signé", "withdrawal")
    assert {"signature_date": "2026-11-10"} == facts("le 10 novembre", "withdrawal")


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("le 15 décembre", Case("cancellation"), {"start_date": "2026-12-15"}),
        ("le 15 décembre", Case("cancellation", notice_days=10), {"start_date": "2026-12-15"}),
        ("le 15 décembre", Case("cancellation", start_date=date(2027, 1, 10)), {"notice_date": "2026-12-15"}),
        (
            "non le 22",
            Case("cancellation", start_date=date(2026, 12, 20), notice_date=date(2026, 12, 1)),
            {"start_date": "2026-12-22"},
        ),
        (
            "demain",
            Case("cancellation", start_date=date(2026, 12, 20), notice_date=TODAY),
            {"notice_date": "2026-11-21"},
        ),
        ("le 31 mai 2026", Case("late_payment", due_date=date(2026, 2, 28)), {"payment_date": "2026-05-31"}),
    ],
)
def test_a_date_alone_is_the_one_that_is_missing(text: str, known: Case, expected: dict[str, Any]) -> None:
    """In a conversation, a bare date answers for what is not known, or corrects the nearest."""
    assert expected == facts(text, known.event, known)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("session du 31 février", "start_date"),
        ("reçu le 31 février", "notice_date"),
        ("40 jours avant, et 10 jours avant", "notice_days"),
        ("j'annule le 1er mars 2027, 20 jours avant le début du 12 mars 2027", "notice_date"),
        ("moins de 30 jours avant", "notice_days"),
        ("formation de mi-décembre", "start_date"),
        ("j'annule la semaine prochaine", "notice_date"),
    ],
)
def test_what_cannot_be_or_is_unclear_is_asked_about(text: str, field: str) -> None:
    """Impossible, contradictory or rough dates that decide have a question."""
    found, _ = read_timing(prepare(text), "cancellation", None, TODAY, bare=False, figures=FIGURES)
    assert field in [one.field for one in found.doubts]


def test_a_rough_date_that_decides_nothing_is_not_asked_about() -> None:
    """« la semaine prochaine » is less than 15 days away, « fin mars » more than 30."""
    assert {"notice_days": 3} == facts("formation la semaine prochaine")
    assert {"notice_days": 121} == facts("formation de fin mars")
    assert {"start_date": "2026-12-15", "notice_days": 18} == facts(
        "j'annule la semaine prochaine, début le 15 décembre"
    )
    assert {"notice_days": 49} == facts("formation de fin mars 2027, annulation fin janvier 2027")


def test_both_days_are_asked_of_a_rough_start_and_a_rough_notice() -> None:
    """« fin janvier », « début janvier »: the notice is not today, and each has its question."""
    said = prepare("formation fin janvier 2027, annulation début janvier 2027")
    found, _ = read_timing(said, "cancellation", None, TODAY, bare=False, figures=ONLY_30)
    assert ["start_date", "notice_date"] == [one.field for one in found.doubts]
