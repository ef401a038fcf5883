"""Queries name the person: what is another's is not found."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from assistant.datatypes import Answer
from assistant.errors import RecordsError
from assistant.records import Records
from assistant.records.queries import (
    check_owner,
    own_turn,
    questions_before,
    questions_by_conversation,
    turns_of,
)
from assistant.records.tables import ConversationTable

from .conftest import save


def _questions(session: Session, user: str) -> list[str]:
    return [one.question for one in session.scalars(turns_of(user))]


def test_the_turns_of_a_person_are_theirs_and_in_order(records: Records, answer: Answer) -> None:
    """Those of every conversation of the person, none of another's."""
    one, _ = save(records, "anna", "Un ?", answer)
    save(records, "paul", "À moi ?", answer)
    save(records, "anna", "Deux ?", answer)
    save(records, "anna", "Trois ?", answer, one)
    with records._database.session() as session:
        assert ["Un ?", "Deux ?", "Trois ?"] == _questions(session, "anna")
        assert {one: " Un ? Trois ?"}.items() <= questions_by_conversation(session, "anna").items()


def test_the_questions_before_a_turn_end_with_its_own(records: Records, answer: Answer) -> None:
    """What came after the rated answer is not part of it."""
    conversation, _ = save(records, "anna", "Un ?", answer)
    _, second = save(records, "anna", "Deux ?", answer, conversation)
    save(records, "anna", "Trois ?", answer, conversation)
    with records._database.session() as session:
        turn = own_turn(session, "anna", second)
        assert ["Un ?", "Deux ?"] == list(session.scalars(questions_before(turn)))


def test_another_s_turn_is_not_found(records: Records, answer: Answer) -> None:
    """The error is the same as for a turn that never was."""
    _, turn = save(records, "anna", "Un ?", answer)
    told = []
    for asked in (turn, "inconnu"):
        with records._database.session() as session, pytest.raises(RecordsError) as caught:
            own_turn(session, "paul", asked)
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_the_owner_of_a_conversation_is_checked() -> None:
    """The person's own passes; another's and none are refused alike."""
    own = ConversationTable(id="une", person="anna", title="Un ?")
    assert own is check_owner(own, "anna")
    for found in (own, None):
        with pytest.raises(RecordsError, match="n'existe pas"):
            check_owner(found, "paul")
