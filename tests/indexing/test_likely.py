"""A naive Bayes model tells which section a question is for."""

from __future__ import annotations

from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest

from assistant.indexing.likely import OWN_WORDS, build_likely, load_likely

TOLD = {
    0: [["livre", "semaines"], ["roman", "garder"]],
    2: [["retard", "centimes"], ["amende", "retard"], ["amende"]],
}


def test_the_section_whose_questions_are_alike_comes_first() -> None:
    """By words of its questions as by its own; a chunk without questions is not judged."""
    model = build_likely(TOLD)
    for question, expected in ((["amende"], 2), (["roman"], 0), (["livre", "garder"], 0), (["centimes"], 2)):
        scores = model.scores(question, 4)
        assert expected == int(np.nanargmax(scores))
        assert [False, True, False, True] == np.isnan(scores).tolist()


def test_scores_can_be_worked_out() -> None:
    """One word a section, alike rare: what it weighs, over the little that an unseen one is given."""
    model = build_likely({0: [["a"]], 1: [["b"]]})
    weight, unseen = 1 + log(3 / 2), 0.02
    mass = log(1 + OWN_WORDS / unseen / 2)
    expected = [weight * (log(1 + OWN_WORDS / unseen) - mass), -weight * mass]
    assert expected == pytest.approx(model.scores(["a", "unheard of"], 2).tolist(), rel=1e-5)


def test_a_long_text_weighs_no_more() -> None:
    """Four words as heavy as each other weigh a half each."""
    model = build_likely({0: [["a", "b", "c", "d"]]})
    alone = log(1 + OWN_WORDS / sqrt(4) / 0.02)
    assert alone == pytest.approx(float(model.values[0] / model.weights[0]), rel=1e-5)


@pytest.mark.parametrize("question", [[], ["unheard of"]])
def test_nothing_known_tells_nothing(question: list[str]) -> None:
    """Without a known word, every section is as likely."""
    assert [0.0, 0.0] == build_likely(TOLD).scores(question, 4)[[0, 2]].tolist()


def test_texts_without_a_word_tell_nothing() -> None:
    """A section and a question of punctuation alone are no error."""
    assert [0.0] == build_likely({0: [[], []]}).scores(["a"], 1).tolist()


def test_a_saved_model_scores_alike(tmp_path: Path) -> None:
    """What is loaded is what was saved."""
    model = build_likely(TOLD)
    model.save(tmp_path)
    expected = model.scores(["amende", "livre"], 3)
    np.testing.assert_array_equal(expected, load_likely(tmp_path).scores(["amende", "livre"], 3))
