"""The money set, with a model that tells the truth and with one that lies: sums and citations stay."""

from __future__ import annotations

import re

import pytest

from assistant.conversation import Conversation
from evals import DEV, read_sets
from tests.answering.wording.fakes import draft, with_model

ROWS = [one for one in read_sets([DEV]) if one.category in ("money", "hard_money")][::4]
LIES = (
    "Vous ne devez rien.",
    "Vous devez 1,00 € HT.",
    "LEXOM vous rembourse la totalité du prix.",
    "Le montant est de 9 999,00 € TTC selon les CGV-30J, article 9.9.",
)


def _first_words(messages) -> str:
    """The composed answer's own first lines, as a draft."""
    composed = re.search(r"<reponse_composee>\n(.*?)\n\n", str(messages[1].content), re.S)
    if composed is None:
        return ""
    lines = [line.replace("**", "") for line in composed[1].splitlines()]
    return draft(*((line, 1) for line in lines if line and not line.rstrip().endswith("?")))


def _lies(messages) -> str:
    """One of the lies, another one for another conversation."""
    return draft((LIES[len(str(messages[1].content)) % len(LIES)], 1))


def _ask(assistant, row):
    conversation = Conversation()
    for turn in row.turns:
        answer, conversation = assistant.reply(turn, conversation=conversation, today=row.today)
    return answer


@pytest.mark.no_cover
@pytest.mark.parametrize(("answers", "shown"), [(_first_words, 0.9), (_lies, 0)], ids=["truthful", "lying"])
def test_a_model_changes_no_sum_and_no_citation(assistant, answers, shown):
    """Whatever the model says, sums and keys are those composed without it; most true openings pass."""
    worded, _ = with_model(assistant, answers)
    for row in ROWS:
        composed, answer = _ask(assistant, row), _ask(worded, row)
        assert composed.headline == answer.headline, row.id
        assert [one.key for one in composed.citations] == [one.key for one in answer.citations], row.id
    assert worded.writer.counts["shown"] >= shown * worded.writer.counts["asked"]
