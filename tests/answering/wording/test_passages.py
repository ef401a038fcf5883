"""The passages shown to a model beside those of the composed answer."""

from __future__ import annotations

from assistant.answering.wording.passages import BESIDE, find_passages
from tests.conftest import TODAY


def _shown(assistant, question: str):
    answer, conversation = assistant.reply(question, today=TODAY)
    return answer, find_passages(answer, conversation.known, assistant.sources)


def test_a_sum_shows_only_its_own_clauses(assistant):
    """No section beside those that the calculation cites."""
    answer, extra = _shown(assistant, "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien ?")
    assert {one.key for one in extra} <= {one.key for one in answer.citations}


def test_other_questions_show_what_is_near(assistant):
    """The rest of the sections cited and a few more, of the same documents, numbered on."""
    answer, extra = _shown(assistant, "Combien de temps dure la formation RCL-RCL-05 ?")
    cited = {one.key for one in answer.citations}
    assert 1 <= len({one.key for one in extra} - cited) <= BESIDE
    assert {one.document for one in extra} <= {one.document for one in answer.citations}
    assert min(one.mark for one in extra) == len(answer.citations) + 1
