"""A chat model beside the rules."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.answering.wording.assist import BothSearches
from assistant.datatypes import Filters
from tests.answering.wording.fakes import with_model
from tests.conftest import TODAY


@dataclass
class Ranking:
    """A search that finds other sections, or the same ones better, when reworded."""

    hits: dict[str, list[tuple[str, float]]]

    def search(self, question, *, k, filters):
        """The first sections told for a question."""
        return tuple(_Hit(_Chunk(key), score) for key, score in self.hits[question][:k])


@dataclass
class _Chunk:
    key: str


@dataclass
class _Hit:
    chunk: _Chunk
    score: float


def test_each_section_is_kept_at_its_best():
    """0.9 beats 0.4 for the section that both searches find."""
    both = BothSearches(Ranking({"typed": [("a", 0.5), ("b", 0.4)], "reworded": [("b", 0.9)]}), "reworded")
    assert [("b", 0.9), ("a", 0.5)] == [
        (hit.chunk.key, hit.score) for hit in both.search("typed", k=5, filters=Filters())
    ]


@pytest.mark.parametrize(
    ("question", "helped"),
    [
        ("Combien de temps dure la formation RCL-RCL-05 ?", False),
        ("J'annule 10 jours avant, CGV-30J, combien je dois ?", True),
        ("J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?", False),
    ],
)
def test_a_model_is_asked_to_understand_only_what_the_rules_left(assistant, question, helped):
    """A missing fact, a conversation, a long question; nothing else."""
    worded, model = with_model(assistant, lambda _: '{"facts": {}, "query": ""}')
    worded.reply(question, today=TODAY)
    asked = [str(messages[1].content) for messages in model.asked]
    assert helped == any("informations_manquantes" in one for one in asked)


def test_the_answer_is_never_worse_for_being_helped(assistant):
    """A rewording that leads nowhere leaves the answer as it was."""
    question = "et alors, pour cette chose dont nous parlions, quel tribunal est compétent en cas de litige ?"
    worded, _ = with_model(assistant, lambda _: '{"facts": {}, "query": "recette de la tarte aux pommes"}')
    assert assistant.reply(question, today=TODAY)[0].status == worded.reply(question, today=TODAY)[0].status
