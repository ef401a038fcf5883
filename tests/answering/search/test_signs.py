"""What speaks for and against a section as the answer."""

from __future__ import annotations

from math import log

import pytest

from assistant.answering.search.signs import find_signs, share_held
from assistant.answering.vocabulary import Vocabulary
from assistant.datatypes import Hit, Reading
from tests.answering.build import make_chunk

VOCABULARY = Vocabulary(
    {"devis": 9, "signer": 1},
    {"CGV#2": frozenset({"dev", "valabl"}), "CGV#3": frozenset({"dev"}), "CGV#4": frozenset({"autr"})},
    {"loyer": 9},
)


def read(question: str, **known: object) -> Reading:
    """A reading of an open question."""
    return Reading(question, "open", wanted=question, **known)  # type: ignore[arg-type]  # as the test says


def hit(section: str, near: float) -> Hit:
    """A section of the terms at that cosine."""
    return Hit(make_chunk("CGV", section, "…"), 1.0, {"vectors": near})


def test_words_met_here_speak_for() -> None:
    """A word met nine times here and never elsewhere: log(9,3 / 0,3) - 1, in tens."""
    signs = find_signs(read("le devis ?"), (), VOCABULARY)
    assert pytest.approx((log(9.3 / 0.3) - 1) / 10) == signs["ours"]
    assert 0 == signs["theirs"]


def test_words_met_elsewhere_or_nowhere_speak_against() -> None:
    """A word met elsewhere speaks against more than one met nowhere, and no more than four."""
    elsewhere = find_signs(read("mon loyer"), (), VOCABULARY)["theirs"]
    nowhere = find_signs(read("une tomate"), (), VOCABULARY)["theirs"]
    assert (pytest.approx(-0.4), pytest.approx(-0.1)) == (elsewhere, nowhere)


def test_figures_and_dates_say_nothing() -> None:
    """« le 12 mars, 300 € » has no subject."""
    signs = find_signs(read("le 12 mars, 300 € ?"), (), VOCABULARY)
    assert (0, 0) == (signs["ours"], signs["theirs"])


def test_rare_words_weigh_more_in_the_share_held() -> None:
    """« valable », in one section of three, weighs more than « devis », in two."""
    question = read("un devis valable")
    rare, common = log(4 / 1.5), log(4 / 2.5)
    assert pytest.approx(common / (rare + common)) == share_held(question, [hit("3", 0.5)], VOCABULARY)
    assert pytest.approx(1) == share_held(question, [hit("2", 0.5)], VOCABULARY)


def test_no_word_is_held_by_nothing() -> None:
    """Without a section, or without a word, the share is 0."""
    assert (0, 0) == (
        share_held(read("un devis"), [], VOCABULARY),
        share_held(read("et ?"), [hit("2", 1)], VOCABULARY),
    )


def test_fit_needs_both_nearness_and_words() -> None:
    """The fit is their product; a section far from the question fits nothing."""
    question = read("un devis valable")
    fits = [find_signs(question, [hit("2", near)], VOCABULARY)["fit"] for near in (0.5, -0.5)]
    assert [pytest.approx(0.5), 0] == fits


@pytest.mark.parametrize(
    "known", [{"courses": ("RCL-RCL-05",)}, {"editions": ("CGV-15J",)}, {"context": "le devis"}]
)
def test_what_is_named_counts(known: dict[str, object]) -> None:
    """A course, an edition or the question before names our subject."""
    assert (1, 0) == tuple(find_signs(read("et ?", **one), (), VOCABULARY)["named"] for one in (known, {}))


def test_something_of_ones_own_is_told() -> None:
    """« mon » and « my » say whose thing it is."""
    assert [1, 1, 0] == [
        find_signs(read(question), (), VOCABULARY)["of_mine"]
        for question in ("mon prêt", "my loan", "le devis")
    ]


def test_words_that_follow_each_other_speak_too() -> None:
    """Pairs are as many here as elsewhere: one met three times here alone says log(4 / 1); in tens."""
    vocabulary = Vocabulary({}, {}, {}, {"mes droits": 3}, {"mon loyer": 3})
    says = [
        find_signs(read(question), (), vocabulary)["pairs"]
        for question in ("mes droits", "mon loyer", "mes dents")
    ]
    assert [pytest.approx(log(4) / 10), pytest.approx(-log(4) / 10), 0] == says


def test_only_a_near_question_speaks() -> None:
    """Half as near as the same question counts a sixteenth."""
    assert [1.0, 0.0625] == [
        find_signs(read("le devis ?"), (), VOCABULARY, like=like)["like"] for like in (1.0, 0.5)
    ]


def test_somebody_addressed_is_told() -> None:
    """« vos » and « your » address somebody."""
    assert [1, 1, 0] == [
        find_signs(read(question), (), VOCABULARY)["to_us"]
        for question in ("vos prix", "your price", "le prix")
    ]
