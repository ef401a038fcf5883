"""Several questions in one message: told apart, and each answered by itself."""

import pytest

from assistant.answering.compose.several_questions import split_questions
from tests.conftest import keys, reply


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Qui est le médiateur ? Et quel tribunal est compétent ?", 2),
        ("Combien de temps gardez-vous nos données et devant quel tribunal va-t-on en cas de litige ?", 2),
        ("Hello, when do we pay, and which court would handle a dispute?", 2),
        ("Que se passe-t-il si le formateur est malade et que la salle est fermée ?", 1),
        ("La formation parle-t-elle d'e-commerce, et quel jour ?", 1),
        ("Can a subcontractor run it? What is he bound to?", 1),
        ("Si le client ne paie pas, pouvez-vous suspendre la formation ?", 1),
        ("Je vous écris. Sans question.", 0),
    ],
)
def test_questions_that_stand_alone_are_told_apart(message, questions):
    """A condition, or a question that leans on the one before, is none of its own."""
    assert questions == len(split_questions(message))


def test_what_only_announces_questions_is_none_of_their_words():
    """« J'ai deux questions » heads no part of the answer."""
    first, _ = split_questions("Bonjour, j'ai deux questions : quel est le délai, et qui est le médiateur ?")
    assert "quel est le délai ?" == first


@pytest.mark.parametrize(
    ("message", "cited"),
    [
        ("Combien de temps gardez-vous nos données ? Et quel tribunal est compétent ?", ("5.5", "5.4")),
        ("Bonjour, faut-il annuler par écrit et quelle loi régit le contrat ? Merci, Paul", ("3.5", "5.3")),
        ("Which law governs the contract, and who is the mediator?", ("5.3", "5.4")),
    ],
)
def test_each_question_is_answered_under_its_own_words(assistant, message, cited):
    """Each opens a part of the answer, in the order asked, and the marks go on from part to part."""
    answer = reply(assistant, message)
    assert 2 == sum(line.endswith("?**") for line in answer.text.splitlines())
    assert {f"CGV-15J#{one}" for one in cited} <= keys(answer)
    assert list(range(1, len(answer.citations) + 1)) == [one.mark for one in answer.citations]
    assert all(f"[{one.mark}]" in answer.text for one in answer.citations)


def test_the_course_named_once_is_that_of_every_question(assistant):
    """The terms joined to its sheet answer the question on the terms."""
    answer = reply(assistant, "La relance téléphonique a-t-elle un QCM ? Et qui est le médiateur ?")
    assert {"RELANCE-TELEPHONIQUE", "CGV-30J"} == {one.document for one in answer.citations}


def test_what_one_clause_answers_is_answered_at_once(assistant):
    """Two questions on one article have one answer."""
    answer = reply(
        assistant, "Quel est le taux des pénalités de retard, et y a-t-il une indemnité forfaitaire ?"
    )
    assert "?**" not in answer.text
    assert {"CGV-15J#3.4", "CGV-30J#3.4"} == keys(answer)


@pytest.mark.parametrize(
    ("message", "course", "asked"),
    [
        (
            "Quelle formation pour les clients agressifs, et combien de temps dure-t-elle ?",
            "RELANCE-",
            "durée",
        ),
        ("Which course deals with rude customers, and who is it for?", "RELANCE-", "public"),
        (
            "Quelle formation traite de la concurrence, et à qui s'adresse-t-elle ?",
            "RCL-RCL-05",
            "commercial",
        ),
    ],
)
def test_what_is_asked_of_the_course_looked_for_is_told_of_that_one(assistant, message, course, asked):
    """The course found comes first, then its field, and no other course's."""
    answer = reply(assistant, message)
    assert asked in answer.text
    assert all(one.document.startswith(course) for one in answer.citations)
