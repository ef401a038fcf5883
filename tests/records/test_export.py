"""What a person takes away."""

from __future__ import annotations

import json

from assistant.datatypes import Answer
from assistant.records import Records

from .conftest import save


def test_export_of_a_conversation_holds_questions_answers_and_sources(
    records: Records, answer: Answer
) -> None:
    """The Markdown of a conversation shows each question, its answer and what it rests on."""
    conversation, _ = save(records, "anna", "Combien ?", answer)

    text = records.export_markdown("anna", conversation)

    for expected in ("# Combien ?", "> Combien ?", answer.text, "CGV-30J#3.6", "trente jours"):
        assert expected in text


def test_export_of_a_person_holds_all_of_theirs_and_nothing_else(records: Records, answer: Answer) -> None:
    """The JSON of a person has what replays each answer, and their ratings; nobody else's rows."""
    _, turn = save(records, "anna", "Combien ?", answer)
    save(records, "paul", "Autre ?", answer)
    records.rate("anna", turn, up=True)

    given = json.loads(records.export_person("anna"))

    (conversation,) = given["conversations"]
    (kept,) = conversation["turns"]
    assert "Combien ?" == kept["question"]
    assert "600.00" == kept["answer"]["calculations"][0]["lines"][0]["amount"]
    assert ("g1", 0.25, True) == (kept["generation"], kept["seconds"], kept["rating"]["up"])
    assert kept["version"]
    assert kept["model"]
