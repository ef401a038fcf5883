"""A long section of a sheet: what is asked of it first, and no more than that."""

import pytest

from assistant.answering.quotes.long_sections import names_absent
from assistant.datatypes import Reading
from tests.conftest import reply


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        ("Dans RCL-RCL-05, la reconquête, c'est le matin ou l'après-midi ?", "Jour 2 – Après-midi", "Jour 1"),
        ("Parle-t-on de Facebook et de Pinterest en RCL-RCL-14 ?", "ne cite pas", "Jour 2"),
        ("La formation réseaux sociaux parle-t-elle de TikTok ?", "ne cite pas", "Instagram"),
        ("MRK-OPE-02 parle-t-elle d'e-commerce ?", "commerce électronique", "e-mails"),
        ("À quel moment fait-on l'atelier en RCL-RCL-14 ?", "Jour 1 – Après-midi", "Jour 2"),
        ("Dans RCL-APPL-03, apprend-on à refuser poliment ?", "refus", "destinataires"),
        (
            "À quelle demi-journée la veille technologique est-elle abordée dans MRK-OPE-02 ?",
            "Jour 2 – Après-midi",
            "Jour 1",
        ),
    ],
)
def test_the_part_that_holds_what_is_asked_is_enough(assistant, question, held, left):
    """With the half-day it stands under; the other parts are left out, though a word be in none."""
    text = reply(assistant, question).text
    assert (True, False) == (held in text, left in text)


def test_a_section_without_parts_is_not_said_twice(assistant):
    """The line asked for is enough of a list."""
    answer = reply(assistant, "Parmi les objectifs de RCL-RCL-05, y a-t-il la reconquête ?")
    assert 1 == answer.text.count("reconquête")


def test_no_line_is_left_empty_twice(assistant):
    """Half-days stand apart by one line; a list without parts is not set in."""
    programme = reply(assistant, "Le programme de RCL-RCL-14 ?").text
    objectives = reply(assistant, "Les objectifs de RCL-RCL-14 ?").text
    assert ("\n\n\n" in programme, "\n  - " in objectives) == (False, False)


@pytest.mark.parametrize(
    "question",
    [
        "Envoyez-moi le programme, merci. Cordialement, Mme Durand",
        "Bonjour, Madame Lefranc souhaite le programme.",
        "Le programme pour Monsieur Ollivier Bertin ?",
    ],
)
def test_who_writes_is_not_asked_about(assistant, question):
    """The name of a person is not one that a sheet should hold."""
    course = assistant.sources.document("RCL-RCL-05")
    assert not names_absent(Reading(question, "field", wanted=question), course)
