"""Whether answers open with the sentence that answers."""

from __future__ import annotations

import pytest

from assistant.french import fold
from assistant.indexing.questions import Answering, read_answering
from evals import DEV, TEST
from evals.score_sentences import FOLDER, ask_told, fit, main
from tests.evals.test_sets_are_independent import asked_in

QUESTION = "Sous quelle forme le contrat est-il résolu ?"


def test_what_each_edition_opens_with_is_judged(assistant) -> None:
    """The first sentence cited of an edition, against those that should open and complete the answer."""
    article = assistant.sources.aim.asked["CGV-15J#4.7"].sentences
    form = next(one.says for one in article if "lettre recommandée" in one.says)
    told = {"CGV-15J#4.7": [Answering(form, (QUESTION,)), Answering("Rien de tel.", (), (QUESTION,))]}
    (found,) = ask_told(told, assistant)
    assert (fold(form), {fold(form)}) == (found.shown[0], found.answers)
    assert {fold(form), fold("Rien de tel.")} == found.all


def test_weights_are_fitted_to_what_answers(assistant) -> None:
    """The words that a sentence shares with a question speak for it, and so do the questions near it."""
    asked = {key: assistant.sources.aim.asked[key] for key in ("CGV-15J#4.7", "CGV-15J#5.1")}
    _, words, *_, near = fit(assistant, asked)
    assert words > 0
    assert near > 0


@pytest.mark.parametrize(("half", "folder"), [("dev", DEV), ("test", TEST)])
def test_each_half_judges_by_its_own_questions(half, folder) -> None:
    """They are those of its sets, so that what is reported was not tuned on."""
    told = read_answering(FOLDER / f"{half}.yaml")
    questions = {
        text for sentences in told.values() for one in sentences for text in (*one.answers, *one.completes)
    }
    assert questions
    assert questions <= set(asked_in(folder).values())


def test_a_half_that_is_none_is_refused() -> None:
    """With the exit code of what is asked wrongly."""
    with pytest.raises(SystemExit) as raised:
        main(["other"])
    assert 2 == raised.value.code
