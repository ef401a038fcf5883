"""Answers in a chat model's words: drawn as they come, doubts told, the rest for reps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.answering.llm.openai_server import Behaviour, serving

from .conftest import OpenApp, words

QUESTION = "J'annule 10 jours avant une formation à 2000 € HT, CGV-30J, combien je dois ?"
RIGHT = {"text": "Vous devez 2 000,00 € HT, soit 2 400,00 € TTC.", "marks": [1]}
WRONG = {"text": "Vous devez 600,00 € HT.", "marks": [1]}
Ask = Callable[..., AppTest]


def _says(statement: dict[str, object]) -> str:
    return json.dumps({"statements": [statement]}, ensure_ascii=False)


@pytest.fixture
def behaviour() -> Behaviour:
    """What the model's server answers."""
    return Behaviour(lambda _: _says(RIGHT))


@pytest.fixture
def ask(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour) -> Iterator[Ask]:
    """Asks the question to an app with a model, as an audience."""
    with serving(behaviour) as url:
        for name, value in (("MODEL", "openai:essai"), ("MODEL_URL", url), ("MODEL_KEY", "sk-essai")):
            monkeypatch.setenv(f"ASSISTANT_{name}", value)

        def asked(audience: str = "client") -> AppTest:
            app = open_app(audience=audience).chat_input[0].set_value(QUESTION).run()
            assert not app.exception
            return app

        yield asked


def test_words_that_hold_are_shown_with_the_steps(ask: Ask) -> None:
    """The model's sentence comes first, the calculator's table below it."""
    told = words(ask())
    assert "Vous devez 2 000,00 € HT" in told
    assert "100 % × 2 000,00 €" in told


def test_what_the_model_took_is_for_reps(ask: Ask) -> None:
    """A client has no use of tokens."""
    assert "120 jetons" in words(ask("rep"))
    assert "jetons" not in words(ask("client"))


def test_words_that_do_not_hold_are_not_shown(ask: Ask, behaviour: Behaviour) -> None:
    """The answer composed without a model stands, and a discreet line says why."""
    behaviour.words = lambda _: _says(WRONG)
    told = words(ask("rep"))
    assert "Vous devez 600" not in told
    assert "2 000,00 € HT" in told
    assert "Réponse composée sans modèle" in told
    assert "Brouillon écarté" in told


def test_a_model_that_fails_is_said_to_clients_too(ask: Ask, behaviour: Behaviour) -> None:
    """The answer is whole, and why the words are not the model's is said."""
    behaviour.status = 429
    told = words(ask())
    assert "le modèle est trop sollicité" in told
    assert "2 000,00 € HT" in told
