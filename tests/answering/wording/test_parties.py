"""Who does what, what comes first, what is promised."""

from __future__ import annotations

import pytest

from assistant.answering.wording.parties import find_case_gaps, find_party_gaps
from assistant.answering.wording.quantities import name_ours, spell
from assistant.answering.wording.sentences import read_sentence
from assistant.answering.wording.words import read_words

COMPANIES = ("LEXOM",)
REFUND = "Si LEXOM annule définitivement la prestation, les sommes versées sont remboursées."
BILL = "LEXOM facture le solde au client."
CHOICE = "LEXOM a le choix entre accepter et refuser."
FIRST = "Les conditions de vente de LEXOM l'emportent sur les conditions d'achat."
EVEN = "Les frais s'appliquent, même en l'absence de versement de l'acompte."


def _holds(statement: str, passage: str, question: str = "") -> bool:
    return not list(
        find_party_gaps(
            spell(name_ours(statement, COMPANIES)),
            spell(name_ours(question, COMPANIES)),
            [read_sentence(name_ours(passage, COMPANIES))],
            read_words(),
        )
    )


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("LEXOM vous facture le solde.", BILL),
        ("LEXOM a le choix.", CHOICE),
        ("Si LEXOM annule définitivement, vous êtes remboursé.", REFUND),
        ("Nos conditions de vente priment sur vos conditions d'achat.", FIRST),
    ],
)
def test_the_same_party_order_and_promise_hold(statement, passage):
    """« Vous » and « nous » stand for the client and LEXOM."""
    assert _holds(statement, passage)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("Le client facture le solde.", BILL),
        ("Vous avez le choix.", CHOICE),
        ("Vous êtes remboursé.", REFUND),
        ("Les conditions d'achat priment sur les conditions de vente.", FIRST),
        ("Les frais s'appliquent si l'acompte a été versé, en cas de versement de l'acompte.", EVEN),
        ("LEXOM facture le solde et offre une remise.", BILL),
    ],
)
def test_another_party_order_condition_or_promise_does_not(statement, passage):
    """What is turned round, put under a condition, or promised by no one."""
    assert not _holds(statement, passage)


def test_a_condition_of_a_promise_may_stand_in_the_question():
    """The person who says « si LEXOM annule définitivement » need not be told again."""
    assert _holds("Les sommes versées sont remboursées.", REFUND, "Et si LEXOM annule définitivement ?")


def test_a_rule_for_one_party_answers_no_question_on_the_other():
    """What holds when LEXOM cancels is not what holds when the client does."""
    near = [read_sentence(name_ours(REFUND, COMPANIES))]
    said = spell("Les sommes versées sont remboursées.")
    assert list(find_case_gaps(said, spell("Si nous annulons ?"), near, read_words()))
    assert not list(find_case_gaps(said, spell("Si vous annulez ?"), near, read_words()))
