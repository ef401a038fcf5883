"""Messages that lean on the one before: completed with it, or asking its answer again."""

from __future__ import annotations

import pytest

from assistant.answering.understand.follow_ups import asks_again, complete
from assistant.datatypes import Case, MoneyReading, Reading
from tests.conftest import reply

EDITIONS = ("CGV-15J", "CGV-30J")


def known(case: Case, *editions: str) -> Reading:
    """What is known after a sum."""
    return Reading(question="Combien ?", intent="money", editions=editions, money=MoneyReading(case))


TIMED = Case("cancellation", notice_days=20)


@pytest.mark.parametrize(
    ("message", "edition", "completed"),
    [
        ("30 jours", None, "CGV-30J"),
        ("c'est la 15 jours", None, "CGV-15J"),
        ("finalement, c'est bien la 15 jours", None, "CGV-15J"),
        ("et avec 30J ?", "CGV-15J", "CGV-30J"),
        ("et la 30 ?", "CGV-15J", "CGV-30J"),
        ("en 30 jours", "CGV-15J", "CGV-30J"),
        ("j'ai signé celles à 30 jours", None, "CGV-30J"),
        ("le client a signé celles de 15 jours", "CGV-30J", "CGV-15J"),
        ("30 jours", "CGV-15J", "30 jours"),
        ("et 30 jours ?", None, "et 30 jours ?"),
        ("30 jours avant", None, "30 jours avant"),
        ("le 30", None, "le 30"),
        ("25 jours", None, "25 jours"),
    ],
)
def test_a_threshold_alone_names_terms_where_it_can_be_no_notice(message, edition, completed):
    """The notice being known, « 30 jours » answers which terms were signed."""
    assert completed == complete(message, known(TIMED), EDITIONS, edition)


def test_a_delay_is_a_notice_while_none_is_known():
    """The notice may be what is asked for."""
    assert "30 jours" == complete("30 jours", known(Case("cancellation")), EDITIONS, None)


def test_the_other_is_an_edition_once_one_was_named():
    """After a course alone, « l'autre » may be another course."""
    assert "et l'autre édition ?" == complete("et l'autre ?", known(TIMED, "CGV-15J"), EDITIONS, "CGV-15J")
    assert "et l'autre ?" == complete("et l'autre ?", known(TIMED), EDITIONS, "CGV-15J")


@pytest.mark.parametrize(
    ("before", "message", "completed"),
    [
        ("Que se passe-t-il si j'annule ?", "et si c'est vous ?", "Si c'est vous qui annulez la session ?"),
        ("Can we postpone?", "and if it's you?", "Si c'est vous qui reportez la session ?"),
        ("Si vous annulez ?", "et si c'est moi ?", "Si le client annule la session ?"),
        ("Quelle loi s'applique ?", "et si c'est vous ?", "et si c'est vous ?"),
    ],
)
def test_what_one_did_is_asked_of_us(before, message, completed):
    """« vous » cancels or postpones in one's place, or « moi » in ours, where something is undone."""
    assert completed == complete(message, Reading(before, "open"), EDITIONS, None)


def test_who_else_cancels_is_asked_after_a_sum_too():
    """« et si c'était vous ? », after the fee of a cancellation, is a cancellation by the company."""
    assert complete("et si c'était ceans ?", known(TIMED), EDITIONS, None).startswith(
        "Si c'est vous qui annulez"
    )


@pytest.mark.parametrize(
    ("turns", "status", "cited"),
    [
        (("Quel est le prix de RCL-APPL-03 ?", "Quelle est la capitale de l'Italie ?"), "out_of_scope", 0),
        (("Y a-t-il un examen dans RCL-RCL-05 ?", "dans toutes les formations ?"), "answered", 5),
        (("Quel est le prix de RCL-RCL-05 ?", "et pour toutes les formations ?"), "not_found", 0),
        (("RCL-RCL-14 s'adresse à qui ?", "et à un DRH ?"), "answered", 1),
    ],
)
def test_what_a_message_leans_on(assistant, turns, status, cited):
    """A question on another subject, on nothing; « toutes les formations », on the question before."""
    answer = reply(assistant, *turns)
    assert (status, cited) == (answer.status, len({one.document for one in answer.citations}))


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("quelle météo demain à Paris ?", "out_of_scope"),
        ("à quelle heure est mon train demain ?", "out_of_scope"),
        ("combien fait 12 fois 7 ?", "out_of_scope"),
        ("et si je préviens demain ?", "needs_info"),
    ],
)
def test_a_day_in_a_question_on_another_subject_is_no_fact_of_the_case(assistant, message, status):
    """After a sum, a train or the weather does not give it again."""
    before = "J'annule RCL-RCL-05 dix jours avant, prix 2 000 € HT : combien je dois ?"
    assert status == reply(assistant, before, message).status


@pytest.mark.parametrize(
    ("message", "completed"),
    [
        ("et par téléphone ?", "Puis-je annuler par téléphone ?"),
        ("Par mail c'est bon ?", "Puis-je annuler Par mail ?"),
        ("in writing?", "Puis-je annuler in writing ?"),
    ],
)
def test_a_manner_alone_asks_the_question_before_done_so(message, completed):
    """Whether it will do is the same question."""
    assert completed == complete(message, Reading("Puis-je annuler ?", "open"), EDITIONS, None)


@pytest.mark.parametrize(
    "message",
    [
        "Vous êtes sûr ?",
        "Quel article ?",
        "c'est dans quelle clause ?",
        "et selon quel article des CGV exactement ?",
        "quel est l'article ?",
        "which clause?",
        "what article is that?",
        "C'est écrit où ?",
    ],
)
def test_the_answer_before_is_asked_for_again(message):
    """Whether it is sure, or where it is written."""
    assert asks_again(message)


@pytest.mark.parametrize(
    "message",
    ["Quel article parle du report ?", "que dit l'article 3.6 ?", "quelle est la durée ?", "et si je paie ?"],
)
def test_another_question_is_none(message):
    """One that says more is a question of its own."""
    assert not asks_again(message)


def test_an_edition_alone_asks_the_question_before_of_it():
    """« et en 30J ? » after a clause, and « l'autre » once one was named; « 30 jours » may be a delay."""
    before = Reading(question="Quel tribunal ?", intent="open")
    assert "CGV-30J" == complete("et en 30J ?", before, EDITIONS, None)
    assert "et 30 jours ?" == complete("et 30 jours ?", before, EDITIONS, None)
    named = Reading(question="Quel tribunal ?", intent="open", editions=("CGV-15J",))
    assert "et l'autre édition ?" == complete("et pour l'autre ?", named, EDITIONS, "CGV-15J")
    assert "CGV-30J" == complete("et avec les 30 ?", named, EDITIONS, "CGV-15J")
    assert "et avec les 30 ?" == complete("et avec les 30 ?", before, EDITIONS, None)
