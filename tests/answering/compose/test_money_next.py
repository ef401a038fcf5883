"""What may be asked next of a sum."""

from __future__ import annotations

import pytest

from assistant.answering.compose.money_next import suggest_answers, suggest_next
from assistant.conversation import Assistant
from assistant.datatypes import Case, Doubt, Event, MoneyReading
from tests.conftest import TODAY

QUESTIONS = (
    "RCL-RCL-05, 2 000 € TTC, on annule 20 jours avant : combien ?",
    "RCL-RCL-05, 2 000 € TTC, on annule 5 jours avant : combien ?",
    "On annule 20 jours avant, 2 000 € TTC : combien ?",
    "Relance téléphonique du 1er mars 2027, 2 000 € HT, j'annule : combien ?",
    "Relance téléphonique à 2 000 € HT, annuler ou reporter 40 jours avant, combien dans chaque cas ?",
    "On reporte la relance téléphonique 40 jours avant, 2 000 € HT : combien ?",
    "Facture de 900 € TTC échue le 2 mars 2026, réglée le 1er avril 2026 : combien de pénalités ?",
    "L'OPCO prend 900 € sur 1 500 € TTC : combien reste-t-il à payer ?",
    "Combien d'acompte pour une formation à 1 800 € HT ?",
    "Deux stagiaires absents, prix 2 500 € TTC : combien doit-on payer ?",
    "LEXOM annule la session, 2 000 € TTC déjà payés : quels frais pour nous ?",
    "LEXOM reporte la session, 2 000 € TTC déjà payés : quels frais pour nous ?",
    "LEXOM reporte RCL-RCL-05, 2 000 € TTC déjà payés : combien nous rendez-vous ?",
    "La session du 12 janvier 2027 est annulée, 900 € TTC : combien devons-nous ?",
    "RCL-RCL-05, 3 des 8 participants annulent 5 jours avant, 4 000 € HT : combien ?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_suggested_works_when_it_is_asked(question: str, assistant: Assistant) -> None:
    """Each suggestion gives another calculation of the same case."""
    answer, conversation = assistant.reply(question, today=TODAY)
    assert answer.suggestions
    for suggestion in answer.suggestions:
        following, _ = assistant.reply(suggestion, conversation=conversation, today=TODAY)
        assert "answered" == following.status, suggestion
        assert following.calculations, suggestion


def test_two_events_are_both_answered(assistant: Assistant) -> None:
    """« annuler ou reporter » gives the sum of each: 600, and from 0 to 600."""
    answer, _ = assistant.reply(QUESTIONS[4], today=TODAY)
    assert ["0.00", "600.00"] == [str(one) for one in answer.headline]
    assert ["cancellation", "postponement"] == [one.event for one in answer.calculations]


def test_an_event_that_cannot_be_computed_yet_is_asked_about(assistant: Assistant) -> None:
    """Under CGV-15J the new date decides of a postponement; the cancellation is answered."""
    question = "RCL-RCL-05 à 1 000 € TTC, annuler ou reporter 5 jours avant, combien dans chaque cas ?"
    answer, _ = assistant.reply(question, today=TODAY)
    assert ("answered", ["1000.00"]) == (answer.status, [str(one) for one in answer.headline])
    assert "new_start_date" in answer.missing


@pytest.mark.parametrize(
    ("event", "expected"),
    [("cancellation", ("Toute la commande",)), ("provider_cancellation", ("C'est <us>", "C'est nous"))],
)
def test_a_question_with_few_answers_suggests_them(event: Event, expected: tuple[str, ...]) -> None:
    """Who cancels, or whether all is cancelled."""
    assert expected == suggest_answers(MoneyReading(Case(event), doubts=(Doubt("event", "Laquelle ?"),)))
    assert () == suggest_answers(MoneyReading(Case(event), doubts=(Doubt("price", "Lequel ?"),)))


def test_a_sum_with_nothing_to_change_leads_to_its_clause() -> None:
    """A cap has no other reading worth asking: what is proposed is to read the clause."""
    assert ("Quelle est la responsabilité de <us>\xa0?",) == suggest_next(
        (), MoneyReading(Case("liability_cap"))
    )
