"""Several courses in one question about a sum."""

from __future__ import annotations

from assistant.conversation import Assistant
from tests.conftest import TODAY

TWO = "J'annule RCL-RCL-05 (1 000 € HT) et la relance téléphonique ({} € HT) 20 jours avant, total ?"


def sums(assistant: Assistant, *turns: str) -> list[list[str]]:
    """The sums that each turn of a conversation gives."""
    given, conversation = [], None
    for turn in turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=TODAY)
        given.append([f"{one:.2f}" for one in answer.headline])
    return given


def test_the_courses_are_computed_one_after_the_other(assistant: Assistant) -> None:
    """Both are named in the question back; then each has its own sum, with its own price."""
    answer, _ = assistant.reply(TWO.format("2 000"), today=TODAY)
    assert ("needs_info", ("course",)) == (answer.status, answer.missing)
    assert "Fidéliser ses clients" in answer.text
    assert "Relance téléphonique" in answer.text
    assert "pas de total commun" in answer.text
    alike = sums(assistant, TWO.format("1 000"), "RCL-RCL-05", "et la relance téléphonique ?")
    assert [[], ["360.00"], ["1000.00"]] == alike
    apart = sums(assistant, TWO.format("2 000"), "la relance téléphonique, 2 000 € HT")
    assert [[], ["2000.00"]] == apart


def test_two_courses_at_one_price_are_told_apart(assistant: Assistant) -> None:
    """Each sum is said of its course, and nobody is asked which terms were signed."""
    question = "Frais d'annulation de RCL-RCL-05 et de la relance téléphonique, 1 000 € HT, 20 jours avant ?"
    answer, _ = assistant.reply(question, today=TODAY)
    assert "Relance téléphonique\u00a0» (CGV-30J)" in answer.text
    assert "Quelles CGV avez-vous signées" not in answer.text
