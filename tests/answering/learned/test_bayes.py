"""Two kinds of text, told apart by words and pairs of words."""

from math import log

import pytest

from assistant.answering.learned.bayes import count, features


def test_what_was_never_met_says_nothing():
    """Neither kind is the likelier for a text of unknown words."""
    assert 0 == count(["le stage"], ["la pluie"]).odds(features("xylophone"))


def test_the_odds_are_those_of_the_counts():
    """The logarithm of the share among the first over that among the second, 0.3 added to each."""
    model = count(["pluie", "pluie", "vent", "vent"], ["pluie", "vent", "vent", "vent"])
    assert log((2 + 0.3) / (1 + 0.3)) == pytest.approx(model.odds(["=pluie"]))


def test_one_word_does_not_decide_alone():
    """However often it is met, a word weighs three at most."""
    model = count(["pluie"] * 1000, ["vent"] * 1000)
    assert (3.0, -3.0) == (model.odds(["=pluie"]), model.odds(["=vent"]))


def test_the_order_of_words_counts():
    """Pairs tell apart two texts of the same words."""
    model = count(["client rappelle vendeur"], ["vendeur rappelle client"])
    assert model.odds(features("client rappelle")) > 0 > model.odds(features("vendeur rappelle"))
