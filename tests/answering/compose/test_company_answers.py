"""Answers on the company say its legal notices once, or the list that is asked for."""

from __future__ import annotations

from assistant.answering.compose.company_answers import answer_company
from assistant.conversation import Assistant
from assistant.datatypes import Answer, Passage, Reading, Section

NOTICES = "La SAS ARDENT.\nAu capital de 9 000,00 €.\nN° SIRET : 123 456 789 00011\n"
HEAD = f"{NOTICES}LES FILIALES DU GROUPE :\nBrasier\nTison\n"


def _letterhead(path: str) -> Passage:
    return Passage(path, 0, len(HEAD), HEAD)


def _answer(assistant: Assistant, asked: str) -> Answer:
    section = Section("LEXOM", "identite", ("Identité",), (_letterhead("a.md"), _letterhead("b.md")))
    reading = Reading(question=asked, intent="open", wanted=asked)
    return answer_company(section, reading, assistant.sources)


def test_a_letterhead_met_twice_is_said_once(assistant: Assistant) -> None:
    """Lines that every sheet repeats are quoted once, without the list that follows them."""
    quotes = [one.quote for one in _answer(assistant, "Quel est votre SIRET ?").citations]
    assert sorted(NOTICES.splitlines()) == sorted("\n".join(quotes).splitlines())


def test_a_list_asked_for_is_said_in_one_line(assistant: Assistant) -> None:
    """Asked about the subsidiaries, the answer is their list alone, quoted at its place."""
    (citation,) = _answer(assistant, "Quelles sont vos filiales ?").citations
    assert HEAD[citation.start : citation.end] == citation.quote
    assert ["LES FILIALES DU GROUPE :", "Brasier", "Tison"] == citation.quote.splitlines()
