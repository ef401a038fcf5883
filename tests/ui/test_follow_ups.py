"""Questions that may follow a sum."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.conversation import Assistant
from assistant.datatypes import Answer
from assistant.ui.follow_ups import follow_ups

TODAY = date(2026, 11, 20)
SUMS = (
    "Combien coûte l'annulation d'une formation à 2 000 € HT, dix jours avant le 15 mars 2027 ?",
    "J'annule la formation RCL-RCL-05 dix jours avant, prix 2 000 € HT : combien je dois ?",
    "Combien coûte le report d'une formation à 2 000 € HT du 15 mars 2027 au 30 mars 2027, "
    "dix jours avant, CGV-30J ?",
    "Quel acompte pour une formation à 2 000 € HT selon les CGV-30J ?",
    "Un participant est absent à une formation à 2 000 € HT, CGV-30J, combien je dois ?",
    "Une facture de 2 400 € TTC échue le 15 juin 2026 est payée le 1er octobre 2026, CGV-30J : "
    "quelles pénalités ?",
    "L'OPCO prend 1 200 € d'une formation à 2 000 € HT, que reste-t-il à payer, CGV-30J ?",
    "Nous engageons un formateur de LEXOM, salaire mensuel brut 3 000 €, charges 42 %, combien ?",
    "Quel dédommagement maximum pour une formation à 2 000 € HT ?",
)


@pytest.mark.parametrize("question", SUMS)
def test_each_question_proposed_is_answered_otherwise(assistant: Assistant, question: str) -> None:
    """Whatever is proposed below a sum gets an answer, or the one thing to say, and not the same."""
    answer, after = assistant.reply(question, today=TODAY)
    proposed = follow_ups(after.known, answer, assistant, today=TODAY)
    assert proposed
    for one in proposed:
        reply, _ = assistant.reply(one, conversation=after, today=TODAY)
        assert reply.status in ("answered", "needs_info"), one
        assert reply.text != answer.text, one


def test_an_earlier_notice_is_the_latest_that_costs_less(assistant: Assistant) -> None:
    """At ten days both editions ask for the whole price; at thirty, neither does."""
    answer, after = assistant.reply(SUMS[0], today=TODAY)
    assert "Et si je préviens 30 jours avant ?" == follow_ups(after.known, answer, assistant, today=TODAY)[0]
    reply, _ = assistant.reply("Et si je préviens 30 jours avant ?", conversation=after, today=TODAY)
    assert max(reply.headline) < min(answer.headline)


def test_a_notice_that_is_too_late_is_not_proposed(assistant: Assistant) -> None:
    """Five days before the start, nobody can give notice thirty days before it."""
    answer, after = assistant.reply(SUMS[0], today=date(2027, 3, 1))
    proposed = follow_ups(after.known, answer, assistant, today=date(2027, 3, 1))
    assert not [one for one in proposed if "préviens" in one]


def test_an_answer_that_proposes_its_own_keeps_them(assistant: Assistant) -> None:
    """What the answer itself proposes comes first; without a sum nothing is added."""
    answer, after = assistant.reply("Quelle est la durée de la formation RCL-RCL-05 ?", today=TODAY)
    assert answer.suggestions == follow_ups(after.known, answer, assistant, today=TODAY)
    assert () == follow_ups(after.known, Answer("needs_info", "Quel prix ?"), assistant, today=TODAY)
